//! Who waits, and who is next: all the state of a client's admission, without a clock of its own.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::deadline::Deadline;
use super::lane::Lane;
use super::line::{Line, Place, Ticket, Waiter};
use super::outcome::Outcome;
use super::scope::Scope;
use super::window::Window;

/// How many endpoints, or users of one, are remembered at most.
pub(super) const MOST_LANES: usize = 1024;
/// Clerk's limit for changes of one user, in ten seconds.
const OF_ONE_USER: f64 = 9.7;
/// How long a 429 closes its endpoint at most, so that all instants can be counted. The probe then finds out whether it is open.
const LONGEST_CLOSED: Duration = Duration::from_secs(24 * 3600);

/// The settings of a queue.
#[derive(Clone, Debug)]
pub(super) struct Limits {
    pub(super) max_in_flight: usize,
    pub(super) all: Option<u32>,
    pub(super) create_users: Option<u32>,
    /// What Clerk allows the key in ten seconds.
    pub(super) documented: u32,
    /// Whether a 429 closes its endpoint.
    pub(super) closes: bool,
}

/// A request passes when, at the same moment, its lane is open, the client-side limit has a turn, and fewer requests than the maximum
/// are in flight.
#[derive(Debug)]
pub(super) struct Queue {
    limits: Limits,
    in_flight: usize,
    all: Option<Window>,
    lanes: HashMap<Scope, Lane>,
    /// Those whose endpoint has no lane.
    line: Line,
    next_number: u64,
}

impl Queue {
    pub(super) fn new(limits: Limits, now: Instant) -> Self {
        let all = limits.all.map(|limit| Window::new(limit, now));
        let create = limits.create_users.map(|limit| Window::new(limit, now));
        let most = f64::from(limits.documented) * 0.97;
        let lanes = create.into_iter().map(|limit| (Scope::create_users(), Lane::new(most, Some(limit)))).collect();
        Self { limits, in_flight: 0, all, lanes, line: Line::default(), next_number: 0 }
    }

    /// Whether a request passes without waiting; if so, it has.
    pub(super) fn pass(&mut self, scope: &Scope, now: Instant) -> bool {
        let lane = if self.lanes.is_empty() { None } else { self.lanes.get_mut(scope) };
        let is_first = self.line.is_empty() && lane.as_ref().is_none_or(|lane| lane.line.is_empty());
        let is_open = lane.is_none_or(|lane| lane.next(now) == Some(now));
        let passes = is_first && is_open && self.has_room(now) && !self.is_anyone_ready(now);
        if passes {
            self.take(scope, now);
        }
        passes
    }

    pub(super) fn enter(
        &mut self,
        scope: &Scope,
        is_newcomer: bool,
        deadline: Deadline,
        now: Instant,
    ) -> (Place, Arc<Ticket>) {
        let place = Place { is_newcomer, number: self.next_number };
        self.next_number += 1;
        let ticket = Arc::new(Ticket::default());
        let waiter = Waiter { scope: scope.clone(), deadline, ticket: Arc::clone(&ticket) };
        self.line_of(scope).enter(place, waiter);
        self.advance(now);
        (place, ticket)
    }

    /// Gives a place up.
    pub(super) fn leave(&mut self, scope: &Scope, place: Place, now: Instant) {
        self.line_of(scope).leave(place);
        self.forget(scope, now);
        self.advance(now);
    }

    /// Admits all that may pass.
    pub(super) fn advance(&mut self, now: Instant) {
        while self.has_room(now) {
            let Some((place, scope)) = self.next_of_all(now) else { break };
            if let Some(waiter) = self.line_of(&scope).leave(place) {
                waiter.ticket.admit(now);
                self.take(&scope, now);
            }
        }
    }

    /// When the first of its line has to look again; `None` for the others, and while something other than time has to pass.
    pub(super) fn wakes(&mut self, scope: &Scope, place: Place, now: Instant) -> Option<Instant> {
        if !self.line_of(scope).is_first(place) || self.in_flight >= self.limits.max_in_flight {
            return None;
        }
        let lane = match self.lanes.get_mut(scope) {
            Some(lane) => lane.next(now)?,
            None => now,
        };
        Some(lane.max(self.all.as_mut().map_or(now, |window| window.next(now))))
    }

    /// When a waiting request can be sent: at the earliest, and as things are.
    pub(super) fn outlook(&mut self, scope: &Scope, place: Place, now: Instant) -> (Instant, Instant) {
        let (mut earliest, mut likely) = (now, now);
        if let Some(lane) = self.lanes.get_mut(scope) {
            let ahead = lane.line.ahead_of(place);
            (earliest, likely) = (lane.turn_of(ahead, now), lane.estimate(ahead, now));
        }
        if let Some(window) = &mut self.all {
            let in_lane = self.lanes.get(scope).map_or(0, |lane| lane.line.ahead_of(place));
            let turn = window.turn_of(self.line.ahead_of(place) + in_lane, now);
            (earliest, likely) = (earliest.max(turn), likely.max(turn));
        }
        (earliest, likely)
    }

