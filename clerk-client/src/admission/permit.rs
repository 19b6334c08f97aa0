//! The right to make one attempt, and what comes of it.

use std::fmt;
use std::time::Duration;

use reqwest::StatusCode;

use super::local::Turn;

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The request was not sent: the call was dropped, its time was over, or there was no connection. The server has not counted it.
    NotSent,
    /// The response had this status, which is not 429.
    Answered(StatusCode),
    /// The response was 429.
    RateLimited {
        /// How long to send nothing to this endpoint: `Retry-After` plus jitter, or the retry policy's backoff where the response has no
        /// `Retry-After`.
        wait: Duration,
    },
    /// The request was sent, but there is no complete response.
    Unknown,
}

/// The right to make one attempt; returned by [`Admission::admit`](super::Admission::admit).
#[must_use = "a permit that is dropped is returned unused"]
pub struct Permit {
    holder: Holder,
    is_sent: bool,
}

type Report = Box<dyn FnOnce(Outcome) + Send>;

enum Holder {
    Nobody,
    Local(Turn),
    Own(Report),
}

impl Permit {
    /// Creates a permit that reports how its attempt ended. `report` is called exactly once, also if the call is dropped; it must not
    /// block.
    pub fn new(report: impl FnOnce(Outcome) + Send + 'static) -> Self {
        Self { holder: Holder::Own(Box::new(report)), is_sent: false }
    }

    pub(super) fn local(turn: Turn) -> Self {
        Self { holder: Holder::Local(turn), is_sent: false }
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
            Holder::Local(turn) => turn.ended(outcome),
            Holder::Own(report) => report(outcome),
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
