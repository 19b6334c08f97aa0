//! An endpoint that the crate does not have: replacing a user's metadata, which Clerk added in 2026.

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::{Call, CreateUserRequest, Metadata, User, clerk_api};
use serde::Serialize;

#[derive(Serialize)]
pub struct NewMetadata {
    pub public_metadata: Metadata,
}

#[clerk_api]
pub trait MetadataApi {
    /// Replaces a user's public metadata.
    #[put("/users/<user_id>/metadata")]
    fn replace(&self, user_id: &str, #[body] metadata: &NewMetadata) -> Call<User>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let request = CreateUserRequest::new().email_address("ada+clerk_test@example.com").password("correct horse 1815");
    let user = client.users().create(&request).await?;
    let metadata: &dyn MetadataApi = &client;
    let new = NewMetadata { public_metadata: serde_json::json!({"plan": "pro"}).into() };
    println!("{}", metadata.replace(&user.id, &new).await?.public_metadata.as_str());
    client.users().delete(&user.id).await?;
    Ok(())
}
