//! What a failed attempt says about the next one.

use super::{RetryPolicy, members};
use crate::error::{Error, ErrorKind};
use crate::request::{Body, Idempotency};

/// Why a call is sent again.
///
/// | what happened | reason | [`Always`](Idempotency::Always) | [`Never`](Idempotency::Never) |
/// |---|---|---|---|
/// | DNS, TCP or TLS failed; HTTP/2 refused the stream | `NeverSent` | again | again |
/// | 521, 523, 525, 526: Cloudflare did not reach Clerk | `NeverSent` | again | again |
/// | 429 | `Throttled` | again | again |
/// | 503 `maintenance_mode` | `Maintenance` | again | again |
/// | 408, 500, 502, other 503, 504, 520, 522, 524 | `Ambiguous` | again | no |
/// | no reply in time, a reset, a reply cut short or not HTTP | `Ambiguous` | again | no |
/// | 2xx that does not decode, a body over the limit, any other status | | no | no |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryReason {
    /// The request did not reach Clerk.
    NeverSent,
    /// Clerk refused it, because there were too many.
    Throttled,
    /// Clerk refused it, because it is under maintenance.
    Maintenance,
    /// Nobody knows whether it ran; doing it twice does no harm.
    Ambiguous,
}

impl RetryReason {
    /// `None` where the failure is final.
    pub(super) fn of(error: &Error, policy: &RetryPolicy) -> Option<Self> {
        match error.kind() {
            ErrorKind::Connect => Some(Self::NeverSent),
            ErrorKind::Timeout | ErrorKind::Network => Some(Self::Ambiguous),
            ErrorKind::Api => Self::of_status(error, policy),
            _ => None,
        }
    }

    fn of_status(error: &Error, policy: &RetryPolicy) -> Option<Self> {
        match error.status()?.as_u16() {
            429 => Some(Self::Throttled),
            503 if error.has_code("maintenance_mode") => policy.maintenance.then_some(Self::Maintenance),
            521 | 523 | 525 | 526 => Some(Self::NeverSent),
            408 | 500 | 502 | 503 | 504 | 520 | 522 | 524 => Some(Self::Ambiguous),
            _ => None,
        }
    }

    /// Whether a call of this idempotency may be retried.
    pub(super) fn allows(self, idempotency: Idempotency, body: &Body) -> bool {
        match (self, idempotency) {
            (Self::Ambiguous, Idempotency::Never) => false,
            (Self::Ambiguous, Idempotency::Unless(names)) => !members::has_any(body, names),
            _ => true,
        }
    }

    /// As telemetry names it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NeverSent => "never_sent",
            Self::Throttled => "throttled",
            Self::Maintenance => "maintenance",
            Self::Ambiguous => "ambiguous",
        }
    }
}
