//! One program of a fleet: calls as often as the shared limit allows, and prints what came of it.
//!
//! `fleet-worker <store> <name> <clerk> <key> <limit> <seconds>`: where the store and Clerk's API are, the limit's name there and its
//! size in 10 seconds, and for how long to call. Prints, separated by spaces: successful calls, failed calls, responses with 429, and by
//! how many milliseconds a timer was late at most.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use clerk_client::{Client, CountUsers, RetryReason};
use fleet::SharedLimit;
use futures_util::stream::{self, StreamExt as _};
use tokio::time::Instant;

/// More than the limit and Clerk's time to respond need.
const IN_FLIGHT: usize = 50;
/// A turn is at most a window away.
const PATIENCE: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_millis(5);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match work(&arguments).await {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn work(arguments: &[String]) -> Result<String, Box<dyn std::error::Error>> {
    let [store, name, clerk, key, limit, seconds] = arguments else { return Err("six arguments are needed".into()) };
    let refused = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&refused);
    let client = Client::builder(key.as_str())
        .base_url(clerk.as_str())
        .admission(SharedLimit::new(store, name, key, limit.parse()?)?)
        .on_retry(move |event| {
            counted.fetch_add(u64::from(event.reason == RetryReason::RateLimited), Ordering::Relaxed);
        })
        .build()?;
    let late = tokio::spawn(lateness());
    let (mut good, mut bad) = (0, 0);
    let query = CountUsers::new();
    let calls = stream::repeat_with(|| client.users().count(&query).timeout(PATIENCE));
    // What waits at the end is dropped, and its turns are returned.
    let end = Box::pin(tokio::time::sleep(Duration::from_secs_f64(seconds.parse()?)));
    let mut results = calls.buffer_unordered(IN_FLIGHT).take_until(end);
    while let Some(result) = results.next().await {
        match result {
            Ok(_) => good += 1,
            Err(error) => {
                eprintln!("{error}");
                bad += 1;
            }
        }
    }
    drop(results);
    late.abort();
    Ok(format!("{good} {bad} {} {}", refused.load(Ordering::Relaxed), LATEST.load(Ordering::Relaxed)))
}

static LATEST: AtomicU64 = AtomicU64::new(0);

/// By how much this process was late to act: a machine that stands still says nothing about a limit.
async fn lateness() {
    loop {
        let due = Instant::now() + TICK;
        tokio::time::sleep_until(due).await;
        let late = Instant::now().saturating_duration_since(due).as_millis();
        LATEST.fetch_max(u64::try_from(late).unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}
