//! Whoever exists during the whole walk is seen exactly once, regardless of what happens meanwhile.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::{Call, ListUsers, OrderBy, User, clerk_api};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::list::{Server, Users};

/// What happens between two pages, drawn from a seed.
struct Changes {
    seed: u64,
    /// How often users are created and deleted, in a hundred pages each.
    creates: u64,
    deletes: u64,
    created: usize,
    deleted: Arc<Mutex<HashSet<String>>>,
    /// The users seen so far; the last one may be the cursor of the next page.
    taken: Arc<Mutex<Vec<String>>>,
}

impl Changes {
    fn draw(&mut self, below: u64) -> u64 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) % below.max(1)
    }

    fn happen(&mut self, users: &mut Users) {
        while self.created < 200 && self.draw(100) < self.creates {
            self.created += 1;
            // Now, or with a time of creation in the past.
            let time = if self.draw(2) == 0 { 1_000 } else { i64::try_from(self.draw(40)).unwrap() };
            users.create(time);
        }
        while self.draw(100) < self.deletes && !users.all.is_empty() {
            let last_taken = self.taken.lock().unwrap().last().cloned();
            let id = match last_taken {
                Some(id) if self.draw(3) == 0 => id,
                _ => users.all[usize::try_from(self.draw(users.all.len() as u64)).unwrap()].id.clone(),
            };
            users.delete(&id);
            self.deleted.lock().unwrap().insert(id);
        }
    }
}

#[derive(Clone, Debug)]
struct Case {
    seed: u64,
    users: usize,
    /// Of so many different times.
    times: i64,
    limit: u32,
    prefetch: usize,
    order: Option<bool>,
    creates: u64,
    deletes: u64,
}

fn case() -> impl Strategy<Value = Case> {
    let list = (0..300_usize, prop_oneof![Just(1_i64), 2..8_i64, Just(100_000)]);
    let walk = (1..20_u32, 0..9_usize, proptest::option::of(any::<bool>()));
    (any::<u64>(), list, walk, 0..70_u64, 0..70_u64).prop_map(|(seed, list, walk, creates, deletes)| {
        let ((users, times), (limit, prefetch, order)) = (list, walk);
        Case { seed, users, times, limit, prefetch, order, creates, deletes }
    })
}

async fn seen_once(case: Case) -> Result<(), TestCaseError> {
    let (deleted, taken) = (Arc::<Mutex<HashSet<String>>>::default(), Arc::<Mutex<Vec<String>>>::default());
    let Case { seed, creates, deletes, .. } = case;
    let mut changes = Changes { seed, creates, deletes, created: 0, deleted: deleted.clone(), taken: taken.clone() };
    let times = (0..case.users).map(|n| i64::try_from(n).unwrap() * 7919 % case.times);
    let server = Server::new(times).changing(move |users| changes.happen(users));
    let server = server.latency(move |n| Duration::from_millis(seed.rotate_left(n as u32 % 64) % 50));
    let before = server.ids();
    let query = ListUsers::new().limit(case.limit);
    let query = match case.order {
        None => query,
        Some(true) => query.order_by(OrderBy::CreatedAt.desc()),
        Some(false) => query.order_by(OrderBy::CreatedAt.asc()),
    };
    let mut users = server.client().users().all(&query).stream().prefetch(case.prefetch);
    let mut times = HashMap::new();
    while let Some(user) = users.try_next().await.map_err(|error| TestCaseError::fail(error.to_string()))? {
        taken.lock().unwrap().push(user.id.clone());
        times.insert(user.id, user.created_at.unwrap().as_millis());
    }
    let (deleted, taken) = (deleted.lock().unwrap(), taken.lock().unwrap());
    prop_assert_eq!(taken.iter().collect::<HashSet<_>>().len(), taken.len(), "somebody was seen twice");
    let stayed: Vec<_> = before.iter().filter(|id| !deleted.contains(*id)).collect();
    let missed: Vec<_> = stayed.iter().filter(|id| !times.contains_key(**id)).collect();
    prop_assert!(missed.is_empty(), "missed {:?}", missed);
    let old: HashSet<_> = before.iter().collect();
    let order: Vec<_> = taken.iter().filter(|id| old.contains(id)).map(|id| times[id]).collect();
    let descends = case.order.unwrap_or(true);
    prop_assert!(order.is_sorted_by(|a, b| if descends { a >= b } else { a <= b }), "out of order");
    Ok(())
}

