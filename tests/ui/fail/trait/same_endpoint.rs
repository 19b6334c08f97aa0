use clerk_client::{Call, clerk_api};

#[clerk_api]
trait Copied {
    #[post("/users/<id>/lock")]
    fn lock(&self, id: &str) -> Call<u8>;

    #[post("/users/<user_id>/lock")] //~
    fn unlock(&self, user_id: &str) -> Call<u8>;

    #[delete("/users/<user_id>/lock")]
    fn other_verb(&self, user_id: &str) -> Call<u8>;
}

fn main() {}
