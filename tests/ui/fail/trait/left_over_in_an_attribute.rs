use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait OfMethods {
    #[get("/a"), idempotent = false] //~
    fn broken(&self) -> Call<u8>;

    #[get("/b")]
    fn kept(&self) -> Call<u8>;
}

#[clerk_api]
trait OfArguments {
    #[get("/a")]
    fn broken(&self, #[query("limit"), default = 10] limit: u8) -> Call<u8>; //~

    #[get("/b")]
    fn kept(&self) -> Call<u8>;
}

fn main() {
    let client = Client::new("sk_test_x").unwrap();
    drop(OfMethods::kept(&client));
    drop(OfArguments::kept(&client));
}
