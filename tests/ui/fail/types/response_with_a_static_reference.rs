use clerk_client::{Call, clerk_api};
use serde::Deserialize;

#[derive(Deserialize)]
struct View<'a> {
    name: &'a str,
}

#[clerk_api]
trait Api {
    #[get("/a")]
    fn list(&self) -> Call<View<'static>>; //~
}

fn main() {}
