use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Api {
    #[get("/a")]
    fn list(&self) -> Call<Opaque>; //~
}

fn main() {}
