use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// A user.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Vec<u8>>;
}

fn caller(client: &Client) {
    drop(client.one("x").await); //~
}

fn main() {}
