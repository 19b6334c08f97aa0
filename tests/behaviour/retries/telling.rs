//! What can be seen of attempts: errors, the hook, spans and events; and what cannot.

use std::sync::{Arc, Mutex};

use clerk_client::{
    CreateUserRequest, Retry, RetryReason, UpdateUserRequest, VerifyPasswordRequest, VerifyTotpRequest,
};
use clerk_tests::wire::{Wire, response};

use super::log::Log;
use super::stub::{Reply, Stub};

#[tokio::test(start_paused = true)]
async fn an_error_tells_attempts_time_and_why_there_were_no_more() {
    let stub = Stub::list([Reply::Reset, Reply::Status(500), Reply::Status(502)]);
    let error = stub.client().users().find("user_1").await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    assert!(error.elapsed() <= std::time::Duration::from_millis(310));
    let text = error.to_string();
    assert!(text.starts_with("UsersApi.find (GET /users/{user_id}): refused: 502 Bad Gateway"), "{text}");
    assert!(text.contains("(3 attempts in "), "{text}");
    let once = Stub::always(Reply::Status(404)).client().users().find("user_1").await.unwrap_err();
    assert!(!once.to_string().contains("attempt"), "{once}");
}

#[tokio::test(start_paused = true)]
async fn an_error_remembers_that_an_earlier_attempt_may_have_run() {
    for (replies, may_have_run) in [
        (vec![Reply::Reset, Reply::Status(403)], true),
        (vec![Reply::Status(500), Reply::NoConnection, Reply::NoConnection], true),
        (vec![Reply::NoConnection, Reply::Status(403)], false),
        (vec![Reply::Status(429), Reply::Status(403)], false),
    ] {
        let error = Stub::list(replies.clone()).client().users().ban("user_1").await.unwrap_err();
        assert_eq!(error.may_have_run(), may_have_run, "{replies:?}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_404_means_done_only_for_a_delete_that_may_have_run() {
    for (first, done) in [(Reply::Reset, true), (Reply::Status(500), true), (Reply::NoConnection, false)] {
        let stub = || Stub::list([first.clone(), Reply::Status(404)]).client();
        assert_eq!(stub().users().delete("user_1").await.unwrap_err().may_have_succeeded(), done, "{first:?}");
        assert!(!stub().users().find("user_1").await.unwrap_err().may_have_succeeded());
        assert!(stub().users().delete("user_1").absent_is_ok().await.unwrap().is_none());
    }
    assert!(Stub::always(Reply::Ok).client().users().delete("user_1").absent_is_ok().await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_call_can_have_another_rule_than_its_endpoint() {
    let password = VerifyPasswordRequest::new("correct horse 1815");
    let stub = Stub::always(Reply::Reset);
    let error = stub.client().users().verify_password("user_1", &password).retry(Retry::Always).await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    let error = stub.client().users().ban("user_1").retry(Retry::Never).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn update_is_sent_again_unless_its_body_does_something_once() {
    let stub = Stub::always(Reply::Status(500));
    let new = UpdateUserRequest::new;
    for (request, attempts) in [
        (new().first_name("password"), 3),
        (new().public_metadata(serde_json::json!({"password": "totp_secret"})), 3),
        (new(), 3),
        (new().password("correct horse 1815"), 1),
        (new().password_digest("x"), 1),
        (new().sign_out_of_other_sessions(true), 1),
        (new().notify_primary_email_address_changed(true), 1),
        (new().totp_secret("x"), 1),
        (new().backup_codes(["x"]), 1),
    ] {
        let error = stub.client().users().update("user_1", &request).await.unwrap_err();
        assert_eq!(error.attempts(), attempts, "{request:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_hook_hears_of_each_retry() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let log = heard.clone();
    let stub = Stub::list([Reply::NoConnection, Reply::StatusAfter(429, "1".to_owned())]);
    let client = stub
        .builder()
        .on_retry(move |retry| {
            log.lock().unwrap().push((
                retry.endpoint.name,
                retry.attempts,
                retry.reason,
                retry.wait,
                retry.error.status(),
            ))
        })
        .build()
        .unwrap();
    client.users().find("user_1").await.unwrap();
    let heard = heard.lock().unwrap();
    assert_eq!(heard.len(), 2);
    assert_eq!((heard[0].0, heard[0].1, heard[0].2), ("find", 1, RetryReason::NeverSent));
    assert_eq!((heard[1].1, heard[1].2), (2, RetryReason::Throttled));
    assert!(heard[1].3.as_secs() == 1 && heard[1].4.unwrap().as_u16() == 429);
}

#[tokio::test(start_paused = true)]
async fn a_span_tells_of_the_call_and_an_event_of_each_attempt() {
    let log = Log::of("clerk");
    let _guard = tracing::subscriber::set_default(log.clone());
    let stub = Stub::list([Reply::Status(503)]);
    stub.client().users().find("user_planted").await.unwrap();
    let text = log.text();
    for expected in [
        "http.request.method=\"GET\"",
        "url.template=\"/users/{user_id}\"",
        "server.address=\"api.clerk.com\"",
        "server.port=443",
        "clerk.endpoint=\"find\"",
        "http.response.status_code=503",
        "error.type=\"503\"",
        "clerk.retry.reason=\"ambiguous\"",
        "clerk.retry.wait_ms=",
        "http.request.resend_count=1",
        "http.response.status_code=200",
    ] {
        assert!(text.contains(expected), "{expected} is not in\n{text}");
    }
    assert_eq!((text.matches("span clerk_call").count(), text.matches("event").count()), (1, 2), "{text}");
    let _ = Stub::always(Reply::Reset).client().users().create(&CreateUserRequest::new().username("a")).await;
    assert!(log.text().contains("error.type=\"network\""), "{}", log.text());
}

#[tokio::test(start_paused = true)]
async fn what_is_told_holds_no_secrets_and_no_ids() {
    let log = Log::of("clerk");
    let _guard = tracing::subscriber::set_default(log.clone());
    let hook = log.clone();
    for reply in [Reply::Status(500), Reply::Reset, Reply::Status(429), Reply::NoConnection, Reply::Status(404)] {
        let stub = Stub::always(reply);
        let builder = clerk_client::Client::builder("sk_test_planted").transport(stub);
        let hook = hook.clone();
        let client = builder.on_retry(move |retry| hook.line(&format!("{retry:?}"))).build().unwrap();
        let users = client.users();
        let create = CreateUserRequest::new().password("planted").totp_secret("planted").backup_codes(["planted"]);
        let update = UpdateUserRequest::new().username("planted").password("planted");
        let _ = users.create(&create).await;
        let _ = users.update("user_planted", &update).await;
        let _ = users.verify_password("user_planted", &VerifyPasswordRequest::new("planted")).await;
        let _ = users.verify_totp("user_planted", &VerifyTotpRequest::new("planted")).await;
        let _ = users.find("user_planted").header("x-other", "planted").await;
    }
    let text = log.text();
    assert!(text.lines().count() > 50 && text.contains("RetryEvent"), "{text}");
    assert!(!text.contains("planted"), "{text}");
}

#[tokio::test]
async fn nothing_below_tells_secrets_either() {
    let log = Log::of("");
    let _guard = tracing::subscriber::set_default(log.clone());
    let totp = r#"{"id":"t","secret":"planted","uri":"otpauth://planted","backup_codes":["planted"]}"#;
    let wire = Wire::raw([response(500, &[("set-cookie", "planted")], "planted"), response(200, &[], totp)]).await;
    let client = wire.client();
    let update = UpdateUserRequest::new().first_name("planted");
    assert!(client.users().update("user_1", &update).await.is_ok());
    let _ = client.users().verify_password("user_1", &VerifyPasswordRequest::new("planted")).await;
    let _ = client.users().verify_totp("user_1", &VerifyTotpRequest::new("planted")).await;
    let _ = client.users().create_totp("user_1").await;
    let text = log.text();
    assert!(text.contains("handshake") && text.contains("clerk_call"), "all of it is heard: {text}");
    assert!(!text.contains("planted"), "{text}");
}
