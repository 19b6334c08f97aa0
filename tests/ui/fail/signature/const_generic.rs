use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Generic {
    #[get("/a")]
    fn number<const N: usize>(&self) -> Call<u8>; //~
}

fn main() {}
