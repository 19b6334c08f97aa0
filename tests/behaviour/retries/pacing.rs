//! Sending no more than Clerk takes.

use std::time::Duration;

use clerk_client::{Client, CreateUserRequest, Pacing};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

const WINDOW: Duration = Duration::from_secs(10);

fn paced(stub: &Stub, pacing: Pacing) -> Client {
    stub.builder().pacing(pacing).timeout(Duration::from_secs(600)).build().unwrap()
}

/// No ten seconds hold more than `most`.
fn assert_paced(stub: &Stub, most: usize) {
    let sent = stub.sent();
    for pair in sent.windows(most + 1) {
        assert!(pair[most].0 - pair[0].0 >= WINDOW, "{} requests in {:?}", most + 1, pair[most].0 - pair[0].0);
    }
}

#[tokio::test(start_paused = true)]
async fn no_ten_seconds_hold_more_requests_than_asked_for() {
    let stub = Stub::always(Reply::Ok);
    let client = paced(&stub, Pacing::by_key());
    let start = Instant::now();
    let calls: Vec<_> = (0..250).map(|_| tokio::spawn(client.clone().users().find("user_1").into_future())).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_paced(&stub, 100);
    assert_eq!(start.elapsed().as_secs(), 20, "and they are not slower than that");
}

#[tokio::test(start_paused = true)]
async fn create_can_be_slower_than_the_rest() {
    let stub = Stub::always(Reply::Ok);
    let client = paced(&stub, Pacing::by_key().create(20));
    let start = Instant::now();
    let create = || client.users().create(&CreateUserRequest::new().username("ada"));
    let calls: Vec<_> = (0..60).map(|_| tokio::spawn(create().into_future())).collect();
    tokio::time::sleep(Duration::from_millis(1)).await;
    client.users().find("user_1").await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(1), "others do not queue behind");
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(start.elapsed().as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn live_keys_have_the_limit_of_production() {
    let stub = Stub::always(Reply::Ok);
    let client = Client::builder("sk_live_1").transport(stub.clone()).pacing(Pacing::by_key()).build().unwrap();
    let start = Instant::now();
    for _ in 0..1001 {
        client.users().find("user_1").await.unwrap();
    }
    assert!(start.elapsed() >= WINDOW);
    assert_paced(&stub, 1000);
}

#[tokio::test(start_paused = true)]
async fn cancelled_waiters_use_no_turn_and_who_cannot_wait_is_told_at_once() {
    let stub = Stub::always(Reply::Ok);
    let client = paced(&stub, Pacing::requests(1));
    client.users().find("user_1").await.unwrap();
    let waiting: Vec<_> = (0..5).map(|_| tokio::spawn(client.users().find("user_2").into_future())).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let hasty = client.users().find("user_3").timeout(Duration::from_secs(45));
    let error = hasty.await.unwrap_err();
    assert!(error.is_rate_limited() && error.attempts() == 0, "five are waiting: {error}");
    assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(59));
    waiting.iter().for_each(tokio::task::JoinHandle::abort);
    let start = Instant::now();
    client.users().find("user_3").await.unwrap();
    assert_eq!((start.elapsed().as_secs(), stub.count()), (9, 2));
}
