use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Api {
    #[get("/a/<id>")]
    fn one(&self, id: &Opaque) -> Call<u8>; //~
}

fn main() {}
