//! What a 429 does to the other calls to its endpoint.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Client, RateLimit, RetryPolicy, UpdateUserRequest};
use tokio::time::Instant;

use super::stub::{Quota, Reply, Stub};

const HOUR: Duration = Duration::from_secs(3600);

fn busy_once(wait: &'static str) -> Stub {
    Stub::new(move |n, _| if n == 0 { Reply::StatusAfter(429, wait.to_owned()) } else { Reply::Ok })
}

/// Has one call refused, without waiting for its end.
async fn close(client: &Client) {
    client.users().find("user_0").max_attempts(1).await.unwrap_err();
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_wait_for_the_time_that_clerk_asked_for_and_then_go_evenly_spaced_and_in_order() {
    let stub = busy_once("5").latency(Duration::from_millis(50));
    let client = stub.client();
    close(&client).await;
    let start = stub.times()[0] + Duration::from_millis(50);
    let calls: Vec<_> = (1..=100).map(|n| tokio::spawn(client.users().find(&format!("user_{n}")))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let times: Vec<_> = stub.times().into_iter().skip(1).map(|at| at - start).collect();
    assert!(times[0] >= Duration::from_secs(5) && times[0] <= Duration::from_millis(6_001), "{:?}", times[0]);
    assert!(times[1] - times[0] >= Duration::from_millis(50), "the first one is a probe");
    for pair in times[1..].windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_millis(103), "{pair:?}");
    }
    let order: Vec<_> = stub.sent().into_iter().map(|(_, path)| path).collect();
    let expected: Vec<_> = (0..=100).map(|n| format!("/v1/users/user_{n}")).collect();
    assert_eq!(order, expected, "first come, first served");
}

#[tokio::test(start_paused = true)]
async fn newcomers_do_not_overtake_and_retries_go_first() {
    let stub = busy_once("5");
    let client = stub.client();
    let retried = tokio::spawn(client.users().find("user_0"));
    tokio::time::sleep(Duration::from_millis(1)).await;
    let waiting: Vec<_> = (1..=50).map(|n| tokio::spawn(client.users().find(&format!("user_{n}")))).collect();
    let opens = Instant::now() + Duration::from_secs(6);
    let mut late = Vec::new();
    while Instant::now() < opens {
        tokio::time::sleep(Duration::from_millis(100)).await;
        late.push(tokio::spawn(client.users().find("user_late")));
    }
    retried.await.unwrap().unwrap();
    for call in waiting {
        call.await.unwrap().unwrap();
    }
    let order: Vec<_> = stub.sent().into_iter().map(|(_, path)| path).skip(1).take(51).collect();
    let expected: Vec<_> = (0..=50).map(|n| format!("/v1/users/user_{n}")).collect();
    assert_eq!(order, expected);
}

#[tokio::test(start_paused = true)]
async fn cancelled_waiters_free_their_places() {
    let stub = busy_once("5");
    let client = stub.client();
    close(&client).await;
    let calls: Vec<_> = (1..=100).map(|n| tokio::spawn(client.users().find(&format!("user_{n}")))).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    // The first one watches the clock.
    calls.iter().step_by(2).for_each(tokio::task::JoinHandle::abort);
    for call in calls.into_iter().skip(1).step_by(2) {
        call.await.unwrap().unwrap();
    }
    assert_eq!(stub.count(), 51);
}

