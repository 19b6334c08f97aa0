//! The local Clerk as a program, for clients in any language.

use std::process::ExitCode;

use clap::Parser;
use local_clerk::{LocalClerk, RateLimits};

/// Clerk's Backend API on loopback, for tests.
#[derive(Debug, Parser)]
#[command(name = "local-clerk")]
struct Arguments {
    /// The port to listen on; any free one by default.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Limits requests like a development instance.
    #[arg(long)]
    rate_limits: bool,
    /// Creates so many made-up users.
    #[arg(long, default_value_t = 0)]
    users: usize,
}

#[tokio::main]
#[allow(clippy::print_stdout, clippy::print_stderr)]
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
async fn run(arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = LocalClerk::builder().port(arguments.port).log_requests();
    if arguments.rate_limits {
        builder = builder.rate_limits(RateLimits::development());
    }
    let clerk = builder.start().await?;
    clerk.seed().users(arguments.users)?;
    println!("CLERK_API_URL={}", clerk.base_url());
    println!("CLERK_SECRET_KEY={}", clerk.secret_key());
    tokio::signal::ctrl_c().await?;
    clerk.shutdown().await;
    Ok(())
}
