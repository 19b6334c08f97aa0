use clerk_client::{Call, clerk_api};
use serde::Serialize;

#[derive(Serialize)]
struct User {
    id: String,
}

#[clerk_api]
trait Api {
    #[get("/a")]
    fn list(&self) -> Call<User>; //~
}

fn main() {}
