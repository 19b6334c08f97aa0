//! The end of a call's time.

use std::time::Duration;

use tokio::time::Instant;

/// The end of a call's time; `None` where that is beyond what can be counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    pub(crate) fn new(start: Instant, limit: Duration) -> Self {
        Self(start.checked_add(limit))
    }

    pub(crate) fn left(self) -> Duration {
        self.0.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    pub(crate) fn earlier_by(self, reserve: Duration) -> Self {
        // Where the reserve is more than there is, the deadline is over.
        Self(self.0.map(|end| end.checked_sub(reserve).unwrap_or_else(Instant::now)))
    }

    /// Whether `instant` is before the deadline.
    pub(super) fn is_after(self, instant: Instant) -> bool {
        self.0.is_none_or(|end| instant < end)
    }

    /// The earlier of the deadline and `instant`.
    pub(super) fn or(self, instant: Option<Instant>) -> Option<Instant> {
        match (self.0, instant) {
            (Some(end), Some(instant)) => Some(end.min(instant)),
            (end, instant) => end.or(instant),
        }
    }

    /// Gives `future` up at the deadline.
    pub(crate) async fn limit<F: Future>(self, future: F) -> Option<F::Output> {
        match self.0 {
            Some(end) => tokio::time::timeout_at(end, future).await.ok(),
            None => Some(future.await),
        }
    }
}
