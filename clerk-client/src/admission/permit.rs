//! The right to make one attempt, and what comes of it.

use std::fmt;

use super::outcome::Outcome;
use super::turn::Turn;

/// The right to make one attempt; returned by [`Admission::admit`](super::Admission::admit).
#[must_use = "a permit that is dropped is returned unused"]
pub struct Permit {
    holder: Holder,
    is_sent: bool,
}

type Report = Box<dyn FnOnce(Outcome) + Send>;

enum Holder {
    Nobody,
    Queue(Turn),
    Report(Report),
}

impl Permit {
    /// Creates a permit that reports how its attempt ended. `report` is called exactly once, also if the call is dropped; it must not
    /// block.
    pub fn new(report: impl FnOnce(Outcome) + Send + 'static) -> Self {
        Self { holder: Holder::Report(Box::new(report)), is_sent: false }
    }

    /// The same for a client's own queue, without an allocation.
    pub(super) fn of_turn(turn: Turn) -> Self {
        Self { holder: Holder::Queue(turn), is_sent: false }
    }

    /// The request is handed to the transport.
    pub(crate) fn sent(&mut self) {
        self.is_sent = true;
    }

    /// Reports how the attempt ended; for an admission whose own permit stands on this one.
    pub fn ended(mut self, outcome: Outcome) {
        self.report(outcome);
    }

    fn report(&mut self, outcome: Outcome) {
        match std::mem::replace(&mut self.holder, Holder::Nobody) {
            Holder::Nobody => {}
            Holder::Queue(turn) => turn.ended(outcome),
            Holder::Report(report) => report(outcome),
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.report(if self.is_sent { Outcome::Unknown } else { Outcome::NotSent });
    }
}

impl fmt::Debug for Permit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit").field("is_sent", &self.is_sent).finish_non_exhaustive()
    }
}
