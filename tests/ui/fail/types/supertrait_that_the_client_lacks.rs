use clerk_client::{Call, clerk_api};

trait Mine {}

#[clerk_api]
trait Api: Mine { //~
    #[get("/a")]
    fn one(&self) -> Call<u8>;
}

fn main() {}
