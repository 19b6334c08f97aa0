//! How long to wait before the next attempt.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{RetryPolicy, RetryReason};

/// A random source of the client's own, so that a seed makes its waits repeatable.
pub(super) struct Jitter(Mutex<fastrand::Rng>);

impl Jitter {
    pub(super) fn new(seed: Option<u64>) -> Self {
        Self(Mutex::new(seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed)))
    }

    /// Somewhere from `from` up to `to`.
    fn between(&self, from: Duration, to: Duration) -> Duration {
        let drawn = self.0.lock().unwrap_or_else(PoisonError::into_inner).f64();
        from + to.saturating_sub(from).mul_f64(drawn)
    }
}

/// The wait before retry number `retry`, counted from zero.
pub(super) fn wait(
    policy: &RetryPolicy,
    jitter: &Jitter,
    reason: RetryReason,
    retry_after: Option<Duration>,
    retry: u32,
) -> Duration {
    match (reason, retry_after) {
        (_, Some(asked)) => jitter.between(asked, asked.saturating_add((asked / 4).min(Duration::from_secs(1)))),
        (RetryReason::RateLimited, None) => {
            let ceiling = doubled(policy.initial_rate_limit_backoff, retry).min(policy.max_rate_limit_backoff);
            jitter.between(ceiling / 2, ceiling)
        }
        (_, None) => {
            let ceiling = doubled(policy.initial_backoff, retry).min(policy.max_backoff);
            jitter.between(Duration::ZERO, ceiling)
        }
    }
}

fn doubled(base: Duration, times: u32) -> Duration {
    base.saturating_mul(1_u32.checked_shl(times).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// The least and the largest of many waits, in milliseconds.
    fn range(reason: RetryReason, retry_after: Option<Duration>, retry: u32) -> (u128, u128) {
        let policy = RetryPolicy::default();
        let waits =
            (0..1000).map(|seed| wait(&policy, &Jitter::new(Some(seed)), reason, retry_after, retry).as_millis());
        let waits: Vec<_> = waits.collect();
        (waits.iter().copied().min().unwrap(), waits.iter().copied().max().unwrap())
    }

    #[test]
    fn waits_fill_their_intervals_and_no_more() {
        use RetryReason::{RateLimited, UnknownOutcome};
        for (reason, retry_after, retry, least, most) in [
            (UnknownOutcome, None, 0, 0, 100),
            (UnknownOutcome, None, 1, 0, 200),
            (UnknownOutcome, None, 5, 0, 3200),
            (UnknownOutcome, None, 6, 0, 5000),
            (UnknownOutcome, None, 999, 0, 5000),
            (RateLimited, None, 0, 500, 1000),
            (RateLimited, None, 1, 1000, 2000),
            (RateLimited, None, 999, 5000, 10_000),
            (RateLimited, Some(Duration::ZERO), 0, 0, 0),
            (RateLimited, Some(SECOND), 0, 1000, 1250),
            (RateLimited, Some(20 * SECOND), 1, 20_000, 21_000),
            (UnknownOutcome, Some(2 * SECOND), 1, 2000, 2500),
        ] {
            let (low, high) = range(reason, retry_after, retry);
            let slack = (most - least) / 50;
            assert!((least..=least + slack).contains(&low), "{reason:?} {retry_after:?} {retry}: from {low}");
            assert!((most - slack..=most).contains(&high), "{reason:?} {retry_after:?} {retry}: to {high}");
        }
    }

    #[test]
    fn the_largest_settings_do_not_overflow() {
        let policy = RetryPolicy {
            initial_backoff: Duration::MAX,
            max_backoff: Duration::MAX,
            initial_rate_limit_backoff: Duration::MAX,
            max_rate_limit_backoff: Duration::MAX,
            ..RetryPolicy::default()
        };
        for reason in [RetryReason::UnknownOutcome, RetryReason::RateLimited] {
            wait(&policy, &Jitter::new(Some(1)), reason, None, 40);
            wait(&policy, &Jitter::new(Some(1)), reason, Some(Duration::MAX), 40);
        }
    }
}
