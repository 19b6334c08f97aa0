use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Api {
    #[post("/a")]
    fn create(&self, #[body] request: &CreateUsr) -> Call<u8>; //~
}

fn main() {}
