//! Goes through all users that match, page by page: `cargo run --example search_users -- user1`.

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::{CountUsers, ListUsers};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let text = std::env::args().nth(1).unwrap_or_default();
    let mut query = ListUsers::new().limit(10);
    let mut count = CountUsers::new();
    if !text.is_empty() {
        query = query.query(&text);
        count = count.query(&text);
    }
    println!("{} users", client.users().count(&count).await?.total_count);
    for page in 0.. {
        let users = client.users().all(&query.clone().offset(page * 10)).await?;
        for user in &users {
            let email = user.primary_email_address().map(|email| email.email_address.as_str());
            println!("{}  {}", user.id, email.unwrap_or("no e-mail address"));
        }
        if users.len() < 10 {
            break;
        }
    }
    Ok(())
}
