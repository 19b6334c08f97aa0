//! What the tests of this workspace share: a server of raw bytes, and sample replies.

// A helper that cannot do its work fails the test that called it.
#![allow(clippy::expect_used)]

pub mod operations;
pub mod scripted;
pub mod wire;
