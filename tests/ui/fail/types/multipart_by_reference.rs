use clerk_client::{Call, clerk_api};
use clerk_client::multipart::Form;

#[clerk_api]
trait Api {
    #[post("/a")]
    fn upload(&self, #[multipart] form: &Form) -> Call<u8>; //~
}

fn main() {}
