use std::sync::Arc;

use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
trait Receivers {
    #[get("/a")]
    fn none() -> Call<u8>; //~

    #[get("/b/<id>")]
    fn none_but_an_argument(id: &str) -> Call<u8>; //~

    #[get("/c")]
    fn by_value(self) -> Call<u8>; //~

    #[get("/d")]
    fn exclusive(&mut self) -> Call<u8>; //~

    #[get("/e")]
    fn shared(self: Arc<Self>) -> Call<u8>; //~

    #[get("/f")]
    fn mutable(mut self) -> Call<u8>; //~

    #[get("/h")]
    fn marked(#[query] &self) -> Call<u8>; //~

    #[get("/g")]
    fn typed(self: &mut Self) -> Call<u8>; //~
}

fn all(client: &Client) -> Vec<Call<u8>> {
    vec![client.none(), client.none_but_an_argument("x"), client.by_value(), client.exclusive(), client.shared()]
}

fn main() {}