#[test]
fn users_by_creation_are_seen_once_while_others_come_and_go() {
    let mut runner = TestRunner::new(Config { cases: 200, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&case(), |case| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
        runtime.block_on(seen_once(case))
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn cases_that_were_once_wrong_are_right() {
    let case = |seed, users, times, limit, prefetch, creates, deletes| Case {
        seed,
        users,
        times,
        limit,
        prefetch,
        order: None,
        creates,
        deletes,
    };
    for case in [
        case(14_227_238_710_013_023_425, 262, 1, 2, 2, 41, 0),
        case(5_840_495_900_214_256_487, 192, 1, 1, 0, 57, 68),
        case(693_547_453_132_705_274, 127, 100_000, 2, 7, 42, 3),
        case(8_420_044_726_094_204_753, 220, 100_000, 3, 8, 11, 77),
    ] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
        let outcome = runtime.block_on(seen_once(case.clone()));
        outcome.unwrap_or_else(|failure| panic!("{case:?}: {failure}"));
    }
}

#[tokio::test(start_paused = true)]
async fn users_who_are_deleted_as_they_are_seen_hide_nobody() {
    for (prefetch, order) in
        [(0, "created_at"), (1, "-created_at"), (8, "created_at"), (0, "first_name"), (4, "first_name")]
    {
        let server = Server::new((0..1000).map(|n| n / 300)).latency(|_| Duration::from_millis(20));
        let query = ListUsers::new().limit(20).order_by(order);
        let mut users = server.client().users().all(&query).stream().prefetch(prefetch);
        let mut seen = 0;
        while let Some(user) = users.try_next().await.unwrap() {
            server.users().delete(&user.id);
            seen += 1;
        }
        assert_eq!((seen, server.ids().len()), (1000, 0), "{prefetch} {order}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_order_that_has_no_cursor_is_walked_by_offset_and_deletions_hide_nobody() {
    for prefetch in [0, 1, 8] {
        let mut n = 0;
        let server = Server::new(0..500).latency(|n| Duration::from_millis(n as u64 * 13 % 40));
        let server = server.changing(move |users| {
            n += 1;
            for _ in 0..n % 4 {
                let place = n * 31 % users.all.len();
                let id = users.all[place].id.clone();
                users.delete(&id);
            }
        });
        let query = ListUsers::new().limit(20).order_by(OrderBy::FirstName);
        let mut users = server.client().users().all(&query).stream().prefetch(prefetch);
        let mut seen = HashSet::new();
        while let Some(user) = users.try_next().await.unwrap() {
            assert!(seen.insert(user.id.clone()), "{} twice", user.id);
        }
        assert!(server.ids().iter().all(|id| seen.contains(id)), "somebody was missed");
    }
}

/// The list of users, declared by somebody who does not know its largest page.
#[clerk_api]
trait People {
    #[get("/users", paginate = cursor(starting_after, timeline = "-created_at"))]
    fn all(&self, #[query] query: &ListUsers) -> Call<Vec<User>>;
}

#[tokio::test(start_paused = true)]
async fn a_page_that_was_waited_for_and_has_nothing_new_is_not_the_end() {
    for deleted in [1, 31, 61] {
        let mut n = 0;
        let server = Server::new(0..3000).largest(30).latency(|n| Duration::from_millis(n as u64));
        let server = server.changing(move |users| {
            n += 1;
            if n == 9 {
                users.all.drain(users.all.len() - 150 - deleted..users.all.len() - 150);
            }
        });
        let client = server.client();
        let people: &dyn People = &client;
        let mut users = people.all(&ListUsers::new()).stream();
        let mut seen = HashSet::new();
        while let Some(user) = users.try_next().await.unwrap() {
            assert!(seen.insert(user.id.clone()), "{} twice", user.id);
        }
        assert!(server.ids().iter().all(|id| seen.contains(id)), "{} of {}", seen.len(), server.ids().len());
    }
}

/// All that a page has may be gone when the walk comes to it.
#[tokio::test(start_paused = true)]
async fn a_page_does_not_wait_for_those_who_are_gone() {
    let server = Server::new(0..20_000).latency(|_| Duration::from_millis(50));
    let (mut n, mut are_gone, so_far) = (0, false, server.clone());
    let server = server.changing(move |users| {
        n += 1;
        if n == 9 {
            users.all.drain(600..605);
        }
        // The first goes behind the first page, and the second to the gap.
        let by_cursor: Vec<_> = so_far.queries().into_iter().filter(|query| query.contains("starting_after")).collect();
        if let ([_, to_the_gap], false) = (&by_cursor[..], are_gone) {
            are_gone = true;
            let first = users.all.iter().position(|user| to_the_gap.ends_with(&user.id)).unwrap() + 1;
            users.all.drain(first..first + 100);
        }
    });
    let query = ListUsers::new().limit(100).order_by("created_at");
    let mut users = server.client().users().all(&query).stream().prefetch(8);
    let mut seen = HashSet::new();
    while let Some(user) = users.try_next().await.unwrap() {
        seen.insert(user.id);
    }
    assert!(server.ids().iter().all(|id| seen.contains(id)));
    let by_cursor = server.queries().iter().filter(|query| query.contains("starting_after")).count();
    assert!(by_cursor < 20, "{by_cursor}");
}

/// Whoever stands before the query's own beginning is no part of the list, even at the same time.
#[tokio::test(start_paused = true)]
async fn a_walk_never_goes_back_before_its_beginning() {
    for prefetch in [0, 4] {
        let server = Server::new(std::iter::repeat_n(7, 200)).latency(|_| Duration::from_millis(20));
        let before: HashSet<_> = server.ids().into_iter().rev().take(30).collect();
        let query = ListUsers::new().limit(10).offset(30);
        let mut users = server.client().users().all(&query).stream().prefetch(prefetch);
        // Once all that it has seen are deleted, the walk cannot know where it was.
        while let Ok(Some(user)) = users.try_next().await {
            assert!(!before.contains(&user.id), "{}", user.id);
            server.users().delete(&user.id);
        }
    }
}
