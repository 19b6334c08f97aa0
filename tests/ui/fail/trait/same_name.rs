use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Named {
    #[get("/users")]
    fn list(&self) -> Call<u8>;

    #[get("/members")]
    fn list(&self) -> Call<u8>; //~
}

fn main() {}
