//! Endpoints that the crate does not have, declared and called: tokens with which a user signs in without a password.

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::users::CreateUserRequest;
use clerk_client::{Call, ClerkResponse, clerk_api};

#[derive(Clone, Debug, Default, ClerkResponse)]
pub struct SignInToken {
    #[clerk(required)]
    pub id: String,
    pub status: String,
}

#[clerk_api(prefix = "/sign_in_tokens")]
pub trait SignInTokensApi {
    /// Creates a token for a user.
    #[post("")]
    fn create(
        &self,
        #[body("user_id")] user_id: &str,
        #[body("expires_in_seconds")] seconds: Option<u32>,
    ) -> Call<SignInToken>;

    /// Revokes a token that has not been used.
    #[post("/<token_id>/revoke")]
    fn revoke(&self, token_id: &str) -> Call<SignInToken>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let request = CreateUserRequest::new().email_address("ada+clerk_test@example.com").password("correct horse 1815");
    let user = client.users().create(&request).await?;
    let tokens: &dyn SignInTokensApi = &client;
    let token = tokens.create(&user.id, Some(600)).await?;
    println!("{} is {}", token.id, token.status);
    println!("{} is {}", token.id, tokens.revoke(&token.id).await?.status);
    client.users().delete(&user.id).await?;
    Ok(())
}
