use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Parts {
    #[post("/a")]
    fn upload(&self, #[multipart("file")] file: Opaque) -> Call<u8>; //~
}

fn main() {}
