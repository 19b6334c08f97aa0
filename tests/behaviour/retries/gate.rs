//! What a 429 does to the other calls to its endpoint.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Client, RetryPolicy, UpdateUserRequest};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

fn busy_once(wait: &'static str) -> Stub {
    Stub::new(move |n, _| if n == 0 { Reply::StatusAfter(429, wait.to_owned()) } else { Reply::Ok })
}

/// Has one call refused, without waiting for its end.
async fn close(client: &Client) {
    client.users().find("user_0").attempts(1).await.unwrap_err();
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_wait_until_the_endpoint_opens() {
    let stub = busy_once("5");
    let client = stub.client();
    let start = Instant::now();
    close(&client).await;
    let calls: Vec<_> = (1..=100).map(|n| client.users().find(&format!("user_{n}")).into_future()).collect();
    for call in calls.into_iter().map(tokio::spawn).collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    let sent = stub.sent();
    assert_eq!(sent.len(), 101);
    for (at, path) in &sent[1..] {
        assert!(*at - start >= Duration::from_secs(5), "{path} after {:?}", *at - start);
        assert!(*at - start <= Duration::from_millis(6001), "{path} after {:?}", *at - start);
    }
    let order: Vec<_> = sent.iter().map(|(_, path)| path.clone()).collect();
    let expected: Vec<_> = (0..=100).map(|n| format!("/v1/users/user_{n}")).collect();
    assert_eq!(order, expected, "first come, first served");
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_waiter_frees_its_place() {
    let stub = busy_once("5");
    let client = stub.client();
    close(&client).await;
    let calls: Vec<_> =
        (1..=100).map(|n| tokio::spawn(client.users().find(&format!("user_{n}")).into_future())).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    // The first one holds the turn.
    for call in calls.iter().step_by(2) {
        call.abort();
    }
    for call in calls.into_iter().skip(1).step_by(2) {
        call.await.unwrap().unwrap();
    }
    assert_eq!(stub.count(), 51);
}

#[tokio::test(start_paused = true)]
async fn who_has_no_time_to_wait_is_told_at_once_and_nothing_is_sent() {
    let stub = busy_once("5");
    let client = stub.client();
    close(&client).await;
    let _waiting = tokio::spawn(client.users().find("user_9").into_future());
    tokio::task::yield_now().await;
    let start = Instant::now();
    let error = client.users().find("user_1").timeout(Duration::from_secs(3)).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Throttled, 0));
    assert!(error.is_rate_limited() && !error.may_have_run() && error.status().is_none());
    assert!(error.retry_after().is_some_and(|wait| wait >= Duration::from_secs(5)), "{error}");
    assert_eq!(stub.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn other_endpoints_stay_open_and_so_do_other_users_where_clerk_counts_by_user() {
    let stub = Stub::new(|n, _| if n < 2 { Reply::StatusAfter(429, "9".to_owned()) } else { Reply::Ok });
    let client = stub.client();
    let request = UpdateUserRequest::new().first_name("Ada");
    close(&client).await;
    client.users().update("user_1", &request).attempts(1).await.unwrap_err();
    let start = Instant::now();
    client.users().ban("user_1").await.unwrap();
    client.users().update("user_2", &request).await.unwrap();
    assert_eq!(start.elapsed(), Duration::ZERO);
    client.users().update("user_1", &request).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(9));
    client.clone().users().find("user_3").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn clones_share_the_gate_and_it_can_be_switched_off() {
    for (gate, waits) in [(true, true), (false, false)] {
        let mut policy = RetryPolicy::default();
        policy.gate = gate;
        let stub = busy_once("5");
        let client = stub.builder().retry_policy(policy).build().unwrap();
        close(&client).await;
        let start = Instant::now();
        client.clone().users().find("user_1").await.unwrap();
        assert_eq!(start.elapsed() >= Duration::from_secs(5), waits);
    }
}

#[tokio::test(start_paused = true)]
async fn a_gate_that_is_closed_again_lets_nobody_overrun_its_time() {
    let stub = Stub::always(Reply::StatusAfter(429, "5".to_owned()));
    let client = stub.client();
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(client.users().find("user_1").into_future())).collect();
    let start = Instant::now();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert!(error.is_rate_limited(), "{error}");
    }
    assert!(start.elapsed() <= Duration::from_secs(30), "{:?}", start.elapsed());
}