#[tokio::test(start_paused = true)]
async fn a_call_without_time_to_wait_fails_at_once_and_nothing_is_sent() {
    let stub = busy_once("5");
    let client = stub.client();
    close(&client).await;
    let _waiting = tokio::spawn(client.users().find("user_9"));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let start = Instant::now();
    let error = client.users().find("user_1").timeout(Duration::from_secs(3)).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 0));
    assert!(error.is_rate_limited() && !error.may_have_run() && error.status().is_none());
    assert!(error.retry_after().is_some_and(|wait| wait >= Duration::from_secs(4)), "what remains: {error}");
    assert_eq!(stub.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn waiting_calls_hear_at_once_that_it_will_be_longer() {
    let stub = Stub::new(|n, _| Reply::StatusAfter(429, if n == 0 { "5" } else { "60" }.to_owned()));
    let client = stub.client();
    close(&client).await;
    let waiting: Vec<_> = (0..20).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    for call in waiting {
        let error = call.await.unwrap().unwrap_err();
        assert!(error.is_rate_limited(), "{error}");
        assert!(error.elapsed() <= Duration::from_millis(6_010), "{error}");
        assert!(error.retry_after().is_some_and(|wait| wait.as_secs() >= 59), "{error}");
    }
    assert_eq!(stub.count(), 2, "only the probe was sent");
}

#[tokio::test(start_paused = true)]
async fn an_endpoint_stays_closed_for_as_long_as_clerk_asked_also_if_that_is_more_than_a_call_waits_for() {
    let stub = busy_once("60");
    let client = stub.client();
    let first = client.users().find("user_1").await.unwrap_err();
    assert_eq!((first.attempts(), first.retry_after()), (1, Some(Duration::from_secs(60))));
    tokio::time::sleep(Duration::from_secs(25)).await;
    let second = client.users().find("user_1").await.unwrap_err();
    assert_eq!(second.attempts(), 0);
    assert!(second.retry_after().is_some_and(|wait| (34..37).contains(&wait.as_secs())), "{second}");
    tokio::time::sleep(Duration::from_secs(37)).await;
    client.users().find("user_1").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn other_endpoints_stay_open_and_so_do_other_users_where_clerk_counts_by_user() {
    let stub = Stub::new(|n, _| if n < 2 { Reply::StatusAfter(429, "9".to_owned()) } else { Reply::Ok });
    let client = stub.client();
    let request = UpdateUserRequest::new().first_name("Ada");
    close(&client).await;
    client.users().update("user_1", &request).max_attempts(1).await.unwrap_err();
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
        policy.rate_limit_gate = gate;
        let stub = busy_once("5");
        let client = stub.builder().retry_policy(policy).build().unwrap();
        close(&client).await;
        let start = Instant::now();
        client.clone().users().find("user_1").await.unwrap();
        assert_eq!(start.elapsed() >= Duration::from_secs(5), waits);
    }
}

#[tokio::test(start_paused = true)]
async fn a_disabled_policy_holds_nothing_back() {
    let stub = busy_once("30");
    let client = stub.builder().retry_policy(RetryPolicy::disabled()).build().unwrap();
    close(&client).await;
    let start = Instant::now();
    client.users().find("user_1").await.unwrap();
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_429_holds_back_what_queues_for_the_client_side_limit() {
    let stub = Stub::new(|n, _| if n == 4 { Reply::StatusAfter(429, "30".to_owned()) } else { Reply::Ok });
    let builder = stub.builder().rate_limit(RateLimit::per_10_seconds(5)).timeout(HOUR);
    let mut policy = RetryPolicy::default();
    policy.max_retry_after = HOUR;
    let client = builder.retry_policy(policy).build().unwrap();
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let times = stub.times();
    assert_eq!(times.len(), 21);
    assert!(times[5] - times[4] >= Duration::from_secs(30), "{:?}", times[5] - times[4]);
}

#[tokio::test(start_paused = true)]
async fn calls_at_once_beyond_the_limit_all_end_well_in_about_as_many_requests() {
    for (calls, quota) in [(1000, Quota::sliding(100)), (1000, Quota::fixed(100)), (2000, Quota::sliding(100))] {
        let name = format!("{calls} calls, {quota:?}");
        let stub = Stub::limited(quota).latency(Duration::from_millis(40));
        let client = stub.builder().timeout(HOUR).build().unwrap();
        let start = Instant::now();
        let waiting: Vec<_> = (0..calls).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
        for call in waiting {
            call.await.unwrap().unwrap();
        }
        let (requests, seconds) = (stub.count(), start.elapsed().as_secs());
        assert!(requests <= calls + calls / 8, "{name}: {requests} requests");
        assert!(seconds <= calls as u64 / 10 * 2, "{name}: {seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_a_429_costs_no_tokens_even_if_there_are_none() {
    let mut policy = RetryPolicy::default();
    policy.budget_tokens = 0;
    let client = busy_once("5").builder().retry_policy(policy).build().unwrap();
    client.users().find("user_1").await.unwrap();
}
