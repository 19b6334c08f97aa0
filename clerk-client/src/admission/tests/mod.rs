//! The queue against a model: random arrivals, departures, outcomes and waits.
//!
//! All state is behind one lock, and a waiting call is woken by a `Notify`, which keeps a wake-up that comes early. So an
//! interleaving of threads is an order of steps, and what is to be searched is orders of steps.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::deadline::Deadline;
use super::line::{Place, Ticket};
use super::outcome::Outcome;
use super::queue::{Limits, MOST_LANES, Queue};
use super::scope::Scope;
use crate::client::Client;

const SECOND: Duration = Duration::from_secs(1);
const MAX_IN_FLIGHT: usize = 7;

fn limits() -> Limits {
    Limits { max_in_flight: MAX_IN_FLIGHT, all: None, create_users: None, documented: 100, closes: true }
}

fn find() -> Scope {
    scope(&client().users().find("user_1"))
}

fn client() -> Client {
    Client::new("sk_test_1").unwrap()
}

fn scope<T>(call: &crate::call::Call<T>) -> Scope {
    Scope::of(call.request().unwrap())
}

/// The scopes that the model's calls have: of an endpoint, of one with a limit, of two users of one.
fn scopes() -> [Scope; 4] {
    let (client, changes) = (client(), Default::default());
    let users = client.users();
    [
        find(),
        scope(&users.create(&Default::default())),
        scope(&users.update("user_1", &changes)),
        scope(&users.update("user_2", &changes)),
    ]
}

/// A waiting call as `local` runs it: it looks when it is notified, and when its timer fires.
struct Waiter {
    scope: Scope,
    ticket: Arc<Ticket>,
    timer: Option<Instant>,
}

struct Model {
    scopes: [Scope; 4],
    random: fastrand::Rng,
    queue: Queue,
    now: Instant,
    waiting: BTreeMap<Place, Waiter>,
    in_flight: Vec<(Scope, Instant)>,
    /// Until when nothing may pass.
    closed: Vec<(Scope, Instant)>,
    admitted: usize,
}

impl Model {
    fn new(scopes: [Scope; 4], seed: u64) -> Self {
        let mut random = fastrand::Rng::with_seed(seed);
        let now = Instant::now();
        let all = random.bool().then(|| random.u32(1..30));
        let create_users = random.bool().then(|| random.u32(1..10));
        let queue = Queue::new(Limits { all, create_users, ..limits() }, now);
        let (waiting, in_flight, closed) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { scopes, random, queue, now, waiting, in_flight, closed, admitted: 0 }
    }

    fn step(&mut self) {
        match self.random.u8(..10) {
            0..=3 => self.arrive(),
            4..=6 => self.end(),
            7 => self.drop_one(),
            _ => {
                let time = self.random.u64(..3000);
                self.pass_time(Duration::from_millis(time));
            }
        }
        self.settle();
    }

    fn arrive(&mut self) {
        let scope = self.scopes[self.random.usize(..4)].clone();
        if self.queue.pass(&scope, self.now) {
            assert!(!self.waiting.values().any(|waiter| waiter.scope == scope), "a newcomer overtook");
            return self.admit(scope, self.now);
        }
        let is_newcomer = self.random.u8(..4) > 0;
        let (place, ticket) = self.queue.enter(&scope, is_newcomer, Deadline::new(self.now, Duration::MAX), self.now);
        self.waiting.insert(place, Waiter { scope, ticket, timer: None });
        self.look(place);
    }

    fn end(&mut self) {
        if self.in_flight.is_empty() {
            return;
        }
        let (scope, taken) = self.in_flight.swap_remove(self.random.usize(..self.in_flight.len()));
        let outcome = match self.random.u8(..8) {
            0 => Outcome::RateLimited { wait: Duration::from_millis(self.random.u64(..4000)) },
            1 => Outcome::NotSent,
            2 => Outcome::Unknown,
            _ => Outcome::Answered(StatusCode::OK),
        };
        self.queue.ended(&scope, taken, outcome, self.now);
        if let Outcome::RateLimited { wait } = outcome {
            self.closed.push((scope, self.now + wait));
        }
    }

    fn drop_one(&mut self) {
        let Some(place) = self.random.choice(self.waiting.keys().copied().collect::<Vec<_>>()) else { return };
        let waiter = self.waiting.remove(&place).unwrap();
        match waiter.ticket.admitted.get() {
            Some(taken) => self.queue.ended(&waiter.scope, *taken, Outcome::NotSent, self.now),
            None => self.queue.leave(&waiter.scope, place, self.now),
        }
    }

