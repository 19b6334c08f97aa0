use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Inner {
    #![get("/a")] //~
    fn first(&self) -> Call<u8>;

    #[get("/b")]
    fn second(&self) -> Call<u8>;
}

fn main() {}
