//! Bulk work: each item has its result, within the limits, and others are not starved.

#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

use std::collections::HashSet;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use clerk_client::bulk::{Progress, Results};
use clerk_client::{Call, DeletedObject, Error, RateLimit, User};
use futures_util::{StreamExt as _, stream};
use tokio::time::Instant;

use crate::retries::stub::{Quota, Reply, Stub};

fn names(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("user_{n}")).collect()
}

/// Fails the calls of the users whose number ends in 7.
fn each_tenth_fails() -> Stub {
    let is_seventh = |path: &str| path.split('/').any(|segment| segment.ends_with('7'));
    Stub::new(move |_, request| if is_seventh(request.uri().path()) { Reply::Status(404) } else { Reply::Ok })
}

#[tokio::test(start_paused = true)]
async fn with_the_defaults_ten_thousand_changes_beside_another_program_all_end_well() {
    for (name, quota, most) in [
        ("production", Quota::fixed(1000).shared(500), 10_500),
        ("development", Quota::sliding(100).shared(50), 10_800),
    ] {
        let stub = Stub::limited(quota).latency(Duration::from_millis(50));
        let client = stub.client();
        let mut results = client.bulk(names(10_000)).max_in_flight(50).run(|client, id| client.users().lock(id));
        let mut failed = Vec::new();
        while let Some(done) = results.next().await {
            failed.extend(done.result.err().map(|error| error.to_string()));
        }
        assert_eq!((failed.len(), results.progress().succeeded), (0, 10_000), "{name}: {:?}", failed.first());
        assert!(stub.count() <= most, "{name}: {} requests", stub.count());
    }
}

