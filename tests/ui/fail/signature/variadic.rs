use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Variadic {
    #[get("/a")]
    fn variadic(&self, args: ...) -> Call<u8>; //~
}

fn main() {}
