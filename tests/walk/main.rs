//! A walk over a million users, 100 ms a round trip: against a sequential loop written by hand, and against the rate limit of a
//! production instance.
//!
//!     cargo bench -p clerk-tests --bench walk             # some users for the loop, a million within the limit
//!     cargo bench -p clerk-tests --bench walk -- --full   # a million for each
//!     cargo bench -p clerk-tests --bench walk -- --short  # half a minute, whose times decide nothing
//!
//! Fails if a user is missing or out of order, if a request is refused, if the memory grows, if the stream is less than five times as fast as
//! the loop, or if it uses less than 95 % of the limit. On a machine that does not reach the limit with some room, the processor bounds the
//! walk and not the limit; the share is then printed and not held.

#![allow(clippy::expect_used, clippy::print_stdout)]

mod server;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use clerk_client::{Client, ListUsers, RateLimit, Result};

use self::server::Server;

const MILLION: usize = 1_000_000;
const ROUND_TRIP: Duration = Duration::from_millis(100);
const PAGE: u32 = 500;
/// How much faster than the limit the walk must be without one for the limit to be what bounds it.
const ROOM: f64 = 1.3;

/// How many users each of the walks goes over.
struct Run {
    of_loop: usize,
    of_stream: usize,
    within_limit: usize,
    /// Requests in 10 seconds.
    limit: u32,
    /// Whether the times decide.
    is_timed: bool,
}

/// With Clerk's limit for a production instance.
const NORMAL: Run = Run { of_loop: 20_000, of_stream: 200_000, within_limit: MILLION, limit: 1000, is_timed: true };
const FULL: Run = Run { of_loop: MILLION, of_stream: MILLION, ..NORMAL };
/// With a limit so low that its walk, too, goes over two windows.
const SHORT: Run = Run { of_loop: 10_000, of_stream: 100_000, within_limit: 100_000, limit: 100, is_timed: false };

fn main() -> ExitCode {
    let has = |option| std::env::args().any(|argument| argument == option);
    let run = if has("--full") {
        FULL
    } else if has("--short") {
        SHORT
    } else {
        NORMAL
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(compare(&run)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is as it should be.
async fn compare(run: &Run) -> Result<bool> {
    println!("users of {} bytes, {PAGE} a page, {} ms a round trip\n", server::user(1).len(), ROUND_TRIP.as_millis());
    let by_hand = by_hand(&Server::start(run.of_loop, ROUND_TRIP, None)).await?;
    let by_hand = rate("sequential loop", run.of_loop, by_hand);
    let server = Server::start(run.of_stream, ROUND_TRIP, None);
    let stream = rate("stream", run.of_stream, walk(&server, &server.client(None)?).await?.0);

    let server = Server::start(run.within_limit, ROUND_TRIP, Some(run.limit));
    let client = server.client(Some(RateLimit::per_10_seconds(run.limit)))?;
    let (took, memory) = walk(&server, &client).await?;
    let limited = rate("stream within the limit", run.within_limit, took);
    let refused = server.refused();
    println!("{:<26} {} requests, {refused} refused", "", server.requests());
    println!("{:<26} {} MiB after a quarter of the walk, {} MiB at its end", "memory", memory.early, memory.late);

    let most = f64::from(run.limit * PAGE / 10);
    let (faster, used) = (stream / by_hand, limited / most);
    println!("\n{faster:.1} times the sequential loop (at least 5)");
    let is_bound = stream >= ROOM * most;
    let demand = if is_bound { "at least 95" } else { "not held: the processor bounds it on this machine, now" };
    println!("{:.1} % of the rate limit of {most} users a second ({demand})", used * 100.0);
    let is_flat = memory.late <= memory.early + memory.early / 4;
    println!("memory is {}", if is_flat { "flat" } else { "not flat" });
    let is_fast = faster >= 5.0 && (used >= 0.95 || !is_bound);
    Ok(refused == 0 && is_flat && (is_fast || !run.is_timed))
}

/// Prints and returns users a second.
#[allow(clippy::cast_precision_loss, reason = "a rate")]
fn rate(name: &str, users: usize, took: Duration) -> f64 {
    let rate = users as f64 / took.as_secs_f64();
    println!("{name:<26} {users:>9} users in {:>6.1} s: {rate:>8.0} users/s", took.as_secs_f64());
    rate
}

/// The loop that everybody writes.
async fn by_hand(server: &Server) -> Result<Duration> {
    let client = server.client(None)?;
    let start = Instant::now();
    let mut query = ListUsers::new().limit(PAGE);
    let mut users = 0;
    loop {
        let page = client.users().all(&query).await?;
        users += page.len();
        match page.last() {
            Some(last) if page.len() == PAGE as usize => query = query.starting_after(&last.id),
            _ => break,
        }
    }
    assert_eq!(users, server.users(), "the loop has seen all users");
    Ok(start.elapsed())
}

/// Memory in use, in MiB; 0 where it cannot be known.
struct Memory {
    early: u64,
    late: u64,
}

async fn walk(server: &Server, client: &Client) -> Result<(Duration, Memory)> {
    let start = Instant::now();
    let mut stream = client.users().all(&ListUsers::new()).stream();
    let (mut users, mut memory) = (0, Memory { early: 0, late: 0 });
    while let Some(user) = stream.try_next().await? {
        assert_eq!(user.id, server::id(server.users() - 1 - users), "in order");
        users += 1;
        if users == server.users() / 4 {
            memory.early = resident();
        }
    }
    memory.late = resident();
    assert_eq!(users, server.users(), "the stream has seen all users");
    Ok((start.elapsed(), memory))
}

fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}
