//! The context of an error: what came before it.

use std::time::Duration;

/// What is known of the call that failed, beside its last attempt.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// The outcome of an attempt is unknown.
    pub(crate) in_doubt: bool,
    /// What kept the call from being retried, where policy and idempotency would have allowed it.
    pub(crate) stopped_by: Option<StoppedBy>,
}

/// Why no further attempt was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoppedBy {
    Budget,
    Deadline,
    RetryAfter,
}
