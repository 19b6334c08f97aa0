use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait First {
    /// All of them.
    #[get("/first")]
    fn all(&self) -> Call<Vec<u8>>;
}

#[clerk_api]
pub trait Second {
    /// All of them.
    #[get("/second")]
    fn all(&self) -> Call<Vec<u8>>;
}

async fn caller(client: &Client) {
    drop(client.all().await); //~
}

fn main() {}
