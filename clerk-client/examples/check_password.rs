//! Checks a password, and tells "no" from "broken" and from "does not apply".

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::{Client, CreateUserRequest, Result, VerifyPasswordRequest};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let request = CreateUserRequest::new().email_address("ada+clerk_test@example.com").password("correct horse 1815");
    let user = client.users().create(&request).await?;
    for password in ["correct horse 1815", "a guess"] {
        println!("{password:?}: {:?}", check(&client, &user.id, password).await?);
    }
    client.users().delete(&user.id).await?;
    Ok(())
}

#[derive(Debug)]
enum Answer {
    Right,
    Wrong,
    /// The user signs in some other way.
    HasNone,
}

async fn check(client: &Client, user_id: &str, password: &str) -> Result<Answer> {
    match client.users().verify_password(user_id, &VerifyPasswordRequest::new(password)).await {
        Ok(_) => Ok(Answer::Right),
        Err(error) if error.has_code("incorrect_password") => Ok(Answer::Wrong),
        Err(error) if error.has_code("no_password_set") => Ok(Answer::HasNone),
        Err(error) => Err(error),
    }
}
