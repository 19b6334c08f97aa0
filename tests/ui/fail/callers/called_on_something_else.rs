use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// A user.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Vec<u8>>;
}

struct App;

fn caller(_: &Client) -> Call<Vec<u8>> {
    App.one("x") //~
}

fn main() {}
