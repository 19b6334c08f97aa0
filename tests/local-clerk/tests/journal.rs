use local_clerk::{LocalClerk, Operation, What};
use reqwest::Method;
use serde_json::json;

use crate::support::Clerk;

#[tokio::test]
async fn requests_are_kept_as_they_arrived_without_the_key() {
    let clerk = Clerk::start().await;
    clerk.get("/users?email_address=a%2Bb%40x.y&limit=5").await.ok();
    clerk.send(clerk.request(Method::DELETE, "/users/a%2Fb%20c/ban").header("x-trace", "42")).await;
    clerk.post("/users", json!({ "username": "someone" })).await.ok();
    let journal = clerk.local.journal();
    assert_eq!(journal[0].operation, Some(Operation::All));
    assert_eq!(journal[0].path, "/v1/users");
    assert_eq!(journal[0].query.as_deref(), Some("email_address=a%2Bb%40x.y&limit=5"));
    assert_eq!(journal[0].query_pairs()[0], ("email_address".to_owned(), "a+b@x.y".to_owned()));
    assert_eq!((journal[1].operation, journal[1].path.as_str()), (None, "/v1/users/a%2Fb%20c/ban"));
    assert_eq!(journal[1].header("x-trace"), Some("42"));
    assert_eq!(journal[2].method, Method::POST);
    assert_eq!(journal[2].json(), Some(json!({ "username": "someone" })));
    for received in &journal {
        assert_eq!(received.header("authorization"), Some("Bearer [hidden]"));
    }
    assert!(!format!("{journal:?}").contains(clerk.local.secret_key()));
}

#[tokio::test]
async fn effects_tell_what_happened_in_order() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    clerk.act(&format!("/users/{id}/lock")).await.ok();
    clerk.post(&format!("/users/{id}/verify_password"), json!({ "password": "wrong" })).await;
    clerk.delete(&format!("/users/{id}")).await.ok();
    let effects = clerk.local.effects();
    assert!(effects.iter().all(|effect| effect.user_id == id));
    let whats: Vec<_> = effects.into_iter().map(|effect| effect.what).collect();
    assert_eq!(whats, [What::Created, What::PasswordSet, What::Locked, What::PasswordVerified(false), What::Deleted]);
    clerk.local.clear_journal();
    assert!(clerk.local.effects().is_empty() && clerk.local.journal().is_empty());
}

#[tokio::test]
async fn the_journal_forgets_the_oldest_beyond_its_capacity() {
    let clerk = Clerk::with(LocalClerk::builder().journal_capacity(3)).await;
    for limit in 1..=5 {
        clerk.get(&format!("/users?limit={limit}")).await.ok();
    }
    let kept: Vec<_> = clerk.local.journal().into_iter().filter_map(|received| received.query).collect();
    assert_eq!(kept, ["limit=3", "limit=4", "limit=5"]);
}
