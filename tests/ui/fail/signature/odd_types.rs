//! What the compiler's parser accepts and ours does not.

use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait OddTypes {
    #[get("/a")]
    fn kept(&self) -> Call<u8>;

    #[get("/b")]
    fn parentheses(&self) -> Call(u8); //~

    #[post("/c")]
    fn question_mark(&self, #[body] body: &?u32) -> Call<u8>; //~

    #[get("/d")]
    fn kept_too(&self) -> Call<u8>;
}

fn usable(client: &Client) -> [Call<u8>; 2] {
    [client.kept(), client.kept_too()]
}

fn main() {}
