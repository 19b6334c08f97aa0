//! One table: 36 operations × 14 outcomes, the number of requests a raw server saw and what the caller got.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Client, Error, RetryPolicy};
use clerk_tests::operations::{CASES, Case};
use clerk_tests::scripted::{Outcome, Scripted};
use clerk_tests::under_test;

/// What an outcome means.
struct Expected {
    kind: ErrorKind,
    /// Sent again even if the operation must not run twice.
    always_again: bool,
    /// Sent again at all.
    again: bool,
    /// Nobody can know whether it ran.
    in_doubt: bool,
}

fn expected(outcome: Outcome) -> Expected {
    let refused = |kind| Expected { kind, always_again: true, again: true, in_doubt: false };
    let ambiguous = |kind| Expected { kind, always_again: false, again: true, in_doubt: true };
    match outcome {
        Outcome::ConnectRefused | Outcome::TlsRejected => refused(ErrorKind::Connect),
        Outcome::ResetBeforeAByte | Outcome::ResetAfterTheRequest | Outcome::HalfHeaders | Outcome::HalfBody => {
            ambiguous(ErrorKind::Network)
        }
        Outcome::Garbage => Expected { kind: ErrorKind::Decode, always_again: false, again: false, in_doubt: true },
        Outcome::Status(429 | 521, _) => refused(ErrorKind::Api),
        Outcome::Status(..) => ambiguous(ErrorKind::Api),
    }
}

fn client(server: &Scripted) -> Client {
    let mut policy = RetryPolicy::default();
    policy.initial_backoff = Duration::from_millis(1);
    policy.initial_rate_limit_backoff = Duration::from_millis(10);
    policy.budget_tokens = 1_000_000;
    under_test::builder("sk_test_1").base_url(server.base_url()).retry_policy(policy).build().unwrap()
}

fn check(case: &Case, outcome: Outcome, error: &Error) -> usize {
    // A connection can be reset before the request is written, and then it is certain that it was not; or after.
    let is_certain = outcome == Outcome::ResetBeforeAByte && (error.is_connect() || error.attempts() > 1);
    if is_certain && !case.again {
        assert!(error.attempts() == 3 || error.may_have_run(), "{} × {outcome:?}: {error}", case.name);
        return error.attempts() as usize;
    }
    let outcome_kind = error.kind();
    let Expected { kind, always_again, again, in_doubt } = expected(outcome);
    let attempts = if again && (always_again || case.again) { 3 } else { 1 };
    let cell = format!("{} × {outcome:?}: {error}", case.name);
    let kind = if is_certain { outcome_kind } else { kind };
    assert_eq!(error.kind(), kind, "{cell}");
    assert_eq!(error.attempts(), attempts, "{cell}");
    assert!(is_certain || error.may_have_run() == in_doubt, "{cell}");
    assert!(!error.may_be_deleted(), "{cell}");
    if let Outcome::Status(status, wait) = outcome {
        assert_eq!(error.status().unwrap().as_u16(), status, "{cell}");
        assert_eq!(error.retry_after().is_some(), wait.is_some(), "{cell}");
    }
    attempts as usize
}

/// Where no request is read, the operations take turns, so that connections can be counted.
async fn by_connections(outcome: Outcome) {
    let server = Scripted::start(outcome).await;
    let client = client(&server);
    for case in &CASES {
        let before = server.connections();
        let error = (case.call)(&client).await.unwrap_err();
        let attempts = check(case, outcome, &error);
        let made = server.connections() - before;
        assert_eq!(made, if outcome == Outcome::ConnectRefused { 0 } else { attempts }, "{} {outcome:?}", case.name);
        assert_eq!(server.requests(case.line), 0);
    }
}

/// All at once: the server tells them apart by their request lines.
async fn by_requests(outcome: Outcome) {
    let server = Scripted::start(outcome).await;
    let client = client(&server);
    let calls: Vec<_> = CASES.iter().map(|case| (case, tokio::spawn((case.call)(&client)))).collect();
    for (case, call) in calls {
        let error = call.await.unwrap().unwrap_err();
        let attempts = check(case, outcome, &error);
        assert_eq!(server.requests(case.line), attempts, "{} × {outcome:?}: {error}", case.name);
    }
}

#[tokio::test]
async fn each_operation_is_sent_as_often_as_the_outcome_allows() {
    let unread = [Outcome::ConnectRefused, Outcome::TlsRejected, Outcome::ResetBeforeAByte];
    for outcome in Outcome::ALL {
        match unread.contains(&outcome) {
            true => by_connections(outcome).await,
            false => by_requests(outcome).await,
        }
    }
}
