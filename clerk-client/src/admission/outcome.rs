//! How an attempt ended.

use std::time::Duration;

use http::StatusCode;

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The request was not sent: the call was dropped, its time was over, or there was no connection. The server has not counted it.
    NotSent,
    /// The response had this status, which is not 429.
    Answered(StatusCode),
    /// The response was 429.
    RateLimited {
        /// How long to send nothing to this endpoint: `Retry-After` plus jitter, or the retry policy's backoff where the response has no
        /// `Retry-After`. [`Local`](super::Local) waits for a day at most.
        wait: Duration,
    },
    /// The request was sent, but there is no complete response.
    Unknown,
}
