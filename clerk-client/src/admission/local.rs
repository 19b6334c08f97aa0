//! A client's own admission.

use std::fmt;
use std::sync::Arc;

use tokio::time::Instant;

use super::deadline::Deadline;
use super::line::{Place, Ticket};
use super::outcome::Outcome;
use super::permit::Permit;
use super::queue::Limits;
use super::rate_limit::{RateLimit, documented};
use super::scope::Scope;
use super::turn::SharedQueue;
use super::{Admission, Admit, Attempt, Refused};

/// The most requests in flight, unless a client is built with another number.
pub(crate) const MAX_IN_FLIGHT: usize = 90;

/// Admits requests within one process: a client's own admission, shared by all its clones.
///
/// A client has one without being asked. One of your own is the first step of an [`Admission`] that asks others, too, and what is left
/// of it while they do not answer. It keeps to a [`RateLimit`], admits 90 requests at a time, and after a 429 nothing to the same endpoint
/// until the time that Clerk asks for has passed.
///
/// # Examples
/// An admission that counts what the client's own admits:
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use clerk_client::RateLimit;
/// use clerk_client::admission::{Admission, Admit, Attempt, Local};
///
/// struct Counted(Local, AtomicU64);
///
/// impl Admission for Counted {
///     fn admit<'a>(&'a self, attempt: Attempt<'a>) -> Admit<'a> {
///         Admit::later(async move {
///             let permit = self.0.admit(attempt).await?;
///             self.1.fetch_add(1, Ordering::Relaxed);
///             Ok(permit)
///         })
///     }
///
///     fn waits_after_429(&self) -> bool {
///         self.0.waits_after_429()
///     }
/// }
///
/// let own = Local::with_rate_limit("sk_test_1", &RateLimit::for_key());
/// let client = clerk_client::Client::builder("sk_test_1")
///     .admission(Counted(own, AtomicU64::new(0)))
///     .build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
pub struct Local {
    queue: SharedQueue,
    closes: bool,
}

impl Local {
    /// Creates an admission for the requests with a key, with the client's defaults apart from the rate limit.
    #[must_use]
    pub fn with_rate_limit(secret_key: &str, rate_limit: &RateLimit) -> Self {
        Self::new(Some(rate_limit), secret_key, MAX_IN_FLIGHT, true)
    }

    pub(crate) fn new(rate_limit: Option<&RateLimit>, secret_key: &str, max_in_flight: usize, closes: bool) -> Self {
        let limits = Limits {
            max_in_flight: max_in_flight.max(1),
            all: rate_limit.map(|limit| limit.of_all(secret_key)),
            create_users: rate_limit.and_then(RateLimit::of_create),
            documented: documented(secret_key),
            closes,
        };
        Self { queue: SharedQueue::new(limits), closes }
    }
}

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Local").finish_non_exhaustive()
    }
}

impl Admission for Local {
    fn admit<'a>(&'a self, attempt: Attempt<'a>) -> Admit<'a> {
        let scope = Scope::of(attempt.request);
        let now = Instant::now();
        if self.queue.lock().pass(&scope, now) {
            return Admit::now(Ok(Permit::of_turn(self.queue.turn(scope, now))));
        }
        let deadline = Deadline::new(now, attempt.time_left);
        Admit::later(wait(&self.queue, scope, attempt.number == 1, deadline))
    }

    fn waits_after_429(&self) -> bool {
        self.closes
    }
}

async fn wait(queue: &SharedQueue, scope: Scope, is_newcomer: bool, deadline: Deadline) -> Result<Permit, Refused> {
    let (place, ticket) = queue.lock().enter(&scope, is_newcomer, deadline, Instant::now());
    let mut waiting = Waiting { queue, scope, place, ticket, is_over: false };
    loop {
        match waiting.look(deadline) {
            Look::Admitted(taken) => {
                waiting.is_over = true;
                return Ok(Permit::of_turn(queue.turn(waiting.scope.clone(), taken)));
            }
            Look::Hopeless(refused) => return Err(refused),
            Look::Again(at) => {
                let changed = waiting.ticket.changed.notified();
                match deadline.or(at) {
                    Some(at) => drop(tokio::time::timeout_at(at, changed).await),
                    None => changed.await,
                }
            }
        }
    }
}

/// A place in the queue, given up when dropped.
struct Waiting<'a> {
    queue: &'a SharedQueue,
    scope: Scope,
    place: Place,
    ticket: Arc<Ticket>,
    is_over: bool,
}

enum Look {
    Admitted(Instant),
    Hopeless(Refused),
    /// When something changes, or at this time.
    Again(Option<Instant>),
}

impl Waiting<'_> {
    fn look(&self, deadline: Deadline) -> Look {
        let now = Instant::now();
        let mut queue = self.queue.lock();
        queue.advance(now);
        if let Some(taken) = self.ticket.admitted.get() {
            return Look::Admitted(*taken);
        }
        let (earliest, likely) = queue.outlook(&self.scope, self.place, now);
        if !deadline.is_after(earliest) {
            return Look::Hopeless(Refused::new(likely - now));
        }
        Look::Again(queue.wakes(&self.scope, self.place, now))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if self.is_over {
            return;
        }
        let now = Instant::now();
        let mut queue = self.queue.lock();
        match self.ticket.admitted.get() {
            Some(taken) => queue.ended(&self.scope, *taken, Outcome::NotSent, now),
            None => queue.leave(&self.scope, self.place, now),
        }
    }
}
