//! Admission: the step before each attempt, in which a call waits until rate limits allow its request.
//!
//! By default a client admits requests itself ([`ClientBuilder::rate_limit`](crate::ClientBuilder::rate_limit),
//! [`ClientBuilder::max_in_flight`](crate::ClientBuilder::max_in_flight),
//! [`RetryPolicy::rate_limit_gate`](crate::RetryPolicy::rate_limit_gate)). A program that shares one key among many processes can bring its
//! own [`Admission`], such as a limiter in a database that all of them ask; [`Local`] is the client's own, for such an admission to ask first.

mod deadline;
mod lane;
mod line;
mod local;
mod outcome;
mod permit;
mod queue;
mod rate_limit;
mod scope;
#[cfg(test)]
mod tests;
mod turn;
mod window;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

pub(crate) use self::deadline::Deadline;
pub use self::local::Local;
pub(crate) use self::local::MAX_IN_FLIGHT;
pub use self::outcome::Outcome;
pub use self::permit::Permit;
pub use self::rate_limit::RateLimit;
use crate::request::Request;

/// Decides when a request may be sent.
///
/// A call asks before each of its attempts, and reports to the [`Permit`] how the attempt ended. Set with
/// [`ClientBuilder::admission`](crate::ClientBuilder::admission).
///
/// # Examples
/// At most one request at a time:
///
/// ```
/// use std::sync::Arc;
/// use clerk_client::admission::{Admission, Admit, Attempt, Permit};
/// use tokio::sync::Semaphore;
///
/// struct OneByOne(Arc<Semaphore>);
///
/// impl Admission for OneByOne {
///     fn admit<'a>(&'a self, _attempt: Attempt<'a>) -> Admit<'a> {
///         let turns = Arc::clone(&self.0);
///         Admit::later(async move {
///             let turn = turns.acquire_owned().await;
///             Ok(Permit::new(move |_outcome| drop(turn)))
///         })
///     }
/// }
///
/// let one_by_one = OneByOne(Arc::new(Semaphore::new(1)));
/// let builder = clerk_client::Client::builder("sk_test_1");
/// let client = builder.admission(one_by_one).build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
pub trait Admission: Send + Sync + 'static {
    /// Waits until the attempt may be made.
    ///
    /// # Errors
    /// [`Refused`], if the attempt cannot be made within [`Attempt::time_left`]; better at once than after waiting. The call then fails
    /// with its last error, or with [`ErrorKind::RateLimited`](crate::ErrorKind::RateLimited).
    ///
    /// # Cancel safety
    /// The future is dropped if the call is, and when the call's time is over; what it holds in a queue must then be released.
    fn admit<'a>(&'a self, attempt: Attempt<'a>) -> Admit<'a>;

    /// Returns whether this admission itself waits after a 429, for as long as [`Outcome::RateLimited`] says, before it admits another
    /// request to the same endpoint. Default: no.
    ///
    /// If it does, a call asks for its next permit immediately after a 429, and the retry costs no retry tokens. If not, the call waits
    /// first.
    fn waits_after_429(&self) -> bool {
        false
    }
}

/// An attempt that asks for a [`Permit`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The request to send.
    pub request: &'a Request,
    /// The number of the attempt within its call, starting at 1.
    pub number: u32,
    /// How long the call can wait.
    pub time_left: Duration,
}

impl<'a> Attempt<'a> {
    pub(crate) fn new(request: &'a Request, number: u32, time_left: Duration) -> Self {
        Self { request, number, time_left }
    }
}

/// The error of an [`Admission`]: the attempt cannot be made in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refused {
    /// How long the attempt would have had to wait, at least; zero if unknown.
    pub wait: Duration,
}

impl Refused {
    /// Creates the error for an attempt that would have had to wait for `wait` at least.
    #[must_use]
    pub fn new(wait: Duration) -> Self {
        Self { wait }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.wait {
            Duration::ZERO => f.write_str("no permit in time"),
            wait => write!(f, "no permit for at least {wait:.1?}"),
        }
    }
}

impl std::error::Error for Refused {}

/// The future that [`Admission::admit`] returns.
#[must_use = "futures do nothing unless polled"]
pub struct Admit<'a>(State<'a>);

type Waiting<'a> = Pin<Box<dyn Future<Output = Result<Permit, Refused>> + Send + 'a>>;

enum State<'a> {
    Decided(Option<Result<Permit, Refused>>),
    Waiting(Waiting<'a>),
}

impl<'a> Admit<'a> {
    /// Decides at once, without an allocation.
    pub fn now(decision: Result<Permit, Refused>) -> Self {
        Self(State::Decided(Some(decision)))
    }

    /// The decision, if there is one already.
    pub(crate) fn decided(self) -> Result<Result<Permit, Refused>, Self> {
        match self.0 {
            State::Decided(decision) => Ok(decision.unwrap_or(Err(Refused::default()))),
            State::Waiting(_) => Err(self),
        }
    }

    /// Decides when `future` does.
    pub fn later(future: impl Future<Output = Result<Permit, Refused>> + Send + 'a) -> Self {
        Self(State::Waiting(Box::pin(future)))
    }
}

impl Future for Admit<'_> {
    type Output = Result<Permit, Refused>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            State::Decided(decision) => Poll::Ready(decision.take().unwrap_or(Err(Refused::default()))),
            State::Waiting(future) => future.as_mut().poll(context),
        }
    }
}

impl fmt::Debug for Admit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Admit").finish_non_exhaustive()
    }
}
