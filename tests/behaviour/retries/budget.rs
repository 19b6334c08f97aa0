//! What an outage costs.

use clerk_client::RetryPolicy;

use super::stub::{Reply, Stub};

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_into_an_outage_make_ten_requests_more() {
    for outage in [Reply::Status(500), Reply::Reset, Reply::NoConnection, Reply::Status(521)] {
        let stub = Stub::always(outage.clone());
        let client = stub.client();
        for n in 0..1000 {
            let clone = client.clone();
            let error = clone.users().find("user_1").await.unwrap_err();
            let exhausted = error.to_string().contains("retry budget exhausted");
            assert_eq!(exhausted, n >= 5, "clones share it; call {n}: {error}");
        }
        assert_eq!(stub.count(), 1010, "{outage:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_at_once_make_no_more() {
    let stub = Stub::always(Reply::Status(500));
    let client = stub.client();
    let calls: Vec<_> = (0..1000).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    for call in calls {
        call.await.unwrap().unwrap_err();
    }
    assert_eq!(stub.count(), 1010);
}

#[tokio::test(start_paused = true)]
async fn the_budget_comes_back_with_successes() {
    let outage = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let broken = outage.clone();
    let stub = Stub::new(move |_, _| match broken.load(std::sync::atomic::Ordering::SeqCst) {
        true => Reply::Status(500),
        false => Reply::Ok,
    });
    let client = stub.client();
    for _ in 0..10 {
        client.users().find("user_1").await.unwrap_err();
    }
    outage.store(false, std::sync::atomic::Ordering::SeqCst);
    for _ in 0..20 {
        client.users().find("user_1").await.unwrap();
    }
    outage.store(true, std::sync::atomic::Ordering::SeqCst);
    let error = client.users().find("user_1").await.unwrap_err();
    assert_eq!(error.attempts(), 3, "twenty successes pay for two");
    assert_eq!(client.users().find("user_1").await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_succeeds_at_last_costs_nothing() {
    let stub = Stub::new(|n, _| if n % 3 == 2 { Reply::Ok } else { Reply::Reset });
    let client = stub.client();
    for _ in 0..200 {
        client.users().find("user_1").await.unwrap();
    }
    assert_eq!(stub.count(), 600);
}

#[tokio::test(start_paused = true)]
async fn refusals_cost_less_than_failures_and_nothing_where_the_gate_spaces_them() {
    for (gate, requests) in [(false, 120), (true, 300)] {
        let stub = Stub::always(Reply::Status(429));
        let mut policy = RetryPolicy::default();
        policy.rate_limit_gate = gate;
        let client = stub.builder().retry_policy(policy).build().unwrap();
        for _ in 0..100 {
            client.users().find("user_1").await.unwrap_err();
        }
        assert_eq!(stub.count(), requests);
    }
}

#[tokio::test(start_paused = true)]
async fn the_budget_recovers_on_any_definite_response_and_on_no_other() {
    for (response, recovers) in [(404, true), (422, true), (200, true), (429, false), (408, false), (501, false)] {
        let stub = Stub::new(move |_, request| match request.endpoint.name {
            "find" => Reply::Reset,
            _ => Reply::Status(response),
        });
        let mut policy = RetryPolicy::default();
        policy.rate_limit_gate = false;
        let client = stub.builder().retry_policy(policy).build().unwrap();
        while client.users().find("user_1").await.unwrap_err().attempts() > 1 {}
        for _ in 0..10 {
            let _ = client.users().ban("user_1").idempotent(false).max_attempts(1).await;
        }
        let attempts = client.users().find("user_1").await.unwrap_err().attempts();
        assert_eq!(attempts > 1, recovers, "{response}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_retries_everything_is_sent_once() {
    let stub = Stub::always(Reply::NoConnection);
    let client = stub.builder().retry_policy(RetryPolicy::disabled()).build().unwrap();
    assert_eq!(client.users().find("user_1").await.unwrap_err().attempts(), 1);
    assert_eq!(stub.client().users().find("user_1").max_attempts(1).await.unwrap_err().attempts(), 1);
    let mut policy = RetryPolicy::default();
    policy.budget_tokens = 0;
    let client = stub.builder().retry_policy(policy).build().unwrap();
    assert_eq!(client.users().find("user_1").await.unwrap_err().attempts(), 1);
}
