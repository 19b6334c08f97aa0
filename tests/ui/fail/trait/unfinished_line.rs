use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait MissingSemicolon {
    #[get("/users")]
    fn list(&self) -> Call<u8> //~
    #[get("/users/count")]
    fn count(&self) -> Call<u8>;
}

fn both(client: &Client) -> [Call<u8>; 2] {
    [client.list(), client.count()]
}

fn main() {}
