//! A call can be dropped at any point, and nothing stays behind.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clerk_client::{RateLimit, RetryPolicy};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

#[tokio::test(start_paused = true)]
async fn calls_dropped_while_they_wait_give_their_tokens_back() {
    let mut policy = RetryPolicy::default();
    policy.budget_tokens = 10;
    let stub = Stub::always(Reply::StatusAfter(503, "5".to_owned()));
    let client = stub.builder().retry_policy(policy).build().unwrap();
    for milliseconds in 0..200 {
        let call = client.users().find("user_1");
        assert!(tokio::time::timeout(Duration::from_millis(milliseconds), call).await.is_err());
    }
    let error = client.users().find("user_1").await.unwrap_err();
    assert_eq!(error.attempts(), 2, "the one re-send that the budget pays for: {error}");
}

#[tokio::test(start_paused = true)]
async fn calls_dropped_in_the_queue_and_those_without_time_for_it_give_their_tokens_back() {
    let mut policy = RetryPolicy::default();
    policy.budget_tokens = 10;
    policy.rate_limit_gate = true;
    let stub = Stub::new(|_, request| match request.uri().path() {
        "/v1/users/user_1/lock" => Reply::Reset,
        _ => Reply::StatusAfter(429, "5".to_owned()),
    });
    let builder = stub.builder().retry_policy(policy).rate_limit(RateLimit::per_10_seconds(1));
    let client = builder.timeout(Duration::from_secs(15)).build().unwrap();
    for limit in [15, 5, 4] {
        // The first attempt takes the only turn of ten seconds, so the second one queues.
        let call = client.users().lock("user_1").timeout(Duration::from_secs(limit));
        let _ = tokio::time::timeout(Duration::from_secs(3), call).await;
        tokio::time::sleep(Duration::from_secs(20)).await;
    }
    let error = client.users().lock("user_1").timeout(Duration::from_secs(60)).await.unwrap_err();
    assert_eq!(error.attempts(), 2, "the one re-send that the budget pays for: {error}");
}

#[tokio::test(start_paused = true)]
async fn calls_dropped_anywhere_leave_nothing_behind_in_admission() {
    let healed = Arc::new(AtomicBool::new(false));
    let is_healed = healed.clone();
    let stub = Stub::new(move |n, _| match n % 4 {
        _ if is_healed.load(Ordering::SeqCst) => Reply::Ok,
        0 => Reply::StatusAfter(429, "1".to_owned()),
        1 => Reply::Reset,
        2 => Reply::Status(500),
        _ => Reply::Ok,
    });
    let stub = stub.latency(Duration::from_millis(7));
    let client = stub.builder().rate_limit(RateLimit::per_10_seconds(104)).build().unwrap();
    let calls: Vec<_> = (0..500)
        .map(|n| tokio::time::timeout(Duration::from_millis(n * 7 % 3001), client.users().find("user_1")))
        .map(tokio::spawn)
        .collect();
    for call in calls {
        let _ = call.await.unwrap();
    }
    healed.store(true, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(21)).await;
    let start = Instant::now();
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(start.elapsed(), Duration::from_millis(7), "nobody is in the way");
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_sends_nothing_more() {
    let stub = Stub::always(Reply::StatusAfter(429, "1".to_owned()));
    let client = stub.client();
    let call = client.users().find("user_1");
    assert!(tokio::time::timeout(Duration::from_millis(500), call).await.is_err());
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(stub.count(), 1);
}
