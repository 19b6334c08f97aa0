//! Lists as streams: who is seen, how pages are requested, and where a walk ends.

#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

mod bad_input;
mod exactness;
mod list;
mod local_clerk;
mod requests;