    fn pass_time(&mut self, time: Duration) {
        let end = self.now + time;
        loop {
            let next = self.waiting.values().filter_map(|waiter| waiter.timer).filter(|timer| *timer <= end).min();
            let Some(next) = next else { break };
            self.now = self.now.max(next);
            self.settle();
        }
        self.now = end;
    }

    /// Lets all look that have been notified or whose timer has fired. Then nobody may be left who could be admitted.
    fn settle(&mut self) {
        loop {
            let is_due = |waiter: &Waiter| waiter.timer.is_some_and(|timer| timer <= self.now);
            let due = self.waiting.iter().find(|(_, waiter)| is_due(waiter) || is_notified(&waiter.ticket));
            let Some(place) = due.map(|(place, _)| *place) else { break };
            self.look(place);
        }
        self.queue.advance(self.now);
        assert!(!self.waiting.values().any(|waiter| waiter.ticket.admitted.get().is_some()), "a wake-up was lost");
    }

    fn look(&mut self, place: Place) {
        self.queue.advance(self.now);
        let Some(waiter) = self.waiting.get_mut(&place) else { return };
        let scope = waiter.scope.clone();
        match waiter.ticket.admitted.get().copied() {
            Some(taken) => {
                self.waiting.remove(&place);
                let overtaken = self.waiting.iter().find(|(other, waiter)| {
                    **other < place && waiter.scope == scope && waiter.ticket.admitted.get().is_none()
                });
                assert!(overtaken.is_none(), "{place:?} overtook {:?}", overtaken.map(|(place, _)| place));
                self.admit(scope, taken);
            }
            None => waiter.timer = self.queue.wakes(&scope, place, self.now),
        }
    }

    fn admit(&mut self, scope: Scope, taken: Instant) {
        let is_closed = self.closed.iter().any(|(closed, until)| *closed == scope && taken < *until);
        assert!(!is_closed, "{scope:?} was closed");
        self.in_flight.push((scope, taken));
        self.admitted += 1;
        assert!(self.in_flight.len() <= MAX_IN_FLIGHT);
    }

    /// Answers all that are in flight until nobody waits.
    fn finish(&mut self) {
        for _ in 0..10_000 {
            while let Some((scope, taken)) = self.in_flight.pop() {
                self.queue.ended(&scope, taken, Outcome::Answered(StatusCode::OK), self.now);
            }
            self.settle();
            if self.waiting.is_empty() && self.in_flight.is_empty() {
                return;
            }
            self.pass_time(SECOND);
        }
        panic!("{} are still waiting", self.waiting.len());
    }
}

fn is_notified(ticket: &Ticket) -> bool {
    pin!(ticket.changed.notified()).poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
}

#[test]
fn nobody_overtakes_no_wake_up_is_lost_and_all_are_admitted_in_the_end() {
    let (scopes, mut admitted) = (scopes(), 0);
    for seed in 0..400 {
        let mut model = Model::new(scopes.clone(), seed);
        (0..150).for_each(|_| model.step());
        model.finish();
        admitted += model.admitted;
        assert!(model.queue.is_at_rest(model.now + 60 * SECOND), "seed {seed}: {:?}", model.queue);
    }
    assert!(admitted > 8_000, "{admitted}");
}

#[test]
fn closed_endpoints_are_remembered_up_to_a_bound_and_none_is_forgotten_for_another() {
    let (now, client) = (Instant::now(), client());
    let user = |n: usize| scope(&client.users().update(&format!("user_{n}"), &Default::default()));
    let mut queue = Queue::new(limits(), now);
    let refuse = |queue: &mut Queue, n: usize, now: Instant| {
        assert!(queue.pass(&user(n), now), "{n}");
        queue.ended(&user(n), now, Outcome::RateLimited { wait: 60 * SECOND }, now);
    };
    for n in 0..=MOST_LANES {
        refuse(&mut queue, n, now);
    }
    for n in [0, MOST_LANES / 2, MOST_LANES - 1] {
        assert!(!queue.pass(&user(n), now), "{n} is still closed");
    }
    assert!(queue.pass(&user(MOST_LANES), now), "there was no room for it");
    let later = now + 61 * SECOND;
    refuse(&mut queue, MOST_LANES, later);
    assert!(!queue.pass(&user(MOST_LANES), later), "the others have opened and make room");
}

