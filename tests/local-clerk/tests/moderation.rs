use std::time::Duration;

use local_clerk::{Clock, LocalClerk, What};
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn a_ban_revokes_all_sessions() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let sessions = vec![clerk.local.seed().session(&id).unwrap(), clerk.local.seed().session(&id).unwrap()];
    assert_eq!(clerk.local.sessions(&id), sessions);
    assert_eq!(clerk.act(&format!("/users/{id}/ban")).await.ok()["banned"], true);
    assert!(clerk.local.sessions(&id).is_empty());
    let effects: Vec<_> = clerk.local.effects().into_iter().map(|effect| effect.what).collect();
    assert_eq!(effects[effects.len() - 2..], [What::Banned, What::SessionsRevoked(sessions)]);
    assert_eq!(clerk.act(&format!("/users/{id}/unban")).await.ok()["banned"], false);
}

#[tokio::test]
async fn a_lock_ends_by_itself() {
    let clock = Clock::standing_at(1_767_225_600_000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock.clone()).lockout(Duration::from_secs(60))).await;
    let id = clerk.ada().await;
    let standing = |user: &Value| {
        (
            user["locked"].clone(),
            user["lockout_expires_in_seconds"].clone(),
            user["verification_attempts_remaining"].clone(),
        )
    };
    let locked = clerk.act(&format!("/users/{id}/lock")).await.ok();
    assert_eq!(standing(&locked), (json!(true), json!(60), json!(0)));
    clock.advance(Duration::from_millis(59_500));
    let path = format!("/users/{id}");
    assert_eq!(standing(&clerk.get(&path).await.ok()), (json!(true), json!(1), json!(0)));
    clock.advance(Duration::from_millis(500));
    assert_eq!(standing(&clerk.get(&path).await.ok()), (json!(false), Value::Null, json!(100)));
    clerk.act(&format!("{path}/lock")).await.ok();
    let unlocked = clerk.act(&format!("{path}/unlock")).await.ok();
    assert_eq!(standing(&unlocked), (json!(false), Value::Null, json!(100)));
}

#[tokio::test]
async fn unknown_users_and_poor_plans_are_refused() {
    let clerk = Clerk::start().await;
    for what in ["ban", "unban", "lock", "unlock"] {
        clerk.act(&format!("/users/{UNKNOWN}/{what}")).await.refused(404, "resource_not_found");
    }
    let poor = Clerk::with(LocalClerk::builder().without_bans()).await;
    let id = poor.ada().await;
    for what in ["ban", "unban"] {
        let reply = poor.act(&format!("/users/{id}/{what}")).await;
        reply.refused(402, "unsupported_subscription_plan_features");
    }
    poor.act(&format!("/users/{id}/lock")).await.ok();
}

#[tokio::test]
async fn many_are_banned_together_or_none() {
    let clerk = Clerk::start().await;
    let one = clerk.user(json!({ "username": "troll_one" })).await;
    let two = clerk.user(json!({ "username": "troll_two" })).await;
    clerk.post("/users/ban", json!({ "user_ids": [one, UNKNOWN] })).await.refused(404, "resource_not_found");
    assert_eq!(clerk.list("banned=true", "id").await.len(), 0);
    clerk.post("/users/ban", json!({ "user_ids": [one, two] })).await.ok();
    assert_eq!(clerk.list("banned=true", "id").await.len(), 2);
    clerk.post("/users/unban", json!({ "user_ids": [two] })).await.ok();
    assert_eq!(clerk.list("banned=true", "id").await, [one]);
    clerk.post("/users/ban", json!({ "user_ids": [] })).await.refused_about(422, "form_param_missing", "user_ids");
    let many = json!({ "user_ids": vec![two; 51] });
    clerk.post("/users/ban", many).await.refused(400, "bulk_size_exceeded");
}

#[tokio::test]
async fn an_unknown_member_of_a_bulk_ban_is_refused() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    for path in ["/users/ban", "/users/unban"] {
        let reply = clerk.post(path, json!({ "user_ids": [id], "reason": "spam" })).await;
        reply.refused_about(422, "form_param_unknown", "reason");
    }
}
