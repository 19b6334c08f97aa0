use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Conflict {
    #[get("/users")]
    fn list(&self) -> Call<u8>;

<<<<<<< HEAD //~
    #[get("/users/count")]
=======
    #[get("/users/total")]
>>>>>>> main
    fn count(&self) -> Call<u8>;
}

fn main() {}
