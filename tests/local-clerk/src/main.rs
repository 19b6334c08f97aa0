//! The local Clerk as a program, for clients in any language.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use local_clerk::{ApiVersion, LocalClerk, RateLimits};

/// Clerk's Backend API on loopback, for tests.
///
/// Prints the base URL and a key to use, then logs one line a request to standard error until Ctrl-C or a termination signal.
#[derive(Debug, Parser)]
#[command(name = "local-clerk")]
struct Arguments {
    /// The port to listen on; any free one by default.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// A JSON file of users and organizations to begin with.
    #[arg(long, value_name = "FILE")]
    seed_file: Option<PathBuf>,
    /// Limits requests like a development instance: 100 in 10 seconds.
    #[arg(long)]
    rate_limits: bool,
    /// Creates so many made-up users.
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    users: usize,
    /// The version used when a request names none; the newest by default.
    #[arg(long, value_parser = version, value_name = "DATE")]
    api_version: Option<ApiVersion>,
    /// Makes ids, secrets and codes the same on every run.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Opens /_local/faults, /_local/journal, /_local/clock and /_local/seed for tests to steer it by.
    #[arg(long)]
    control: bool,
    /// Logs no requests.
    #[arg(long)]
    quiet: bool,
}

fn version(date: &str) -> Result<ApiVersion, String> {
    ApiVersion::from_date(date).ok_or_else(|| "no version of this date is known".to_owned())
}

#[tokio::main]
#[allow(clippy::print_stderr)]
async fn main() -> ExitCode {
    match run(&Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout)]
async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let clerk = start(arguments).await?;
    println!("CLERK_API_URL={}", clerk.base_url());
    println!("CLERK_SECRET_KEY={}", clerk.secret_key());
    told_to_stop().await?;
    clerk.shutdown().await;
    Ok(())
}

/// Ctrl-C or, from a supervisor, a termination signal.
#[cfg(unix)]
async fn told_to_stop() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminated.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn told_to_stop() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

async fn start(arguments: &Arguments) -> Result<LocalClerk, Box<dyn Error>> {
    let mut builder = LocalClerk::builder().port(arguments.port);
    builder = if arguments.control { builder.control_endpoints() } else { builder.journal_capacity(0) };
    if arguments.rate_limits {
        builder = builder.rate_limits(RateLimits::development());
    }
    if let Some(version) = arguments.api_version {
        builder = builder.default_api_version(version);
    }
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if !arguments.quiet {
        builder = builder.log_requests();
    }
    let in_use = |error| format!("port {} cannot be had: {error}", arguments.port);
    let clerk = builder.start().await.map_err(in_use)?;
    if let Some(path) = &arguments.seed_file {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        clerk.seed().file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    clerk.seed().users(arguments.users)?;
    Ok(clerk)
}
