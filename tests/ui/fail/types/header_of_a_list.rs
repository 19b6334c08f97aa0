use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Api {
    #[get("/a")]
    fn list(&self, #[header("x-a")] a: &[&str]) -> Call<u8>; //~
}

fn main() {}
