//! What the tests of this workspace share: a server of raw bytes, and sample replies.

#![allow(deprecated, reason = "create_totp is tested like the others")]
// A helper that cannot do its work fails the test that called it.
#![allow(clippy::expect_used)]

pub mod operations;
pub mod scripted;
pub mod under_test;
pub mod wire;
