//! How long a call may take, and each of its attempts.

use std::time::Duration;

use tokio::time::Instant;

/// The end of a call's time; `None` where that is beyond what can be counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Option<Instant>);

/// A wait of this length would not end before the deadline.
#[derive(Debug)]
pub(crate) struct TooLong(pub(crate) Duration);

impl Deadline {
    pub(crate) fn new(start: Instant, limit: Duration) -> Self {
        Self(start.checked_add(limit))
    }

    pub(crate) fn left(self) -> Duration {
        self.0.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    /// Whether something can still be done after `instant`.
    pub(crate) fn allows(self, instant: Instant) -> Result<(), TooLong> {
        match self.0.is_none_or(|end| instant < end) {
            true => Ok(()),
            false => Err(TooLong(instant.saturating_duration_since(Instant::now()))),
        }
    }

    /// Gives `future` up at the deadline.
    pub(crate) async fn limit<F: Future>(self, future: F) -> Result<F::Output, TooLong> {
        let left = self.left();
        tokio::time::timeout(left, future).await.map_err(|_| TooLong(left))
    }
}
