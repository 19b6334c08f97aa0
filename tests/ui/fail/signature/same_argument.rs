use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Twice {
    #[get("/users/<id>")]
    fn one(&self, id: &str, id: &str) -> Call<u8>; //~
}

fn main() {}
