use std::net::TcpStream;
use std::time::Duration;

use local_clerk::{Clock, Fault, LocalClerk};
use serde_json::json;

use crate::support::Clerk;

#[tokio::test]
async fn instances_share_nothing() {
    let (one, two) = (Clerk::start().await, Clerk::start().await);
    one.ada().await;
    one.local.faults().add(Fault::status(500).always());
    assert_ne!(one.local.base_url(), two.local.base_url());
    assert!(two.get("/users").await.ok().as_array().unwrap().is_empty());
    assert_eq!(two.local.journal().len(), 1);
}

#[tokio::test]
async fn it_listens_on_loopback_only() {
    let clerk = LocalClerk::start().await.unwrap();
    assert!(clerk.base_url().starts_with("http://127.0.0.1:") && clerk.base_url().ends_with("/v1"));
}

#[tokio::test]
async fn stopping_answers_what_is_in_flight_and_frees_the_port() {
    let clerk = Clerk::start().await;
    let address = clerk.local.base_url()[7..].trim_end_matches("/v1").to_owned();
    clerk.local.faults().add(Fault::delay(Duration::from_millis(100)));
    let request = clerk.request(reqwest::Method::GET, "/users").send();
    let request = tokio::spawn(request);
    tokio::time::sleep(Duration::from_millis(30)).await;
    clerk.local.shutdown().await;
    assert_eq!(request.await.unwrap().expect("an answer").status(), 200);
    assert!(TcpStream::connect(address).is_err());
}

#[tokio::test]
async fn dropping_stops_it() {
    let clerk = LocalClerk::start().await.unwrap();
    let address = clerk.base_url()[7..].trim_end_matches("/v1").to_owned();
    drop(clerk);
    for _ in 0..100 {
        if TcpStream::connect(&address).is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("still listening");
}

#[tokio::test]
async fn a_seed_and_a_clock_make_every_reply_repeatable() {
    let run = async || {
        let builder = LocalClerk::builder().seed(42).clock(Clock::standing_at(1_767_225_600_000));
        let clerk = Clerk::with(builder).await;
        let id = clerk.ada().await;
        let totp = clerk.request(reqwest::Method::POST, &format!("/users/{id}/totp"));
        let totp = clerk.send(totp.header("clerk-api-version", "2025-11-10")).await;
        let user = clerk.post("/users", json!({ "username": "other" })).await;
        let origin = clerk.local.base_url().trim_end_matches("/v1").to_owned();
        [totp.text, user.text.replace(&origin, ""), clerk.get("/nowhere").await.text]
    };
    assert_eq!(run().await, run().await);
}
