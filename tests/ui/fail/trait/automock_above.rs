use clerk_client::{Call, clerk_api};

#[mockall::automock] //~
#[clerk_api] //~ //~
trait Mocked {
    #[get("/a/<id>")]
    fn one(&self, id: &str) -> Call<u8>;

    #[post("/b")]
    fn two(&self, #[body] body: &str) -> Call<u8>;
}

fn main() {}
