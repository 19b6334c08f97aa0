//! Testing code that uses the client, without any server.

use clerk_client::error::ErrorKind;
use clerk_client::{Call, Client, Error, User, UsersApi};

/// The code under test: it knows the trait, not the client.
async fn greeting(users: &dyn UsersApi, id: &str) -> Result<String, Error> {
    let user = users.find(id).await?;
    Ok(format!("Hello, {}!", user.full_name().unwrap_or(user.id)))
}

struct Fake;

impl UsersApi for Fake {
    fn find(&self, user_id: &str) -> Call<User> {
        let mut user = User::default();
        user.id = user_id.to_owned();
        user.first_name = Some("Ada".to_owned());
        Call::ready(Ok(user))
    }
}

#[tokio::test]
async fn a_fake_overrides_what_the_test_needs() {
    assert_eq!(greeting(&Fake, "user_1").await.unwrap(), "Hello, Ada!");
    let reply = Fake.find("user_1").with_http_info().await.unwrap();
    assert_eq!(reply.status.as_u16(), 200);
}

#[tokio::test]
async fn what_a_fake_leaves_out_says_so() {
    let error = Fake.ban("user_1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotImplemented);
    assert!(error.to_string().contains("`UsersApi::ban` is not implemented by this fake"), "{error}");
}

#[tokio::test]
async fn options_on_a_ready_call_change_nothing() {
    let call = Fake.find("user_1").timeout(std::time::Duration::ZERO).header("x", "y").api_version("2021-02-05");
    assert_eq!(call.await.unwrap().id, "user_1");
}

#[test]
fn the_client_is_a_users_api() {
    let client = Client::new("sk_test_1").unwrap();
    let boxed: Box<dyn UsersApi> = Box::new(client.clone());
    let shared: std::sync::Arc<dyn UsersApi> = std::sync::Arc::new(client);
    assert!(boxed.find("").into_request().is_err() && shared.find("u").into_request().is_ok());
}
