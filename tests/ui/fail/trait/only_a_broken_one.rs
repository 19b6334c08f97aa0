use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait OnlyABrokenOne {
    #[get("/users")]
    fn list(&self) Call<u8>; //~
}

fn usable(client: &Client) -> &dyn OnlyABrokenOne {
    client
}

fn main() {}