#[test]
fn a_closed_endpoint_opens_with_one_request_and_continues_evenly_spaced() {
    let (scope, start) = (find(), Instant::now());
    let mut queue = Queue::new(Limits { max_in_flight: 1000, ..limits() }, start);
    assert!(queue.pass(&scope, start));
    queue.ended(&scope, start, Outcome::RateLimited { wait: SECOND }, start);
    let enter = |queue: &mut Queue| queue.enter(&scope, true, Deadline::new(start, Duration::MAX), start).1;
    let tickets: Vec<_> = (0..20).map(|_| enter(&mut queue)).collect();
    let admitted = || tickets.iter().filter_map(|ticket| ticket.admitted.get()).count();
    queue.advance(start + SECOND - Duration::from_millis(1));
    assert_eq!(admitted(), 0);
    queue.advance(start + SECOND * 5);
    assert_eq!(admitted(), 1, "the probe");
    let mut now = start + SECOND * 5;
    queue.ended(&scope, now, Outcome::Answered(StatusCode::OK), now);
    assert_eq!(admitted(), 2, "the first of those behind it");
    for expected in 3..=20 {
        now += Duration::from_millis(104);
        queue.advance(now);
        assert_eq!(admitted(), expected, "97 in ten seconds");
    }
}

#[test]
fn the_rate_is_halved_by_a_429_and_grows_with_answers() {
    let (scope, start) = (find(), Instant::now());
    let mut lane = super::lane::Lane::new(97.0, None);
    let gap = |lane: &mut super::lane::Lane, now: Instant| {
        lane.take(now);
        lane.next(now).map(|next| (next - now).as_millis())
    };
    lane.close(start + SECOND);
    let now = start + SECOND;
    lane.take(now);
    lane.ended(now, Outcome::Answered(StatusCode::OK), now);
    assert_eq!(gap(&mut lane, now), Some(103));
    lane.close(now + SECOND);
    lane.close(now + SECOND);
    let now = now + SECOND;
    lane.take(now);
    lane.ended(now, Outcome::Answered(StatusCode::OK), now);
    assert_eq!(gap(&mut lane, now), Some(206), "once for both");
    for _ in 0..48 {
        lane.ended(now, Outcome::Answered(StatusCode::OK), now);
    }
    assert_eq!(gap(&mut lane, now), Some(174), "a tenth of the whole after a window");
    for _ in 0..1000 {
        lane.ended(now, Outcome::Answered(StatusCode::OK), now);
    }
    assert_eq!(gap(&mut lane, now), Some(103), "the whole is the most");
    assert_eq!(scope, find());
}

#[test]
fn a_probe_that_was_not_answered_is_followed_by_another() {
    let start = Instant::now();
    for outcome in [Outcome::NotSent, Outcome::Unknown] {
        let mut lane = super::lane::Lane::new(97.0, None);
        lane.close(start + SECOND);
        let now = start + SECOND;
        lane.take(now);
        assert_eq!(lane.next(now), None);
        lane.ended(start, Outcome::Answered(StatusCode::OK), now);
        assert_eq!(lane.next(now), None, "what was sent before the 429 says nothing");
        lane.ended(now, outcome, now);
        assert_eq!(lane.next(now), Some(now));
    }
}

#[test]
fn an_endpoint_opens_again_however_long_a_429_closes_it_for() {
    let (scope, start) = (find(), Instant::now());
    for wait in [Duration::MAX, Duration::MAX - SECOND, Duration::from_secs(i64::MAX as u64 - 100_000_000)] {
        let mut queue = Queue::new(limits(), start);
        let mut now = start;
        for probe in 0..3 {
            assert!(queue.pass(&scope, now), "{wait:?}: {probe}");
            queue.ended(&scope, now, Outcome::RateLimited { wait }, now);
            let (place, _) = queue.enter(&scope, true, Deadline::new(now, Duration::MAX), now);
            assert!(queue.outlook(&scope, place, now).0 > now + SECOND, "{wait:?}: closed");
            queue.leave(&scope, place, now);
            now += 24 * 3600 * SECOND;
        }
    }
}

#[test]
fn metering_ends_when_nobody_waits_also_where_the_endpoint_has_a_limit() {
    let start = Instant::now();
    for (create_users, scope) in [(None, find()), (Some(1000), Scope::create_users())] {
        let mut queue = Queue::new(Limits { create_users, ..limits() }, start);
        assert!(queue.pass(&scope, start));
        queue.ended(&scope, start, Outcome::RateLimited { wait: SECOND }, start);
        assert!(!queue.pass(&scope, start));
        let now = start + SECOND;
        assert!(queue.pass(&scope, now), "the probe");
        assert!(!queue.pass(&scope, now));
        queue.ended(&scope, now, Outcome::Answered(StatusCode::OK), now);
        for _ in 0..5 {
            assert!(queue.pass(&scope, now), "{create_users:?}");
        }
    }
}
