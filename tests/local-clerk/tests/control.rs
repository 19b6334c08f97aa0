use std::time::Duration;

use local_clerk::LocalClerk;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Clerk, Reply};

async fn steered() -> Clerk {
    Clerk::with(LocalClerk::builder().control_endpoints()).await
}

async fn control(clerk: &Clerk, method: Method, path: &str, body: Value) -> Reply {
    let url = format!("{}/_local/{path}", clerk.local.base_url().trim_end_matches("/v1"));
    clerk.send(clerk.http.request(method, url).json(&body)).await
}

#[tokio::test]
async fn it_is_closed_unless_asked_for() {
    let clerk = Clerk::start().await;
    assert_eq!(control(&clerk, Method::GET, "journal", json!(null)).await.status, 404);
}

#[tokio::test]
async fn faults_are_scripted_and_the_journal_read() {
    let clerk = steered().await;
    let faults = json!([
        { "fault": { "status": 429 }, "on": "create", "times": 2, "headers": { "retry-after": "1" }, "after_commit": true },
        { "fault": { "cut_body": 10 }, "on": "count" },
        { "fault": { "stall_body": { "after": 1, "pause_ms": 20 } }, "on": "find", "always": true, "delay_ms": 1 },
    ]);
    assert_eq!(control(&clerk, Method::POST, "faults", faults).await.status, 204);
    let reply = clerk.post("/users", json!({ "username": "someone" })).await;
    reply.refused(429, "too_many_requests");
    assert_eq!(reply.headers["retry-after"], "1");
    let journal = control(&clerk, Method::GET, "journal", json!(null)).await.ok();
    assert_eq!(journal["requests"][0]["operation"], "create");
    assert_eq!(journal["requests"][0]["body"], "{\"username\":\"someone\"}");
    assert_eq!(journal["effects"][0]["what"], "created");
    assert_eq!(journal["faults_remaining"], 3);
    assert!(!journal.to_string().contains(clerk.local.secret_key()));
    control(&clerk, Method::DELETE, "faults", json!(null)).await;
    control(&clerk, Method::DELETE, "journal", json!(null)).await;
    let journal = control(&clerk, Method::GET, "journal", json!(null)).await.ok();
    assert_eq!(journal, json!({ "requests": [], "last": 1, "effects": [], "faults_remaining": 0 }));
}

#[tokio::test]
async fn the_clock_is_turned_and_a_seed_file_loaded() {
    let clerk = steered().await;
    let before = clerk.local.clock().now();
    control(&clerk, Method::POST, "clock", json!({ "advance_ms": 60_000 })).await;
    assert!(clerk.local.clock().now() >= before + Duration::from_secs(60).as_millis() as i64);
    let file = json!({ "users": [{ "create": { "username": "someone" } }] });
    assert_eq!(control(&clerk, Method::POST, "seed", file).await.ok()["users"].as_array().map(Vec::len), Some(1));
    assert_eq!(clerk.local.user_count(), 1);
}

#[tokio::test]
async fn wrong_orders_are_refused_with_a_reason() {
    let clerk = steered().await;
    for (path, body, reason) in [
        ("faults", json!([{ "fault": "reset", "on": "crate" }]), "no operation of this name: crate"),
        ("faults", json!([{ "fault": "reset" }, { "fault": "rest" }]), "unknown variant `rest`"),
        ("faults", json!({}), "invalid type: map"),
        ("clock", json!({}), "one of set_ms, advance_ms and frozen"),
        ("seed", json!({ "users": [{}] }), "line 1: missing field `create`"),
    ] {
        let reply = control(&clerk, Method::POST, path, body).await;
        assert_eq!(reply.status, 400);
        assert!(reply.text.contains(reason), "{}", reply.text);
    }
    assert_eq!(clerk.local.faults().remaining(), 0);
}
