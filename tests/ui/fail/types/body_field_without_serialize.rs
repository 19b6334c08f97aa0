use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Api {
    #[post("/a")]
    fn create(&self, #[body] body: &Vec<Opaque>) -> Call<u8>; //~
}

fn main() {}
