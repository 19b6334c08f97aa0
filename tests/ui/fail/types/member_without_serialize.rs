use clerk_client::{Call, clerk_api};

struct Opaque;

#[clerk_api]
trait Members {
    #[post("/a")]
    fn body(&self, #[body("a")] a: &Opaque) -> Call<u8>; //~

    #[post("/b")]
    fn form(&self, #[form("a")] a: &Opaque) -> Call<u8>; //~
}

fn main() {}
