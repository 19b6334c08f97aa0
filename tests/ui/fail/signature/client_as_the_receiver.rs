use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait ClientAsTheReceiver {
    #[get("/a")]
    fn alone(client: &Client) -> Call<u8>; //~

    #[get("/b/<id>")]
    fn with_an_argument(client: &clerk_client::Client, id: &str) -> Call<u8>; //~

    #[get("/c")]
    fn undeclared(&'a self) -> Call<u8>; //~
}

fn usable(client: &Client) -> [Call<u8>; 2] {
    [client.alone(), client.with_an_argument("x")]
}

fn main() {}
