use clerk_client::{Call, delete, get, patch, post, put};

trait NotAnnotated {
    #[get("/users")] //~
    fn list(&self) -> Call<u8>;

    #[post("/users")] //~
    fn create(&self, #[query] a: &str, #[body] body: &u8) -> Call<u8>;
}

#[put("/users")] //~
fn free() {}

#[delete("/users")] //~
struct Users;

#[patch("/users")] //~
trait OnTheTrait {}

impl Users {
    #[get("/users")] //~
    fn list(&self) {}
}

fn main() {
    free();
    Users.list();
}
