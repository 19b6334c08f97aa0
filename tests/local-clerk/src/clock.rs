use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use parking_lot::Mutex;

/// The time an emulator lives in: the system's, or one that only moves when it is moved.
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
pub struct Clock(Arc<Mutex<Hands>>);

#[derive(Clone, Copy, Debug)]
enum Hands {
    /// Milliseconds ahead of the system's clock.
    Running {
        ahead: i64,
    },
    Standing {
        at: i64,
    },
}

impl Clock {
    /// A clock that follows the system's. [`advance`](Self::advance) puts it ahead of it.
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(Hands::Running { ahead: 0 })))
    }

    /// A clock that stands still at a time in milliseconds since 1970, until it is moved.
    pub fn standing_at(milliseconds: i64) -> Self {
        Self(Arc::new(Mutex::new(Hands::Standing { at: milliseconds })))
    }

    /// A clock that shows the same time now, and goes its own way from then on.
    pub(crate) fn fork(&self) -> Self {
        Self(Arc::new(Mutex::new(*self.0.lock())))
    }

    /// The time in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.0.lock().now()
    }

    /// Whether it stands still.
    pub fn is_frozen(&self) -> bool {
        matches!(*self.0.lock(), Hands::Standing { .. })
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        match &mut *self.0.lock() {
            Hands::Running { ahead: time } | Hands::Standing { at: time } => *time = time.saturating_add(by),
        }
    }

    /// Sets the clock to a time in milliseconds since 1970. It runs on, or stands still, as before.
    pub fn set(&self, milliseconds: i64) {
        match &mut *self.0.lock() {
            Hands::Running { ahead } => *ahead = milliseconds.saturating_sub(system()),
            Hands::Standing { at } => *at = milliseconds,
        }
    }

    /// Stops the clock where it is.
    pub fn freeze(&self) {
        let mut hands = self.0.lock();
        *hands = Hands::Standing { at: hands.now() };
    }

    /// Lets the clock run from where it is.
    pub fn unfreeze(&self) {
        let mut hands = self.0.lock();
        *hands = Hands::Running { ahead: hands.now().saturating_sub(system()) };
    }
}

impl Hands {
    fn now(self) -> i64 {
        match self {
            Self::Running { ahead } => system().saturating_add(ahead),
            Self::Standing { at } => at,
        }
    }
}

fn system() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}
