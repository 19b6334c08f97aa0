//! What can be seen of calls through `tracing`, and what cannot.
//!
//! A program of its own, since a subscriber that hears everything is for a whole process.

#![allow(deprecated, reason = "create_totp is tested like the others")]
#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

mod log;
#[allow(dead_code, reason = "the other tests use more of it")]
#[path = "../behaviour/retries/stub.rs"]
mod stub;

use clerk_client::{CreateUserRequest, UpdateUserRequest, VerifyPasswordRequest, VerifyTotpRequest};
use clerk_tests::wire::{Wire, response};

use stub::{Reply, Stub};

#[tokio::test(start_paused = true)]
async fn a_span_tells_of_the_call_and_an_event_of_each_attempt() {
    log::start();
    let stub = Stub::list([Reply::Status(503)]);
    stub.client().users().find("user_planted").await.unwrap();
    let text = log::text();
    for expected in [
        "http.request.method=\"GET\"",
        "url.template=\"/users/{user_id}\"",
        "server.address=\"api.clerk.com\"",
        "server.port=443",
        "clerk.endpoint=\"find\"",
        "http.response.status_code=503",
        "error.type=\"503\"",
        "clerk.retry.reason=\"unknown_outcome\"",
        "clerk.retry.wait_ms=",
        "http.request.resend_count=1",
        "http.response.status_code=200",
    ] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
    assert_eq!(
        (text.matches("span clerk_client").count(), text.matches("event clerk_client").count()),
        (1, 2),
        "{text}"
    );
    let _ = Stub::always(Reply::Reset).client().users().create(&CreateUserRequest::new().username("a")).await;
    assert!(log::text().contains("error.type=\"network\""), "{}", log::text());
}

/// What the span was told in the end, beside what it began with.
fn recorded() -> Vec<String> {
    let text = log::text();
    let lines = text.lines().filter_map(|line| line.strip_prefix("record "));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[tokio::test(start_paused = true)]
async fn a_span_is_told_how_its_call_ended() {
    log::start();
    let resends = |n: u32| format!("http.request.resend_count={n}");
    let status = |code: u32| format!("http.response.status_code={code}");
    for (replies, expected) in [
        (vec![], vec![status(200), resends(0)]),
        (vec![Reply::Status(500), Reply::Reset], vec![status(200), resends(2)]),
        (
            vec![Reply::Status(404)],
            vec![status(404), resends(0), "error.type=\"404\"".to_owned(), "otel.status_code=\"ERROR\"".to_owned()],
        ),
        (
            vec![Reply::Reset; 3],
            vec![resends(2), "error.type=\"network\"".to_owned(), "otel.status_code=\"ERROR\"".to_owned()],
        ),
    ] {
        let before = recorded().len();
        let _ = Stub::list(replies).client().users().find("user_1").await;
        assert_eq!(recorded().split_off(before), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn the_wait_for_admission_is_in_the_span_and_in_an_event() {
    log::start();
    let stub = Stub::always(Reply::Ok);
    let client = stub.builder().rate_limit(clerk_client::RateLimit::per_10_seconds(1)).build().unwrap();
    client.users().find("user_1").await.unwrap();
    assert!(!log::text().contains("admission.wait_ms="), "nothing to tell of");
    client.users().find("user_1").await.unwrap();
    let text = log::text();
    let told: Vec<_> = text.lines().filter(|line| line.contains("clerk.admission.wait_ms=10")).collect();
    assert_eq!(told.len(), 2, "{text}");
    assert!(told[0].starts_with("event") && told[0].contains("waited for admission") && told[1].starts_with("record"));
}

#[tokio::test(start_paused = true)]
async fn what_is_told_holds_no_secrets_and_no_ids() {
    log::start();
    for reply in [Reply::Status(500), Reply::Reset, Reply::Status(429), Reply::NoConnection, Reply::Status(404)] {
        let stub = Stub::always(reply);
        let builder = clerk_client::Client::builder("sk_test_planted").transport(stub);
        let client = builder.on_retry(move |retry| log::line(&format!("{retry:?}"))).build().unwrap();
        let users = client.users();
        let create = CreateUserRequest::new().password("planted").totp_secret("planted").backup_codes(["planted"]);
        let update = UpdateUserRequest::new().username("planted").password("planted");
        let _ = users.create(&create).await;
        let _ = users.update("user_planted", &update).await;
        let _ = users.verify_password("user_planted", &VerifyPasswordRequest::new("planted")).await;
        let _ = users.verify_totp("user_planted", &VerifyTotpRequest::new("planted")).await;
        let _ = users.find("user_planted").header("x-other", "planted").await;
    }
    let text = log::text();
    assert!(text.lines().count() > 50 && text.contains("RetryEvent"), "{text}");
    assert!(!text.contains("planted"), "{text}");
}

#[tokio::test]
async fn nothing_below_tells_secrets_either() {
    log::start();
    let totp = r#"{"id":"t","secret":"planted","uri":"otpauth://planted","backup_codes":["planted"]}"#;
    let wire = Wire::raw([response(500, &[("set-cookie", "planted")], "planted"), response(200, &[], totp)]).await;
    let client = wire.client();
    let update = UpdateUserRequest::new().first_name("planted");
    assert!(client.users().update("user_1", &update).await.is_ok());
    let _ = client.users().verify_password("user_1", &VerifyPasswordRequest::new("planted")).await;
    let _ = client.users().verify_totp("user_1", &VerifyTotpRequest::new("planted")).await;
    let _ = client.users().create_totp("user_1").await;
    let text = log::text();
    assert!(text.contains("event hyper_util") && text.contains("span clerk_client"), "all of it is heard: {text}");
    assert!(!text.contains("planted"), "{text}");
}
