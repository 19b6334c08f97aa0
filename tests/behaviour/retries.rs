//! Which calls are retried, when, and how often; and what waits for rate limits.

#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

mod admission;
mod budget;
mod bulk;
mod cancellation;
mod commit_then_drop;
mod connections;
mod deadlines;
mod declared;
mod documented;
mod error_context;
mod http2;
mod outcomes;
mod rate_limit;
mod rate_limited;
pub(crate) mod stub;
mod waits;