#[tokio::test]
async fn each_item_has_its_result_and_a_failed_one_ends_no_other() {
    let client = each_tenth_fails().client();
    for in_order in [false, true] {
        let bulk = client.bulk(names(200)).max_in_flight(7);
        let bulk = if in_order { bulk.in_order() } else { bulk };
        let results: Vec<_> = bulk.run(|client, id| client.users().lock(id)).collect().await;
        assert_eq!(results.len(), 200);
        let places: HashSet<_> = results.iter().map(|done| done.index).collect();
        assert_eq!(places.len(), 200);
        assert!(!in_order || results.iter().map(|done| done.index).eq(0..200));
        for done in results {
            assert_eq!(done.item, format!("user_{}", done.index));
            assert_eq!(done.result.err().is_some_and(|error| error.is_not_found()), done.index % 10 == 7);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn results_come_as_they_are_ready_unless_they_are_asked_for_in_order() {
    let client = Stub::always(Reply::Ok).client();
    let order = async |in_order: bool| {
        let bulk = client.bulk([30_u64, 10, 20]);
        let bulk = if in_order { bulk.in_order() } else { bulk };
        let results = bulk.run(|_, wait| {
            let wait = Duration::from_millis(*wait);
            async move {
                tokio::time::sleep(wait).await;
                Ok::<_, Error>(())
            }
        });
        results.map(|done| done.item).collect::<Vec<_>>().await
    };
    assert_eq!(order(false).await, [10, 20, 30]);
    assert_eq!(order(true).await, [30, 10, 20]);
}

#[tokio::test(start_paused = true)]
async fn no_more_than_so_many_items_are_in_flight() {
    for (most, expected) in [(0, 1), (1, 1), (8, 8), (1000, 60)] {
        let (now, peak) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let client = Stub::always(Reply::Ok).client();
        let mut results = client.bulk(0..60).max_in_flight(most).run(|_, _| {
            let (now, peak) = (now.clone(), peak.clone());
            async move {
                peak.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(10)).await;
                now.fetch_sub(1, Ordering::SeqCst);
                Ok::<_, Error>(())
            }
        });
        while results.next().await.is_some() {}
        assert_eq!(peak.load(Ordering::SeqCst), expected, "{most}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_outage_of_bulk_work_leaves_other_calls_their_retries() {
    let stub = Stub::new(|n, request| match request.uri().path() {
        path if path.ends_with("/lock") => Reply::Status(503),
        _ if n % 2 == 1 => Reply::Status(503),
        _ => Reply::Ok,
    });
    let client = stub.client();
    let results = client.bulk(names(200)).run(|client, id| client.users().lock(id));
    assert!(results.all(async |done| done.result.is_err()).await);
    // 200 calls, and the 10 retries of one budget.
    assert_eq!(stub.count(), 210);
    let call = client.users().find("user_1").await;
    assert!(call.is_ok(), "{call:?}");
    let call = client.users().find("user_1").await;
    assert!(call.is_ok(), "retried: {call:?}");
    assert_eq!(stub.count(), 213);
}

#[tokio::test(start_paused = true)]
async fn progress_is_a_value_that_counts_what_was_yielded() {
    let client = each_tenth_fails().latency(Duration::from_millis(500)).client();
    let mut results = client.bulk(names(100)).max_in_flight(10).run(|client, id| client.users().lock(id));
    assert_eq!((results.progress().done(), results.progress().left()), (0, Some(100)));
    for _ in 0..40 {
        results.next().await.unwrap();
    }
    let progress = results.progress();
    assert_eq!((progress.succeeded, progress.failed, progress.left()), (36, 4, Some(60)));
    assert_eq!((progress.in_flight, progress.elapsed), (10, Duration::from_secs(2)));
    assert!((progress.per_second - 20.0).abs() < 1.0, "{progress}");
    assert_eq!(progress.time_to_go().unwrap().as_secs(), 3);
    while results.next().await.is_some() {}
    let Progress { succeeded: 90, failed: 10, in_flight: 0, total: Some(100), .. } = results.progress() else {
        panic!("{:?}", results.progress())
    };
}

#[tokio::test(start_paused = true)]
async fn dropping_the_results_cancels_what_is_in_flight_and_begins_nothing_else() {
    let ended = Arc::new(AtomicUsize::new(0));
    let counter = ended.clone();
    let stub = Stub::always(Reply::Ok).latency(Duration::from_secs(1)).on_end(move || {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let mut results = stub.client().bulk(names(100)).max_in_flight(10).run(|client, id| client.users().lock(id));
    for _ in 0..10 {
        results.next().await.unwrap();
    }
    let sent = stub.count();
    drop(results);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!((ended.load(Ordering::SeqCst), stub.count()), (10, sent));
}

#[tokio::test(start_paused = true)]
async fn after_stop_those_in_flight_come_to_their_end() {
    let stub = Stub::always(Reply::Ok).latency(Duration::from_secs(1));
    let mut results = stub.client().bulk(names(100)).max_in_flight(10).run(|client, id| client.users().lock(id));
    results.next().await.unwrap();
    results.stop();
    let mut left = 0;
    while let Some(done) = results.next().await {
        done.result.unwrap();
        left += 1;
    }
    assert_eq!((left, stub.count()), (10, 11));
}

#[tokio::test(start_paused = true)]
async fn neither_a_dropped_next_nor_a_slow_consumer_loses_a_result() {
    let stub = Stub::always(Reply::Ok).latency(Duration::from_millis(100));
    let mut results = stub.client().bulk(names(40)).max_in_flight(10).run(|client, id| client.users().lock(id));
    let mut seen = HashSet::new();
    loop {
        match tokio::time::timeout(Duration::from_millis(30), results.next()).await {
            Ok(Some(done)) => {
                done.result.unwrap();
                seen.insert(done.index);
                tokio::time::sleep(Duration::from_secs(120)).await;
            }
            Ok(None) => break,
            Err(_) => continue,
        }
    }
    assert_eq!((seen.len(), stub.count()), (40, 40));
}

#[tokio::test]
async fn items_come_from_an_iterator_or_a_stream_and_may_be_borrowed_or_errors() {
    let client = each_tenth_fails().client();
    let ids = names(20);
    let count = async |mut results: Results<'_, &String, User>| {
        while results.next().await.is_some() {}
        (results.progress().succeeded, results.progress().failed, results.progress().total)
    };
    assert_eq!(count(client.bulk(&ids).run(|client, id| client.users().lock(id))).await, (18, 2, Some(20)));
    let streamed = client.bulk_stream(stream::iter(&ids).take_while(|_| ready(true))).total(20);
    assert_eq!(count(streamed.run(|client, id| client.users().lock(id))).await, (18, 2, Some(20)));
    assert_eq!(count(client.bulk(&ids[..0]).run(|client, id| client.users().lock(id))).await, (0, 0, Some(0)));

    let rows = [Ok("user_1"), Err(Error::api(503, "maintenance_mode", "later")), Ok("user_2")];
    let results = client.bulk(rows).in_order().run(|client, row| -> Call<DeletedObject> {
        match row {
            Ok(id) => client.users().delete(id),
            Err(error) => Call::ready(Err(error.clone())),
        }
    });
    let good: Vec<_> = results.map(|done| done.result.is_ok()).collect().await;
    assert_eq!(good, [true, false, true]);
}

/// An error of the program's own.
#[derive(Debug)]
enum Failure {
    Clerk,
    Row,
}

impl From<Error> for Failure {
    fn from(_: Error) -> Self {
        Self::Clerk
    }
}

#[tokio::test]
async fn an_item_may_be_several_calls_with_an_error_of_ones_own() {
    let client = each_tenth_fails().client();
    let results = client.bulk(names(10)).in_order().run(|client, id| {
        let (client, id) = (client.clone(), id.clone());
        async move {
            if id.ends_with('3') {
                return Err(Failure::Row);
            }
            client.users().unlock(&id).await?;
            Ok(client.users().delete(&id).await?.deleted)
        }
    });
    let ends: Vec<_> = results.map(|done| done.result).collect().await;
    assert!(matches!(ends[3], Err(Failure::Row)) && matches!(ends[7], Err(Failure::Clerk)));
    assert_eq!(ends.iter().filter(|end| matches!(end, Ok(true))).count(), 8);
}

#[tokio::test]
#[should_panic(expected = "planted")]
async fn a_panic_goes_on_in_whoever_awaits_the_result() {
    let client = Stub::always(Reply::Ok).client();
    let mut results = client.bulk([1]).run(|_, _| async { if true { panic!("planted") } else { Ok::<(), Error>(()) } });
    results.next().await;
}

#[test]
fn outside_of_a_runtime_each_item_has_an_error() {
    let client = Stub::always(Reply::Ok).client();
    let results = client.bulk(names(3)).run(|client, id| client.users().lock(id));
    let ends = futures_util::FutureExt::now_or_never(results.collect::<Vec<_>>()).unwrap();
    assert!(ends.len() == 3 && ends.iter().all(|done| done.result.is_err()));
}

#[tokio::test(start_paused = true)]
async fn other_calls_hardly_wait_for_bulk_work() {
    let stub = Stub::limited(Quota::sliding(100)).latency(Duration::from_millis(50));
    let client = stub.builder().rate_limit(RateLimit::for_key()).build().unwrap();
    let mut results = client.bulk(names(1000)).run(|client, id| client.users().lock(id));
    let start = Instant::now();
    let interactive = async {
        tokio::time::sleep(Duration::from_secs(20)).await;
        let asked = Instant::now();
        client.users().find("user_1").await.unwrap();
        asked.elapsed()
    };
    let work = async { while results.next().await.is_some() {} };
    let (waited, ()) = tokio::join!(interactive, work);
    assert!(waited < Duration::from_secs(6), "{waited:?}");
    assert!(start.elapsed() > Duration::from_secs(90));
}
