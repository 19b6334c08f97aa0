use std::time::{Duration, Instant};

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

#[tokio::test]
async fn faults_are_listed_and_aimed_by_user_path_and_body() {
    let clerk = steered().await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let faults = json!([
        { "fault": { "status": 500 }, "user": ada, "always": true },
        { "fault": { "status": 502 }, "path": "/users/count", "always": true },
        { "fault": { "status": 504 }, "body_has": "Linus", "on": "create", "always": true },
    ]);
    control(&clerk, Method::POST, "faults", faults).await;
    let listed = control(&clerk, Method::GET, "faults", json!(null)).await.ok();
    assert_eq!(
        listed,
        json!([
            format!("status 500, for user {ada}"),
            "status 502, for path /users/count",
            "status 504, on create, on a condition",
        ])
    );
    assert_eq!(clerk.get(&format!("/users/{ada}")).await.status, 500);
    assert_eq!(clerk.act(&format!("/users/{ada}/ban")).await.status, 500);
    clerk.get(&format!("/users/{grace}")).await.ok();
    assert_eq!(clerk.get("/users/count").await.status, 502);
    assert_eq!(clerk.post("/users", json!({ "username": "linus", "first_name": "Linus" })).await.status, 504);
    clerk.post("/users", json!({ "username": "other" })).await.ok();
}

#[tokio::test]
async fn the_clock_is_read_set_frozen_and_let_go() {
    let clerk = steered().await;
    let turn = async |body: Value| control(&clerk, Method::POST, "clock", body).await.ok();
    assert_eq!(turn(json!({ "frozen": true, "set_ms": 5000 })).await, json!({ "now_ms": 5000, "frozen": true }));
    assert_eq!(turn(json!({ "advance_ms": 10 })).await["now_ms"], 5010);
    let user = clerk.post("/users", json!({ "username": "somebody" })).await.ok();
    assert_eq!(user["created_at"], 5010);
    assert_eq!(control(&clerk, Method::GET, "clock", json!(null)).await.ok()["now_ms"], 5010);
    assert_eq!(turn(json!({ "frozen": false })).await["frozen"], false);
    assert!(clerk.local.clock().now() >= 5010);
}

#[tokio::test]
async fn settings_are_read_and_changed_at_run_time() {
    let clerk = steered().await;
    let before = control(&clerk, Method::GET, "settings", json!(null)).await.ok();
    assert_eq!((&before["can_ban"], &before["default_api_version"]), (&json!(true), &json!("2026-05-12")));
    let limits = json!({ "create": 1, "other": 100, "per_user": null });
    let changes = json!({ "can_ban": false, "requires_password": true, "rate_limits": limits, "lockout_ms": 1000 });
    let after = control(&clerk, Method::PATCH, "settings", changes).await.ok();
    assert_eq!((&after["can_ban"], &after["lockout_attempts"]), (&json!(false), &json!(100)));
    clerk.post("/users", json!({ "username": "somebody" })).await.refused(422, "form_data_missing");
    clerk.post("/users", json!({ "username": "somebody" })).await.refused(429, "too_many_requests");
    let wrong = control(&clerk, Method::PATCH, "settings", json!({ "can_bann": true })).await;
    assert!(wrong.status == 400 && wrong.text.contains("unknown field `can_bann`"), "{}", wrong.text);
}

#[tokio::test]
async fn every_response_takes_as_long_as_the_latency_says() {
    let clerk = steered().await;
    let ada = clerk.ada().await;
    control(&clerk, Method::PATCH, "settings", json!({ "latency_ms": 60 })).await.ok();
    clerk.local.faults().add(local_clerk::Fault::status(503));
    for status in [503, 200] {
        let sent = Instant::now();
        assert_eq!(clerk.get(&format!("/users/{ada}")).await.status, status);
        assert!(sent.elapsed() >= Duration::from_millis(60));
    }
}

