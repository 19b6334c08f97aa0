use clerk_client::{Call, Client, clerk_api};

trait Mine {
    fn new() -> Self;
}

impl Mine for Client {
    fn new() -> Self {
        unimplemented!()
    }
}

#[clerk_api]
trait Api: Mine { //~
    #[get("/a")]
    fn one(&self) -> Call<u8>;
}

fn main() {}
