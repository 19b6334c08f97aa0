//! What is sent again, when, and how often.

#![allow(clippy::unwrap_used, reason = "a helper that cannot do its work fails the test that called it")]

mod budget;
mod cancellation;
mod commit_then_drop;
mod declared;
mod gate;
mod outcomes;
mod pacing;
mod stub;
mod telling;
mod turned_away;
mod waits;
