//! The client-side rate limit's settings.

/// A client-side rate limit: a number of requests per 10 seconds, which is Clerk's window. Further calls wait in a queue until their
/// deadline.
///
/// Off by default; set with [`ClientBuilder::rate_limit`](crate::ClientBuilder::rate_limit). It is for imports and other bulk work, whose
/// calls wait instead of being refused with 429. Clones of a client share the limit; other programs with the same key are unknown to it.
///
/// Requests are sent at once while less than half of the limit is in use, and evenly spaced from there on. About 97 % of the limit is
/// used, so that delays on the way do not push more requests into one of the server's windows.
///
/// # Examples
/// ```
/// use std::time::Duration;
/// use clerk_client::{Client, RateLimit};
///
/// let client = Client::builder("sk_test_1")
///     .rate_limit(RateLimit::for_key().create_users(20))
///     .queue_timeout(Duration::from_secs(3600)) // a call may queue for an hour
///     .build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
#[doc(alias = "pacing")]
#[doc(alias = "throttle")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct RateLimit {
    all: Option<u32>,
    create_users: Option<u32>,
}

impl RateLimit {
    /// The limit that Clerk documents for the client's key: 1000 requests per 10 seconds for `sk_live_…`, 100 for any other.
    pub fn for_key() -> Self {
        Self { all: None, create_users: None }
    }

    /// Allows this many requests per 10 seconds. 0 is treated as 1.
    pub fn per_10_seconds(requests: u32) -> Self {
        Self { all: Some(requests), create_users: None }
    }

    /// Allows this many [`create`](crate::UsersApi::create) requests per 10 seconds within the whole limit; some instances allow 20.
    /// 0 is treated as 1.
    pub fn create_users(self, requests: u32) -> Self {
        Self { create_users: Some(requests), ..self }
    }

    /// The limit of all requests with this key.
    pub(super) fn of_all(&self, secret_key: &str) -> u32 {
        self.all.unwrap_or_else(|| documented(secret_key))
    }

    pub(super) fn of_create(&self) -> Option<u32> {
        self.create_users
    }
}

/// What Clerk allows a key in ten seconds.
pub(super) fn documented(secret_key: &str) -> u32 {
    if secret_key.starts_with("sk_live_") { 1000 } else { 100 }
}
