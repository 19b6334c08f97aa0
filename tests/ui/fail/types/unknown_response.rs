use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Api {
    #[get("/a")]
    fn list(&self) -> Call<Usr>; //~
}

fn main() {}
