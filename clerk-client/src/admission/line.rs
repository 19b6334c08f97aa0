//! A line of waiting calls.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tokio::sync::Notify;
use tokio::time::Instant;

use super::deadline::Deadline;
use super::scope::Scope;

/// Retries come before newcomers; otherwise first come, first served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) is_newcomer: bool,
    pub(super) number: u64,
}

#[derive(Debug)]
pub(super) struct Waiter {
    pub(super) scope: Scope,
    pub(super) deadline: Deadline,
    pub(super) ticket: Arc<Ticket>,
}

/// How a waiting call is reached.
#[derive(Debug, Default)]
pub(super) struct Ticket {
    /// Something has changed: it may have been admitted, have become the first of its line, or have no chance any more.
    pub(super) changed: Notify,
    /// When it was admitted.
    pub(super) admitted: OnceLock<Instant>,
}

impl Ticket {
    pub(super) fn admit(&self, now: Instant) {
        let _ = self.admitted.set(now);
        self.changed.notify_one();
    }
}

/// The waiting calls of one endpoint, or of all that need no line of their own, in their order. The first watches the clock; each call
/// is notified when it becomes the first.
#[derive(Debug, Default)]
pub(super) struct Line(BTreeMap<Place, Waiter>);

impl Line {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn enter(&mut self, place: Place, waiter: Waiter) {
        self.0.insert(place, waiter);
    }

    pub(super) fn leave(&mut self, place: Place) -> Option<Waiter> {
        let was_first = self.is_first(place);
        let waiter = self.0.remove(&place);
        if was_first {
            self.notify_first();
        }
        waiter
    }

    pub(super) fn first(&self) -> Option<(Place, &Waiter)> {
        self.0.first_key_value().map(|(place, waiter)| (*place, waiter))
    }

    pub(super) fn is_first(&self, place: Place) -> bool {
        self.first().is_some_and(|(first, _)| first == place)
    }

    /// How many are before this place.
    pub(super) fn ahead_of(&self, place: Place) -> usize {
        self.0.range(..place).count()
    }

    /// Takes out those who wait for this scope.
    pub(super) fn split_off(&mut self, scope: &Scope) -> Self {
        let (of_scope, others) =
            std::mem::take(&mut self.0).into_iter().partition(|(_, waiter)| waiter.scope == *scope);
        self.0 = others;
        self.notify_first();
        Self(of_scope)
    }

    pub(super) fn notify_first(&self) {
        if let Some((_, waiter)) = self.first() {
            waiter.ticket.changed.notify_one();
        }
    }

    /// Notifies those whose deadline is over by then.
    pub(super) fn notify_hopeless(&self, until: Instant) {
        for waiter in self.0.values().filter(|waiter| !waiter.deadline.is_after(until)) {
            waiter.ticket.changed.notify_one();
        }
    }
}
