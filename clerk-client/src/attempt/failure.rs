//! What a failed attempt means for the next one.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::{RetryPolicy, Shared, backoff, members};
use crate::admission::Outcome;
use crate::error::{Error, ErrorKind};
use crate::request::{Body, Idempotency};

/// A failed attempt.
pub(super) struct Failure {
    /// `None` where the failure is final.
    pub(super) reason: Option<RetryReason>,
    /// How long to wait before the next attempt, and until when.
    pub(super) wait: Duration,
    pub(super) not_before: Instant,
    /// How long the attempt took.
    pub(super) took: Duration,
    /// What is reported to admission.
    pub(super) outcome: Outcome,
}

impl Failure {
    pub(super) fn of(error: &Error, shared: &Shared, attempts: u32, begun: Instant) -> Self {
        let now = Instant::now();
        let reason = RetryReason::of(error, &shared.policy);
        let asked = error.retry_after().filter(|_| asks_to_wait(error));
        let wait = reason.map_or(Duration::ZERO, |reason| {
            backoff::wait(&shared.policy, &shared.jitter, reason, asked, attempts.saturating_sub(1))
        });
        let not_before = now.checked_add(wait).unwrap_or(now);
        Self { reason, wait, not_before, took: now - begun, outcome: outcome(error, reason, wait) }
    }
}

fn outcome(error: &Error, reason: Option<RetryReason>, wait: Duration) -> Outcome {
    match (reason, error.status()) {
        (Some(RetryReason::RateLimited), _) => Outcome::RateLimited { wait },
        (_, Some(status)) => Outcome::Answered(status),
        (Some(RetryReason::NotReached), None) => Outcome::NotSent,
        (_, None) if error.kind() == ErrorKind::Request => Outcome::NotSent,
        (_, None) => Outcome::Unknown,
    }
}

/// Only these two say with `Retry-After` when to come back; elsewhere it means something else or nothing.
pub(super) fn asks_to_wait(error: &Error) -> bool {
    matches!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE))
}

/// Why a call is retried.
///
/// | outcome of an attempt | reason | idempotent | not idempotent |
/// |---|---|---|---|
/// | DNS, TCP or TLS failed; HTTP/2 refused the stream; the time was over before the request was sent | `NotReached` | retried | retried |
/// | 521, 523, 525, 526: Cloudflare did not reach Clerk | `NotReached` | retried | retried |
/// | 429 | `RateLimited` | retried | retried |
/// | 503 with the code `maintenance_mode` | `Maintenance` | retried | retried |
/// | 408, 500, 502, any other 503, 504, 520, 522, 524 | `UnknownOutcome` | retried | no |
/// | no response in time, a reset, an incomplete or malformed response | `UnknownOutcome` | retried | no |
/// | a 2xx body that cannot be decoded, a body over the limit, any other status | | no | no |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryReason {
    /// The request did not reach Clerk.
    NotReached,
    /// Clerk refused the request with 429.
    RateLimited,
    /// Clerk refused the request because it is under maintenance.
    Maintenance,
    /// The outcome is unknown, and the endpoint is idempotent.
    UnknownOutcome,
}

impl RetryReason {
    /// `None` where the failure is final.
    pub(super) fn of(error: &Error, policy: &RetryPolicy) -> Option<Self> {
        match error.kind() {
            ErrorKind::Connect => Some(Self::NotReached),
            ErrorKind::Timeout if !error.may_have_run() => Some(Self::NotReached),
            ErrorKind::Timeout | ErrorKind::Network => Some(Self::UnknownOutcome),
            ErrorKind::Api => Self::of_status(error, policy),
            _ => None,
        }
    }

    fn of_status(error: &Error, policy: &RetryPolicy) -> Option<Self> {
        match error.status()?.as_u16() {
            429 => Some(Self::RateLimited),
            503 if policy.retry_maintenance && error.has_code("maintenance_mode") => Some(Self::Maintenance),
            521 | 523 | 525 | 526 => Some(Self::NotReached),
            408 | 500 | 502 | 503 | 504 | 520 | 522 | 524 => Some(Self::UnknownOutcome),
            _ => None,
        }
    }

    /// Whether the endpoint's idempotency allows the retry.
    pub(super) fn allows(self, idempotency: Idempotency, body: &Body) -> bool {
        self != Self::UnknownOutcome || is_idempotent(idempotency, body)
    }

    /// Returns the name that telemetry uses, such as `unknown_outcome`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotReached => "not_reached",
            Self::RateLimited => "rate_limited",
            Self::Maintenance => "maintenance",
            Self::UnknownOutcome => "unknown_outcome",
        }
    }
}

pub(super) fn is_idempotent(idempotency: Idempotency, body: &Body) -> bool {
    match idempotency {
        Idempotency::Always => true,
        Idempotency::Never => false,
        Idempotency::Unless(names) => !members::has_any(body, names),
    }
}
