//! Nothing that a client, a reader or slow work does keeps others waiting.

use std::time::Duration;

use local_clerk::{Clock, LocalClerk, What};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::Clerk;

/// Digests of "U*U" that take some time each, and are all tried against a wrong code.
const DIGEST: &str = "$2b$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

fn address(clerk: &LocalClerk) -> String {
    clerk.base_url().trim_start_matches("http://").trim_end_matches("/v1").to_owned()
}

#[tokio::test]
async fn slow_digests_hold_up_neither_other_users_nor_the_program_under_test() {
    let clerk = Clerk::start().await;
    let codes = vec![DIGEST; 8];
    let slow = clerk.user(json!({ "username": "slow", "backup_codes": codes })).await;
    let other = clerk.ada().await;
    let verify =
        clerk.request(Method::POST, &format!("/users/{slow}/verify_totp")).json(&json!({ "code": "12345678" }));
    let verify = tokio::spawn(verify.send());
    tokio::task::yield_now().await;
    // This test has one thread. Were it the emulator's too, or were anything locked, none of this would get through meanwhile.
    for _ in 0..3 {
        clerk.get(&format!("/users/{other}")).await.ok();
        clerk.patch(&format!("/users/{other}"), json!({ "first_name": "Augusta" })).await.ok();
    }
    assert!(!verify.is_finished(), "the digests were not slow enough to tell");
    assert_eq!(verify.await.unwrap().unwrap().status(), 422);
}

/// Searches wait where all slow work waits, and not on the threads that serve connections: one that comes behind as many digests as
/// are checked at once cannot be answered before a digest was.
#[tokio::test]
async fn a_search_takes_its_turn_among_slow_work() {
    let clerk = Clerk::start().await;
    let members =
        json!({ "username": "slow", "password_digest": DIGEST.replace("$10$", "$12$"), "password_hasher": "bcrypt" });
    let slow = clerk.local.seed().user(members).unwrap();
    let digests = 2 * std::thread::available_parallelism().unwrap().get();
    let verify = || clerk.request(Method::POST, &format!("/users/{slow}/verify_password"));
    let _waiting: Vec<_> =
        (0..digests).map(|_| tokio::spawn(verify().json(&json!({ "password": "wrong" })).send())).collect();
    while clerk.local.journal().len() < digests {
        tokio::task::yield_now().await;
    }
    assert_eq!(clerk.get("/users?query=slow").await.ok()[0]["id"], *slow);
    assert_eq!(clerk.local.effects().first().map(|effect| effect.what.clone()), Some(What::PasswordVerified(false)));
}

#[tokio::test]
async fn a_client_that_never_finishes_does_not_keep_the_emulator_alive() {
    for unfinished in ["POST /v1/users HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{", "GET /v1/us", ""] {
        let clerk = Clerk::start().await;
        let mut stream = TcpStream::connect(address(&clerk.local)).await.unwrap();
        stream.write_all(unfinished.as_bytes()).await.unwrap();
        clerk.get("/users").await.ok();
        let end = tokio::time::timeout(Duration::from_secs(10), clerk.local.shutdown()).await;
        assert!(end.is_ok(), "still there after {unfinished:?}");
        let mut rest = Vec::new();
        let _ = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut rest))
            .await
            .expect("a closed connection");
    }
}

#[tokio::test]
async fn digests_that_would_take_all_memory_are_refused() {
    let clerk = Clerk::start().await;
    let digest = |memory: u32, passes: u32| {
        format!("$argon2id$v=19$m={memory},t={passes},p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
    };
    for (memory, passes, fits) in [(65_536, 16, true), (65_537, 1, false), (262_144, 1, false), (64, 17, false)] {
        let members = json!({
            "username": format!("user_{memory}_{passes}"), "password_hasher": "argon2id",
            "password_digest": digest(memory, passes),
        });
        let reply = clerk.post("/users", members).await;
        if fits {
            drop(reply.ok())
        } else {
            reply.refused_about(422, "form_password_digest_invalid_code", "password_digest")
        }
    }
}

#[tokio::test]
async fn the_journal_is_bounded_in_bytes_and_keeps_the_last_request() {
    let clerk = Clerk::with(LocalClerk::builder().journal_bytes(3000)).await;
    for number in 0..10 {
        let body = json!({ "username": format!("user_{number}"), "public_metadata": { "x": "y".repeat(1000) } });
        clerk.post("/users", body).await.ok();
    }
    let kept = clerk.local.journal();
    assert!((1..=3).contains(&kept.len()), "{}", kept.len());
    assert!(kept.last().unwrap().json().unwrap()["username"] == "user_9");
    clerk.post("/users", json!({ "username": "z".repeat(5000) })).await;
    assert_eq!(clerk.local.journal().len(), 1);
}

#[tokio::test]
async fn it_answers_nobody_before_it_is_set_up() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let count = async move |key: &str| -> Option<Value> {
        let reply = reqwest::Client::new().get(format!("http://127.0.0.1:{port}/v1/users/count")).bearer_auth(key);
        reply.send().await.ok()?.json().await.ok()
    };
    let asking = tokio::spawn(async move {
        loop {
            match count("sk_test_one").await {
                Some(count) => return count["total_count"].clone(),
                None => tokio::task::yield_now().await,
            }
        }
    });
    let clerk = LocalClerk::builder().port(port).secret_key("sk_test_one").users(3000).start().await.unwrap();
    assert_eq!(asking.await.unwrap(), 3000);
    assert_eq!(clerk.user_count(), 3000);
}

#[test]
fn it_starts_without_an_async_runtime() {
    let clerk = LocalClerk::builder().clock(Clock::standing_at(0)).users(2).start_blocking().unwrap();
    let mut stream = std::net::TcpStream::connect(address(&clerk)).unwrap();
    let request = format!(
        "GET /v1/users/count HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer {}\r\n\r\n",
        clerk.secret_key()
    );
    std::io::Write::write_all(&mut stream, request.as_bytes()).unwrap();
    let mut reply = String::new();
    std::io::Read::read_to_string(&mut stream, &mut reply).unwrap();
    assert!(reply.ends_with(r#"{"object":"total_count","total_count":2}"#), "{reply}");
}

#[tokio::test]
async fn the_log_of_changes_does_not_keep_images_for_ever() {
    let clerk = Clerk::with(LocalClerk::builder().journal_bytes(100_000)).await;
    let path = format!("/users/{}/profile_image", clerk.ada().await);
    let image = [crate::support::PNG, &[0; 40_000]].concat();
    for _ in 0..10 {
        let form = reqwest::multipart::Form::new()
            .part("file", reqwest::multipart::Part::bytes(image.clone()).file_name("a.png"));
        clerk.send(clerk.request(Method::POST, &path).multipart(form)).await.ok();
    }
    let kept: usize = clerk.local.events().iter().filter(|event| event.name().starts_with("image.")).count();
    assert!((1..=2).contains(&kept), "{kept}");
    assert_eq!(clerk.local.effects().len(), 12);
}