#[tokio::test]
async fn state_is_exported_imported_remembered_and_forgotten() {
    let clerk = steered().await;
    clerk.ada().await;
    let export = control(&clerk, Method::GET, "export", json!(null)).await;
    control(&clerk, Method::POST, "snapshots/one", json!(null)).await;
    assert_eq!(control(&clerk, Method::POST, "reset", json!(null)).await.status, 204);
    assert_eq!(clerk.local.user_count(), 0);
    let url = format!("{}/_local/import", clerk.local.base_url().trim_end_matches("/v1"));
    assert_eq!(clerk.send(clerk.http.post(url).body(export.text)).await.status, 204);
    assert_eq!(clerk.local.user_count(), 1);
    control(&clerk, Method::POST, "reset", json!(null)).await;
    assert_eq!(control(&clerk, Method::POST, "snapshots/one/restore", json!(null)).await.status, 204);
    assert_eq!(clerk.local.user_count(), 1);
    let none = control(&clerk, Method::POST, "snapshots/two/restore", json!(null)).await;
    assert!(none.status == 400 && none.text.contains("no snapshot two"));
}

#[tokio::test]
async fn responses_are_scripted_and_unexpected_requests_listed() {
    let clerk = steered().await;
    let scripted = json!([{ "method": "GET", "path": "/teams/{id}", "body": { "id": "team_1" }, "times": 1 }]);
    assert_eq!(control(&clerk, Method::POST, "responses", scripted).await.status, 204);
    assert_eq!(clerk.get("/teams/7").await.ok(), json!({ "id": "team_1" }));
    clerk.get("/teams/7").await.refused(404, "resource_not_found");
    let listed = control(&clerk, Method::GET, "responses", json!(null)).await.ok();
    assert_eq!(listed[0]["times"], 0);
    let unexpected = control(&clerk, Method::GET, "unexpected", json!(null)).await.ok();
    assert_eq!(unexpected["requests"].as_array().unwrap().len(), 1);
    let wrong =
        control(&clerk, Method::POST, "responses", json!([{ "method": "GET", "path": "/x", "status": 99 }])).await;
    assert!(wrong.status == 400 && wrong.text.contains("99 is no status"));
}

#[tokio::test]
async fn the_journal_is_read_bit_by_bit_and_keeps_bytes() {
    let clerk = steered().await;
    for limit in 1..=4 {
        clerk.get(&format!("/users?limit={limit}")).await.ok();
    }
    let read = async |query: &str| control(&clerk, Method::GET, &format!("journal{query}"), json!(null)).await.ok();
    let queries = |journal: &Value| {
        let requests = journal["requests"].as_array().unwrap().iter();
        requests.map(|request| request["query"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let first = read("?limit=3").await;
    assert_eq!(
        (queries(&first), &first["last"]),
        (vec!["limit=1".into(), "limit=2".into(), "limit=3".into()], &json!(3))
    );
    let rest = read("?after=3").await;
    assert_eq!((queries(&rest), &rest["last"]), (vec!["limit=4".to_owned()], &json!(4)));
    clerk.send(clerk.request(Method::POST, "/users").body(&b"\x00\xff"[..])).await;
    assert_eq!(read("?after=4").await["requests"][0]["body_base64"], "AP8=");
    let events = control(&clerk, Method::GET, "events", json!(null)).await.ok();
    assert_eq!(events, json!([]));
}

#[tokio::test]
async fn large_seed_files_are_taken() {
    let clerk = steered().await;
    let users: Vec<_> = (0..3000)
        .map(|n| json!({ "create": { "username": format!("user_{n}"), "public_metadata": { "x": "y".repeat(800) } } }))
        .collect();
    let seeded = control(&clerk, Method::POST, "seed", json!({ "users": users })).await.ok();
    assert_eq!((seeded["users"].as_array().unwrap().len(), clerk.local.user_count()), (3000, 3000));
}
