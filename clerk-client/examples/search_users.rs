//! Prints all users that match, page by page: `cargo run --example search_users -- user1`.
//!
//! Pages follow a cursor, so that users who are created or deleted meanwhile neither hide nor repeat others.

#![allow(clippy::print_stdout, missing_docs, reason = "a program")]

mod clerk;

use clerk_client::users::{CountUsers, ListUsers, OrderBy};

/// Small, so that the example has pages; Clerk allows 500.
const PAGE: u32 = 10;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, _local) = clerk::connect().await?;
    let mut query = ListUsers::new().order_by(OrderBy::CreatedAt).limit(PAGE);
    if let Some(text) = std::env::args().nth(1) {
        query = query.query(text);
    }
    let count = client.users().count(&CountUsers::from(&query)).await?;
    println!("{} users", count.total_count);
    loop {
        let page = client.users().all(&query).await?;
        for user in &page {
            let email = user.primary_email_address().map(|email| email.email_address.as_str());
            println!("{}  {}", user.id, email.unwrap_or("no email address"));
        }
        match page.last() {
            Some(last) if page.len() == PAGE as usize => query = query.starting_after(&last.id),
            _ => return Ok(()),
        }
    }
}
