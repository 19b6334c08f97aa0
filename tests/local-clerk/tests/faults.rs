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

#[tokio::test]
async fn a_fault_for_no_request_never_comes() {
    let clerk = Clerk::start().await;
    clerk.local.faults().add(Fault::status(500).times(0));
    assert_eq!(clerk.local.faults().remaining(), 0);
    clerk.get("/users").await.ok();
}

#[tokio::test]
async fn statuses_and_headers_that_no_response_has_do_no_harm() {
    let clerk = Clerk::start().await;
    for status in [0, 100, 103, 199, 1000] {
        clerk.local.faults().add(Fault::status(status));
        assert_eq!(clerk.get("/users").await.status, 500, "{status}");
    }
    for (name, value) in [
        ("content-length", "5"),
        ("transfer-encoding", "chunked"),
        ("connection", "upgrade"),
        ("a b", "x"),
        ("x-a", "a\nb"),
    ] {
        clerk.local.faults().add(Fault::status(418).header(name, value));
        let reply = clerk.get("/users").await;
        assert_eq!(reply.status, 418);
        assert!(reply.json()["errors"].is_array(), "{name}");
    }
}

#[tokio::test]
async fn a_fault_is_aimed_by_user_path_and_condition() {
    let clerk = Clerk::start().await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let faults = clerk.local.faults();
    faults.add(Fault::status(500).for_user(&ada).always());
    faults.add(Fault::status(502).for_path("/organizations").always());
    faults.add(Fault::status(504).when(|request| request.header("x-trace") == Some("42")).always());
    let trace = clerk.request(Method::GET, "/users").header("x-trace", "42");
    for (reply, status) in [
        (clerk.get(&format!("/users/{ada}")).await, 500),
        (clerk.act(&format!("/users/{ada}/ban")).await, 500),
        (clerk.get(&format!("/users/{grace}")).await, 200),
        (clerk.get(&format!("/users/{}", &ada[..ada.len() - 1])).await, 404),
        (clerk.get("/organizations?limit=1").await, 502),
        (clerk.get("/organizations/org_1").await, 404),
        (clerk.send(trace).await, 504),
        (clerk.get("/users").await, 200),
    ] {
        assert_eq!(reply.status, status);
    }
    assert_eq!(faults.list().len(), 3);
}
