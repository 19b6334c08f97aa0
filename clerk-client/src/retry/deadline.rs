//! How long a call may take, and each of its attempts.

use std::time::Duration;

use tokio::time::Instant;

/// The time limits of one kind of call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// From the first attempt to the end of the last one, waits included.
    pub(crate) call: Duration,
    /// From sending the request to the end of the reply.
    pub(crate) attempt: Duration,
}

/// The end of a call's time; `None` where that is beyond what can be counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Option<Instant>);

/// A wait of this length would not end before the deadline.
#[derive(Debug)]
pub(super) struct TooLong(pub(super) Duration);

impl Deadline {
    pub(super) fn new(start: Instant, limit: Duration) -> Self {
        Self(start.checked_add(limit))
    }

    pub(super) fn left(self) -> Duration {
        self.0.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    /// Whether something can still be done after `instant`.
    pub(super) fn allows(self, instant: Instant) -> Result<(), TooLong> {
        match self.0.is_none_or(|end| instant < end) {
            true => Ok(()),
            false => Err(TooLong(instant.saturating_duration_since(Instant::now()))),
        }
    }

    /// Gives `future` up at the deadline.
    pub(super) async fn limit<F: Future>(self, future: F) -> Result<F::Output, TooLong> {
        let left = self.left();
        tokio::time::timeout(left, future).await.map_err(|_| TooLong(left))
    }
}
