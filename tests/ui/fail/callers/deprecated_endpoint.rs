#![deny(deprecated)]

use clerk_client::{Call, Client, clerk_api};

#[clerk_api]
pub trait Api {
    /// An old one.
    #[deprecated(note = "Clerk has removed it")]
    #[post("/users/<id>/totp")]
    fn create_totp(&self, id: &str) -> Call<Vec<u8>>;
}

async fn caller(client: &Client) {
    drop(client.create_totp("x").await); //~
}

fn main() {}
