use clerk_client::{Call, clerk_api};

#[clerk_api]
trait UsersApi {
    #[post("/users/<usr_id>/ban")] //~
    fn ban(&self, user_id: &str) -> Call<u8>;
}

fn main() {}
