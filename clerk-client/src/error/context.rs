//! What an error knows of the call that it ended.

use std::time::Duration;

/// What an error knows of the attempts before it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
    /// An attempt before the last one may have run.
    pub(crate) in_doubt: bool,
    /// What kept the call from being sent again, where policy and rule would have allowed it.
    pub(crate) stopped_by: Option<StoppedBy>,
}

/// Why no further attempt was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoppedBy {
    Budget,
    Deadline,
    RetryAfter,
}
