//! The program `migrate` of the examples: what it promises when it is killed, when the disk is full, and of rows that are wrong.
//!
//! In short by default. Whole, with 50 kills and 20 000 users at the limits of a production instance, in about ten minutes:
//!
//! ```sh
//! MIGRATE_KILLS=50 MIGRATE_USERS=20000 cargo test --release -p clerk-tests --test migrate -- --nocapture killed
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::print_stderr, reason = "says how a long run goes")]

mod bad_input;
mod killed;
mod program;
mod round_trip;
