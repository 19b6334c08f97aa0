use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Functions {
    #[get("/a")]
    fn unmarked(&self, each: fn(&str) -> u8) -> Call<u8>; //~

    #[post("/b")]
    fn marked(&self, #[body] each: Option<fn()>) -> Call<u8>; //~
}

fn main() {}
