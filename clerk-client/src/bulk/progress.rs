//! [`Progress`]: how far bulk work is.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

/// How often the count is looked at, and for how long it is kept: three windows of Clerk's rate limits.
const STEP: Duration = Duration::from_secs(1);
const KEPT: Duration = Duration::from_secs(30);

/// How far bulk work is; returned by [`Results::progress`](super::Results::progress).
///
/// It is a value: what it says does not change. Its [`Display`](fmt::Display) is one line for a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// The number of items that succeeded.
    pub succeeded: u64,
    /// The number of items that failed.
    pub failed: u64,
    /// The number of items that have begun and are not done.
    pub in_flight: u64,
    /// The number of all items, if it is known.
    pub total: Option<u64>,
    /// The time since the first item began.
    pub elapsed: Duration,
    /// The number of items done in a second, over the last 30 seconds, or since the last item but one where that is longer ago.
    pub per_second: f64,
}

impl Progress {
    /// Returns the number of items that are done, successfully or not.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.succeeded.saturating_add(self.failed)
    }

    /// Returns the number of items that are not done, if the total is known.
    #[must_use]
    pub fn left(&self) -> Option<u64> {
        self.total.map(|total| total.saturating_sub(self.done()))
    }

    /// Returns the time that the rest will take at the current rate; `None` while that is unknown.
    #[must_use]
    pub fn time_to_go(&self) -> Option<Duration> {
        let left = self.left()?;
        #[allow(clippy::cast_precision_loss, reason = "an estimate")]
        Duration::try_from_secs_f64(left as f64 / self.per_second).ok()
    }
}

/// `1200 of 10000 (3 failed), 96.8 per second, 1m31s to go`
impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.done())?;
        if let Some(total) = self.total {
            write!(f, " of {total}")?;
        }
        if self.failed > 0 {
            write!(f, " ({} failed)", self.failed)?;
        }
        write!(f, ", {:.1} per second", self.per_second)?;
        match self.time_to_go().map(|time| time.as_secs()) {
            Some(seconds @ 3600..) => write!(f, ", {}h{:02}m to go", seconds / 3600, seconds / 60 % 60),
            Some(seconds @ 60..) => write!(f, ", {}m{:02}s to go", seconds / 60, seconds % 60),
            Some(seconds @ 1..) => write!(f, ", {seconds}s to go"),
            Some(0) | None => Ok(()),
        }
    }
}

/// Counts results, and remembers how many there were at some times before.
#[derive(Debug)]
pub(super) struct Tally {
    succeeded: u64,
    failed: u64,
    total: Option<u64>,
    start: Option<Instant>,
    /// The count at some times: the last of those before what is kept, and all since.
    history: VecDeque<(Instant, u64)>,
}

impl Tally {
    pub(super) fn new(total: Option<u64>) -> Self {
        Self { succeeded: 0, failed: 0, total, start: None, history: VecDeque::new() }
    }

    pub(super) fn begin(&mut self) {
        if self.start.is_none() {
            let now = Instant::now();
            self.start = Some(now);
            self.history.push_back((now, 0));
        }
    }

    pub(super) fn count(&mut self, is_success: bool) {
        let counter = if is_success { &mut self.succeeded } else { &mut self.failed };
        *counter += 1;
        let now = Instant::now();
        if self.history.back().is_none_or(|(last, _)| now.duration_since(*last) >= STEP) {
            self.history.push_back((now, self.succeeded + self.failed));
            while self.history.get(1).is_some_and(|(next, _)| now.duration_since(*next) >= KEPT) {
                self.history.pop_front();
            }
        }
    }

    pub(super) fn progress(&self, in_flight: usize) -> Progress {
        let now = Instant::now();
        let done = self.succeeded + self.failed;
        let (since, before) = self.history.front().copied().unwrap_or((now, done));
        let seconds = now.duration_since(since).as_secs_f64();
        #[allow(clippy::cast_precision_loss, reason = "a rate")]
        let per_second = if seconds > 0.0 { (done - before) as f64 / seconds } else { 0.0 };
        Progress {
            succeeded: self.succeeded,
            failed: self.failed,
            in_flight: u64::try_from(in_flight).unwrap_or(u64::MAX),
            total: self.total,
            elapsed: self.start.map_or(Duration::ZERO, |start| now.duration_since(start)),
            per_second,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_rate_is_that_of_the_last_half_minute() {
        let mut tally = Tally::new(Some(4000));
        assert_eq!(tally.progress(0), Progress { total: Some(4000), ..Progress::default() });
        tally.begin();
        for second in 0..100 {
            for _ in 0..if second < 50 { 10 } else { 20 } {
                tokio::time::advance(Duration::from_secs(1) / if second < 50 { 10 } else { 20 }).await;
                tally.count(true);
            }
        }
        let progress = tally.progress(3);
        assert_eq!((progress.done(), progress.left(), progress.in_flight), (1500, Some(2500), 3));
        assert_eq!((progress.elapsed, progress.per_second.round()), (Duration::from_secs(100), 20.0));
        assert_eq!(progress.time_to_go().map(|time| time.as_secs_f64().round()), Some(125.0));
    }

    #[tokio::test(start_paused = true)]
    async fn the_rate_of_slow_items_is_no_older_than_half_a_minute_or_two_items() {
        let mut tally = Tally::new(None);
        tally.begin();
        for (seconds, items, rate) in [(20, 20, 0.05), (5, 7, 0.2), (10, 3, 0.1), (100, 2, 0.01)] {
            for _ in 0..items {
                tokio::time::advance(Duration::from_secs(seconds)).await;
                tally.count(true);
            }
            assert!((tally.progress(0).per_second - rate).abs() < 1e-9, "{seconds}: {}", tally.progress(0));
        }
    }

    #[test]
    fn one_line_says_what_is_known() {
        let progress = Progress { succeeded: 1197, failed: 3, per_second: 96.8, ..Progress::default() };
        assert_eq!(progress.to_string(), "1200 (3 failed), 96.8 per second");
        for (total, rate, line) in [
            (10_000, 96.8, "1200 of 10000 (3 failed), 96.8 per second, 1m30s to go"),
            (10_000, 0.5, "1200 of 10000 (3 failed), 0.5 per second, 4h53m to go"),
            (1_210, 5.0, "1200 of 1210 (3 failed), 5.0 per second, 2s to go"),
            (1_200, 5.0, "1200 of 1200 (3 failed), 5.0 per second"),
            (1_000, 5.0, "1200 of 1000 (3 failed), 5.0 per second"),
            (10_000, 0.0, "1200 of 10000 (3 failed), 0.0 per second"),
        ] {
            let progress = Progress { total: Some(total), per_second: rate, ..progress };
            assert_eq!(progress.to_string(), line);
        }
    }
}
