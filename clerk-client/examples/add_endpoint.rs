//! An endpoint that the crate does not have, replacing a user's metadata, declared and called.

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::users::{CreateUserRequest, User};
use clerk_client::{Call, ClerkRequest, Metadata, clerk_api};

#[derive(Clone, Debug, Default, ClerkRequest)]
pub struct ReplaceMetadataRequest {
    pub public_metadata: Option<Metadata>,
}

#[clerk_api]
pub trait MetadataApi {
    /// Replaces a user's metadata.
    #[put("/users/<user_id>/metadata")]
    fn replace(&self, user_id: &str, #[body] request: &ReplaceMetadataRequest) -> Call<User>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let request = CreateUserRequest::new().email_address("ada+clerk_test@example.com").password("correct horse 1815");
    let user = client.users().create(&request).await?;
    let metadata: &dyn MetadataApi = &client;
    let request = ReplaceMetadataRequest::new().public_metadata(serde_json::json!({"plan": "pro"}));
    println!("{}", metadata.replace(&user.id, &request).await?.public_metadata.as_str());
    client.users().delete(&user.id).await?;
    Ok(())
}
