use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// A user.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Vec<u8>>;
}

struct Fake;

impl Api for Fake {
    fn two(&self) -> Call<u8> { //~
        Call::ready(Ok(1))
    }
}

fn caller(_: &Client) {}

fn main() {}
