//! The client-side rate limit.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Call, Client, CreateUserRequest, RateLimit, clerk_api};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

const WINDOW: Duration = Duration::from_secs(10);

fn limited(stub: &Stub, limit: RateLimit) -> Client {
    stub.builder().rate_limit(limit).queue_timeout(Duration::from_secs(600)).build().unwrap()
}

fn assert_spread(times: &[Instant], most: usize) {
    for pair in times.windows(most + 1) {
        assert!(pair[most] - pair[0] > WINDOW, "{} requests in {:?}", most + 1, pair[most] - pair[0]);
    }
}

async fn all<T: Send + 'static>(calls: impl Iterator<Item = Call<T>>) {
    for call in calls.map(tokio::spawn).collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn no_ten_seconds_hold_more_than_97_percent_of_the_limit() {
    let stub = Stub::always(Reply::Ok);
    let client = limited(&stub, RateLimit::for_key());
    let start = Instant::now();
    all((0..250).map(|_| client.clone().users().find("user_1"))).await;
    assert_spread(&stub.times(), 97);
    assert!(start.elapsed() < Duration::from_secs(27), "and they are hardly slower than that: {:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_few_interactive_calls_do_not_wait() {
    let stub = Stub::always(Reply::Ok);
    let client = limited(&stub, RateLimit::for_key());
    let start = Instant::now();
    all((0..48).map(|_| client.users().find("user_1"))).await;
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn creating_users_can_have_a_lower_limit_and_others_do_not_queue_behind() {
    let stub = Stub::always(Reply::Ok);
    let client = limited(&stub, RateLimit::for_key().create_users(20));
    let start = Instant::now();
    let create = || client.users().create(&CreateUserRequest::new().username("ada"));
    let calls: Vec<_> = (0..60).map(|_| tokio::spawn(create())).collect();
    tokio::time::sleep(Duration::from_millis(1)).await;
    client.users().find("user_1").await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(1));
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let created = stub.sent().into_iter().filter(|(_, path)| path == "/v1/users").map(|(at, _)| at).collect::<Vec<_>>();
    assert_spread(&created, 19);
    assert!((30..35).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn turns_of_both_limits_are_taken_at_the_same_moment() {
    let stub = Stub::always(Reply::Ok);
    let client = limited(&stub, RateLimit::per_10_seconds(30).create_users(20));
    let create = || client.users().create(&CreateUserRequest::new().username("ada"));
    let calls: Vec<_> = (0..29).map(|_| tokio::spawn(client.users().find("user_1"))).collect();
    all((0..60).map(|_| create())).await;
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let created = stub.sent().into_iter().filter(|(_, path)| path == "/v1/users").map(|(at, _)| at).collect::<Vec<_>>();
    assert_spread(&created, 19);
    assert_spread(&stub.times(), 29);
}

#[clerk_api]
trait OwnApi {
    /// Not what creates users, although the path ends like it.
    #[post("/waitlist/users")]
    fn join(&self) -> Call<()>;
}

#[tokio::test(start_paused = true)]
async fn only_creating_users_counts_as_that() {
    let stub = Stub::always(Reply::Status(204));
    let client = limited(&stub, RateLimit::per_10_seconds(1000).create_users(1));
    let start = Instant::now();
    for _ in 0..50 {
        client.join().await.unwrap_or_default();
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn live_keys_have_the_limit_of_production() {
    let stub = Stub::always(Reply::Ok);
    let client = Client::builder("sk_live_1").transport(stub.clone()).rate_limit(RateLimit::for_key()).build().unwrap();
    for _ in 0..976 {
        client.users().find("user_1").await.unwrap();
    }
    assert_spread(&stub.times(), 975);
    assert!(stub.times()[975] - stub.times()[0] < Duration::from_secs(11));
}

#[tokio::test(start_paused = true)]
async fn cancelled_waiters_use_no_turn_and_a_call_without_time_fails_at_once() {
    let stub = Stub::always(Reply::Ok);
    let client = limited(&stub, RateLimit::per_10_seconds(1));
    client.users().find("user_1").await.unwrap();
    let waiting: Vec<_> = (0..5).map(|_| tokio::spawn(client.users().find("user_2"))).collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let start = Instant::now();
    let error = client.users().find("user_3").queue_timeout(Duration::from_secs(45)).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 0), "five are waiting: {error}");
    assert!(error.is_rate_limited() && !error.may_have_run());
    let wait = error.retry_after().unwrap().as_secs();
    assert!((59..62).contains(&wait), "{wait}");
    waiting.iter().for_each(tokio::task::JoinHandle::abort);
    client.users().find("user_3").await.unwrap();
    assert_eq!((start.elapsed().as_secs(), stub.count()), (9, 2));
}

#[tokio::test(start_paused = true)]
async fn the_wait_counts_towards_the_timeout_unless_it_has_one_of_its_own() {
    let second = Duration::from_secs(1);
    let run = async |queue: Option<Duration>, timeout: Duration| {
        let stub = Stub::always(Reply::Ok).latency(2 * second);
        let mut builder = stub.builder().rate_limit(RateLimit::per_10_seconds(1)).timeout(timeout);
        if let Some(queue) = queue {
            builder = builder.queue_timeout(queue);
        }
        let client = builder.build().unwrap();
        client.users().find("user_1").timeout(60 * second).await.unwrap();
        client.users().find("user_1").await
    };
    assert_eq!(run(None, 5 * second).await.unwrap_err().kind(), ErrorKind::RateLimited, "8 s are more than 5");
    assert!(run(None, 9 * second).await.unwrap_err().is_timeout(), "and the answer takes 2 more");
    assert!(run(None, 11 * second).await.is_ok());
    assert!(run(Some(9 * second), 3 * second).await.is_ok(), "3 s from admission");
    assert!(run(Some(9 * second), second).await.unwrap_err().is_timeout());
    assert_eq!(run(Some(7 * second), 60 * second).await.unwrap_err().kind(), ErrorKind::RateLimited);
}
