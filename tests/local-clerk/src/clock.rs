use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The time a local Clerk lives in: the system's, or one that only moves when told to.
///
/// Locks, rate limits, TOTP codes, token expiry and every timestamp follow it. Clones share the same time.
///
/// ```
/// use local_clerk::Clock;
/// use std::time::Duration;
///
/// let clock = Clock::standing_at(1_767_225_600_000);
/// clock.advance(Duration::from_secs(10));
/// assert_eq!(clock.now(), 1_767_225_610_000);
/// ```
#[derive(Clone, Debug)]
pub struct Clock {
    runs: bool,
    offset: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that follows the system's. [`advance`](Self::advance) puts it ahead of it.
    pub fn system() -> Self {
        Self { runs: true, offset: Arc::new(AtomicI64::new(0)) }
    }

    /// A clock that stands still at a time in milliseconds since 1970, until it is moved.
    pub fn standing_at(milliseconds: i64) -> Self {
        Self { runs: false, offset: Arc::new(AtomicI64::new(milliseconds)) }
    }

    /// The time in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.base().saturating_add(self.offset.load(Ordering::SeqCst))
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        let _ = self.offset.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |old| Some(old.saturating_add(by)));
    }

    /// Sets the clock to a time in milliseconds since 1970.
    pub fn set(&self, milliseconds: i64) {
        self.offset.store(milliseconds.saturating_sub(self.base()), Ordering::SeqCst);
    }

    fn base(&self) -> i64 {
        if !self.runs {
            return 0;
        }
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}
