use local_clerk::What;
use reqwest::Method;
use serde_json::json;
use tokio::task::JoinSet;

use crate::support::Clerk;

/// Sends a request many times at once and counts the replies of status 200.
async fn at_once(clerk: &Clerk, path: &str, body: serde_json::Value) -> usize {
    let mut requests = JoinSet::new();
    for _ in 0..32 {
        requests.spawn(clerk.request(Method::POST, path).json(&body).send());
    }
    let mut accepted = 0;
    while let Some(reply) = requests.join_next().await {
        accepted += usize::from(reply.expect("a task").expect("a reply").status() == 200);
    }
    accepted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_many_takes_an_identifier() {
    let clerk = Clerk::start().await;
    let body = json!({ "email_address": ["ada@example.com"], "password": "correct horse" });
    assert_eq!(at_once(&clerk, "/users", body).await, 1);
    assert_eq!(clerk.local.user_count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_many_consumes_a_backup_code() {
    let clerk = Clerk::start().await;
    let id = clerk.user(json!({ "username": "ada_l", "backup_codes": ["first-one", "other"] })).await;
    let path = format!("/users/{id}/verify_totp");
    assert_eq!(at_once(&clerk, &path, json!({ "code": "first-one" })).await, 1);
    let consumed = clerk.local.effects().into_iter().filter(|effect| effect.what == What::BackupCodeConsumed);
    assert_eq!(consumed.count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn merges_of_many_all_count() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/metadata", clerk.ada().await);
    let mut requests = JoinSet::new();
    for number in 0..32 {
        let body = json!({ "public_metadata": { format!("key_{number}"): number } });
        requests.spawn(clerk.request(Method::PATCH, &path).json(&body).send());
    }
    while let Some(reply) = requests.join_next().await {
        assert_eq!(reply.expect("a task").expect("a reply").status(), 200);
    }
    let user = clerk.patch(&path, json!({})).await.ok();
    assert_eq!(user["public_metadata"].as_object().expect("an object").len(), 32);
}
