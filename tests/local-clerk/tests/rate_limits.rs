use std::time::Duration;

use local_clerk::{Clock, LocalClerk, RateLimits};
use reqwest::Method;
use serde_json::json;

use crate::support::Clerk;

async fn limited(limits: RateLimits) -> Clerk {
    let builder = LocalClerk::builder().clock(Clock::standing_at(1_767_225_600_000)).rate_limits(limits);
    Clerk::with(builder.secret_key("sk_test_one").secret_key("sk_test_two")).await
}

#[tokio::test]
async fn nothing_is_limited_by_default() {
    let clerk = Clerk::start().await;
    for _ in 0..150 {
        clerk.get("/users").await.ok();
    }
}

#[tokio::test]
async fn a_full_window_says_when_to_come_back() {
    let clerk = limited(RateLimits::of_2025()).await;
    for number in 0..20 {
        clerk.user(json!({ "username": format!("user_{number}") })).await;
    }
    clerk.local.clock().advance(Duration::from_millis(3500));
    let reply = clerk.post("/users", json!({ "username": "one_more" })).await;
    reply.refused(429, "too_many_requests");
    assert_eq!(reply.headers["retry-after"], "7");
    assert_eq!(clerk.local.user_count(), 20);
    // Other endpoints and other keys have windows of their own.
    clerk.get("/users").await.ok();
    let other = clerk.http.post(format!("{}/users", clerk.local.base_url())).bearer_auth("sk_test_two");
    clerk.send(other.json(&json!({ "username": "by_another" }))).await.ok();
    clerk.local.clock().advance(Duration::from_millis(6500));
    clerk.user(json!({ "username": "one_more" })).await;
}

#[tokio::test]
async fn changes_of_one_user_are_limited_by_themselves() {
    let clerk = limited(RateLimits::development()).await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    for _ in 0..10 {
        clerk.patch(&format!("/users/{ada}"), json!({ "first_name": "Ada" })).await.ok();
    }
    clerk.patch(&format!("/users/{ada}"), json!({})).await.refused(429, "too_many_requests");
    clerk.patch(&format!("/users/{ada}/metadata"), json!({})).await.ok();
    clerk.patch(&format!("/users/{grace}"), json!({})).await.ok();
    clerk.get(&format!("/users/{ada}")).await.ok();
}

#[tokio::test]
async fn refused_keys_are_not_counted() {
    let clerk = limited(RateLimits::custom(1, 1, None)).await;
    for _ in 0..3 {
        let request = clerk.http.request(Method::GET, format!("{}/users", clerk.local.base_url()));
        clerk.send(request.bearer_auth("sk_test_wrong")).await.refused(401, "clerk_key_invalid");
    }
    clerk.get("/users").await.ok();
    clerk.get("/users").await.refused(429, "too_many_requests");
}

#[tokio::test]
async fn what_is_refused_for_one_user_is_not_counted_for_all() {
    let clerk = limited(RateLimits::development()).await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let mut statuses = Vec::new();
    for _ in 0..120 {
        statuses.push(clerk.patch(&format!("/users/{ada}"), json!({})).await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 10);
    clerk.patch(&format!("/users/{grace}"), json!({})).await.ok();
}
