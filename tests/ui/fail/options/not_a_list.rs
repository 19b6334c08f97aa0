use clerk_client::{Call, clerk_api};

#[clerk_api = "/v1"] //~
trait Equals {
    #[get("/a")]
    fn a(&self) -> Call<u8>;
}

fn main() {}
