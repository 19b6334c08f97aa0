use std::io::ErrorKind;
use std::time::{Duration, Instant};

use local_clerk::{Fault, LocalClerk, Operation};
use reqwest::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::Clerk;

fn someone() -> serde_json::Value {
    json!({ "username": "someone" })
}

#[tokio::test]
async fn a_status_comes_instead_of_the_operation() {
    let clerk = Clerk::start().await;
    clerk.local.faults().add(Fault::status(503).retry_after("soon").on(Operation::Create).times(2));
    for _ in 0..2 {
        let reply = clerk.post("/users", someone()).await;
        reply.refused(503, "maintenance_mode");
        assert_eq!(reply.headers["retry-after"], "soon");
    }
    assert_eq!(clerk.local.user_count(), 0);
    clerk.post("/users", someone()).await.ok();
    assert_eq!(clerk.local.faults().remaining(), 0);
}

#[tokio::test]
async fn a_status_may_come_after_the_operation_took_effect() {
    let clerk = Clerk::start().await;
    clerk
        .local
        .faults()
        .add(Fault::status(524).after_commit().body("<html>timeout</html>").header("content-type", "text/html"));
    let reply = clerk.post("/users", someone()).await;
    assert_eq!((reply.status, reply.text.as_str()), (524, "<html>timeout</html>"));
    assert_eq!(clerk.local.user_count(), 1);
}

#[tokio::test]
async fn a_connection_is_reset_before_or_after_the_operation() {
    let clerk = Clerk::start().await;
    for (fault, users) in [(Fault::reset(), 0), (Fault::reset().after_commit(), 1)] {
        clerk.local.faults().add(fault.on(Operation::Create));
        let sent = clerk.request(Method::POST, "/users").json(&someone()).send().await;
        assert!(sent.is_err());
        assert_eq!(clerk.local.user_count(), users);
    }
    assert_eq!(clerk.local.journal().len(), 2);
}

#[tokio::test]
async fn a_broken_connection_ends_as_told() {
    let clerk = Clerk::start().await;
    let address = clerk.local.base_url()[7..].trim_end_matches("/v1").to_owned();
    let cases = [
        (Fault::close(), Ok(String::new())),
        (Fault::cut_headers(), Ok("HTTP/1.1 200 OK\r\ncontent-type: appli".to_owned())),
        (Fault::reset(), Err(ErrorKind::ConnectionReset)),
    ];
    for (fault, expected) in cases {
        clerk.local.faults().add(fault);
        let mut stream = TcpStream::connect(&address).await.expect("a connection");
        stream.write_all(b"GET /v1/users HTTP/1.1\r\nhost: localhost\r\n\r\n").await.expect("a request");
        let mut reply = String::new();
        let read = stream.read_to_string(&mut reply).await;
        assert_eq!(read.map(|_| reply).map_err(|error| error.kind()), expected);
    }
}

#[tokio::test]
async fn a_fault_waits_for_its_operation_and_its_turn() {
    let clerk = Clerk::start().await;
    clerk.local.faults().add(Fault::status(500).on(Operation::Count).skip(1));
    clerk.get("/users").await.ok();
    clerk.get("/users/count").await.ok();
    clerk.get("/users/count").await.refused(500, "internal_clerk_error");
    clerk.get("/users/count").await.ok();
    clerk.local.faults().add(Fault::status(500).always());
    for _ in 0..3 {
        clerk.get("/users").await.refused(500, "internal_clerk_error");
    }
    clerk.local.faults().clear();
    clerk.get("/users").await.ok();
}

#[tokio::test]
async fn bodies_are_cut_stalled_garbled_and_bloated() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}", clerk.ada().await);
    let get = async |fault: Fault| {
        clerk.local.faults().add(fault);
        clerk.request(Method::GET, &path).send().await.expect("headers")
    };
    let cut = get(Fault::cut_body(100)).await;
    assert_eq!(cut.status(), 200);
    assert!(cut.bytes().await.is_err());
    let started = Instant::now();
    let stalled = get(Fault::stall_body(10, Duration::from_millis(80))).await;
    let user: serde_json::Value = stalled.json().await.expect("the whole body");
    assert_eq!(user["first_name"], "Ada");
    assert!(started.elapsed() >= Duration::from_millis(80));
    let garbage = get(Fault::garbage()).await;
    assert_eq!(garbage.headers()["content-type"], "application/json");
    assert!(garbage.json::<serde_json::Value>().await.is_err());
    let typed = get(Fault::content_type("text/html")).await;
    assert_eq!(typed.headers()["content-type"], "text/html");
    let bloated = get(Fault::oversized_body(3_000_000)).await;
    assert_eq!(bloated.content_length(), None);
    assert_eq!(bloated.bytes().await.expect("a body").len(), 3_000_000);
}

#[tokio::test]
async fn a_reply_is_held_back_before_its_headers() {
    let clerk = Clerk::start().await;
    clerk.local.faults().add(Fault::delay(Duration::from_millis(80)));
    let started = Instant::now();
    clerk.get("/users").await.ok();
    assert!(started.elapsed() >= Duration::from_millis(80));
}

#[tokio::test]
async fn chances_follow_the_seed() {
    let draw = async || {
        let clerk = Clerk::with(LocalClerk::builder().seed(11)).await;
        clerk.local.faults().add(Fault::status(500).always().chance(0.5));
        let mut statuses = Vec::new();
        for _ in 0..40 {
            statuses.push(clerk.get("/users").await.status);
        }
        statuses
    };
    let first = draw().await;
    assert!(first.contains(&200) && first.contains(&500));
    assert_eq!(first, draw().await);
}
