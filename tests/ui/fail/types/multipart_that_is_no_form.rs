use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Api {
    #[post("/a")]
    fn upload(&self, #[multipart] form: Opaque) -> Call<u8>; //~
}

fn main() {}
