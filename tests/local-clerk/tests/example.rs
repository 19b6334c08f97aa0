use local_clerk::{Fault, LocalClerk, Operation, What};

#[tokio::test]
async fn a_ban_ends_all_sessions() -> Result<(), Box<dyn std::error::Error>> {
    let clerk = LocalClerk::start().await?; // its own port, its own users
    let ada = clerk.seed().user(serde_json::json!({ "email_address": ["ada@example.com"] }))?;
    let session = clerk.seed().session(&ada)?;
    clerk.faults().add(Fault::status(429).retry_after("1").on(Operation::Ban));
    // The program under test goes here, with clerk.base_url() and clerk.secret_key().
    let url = format!("{}/users/{ada}/ban", clerk.base_url());
    let ban = || reqwest::Client::new().post(&url).bearer_auth(clerk.secret_key()).send();
    assert_eq!(ban().await?.status(), 429);
    assert_eq!(ban().await?.status(), 200);
    assert_eq!(clerk.journal().len(), 2);
    assert_eq!(clerk.effects()[1].what, What::SessionsRevoked(vec![session]));
    Ok(()) // dropped, it is gone
}
