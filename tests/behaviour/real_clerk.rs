//! The same against the real Clerk: `CLERK_SECRET_KEY=sk_test_… cargo test -p clerk-tests -- --ignored real_clerk`.

use std::time::{SystemTime, UNIX_EPOCH};

use clerk_client::{Client, CreateUserRequest, ListUsers, MetadataPatch, UpdateUserMetadataRequest, UpdateUserRequest};

#[tokio::test]
#[ignore = "needs CLERK_SECRET_KEY and the network; creates one user and deletes it"]
async fn a_user_is_created_changed_found_and_deleted() {
    let client = Client::from_env().unwrap();
    let users = client.users();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    let email = format!("ada+clerk_test_{now}@example.com");
    let request =
        CreateUserRequest::new().email_address(&email).password(format!("correct horse {now}")).first_name("Ada");
    let user = users.create(&request).await.unwrap();

    let outcome: clerk_client::Result<()> = async {
        users.update(&user.id, &UpdateUserRequest::new().last_name("Lovelace")).await?;
        let metadata = UpdateUserMetadataRequest::new().public_metadata(MetadataPatch::new().set("plan", "pro"));
        users.update_metadata(&user.id, &metadata).await?;
        let found = users.all(&ListUsers::new().email_address(&email)).await?;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].full_name().as_deref(), Some("Ada Lovelace"));
        assert_eq!(found[0].public_metadata.as_str(), r#"{"plan":"pro"}"#);
        Ok(())
    }
    .await;

    assert!(users.delete(&user.id).await.unwrap().deleted);
    outcome.unwrap();
    assert!(users.find(&user.id).await.unwrap_err().is_not_found());
}
