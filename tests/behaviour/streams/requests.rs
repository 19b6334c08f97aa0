//! Which requests a walk makes, and when.

use std::time::Duration;

use clerk_client::{Call, Error, ListUsers, User, UsersApi};
use futures_util::{StreamExt as _, TryStreamExt as _};
use tokio::time::Instant;

use super::list::Server;

async fn count(server: &Server, query: ListUsers) -> usize {
    server.client().users().all(&query).stream().try_collect::<Vec<_>>().await.unwrap().len()
}

#[tokio::test]
async fn pages_are_the_largest_that_clerk_allows_unless_the_query_says_otherwise() {
    for (query, users, limit) in [
        (ListUsers::new(), 1200, 500),
        (ListUsers::new(), 0, 500),
        (ListUsers::new().limit(7), 20, 7),
        (ListUsers::new().limit(1), 4, 1),
        (ListUsers::new().limit(1).order_by("first_name"), 4, 2),
    ] {
        let server = Server::new(0..users);
        assert_eq!(count(&server, query).await, usize::try_from(users).unwrap());
        let limit = format!("limit={limit}");
        assert!(server.queries().iter().all(|query| query.split('&').any(|pair| pair == limit)), "{limit}");
    }
}

#[tokio::test]
async fn a_list_that_fits_on_one_page_is_one_request() {
    for users in [0, 1, 499] {
        let server = Server::new(0..users);
        assert_eq!(count(&server, ListUsers::new()).await, usize::try_from(users).unwrap());
        assert_eq!(server.queries(), ["limit=500"]);
    }
}

#[tokio::test]
async fn a_walk_begins_where_the_query_says_and_keeps_its_filters() {
    let server = Server::new(0..100);
    let all = server.ids();
    let ids = async |query: ListUsers| -> Vec<String> {
        let users = server.client().users().all(&query.order_by("created_at").limit(9)).stream();
        users.map_ok(|user| user.id).try_collect().await.unwrap()
    };
    assert_eq!(ids(ListUsers::new().offset(30)).await, all[30..]);
    assert_eq!(ids(ListUsers::new().starting_after(&all[30])).await, all[31..]);
    let between = ListUsers::new()
        .created_at_after(clerk_client::Timestamp::from_millis(20))
        .created_at_before(clerk_client::Timestamp::from_millis(60))
        .query("a+b c");
    assert_eq!(ids(between).await, all[21..60]);
    assert!(server.queries().iter().rev().take(3).all(|query| query.contains("query=a%2Bb+c")));
}

#[tokio::test(start_paused = true)]
async fn no_more_than_the_prefetched_pages_are_requested_ahead() {
    for (prefetch, requests) in [(0, 1), (1, 2), (2, 3), (5, 6)] {
        let server = Server::new(0..10_000).latency(|_| Duration::from_millis(50));
        let mut pages = server.client().users().all(&ListUsers::new().limit(10)).pages().prefetch(prefetch);
        for page in 0..20 {
            assert_eq!(pages.try_next().await.unwrap().unwrap().len() / 9, 1);
            tokio::time::sleep(Duration::from_secs(1)).await;
            let expected = (page + requests).min((2 << page) + page + 1);
            assert!(server.queries().len() <= expected, "{prefetch}: {} requests", server.queries().len());
        }
        assert_eq!(server.queries().len(), 19 + requests, "{prefetch}");
    }
}

#[tokio::test(start_paused = true)]
async fn pages_ahead_take_the_time_of_few_round_trips() {
    let server = Server::new(0..20_000).latency(|_| Duration::from_millis(50));
    let start = Instant::now();
    assert_eq!(count(&server, ListUsers::new().limit(100)).await, 20_000);
    // 200 pages, at most 20 at a time, which takes a few round trips to reach.
    assert!(start.elapsed() < Duration::from_millis(1_800), "{:?}", start.elapsed());
    assert!(server.queries().len() <= 230, "{}", server.queries().len());
}

