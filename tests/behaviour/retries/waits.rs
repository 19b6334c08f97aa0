//! How long calls wait, with the clock paused.

use std::time::{Duration, SystemTime};

use clerk_client::{Client, RetryPolicy};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

fn seeded(stub: &Stub, seed: u64) -> Client {
    let mut policy = RetryPolicy::default();
    policy.jitter_seed = Some(seed);
    stub.builder().retry_policy(policy).build().unwrap()
}

fn busy(wait: &str) -> Reply {
    Reply::StatusAfter(429, wait.to_owned())
}

/// The sum of a call's waits, as the clock of the test sees it.
async fn waited(replies: &[Reply], seed: u64) -> (Duration, u32) {
    let stub = Stub::list(replies.to_vec());
    let start = Instant::now();
    let outcome = seeded(&stub, seed).users().find("user_1").await;
    let attempts = outcome.map_or_else(|error| error.attempts(), |_| u32::try_from(stub.count()).unwrap());
    (start.elapsed(), attempts)
}

#[tokio::test(start_paused = true)]
async fn waits_lie_in_their_intervals_for_a_thousand_seeds() {
    // Tokio's clock has a resolution of a millisecond, for each of two waits.
    let clock = Duration::from_millis(2);
    let ms = Duration::from_millis;
    for (replies, least, most) in [
        (vec![Reply::Status(500)], 0, 100),
        (vec![Reply::Reset, Reply::Reset], 0, 300),
        (vec![Reply::NoConnection, Reply::Status(524)], 0, 300),
        (vec![Reply::Status(429)], 500, 1000),
        (vec![Reply::Status(429), Reply::Status(429)], 1500, 3000),
        (vec![busy("2")], 2000, 2500),
        (vec![busy("2"), busy("8")], 10_000, 11_500),
        (vec![Reply::StatusAfter(503, "4".to_owned())], 4000, 5000),
        (vec![Reply::StatusAfter(500, "4".to_owned())], 0, 100),
    ] {
        let mut seen = (Duration::MAX, Duration::ZERO);
        for seed in 0..1000 {
            let (wait, attempts) = waited(&replies, seed).await;
            assert_eq!(attempts as usize, replies.len() + 1, "{replies:?}");
            assert!((ms(least)..=ms(most) + clock).contains(&wait), "{replies:?} waited {wait:?}");
            seen = (seen.0.min(wait), seen.1.max(wait));
        }
        let spread = ms(most - least) / 4;
        assert!(seen.0 <= ms(least) + spread && seen.1 + spread >= ms(most), "{replies:?}: {seen:?} is not all of it");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_waited_for_where_it_is_a_sensible_wait() {
    let date = |offset: i64| {
        let seconds = Duration::from_secs(offset.unsigned_abs());
        let now = SystemTime::now();
        httpdate::fmt_http_date(if offset < 0 { now - seconds } else { now + seconds })
    };
    // What is no wait is as if it were not there: half a second to one.
    let none = Some((500, 1000));
    for (text, interval) in [
        ("0".to_owned(), Some((0, 0))),
        ("1".to_owned(), Some((1000, 1250))),
        ("20".to_owned(), Some((20_000, 21_000))),
        ("21".to_owned(), None),
        ("-1".to_owned(), none),
        ("1.5".to_owned(), none),
        (date(-60), Some((0, 0))),
        // The date is one of the wall clock, which goes on meanwhile.
        (date(15), Some((5000, 16_001))),
        ("soon".to_owned(), none),
        ("1000000000000000000000000000000".to_owned(), none),
        ("3600".to_owned(), None),
    ] {
        for seed in 0..20 {
            let (wait, attempts) = waited(&[busy(&text)], seed).await;
            let (least, most) = interval.unwrap_or((0, 0));
            let interval_ms = least..=most + 1;
            assert!(interval_ms.contains(&wait.as_millis()), "{text}: {wait:?}");
            assert_eq!(attempts, if interval.is_some() { 2 } else { 1 }, "{text}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_that_is_too_long_is_told_and_not_waited_for() {
    let stub = Stub::always(busy("21"));
    let error = stub.client().users().find("user_1").await.unwrap_err();
    assert_eq!((error.attempts(), error.retry_after()), (1, Some(Duration::from_secs(21))));
    assert!(error.to_string().contains("(1 attempt in 0.0ns, Retry-After is over the limit)"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn no_wait_begins_that_cannot_end_in_time() {
    for seed in 0..1000 {
        for (reply, limit) in [(busy("5"), 4), (busy("3"), 4), (Reply::Status(429), 2), (busy("15"), 30)] {
            let stub = Stub::always(reply.clone());
            let limit = Duration::from_secs(limit);
            let start = Instant::now();
            let error = seeded(&stub, seed).users().find("user_1").timeout(limit).await.unwrap_err();
            assert!(start.elapsed() < limit, "{reply:?}: {:?}", start.elapsed());
            assert!(error.is_rate_limited());
            let last = stub.sent().pop().unwrap().0;
            assert_eq!(Instant::now(), last, "after the last attempt there is no wait");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn attempts_and_the_whole_call_have_their_own_limits() {
    let image = || clerk_client::ProfileImage::new("a.png", "x");
    let seconds = Duration::from_secs;
    for (name, attempts, limits) in [
        ("find", 3, (30.0, 30.0)),
        ("find, in less", 1, (4.0, 4.0)),
        ("find, in short attempts", 3, (3.0, 3.4)),
        ("an image", 2, (120.0, 120.1)),
    ] {
        let stub = Stub::always(Reply::Never);
        let client = stub.client();
        let start = Instant::now();
        let error = match name {
            "find" => client.users().find("user_1").await.unwrap_err(),
            "find, in less" => client.users().find("user_1").timeout(seconds(4)).await.unwrap_err(),
            "find, in short attempts" => client.users().find("user_1").attempt_timeout(seconds(1)).await.unwrap_err(),
            _ => client.users().update_profile_image("user_1", image()).await.unwrap_err(),
        };
        assert!(error.is_timeout() && error.may_have_run(), "{name}: {error}");
        assert_eq!((error.attempts(), stub.count()), (attempts, attempts as usize), "{name}");
        let took = start.elapsed().as_secs_f64();
        assert!((limits.0..=limits.1 + 0.01).contains(&took), "{name} took {took}");
        assert_eq!(error.elapsed(), start.elapsed());
    }
}

#[tokio::test(start_paused = true)]
async fn a_timeout_names_the_limit_that_was_exceeded() {
    let client = Stub::always(Reply::Never).client();
    let seconds = Duration::from_secs;
    for (attempt, call, text) in [(1, 60, "within 1s"), (60, 2, "within 2s"), (3, 3, "within 3s")] {
        let call = client.users().find("user_1").attempt_timeout(seconds(attempt)).timeout(seconds(call));
        let error = call.max_attempts(1).await.unwrap_err();
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_largest_limits_do_no_harm() {
    let stub = Stub::list([Reply::Reset]);
    let forever = Duration::MAX;
    let client = stub.builder().timeout(forever).attempt_timeout(forever).build().unwrap();
    assert!(client.users().find("user_1").timeout(forever).max_attempts(u32::MAX).await.is_ok());
    assert!(client.users().find("user_1").max_attempts(0).await.is_ok(), "it is sent once");
}
