use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// A user.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Vec<u8>>;
}

struct Fake;

impl Api for Fake {
    fn one(&self, _: String) -> Call<Vec<u8>> { //~
        Call::ready(Ok(Vec::new()))
    }
}

fn caller(_: &Client) {}

fn main() {}