#[tokio::test(start_paused = true)]
async fn a_walk_ends_with_the_last_page_and_not_with_what_was_requested_beyond_it() {
    // The pages beyond the end never come.
    let server = Server::new(0..60).latency(|n| Duration::from_millis(if n < 7 { 50 } else { 1_000_000 }));
    let start = Instant::now();
    assert_eq!(count(&server, ListUsers::new().limit(10)).await, 60);
    assert!(server.queries().len() > 7 && start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_slow_consumer_lets_no_page_run_out_of_time() {
    let server = Server::new(0..100).latency(|_| Duration::from_millis(50));
    let mut pages = server.client().users().all(&ListUsers::new().limit(10)).pages().prefetch(3);
    let mut users = 0;
    while let Some(page) = pages.try_next().await.unwrap() {
        users += page.len();
        tokio::time::sleep(Duration::from_secs(600)).await;
    }
    assert_eq!(users, 100);
}

#[tokio::test(start_paused = true)]
async fn dropping_a_stream_stops_all_requests() {
    let server = Server::new(0..10_000).latency(|_| Duration::from_millis(50));
    let mut users = server.client().users().all(&ListUsers::new().limit(10)).stream();
    for _ in 0..25 {
        users.try_next().await.unwrap().unwrap();
    }
    drop(users);
    let requests = server.queries().len();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(server.queries().len(), requests);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_next_loses_nothing() {
    let server = Server::new(0..50).latency(|_| Duration::from_millis(50));
    let mut users = server.client().users().all(&ListUsers::new().limit(10)).stream();
    let mut seen = 0;
    loop {
        match tokio::time::timeout(Duration::from_millis(30), users.next()).await {
            Ok(Some(user)) => seen += usize::from(user.is_ok()),
            Ok(None) => break,
            Err(_) => continue,
        }
    }
    assert_eq!(seen, 50);
}

#[tokio::test]
async fn the_total_is_counted_with_the_same_filters() {
    let server = Server::new(0..20);
    let query = ListUsers::new().query("ada").limit(7).offset(3).order_by("first_name");
    let users = server.client().users().all(&query).stream();
    assert_eq!(users.total().await.unwrap(), 20);
    assert_eq!(server.queries(), ["query=ada"]);
}

struct Fake;

impl UsersApi for Fake {
    fn all(&self, query: &ListUsers) -> Call<Vec<User>> {
        match query.limit {
            Some(1) => Call::ready(Err(Error::api(503, "maintenance_mode", "later"))),
            Some(2) => Call::ready(Ok(Vec::new())),
            _ => Call::ready(Ok(vec![User::default(), User::default()])),
        }
    }
}

#[tokio::test]
async fn a_list_of_a_test_double_is_one_page() {
    let pages = async |limit: u32| Fake.all(&ListUsers::new().limit(limit)).pages().collect::<Vec<_>>().await;
    let sizes = |pages: Vec<clerk_client::Result<Vec<User>>>| -> Vec<_> {
        pages
            .into_iter()
            .map(|page| page.map(|users| users.len()).map_err(|error| error.has_code("maintenance_mode")))
            .collect()
    };
    assert_eq!(sizes(pages(3).await), [Ok(2)]);
    assert_eq!(sizes(pages(2).await), []);
    assert_eq!(sizes(pages(1).await), [Err(true)]);
    assert_eq!(Fake.all(&ListUsers::new()).stream().total().await.unwrap(), 2);
    assert!(Fake.all(&ListUsers::new().limit(1)).stream().total().await.is_err());
}

/// A server where users are deleted in the midst of what is in flight.
fn losing(deleted: usize) -> Server {
    let mut n = 0;
    let server = Server::new(0..3000).latency(|n| Duration::from_millis(n as u64));
    server.changing(move |users| {
        n += 1;
        if n == 9 {
            users.all.drain(500..500 + deleted);
        }
    })
}

#[tokio::test(start_paused = true)]
async fn a_gap_between_two_pages_is_walked_by_cursor_and_what_is_in_flight_stays() {
    for deleted in [0, 1, 2, 5, 99, 100, 101, 150, 201] {
        let server = losing(deleted);
        let seen = count(&server, ListUsers::new().limit(100).order_by("created_at")).await;
        assert!((3000 - deleted..=3000).contains(&seen), "{seen}");
        let queries = server.queries();
        let by_cursor = queries.iter().filter(|query| query.contains("starting_after")).count();
        assert_eq!(by_cursor > 1, deleted > 0, "{queries:#?}");
        // 31 pages, those that were requested beyond the end, and few for the gap.
        assert!((50..=54).contains(&queries.len()), "{deleted}: {queries:#?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_waits_is_one_of_the_prefetched_ones() {
    for prefetch in [2, 3, 10] {
        let server = losing(150);
        let query = ListUsers::new().limit(100).order_by("created_at");
        let mut pages = server.client().users().all(&query).pages().prefetch(prefetch);
        let mut most = 0;
        loop {
            let moment = tokio::time::timeout(Duration::from_millis(1), pages.next()).await;
            let shown = format!("{pages:?}");
            let in_flight = shown.split("in_flight: ").nth(1).and_then(|rest| rest.split([',', ' ']).next());
            most = most.max(in_flight.unwrap().parse().unwrap());
            if matches!(moment, Ok(None)) {
                break;
            }
        }
        assert_eq!(most, prefetch);
    }
}
