use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// A user.
    #[get("/users/<id>")]
    fn one(&self, id: &str) -> Call<Vec<u8>>;
}

async fn caller(client: &Client) -> usize {
    client.one("x").len() //~
}

fn main() {}
