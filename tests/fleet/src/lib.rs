//! One rate limit for many programs.
//!
//! Clerk's limit is that of a key: all programs that use it share 1000 requests in 10 seconds. [`SharedLimit`] is an [`Admission`] that
//! takes its turns from a list in Redis or Valkey, where all of them take theirs. Copy this package and change what does not fit.
//!
//! ```no_run
//! use clerk_client::Client;
//! use fleet::SharedLimit;
//!
//! # fn example(key: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let limit = SharedLimit::new("redis://10.0.0.5", "clerk:production", key, 1000)?;
//! let client = Client::builder(key).admission(limit).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # What it promises
//!
//! - No 10 seconds, whenever they begin, hold more requests than the limit, as long as they are on their way for times that differ by
//!   less than 200 ms. At least 95 % of the limit is used while there is work.
//! - First come, first served, among all programs: a request reserves its turn in one round trip, and waits for it without asking again.
//! - The clock is that of the store. The clocks of the programs do not matter.
//! - The client's own admission comes first, with the same limit. While the store cannot be reached, it alone is asked.
//! - The turn of a request that is not sent is returned.

mod store;

use std::time::Duration;

use clerk_client::RateLimit;
use clerk_client::admission::{Admission, Admit, Attempt, Local, Outcome, Permit, Refused};
use tokio::time::Instant;

use self::store::{Reply, Store};

/// A rate limit that all programs with the same name for it share.
#[derive(Debug)]
pub struct SharedLimit {
    local: Local,
    store: Store,
}

impl SharedLimit {
    /// Creates the limit of `requests` in 10 seconds that has this `name` in the store, a URL such as `redis://127.0.0.1:6379`. Nothing
    /// is connected yet, and the key is not kept.
    ///
    /// # Errors
    /// If the URL is none.
    pub fn new(url: &str, name: &str, secret_key: &str, requests: u32) -> Result<Self, redis::RedisError> {
        let local = Local::with_rate_limit(secret_key, &RateLimit::per_10_seconds(requests));
        Ok(Self { local, store: Store::new(url, name, requests)? })
    }
}

impl Admission for SharedLimit {
    fn admit<'a>(&'a self, attempt: Attempt<'a>) -> Admit<'a> {
        Admit::later(async move {
            let deadline = Instant::now().checked_add(attempt.time_left);
            let permit = self.local.admit(attempt).await?;
            let left = deadline.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()));
            match self.store.reserve(left).await {
                Reply::Turn(turn, wait) => {
                    tokio::time::sleep(wait).await;
                    Ok(Permit::new(move |outcome| {
                        if outcome != Outcome::NotSent {
                            turn.taken();
                        }
                        permit.ended(outcome);
                    }))
                }
                Reply::TooLate(wait) => Err(Refused::new(wait)),
                Reply::Unreachable => Ok(permit),
            }
        })
    }

    fn waits_after_429(&self) -> bool {
        self.local.waits_after_429()
    }
}
