//! The context of errors, and what the hook is told.

use std::sync::{Arc, Mutex};

use super::stub::{Reply, Stub};
use clerk_client::{CreateUserRequest, RetryPolicy, RetryReason, UpdateUserRequest, VerifyPasswordRequest};

#[tokio::test(start_paused = true)]
async fn an_error_tells_attempts_time_and_why_there_were_no_more() {
    let stub = Stub::list([Reply::Reset, Reply::Status(500), Reply::Status(502)]);
    let error = stub.client().users().find("user_1").await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    assert!(error.elapsed() <= std::time::Duration::from_millis(310));
    let text = error.to_string();
    assert!(text.starts_with("UsersApi.find (GET /users/{user_id}): the server responded 502 Bad Gateway"), "{text}");
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
        assert_eq!(stub().users().delete("user_1").await.unwrap_err().may_be_deleted(), done, "{first:?}");
        assert!(!stub().users().find("user_1").await.unwrap_err().may_be_deleted());
        assert!(stub().users().delete("user_1").optional().await.unwrap().is_none());
    }
    assert!(Stub::always(Reply::Ok).client().users().delete("user_1").optional().await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_call_can_have_another_rule_than_its_endpoint() {
    let password = VerifyPasswordRequest::new("correct horse 1815");
    let stub = Stub::always(Reply::Reset);
    let error = stub.client().users().verify_password("user_1", &password).idempotent(true).await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    let error = stub.client().users().ban("user_1").idempotent(false).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn maintenance_is_a_refusal_unless_the_policy_takes_its_outcome_for_unknown() {
    for (maintenance, attempts, may_have_run) in [(true, 3, false), (false, 1, true)] {
        let mut policy = RetryPolicy::default();
        policy.retry_maintenance = maintenance;
        let client = Stub::always(Reply::Maintenance).builder().retry_policy(policy).build().unwrap();
        let error = client.users().create(&CreateUserRequest::new().username("ada")).await.unwrap_err();
        assert_eq!((error.attempts(), error.may_have_run()), (attempts, may_have_run), "{error}");
        let read = client.users().find("user_1").await.unwrap_err();
        assert_eq!(read.attempts(), 3, "a read is retried either way: {read}");
    }
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
                retry.error.to_string(),
            ))
        })
        .build()
        .unwrap();
    client.users().find("user_1").await.unwrap();
    let heard = heard.lock().unwrap();
    assert_eq!(heard.len(), 2);
    assert!(heard[1].5.starts_with("UsersApi.find (GET /users/{user_id}): ") && heard[1].5.contains("(2 attempts in "));
    assert_eq!((heard[0].0, heard[0].1, heard[0].2), ("find", 1, RetryReason::NotReached));
    assert_eq!((heard[1].1, heard[1].2), (2, RetryReason::RateLimited));
    assert!(heard[1].3.as_secs() == 1 && heard[1].4.unwrap().as_u16() == 429);
}
