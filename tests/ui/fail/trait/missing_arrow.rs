use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait MissingArrow {
    #[get("/users/count")]
    fn count(&self) -> Call<u8>;

    #[get("/users")]
    fn list(&self) Call<u8>; //~
}

fn usable(client: &Client) -> Call<u8> {
    client.count()
}

fn main() {}
