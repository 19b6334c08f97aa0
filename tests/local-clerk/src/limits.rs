use std::collections::HashMap;

use parking_lot::Mutex;
use serde::{Deserialize, Serialize};

use crate::Operation;
use crate::problem::Problem;

const WINDOW: i64 = 10_000;
const FORGET_ABOVE: usize = 10_000;

/// Clerk's rate limits: a number of requests in ten seconds, per key, per endpoint and, where it applies, per user.
///
/// Windows are fixed and counted by the emulator's [`Clock`](crate::Clock).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimits {
    create: u32,
    other: u32,
    per_user: Option<u32>,
}

impl RateLimits {
    /// As of January 2025: 20 for creating users, 100 for everything else.
    pub fn of_2025() -> Self {
        Self { create: 20, other: 100, per_user: None }
    }

    /// A development instance of 2026: 100, and 10 per user for changing a user or its metadata.
    pub fn development() -> Self {
        Self { create: 100, other: 100, per_user: Some(10) }
    }

    /// A production instance of 2026: 1000, and 10 per user for changing a user or its metadata.
    pub fn production() -> Self {
        Self { create: 1000, other: 1000, per_user: Some(10) }
    }

    /// Other numbers: for creating users, for everything else, and per user for changing it.
    pub fn custom(create: u32, other: u32, per_user: Option<u32>) -> Self {
        Self { create, other, per_user }
    }
}

/// A key, an operation and, for limits per user, a user.
type Scope = (String, Operation, Option<String>);

#[derive(Debug, Default)]
pub(crate) struct Limiter {
    windows: Mutex<HashMap<Scope, Window>>,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    started: i64,
    requests: u32,
}

impl Limiter {
    pub(crate) fn clear(&self) {
        self.windows.lock().clear();
    }

    /// Counts a request, or says after how many seconds the next one is welcome. One that is refused counts nowhere.
    pub(crate) fn admit(
        &self,
        limits: RateLimits,
        key: &str,
        operation: Operation,
        user_id: Option<&str>,
        now: i64,
    ) -> Result<(), Problem> {
        let mut windows = self.windows.lock();
        if windows.len() > FORGET_ABOVE {
            windows.retain(|_, window| window.is_open(now));
        }
        let most = if operation == Operation::Create { limits.create } else { limits.other };
        let mut scopes = vec![((key.to_owned(), operation, None), most)];
        if let (Some(most), Some(user_id), true) = (limits.per_user, user_id, operation.is_limited_per_user()) {
            scopes.push(((key.to_owned(), operation, Some(user_id.to_owned())), most));
        }
        for (scope, most) in &scopes {
            windows.get(scope).copied().unwrap_or(Window::opened(now)).check(*most, now)?;
        }
        for (scope, _) in scopes {
            windows.entry(scope).or_insert(Window::opened(now)).count(now);
        }
        Ok(())
    }
}

impl Window {
    fn opened(now: i64) -> Self {
        Self { started: now, requests: 0 }
    }

    fn is_open(self, now: i64) -> bool {
        (self.started..self.started.saturating_add(WINDOW)).contains(&now)
    }

    fn check(self, most: u32, now: i64) -> Result<(), Problem> {
        if !self.is_open(now) || self.requests < most {
            return Ok(());
        }
        let left = self.started.saturating_add(WINDOW).saturating_sub(now);
        Err(Problem::too_many_requests(u64::try_from((left + 999) / 1000).unwrap_or(1).max(1)))
    }

    fn count(&mut self, now: i64) {
        if !self.is_open(now) {
            *self = Self::opened(now);
        }
        self.requests += 1;
    }
}