    /// The attempt that was admitted at `taken` has ended.
    pub(super) fn ended(&mut self, scope: &Scope, taken: Instant, outcome: Outcome, now: Instant) {
        let was_full = self.in_flight >= self.limits.max_in_flight;
        self.in_flight = self.in_flight.saturating_sub(1);
        if let (Outcome::NotSent, Some(window)) = (outcome, &mut self.all) {
            window.give_back(taken);
        }
        match outcome {
            Outcome::RateLimited { wait } if self.limits.closes && !wait.is_zero() => self.close(scope, wait, now),
            _ if self.lanes.is_empty() => {}
            _ => self.tell(scope, taken, outcome, now),
        }
        self.advance(now);
        if was_full || outcome == Outcome::NotSent {
            self.notify_firsts();
        }
    }

    fn tell(&mut self, scope: &Scope, taken: Instant, outcome: Outcome, now: Instant) {
        if let Some(lane) = self.lanes.get_mut(scope) {
            lane.ended(taken, outcome, now);
            lane.line.notify_first();
            self.forget(scope, now);
        }
    }

    /// Nothing passes to this scope for as long as `wait`.
    fn close(&mut self, scope: &Scope, wait: Duration, now: Instant) {
        let until = now + wait.min(LONGEST_CLOSED);
        if !self.lanes.contains_key(scope) && !self.add_lane(scope, now) {
            return;
        }
        if let Some(lane) = self.lanes.get_mut(scope) {
            lane.close(until);
            lane.line.notify_first();
            lane.line.notify_hopeless(until);
        }
    }

    /// Whether there was room for one more. Those who wait for the scope move there.
    fn add_lane(&mut self, scope: &Scope, now: Instant) -> bool {
        if self.lanes.len() >= MOST_LANES {
            self.lanes.retain(|_, lane| lane.has_limit() || !lane.is_idle(now));
        }
        if self.lanes.len() >= MOST_LANES {
            return false;
        }
        let most = if scope.is_of_one_user() { OF_ONE_USER } else { f64::from(self.limits.documented) * 0.97 };
        let mut lane = Lane::new(most, None);
        lane.line = self.line.split_off(scope);
        self.lanes.insert(scope.clone(), lane);
        true
    }

    /// Metering ends when nobody waits any more, and with it the lane, unless it has a limit.
    fn forget(&mut self, scope: &Scope, now: Instant) {
        match self.lanes.get_mut(scope) {
            Some(lane) if lane.is_idle(now) && lane.has_limit() => lane.open(),
            Some(lane) if lane.is_idle(now) => drop(self.lanes.remove(scope)),
            _ => {}
        }
    }

    fn take(&mut self, scope: &Scope, now: Instant) {
        self.in_flight += 1;
        if let Some(window) = &mut self.all {
            window.take(now);
        }
        if let Some(lane) = self.lanes.get_mut(scope) {
            lane.take(now);
        }
    }

    /// Whether the conditions hold that all requests share.
    fn has_room(&mut self, now: Instant) -> bool {
        let has_turn = self.all.as_mut().is_none_or(|window| window.next(now) <= now);
        has_turn && self.in_flight < self.limits.max_in_flight
    }

    /// Whether anybody could be admitted, so that a newcomer to an idle lane would overtake.
    fn is_anyone_ready(&mut self, now: Instant) -> bool {
        !self.lanes.is_empty() && self.next_of_all(now).is_some()
    }

    /// Of the firsts of all lines that are open, the one that comes before the others.
    fn next_of_all(&mut self, now: Instant) -> Option<(Place, Scope)> {
        let waiting = self.lanes.values_mut().filter(|lane| !lane.line.is_empty());
        let open = waiting.filter_map(|lane| lane.next(now).is_some_and(|next| next <= now).then_some(&lane.line));
        let firsts = open.chain([&self.line]).filter_map(Line::first);
        firsts.min_by_key(|(place, _)| *place).map(|(place, waiter)| (place, waiter.scope.clone()))
    }

    fn line_of(&mut self, scope: &Scope) -> &mut Line {
        match self.lanes.get_mut(scope) {
            Some(lane) => &mut lane.line,
            None => &mut self.line,
        }
    }

    /// Whether nothing is left of the calls that were admitted.
    #[cfg(test)]
    pub(super) fn is_at_rest(&mut self, now: Instant) -> bool {
        self.lanes.retain(|_, lane| lane.has_limit() || !lane.is_idle(now));
        let lanes = self.lanes.values().all(|lane| lane.line.is_empty());
        self.in_flight == 0 && self.line.is_empty() && lanes && self.lanes.len() <= 1
    }

    fn notify_firsts(&self) {
        self.line.notify_first();
        self.lanes.values().for_each(|lane| lane.line.notify_first());
    }
}
