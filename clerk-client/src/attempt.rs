//! Makes the attempts that policy, endpoint and deadline allow.

mod backoff;
mod budget;
mod failure;
mod members;
mod observe;
mod pending;
mod policy;
mod run;
mod shared;

pub use self::failure::RetryReason;
pub(crate) use self::observe::OnRetry;
pub use self::observe::RetryEvent;
pub(crate) use self::pending::{Limits, Pending};
pub use self::policy::RetryPolicy;
pub(crate) use self::run::{Reply, send};
pub(crate) use self::shared::{BULK_QUEUE, Settings, Shared};
