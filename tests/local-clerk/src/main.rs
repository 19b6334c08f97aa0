//! The emulator as a program, for clients in any language.

use std::error::Error;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use local_clerk::{ApiVersion, Builder, Clock, LocalClerk, RateLimits};

/// An emulator of Clerk's Backend API, for tests.
///
/// Prints the base URL and a key to use, then logs one line a request to standard error until Ctrl-C or a termination signal.
#[derive(Debug, Parser)]
#[command(name = "local-clerk")]
struct Arguments {
    /// The address to listen on, such as 0.0.0.0 in a container; may be repeated. 127.0.0.1 by default.
    #[arg(long, value_name = "ADDRESS")]
    host: Vec<IpAddr>,
    /// The port to listen on; any free one by default.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// A JSON file of users and organizations to begin with; may be repeated.
    #[arg(long, value_name = "FILE")]
    seed_file: Vec<PathBuf>,
    /// An export to begin with.
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Writes an export to this file at the end.
    #[arg(long, value_name = "FILE")]
    export_on_exit: Option<PathBuf>,
    /// Creates a number of made-up users.
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    users: usize,
    /// The key to let in; may be repeated, for several keys of one instance.
    #[arg(long, value_name = "KEY")]
    secret_key: Vec<String>,
    /// Gives every other key that begins with sk_ an instance of its own.
    #[arg(long)]
    instance_per_key: bool,
    /// Limits requests: "development", "production" or "2025"; like a development instance by default.
    #[arg(long, value_name = "LIKE", num_args = 0..=1, default_missing_value = "development", value_parser = limits)]
    rate_limits: Option<RateLimits>,
    /// The version used when a request names none; the newest by default.
    #[arg(long, value_parser = version, value_name = "DATE")]
    api_version: Option<ApiVersion>,
    /// Puts the instance on a plan without bans.
    #[arg(long)]
    without_bans: bool,
    /// Demands a password of new users.
    #[arg(long)]
    require_password: bool,
    /// Demands an e-mail address of new users.
    #[arg(long)]
    require_email_address: bool,
    /// An OAuth provider that is enabled, such as oauth_google; may be repeated. Nine well-known ones by default.
    #[arg(long, value_name = "PROVIDER")]
    oauth_provider: Vec<String>,
    /// How long every response takes at least, in milliseconds; no time by default.
    #[arg(long, value_name = "MILLISECONDS")]
    latency: Option<u64>,
    /// How long a lock lasts, in seconds; an hour by default.
    #[arg(long, value_name = "SECONDS")]
    lockout: Option<u64>,
    /// How many requests the journal remembers; none without --control.
    #[arg(long, value_name = "COUNT")]
    journal: Option<usize>,
    /// How many bytes of requests the journal remembers.
    #[arg(long, value_name = "BYTES")]
    journal_bytes: Option<usize>,
    /// Makes ids, secrets and codes the same on every run.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Stops the clock at a time in milliseconds since 1970.
    #[arg(long, value_name = "MILLISECONDS")]
    frozen_at: Option<i64>,
    /// Opens /_local/… for tests to steer it by.
    #[arg(long)]
    control: bool,
    /// Lets requests to /_local/… name this host; may be repeated.
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Logs no requests.
    #[arg(long)]
    quiet: bool,
}

fn version(date: &str) -> Result<ApiVersion, String> {
    ApiVersion::from_date(date).ok_or_else(|| "no version of this date is known".to_owned())
}

fn limits(like: &str) -> Result<RateLimits, String> {
    match like {
        "development" => Ok(RateLimits::development()),
        "production" => Ok(RateLimits::production()),
        "2025" => Ok(RateLimits::of_2025()),
        _ => Err("neither development nor production nor 2025".to_owned()),
    }
}

#[tokio::main(flavor = "current_thread")]
#[allow(clippy::print_stderr)]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout)]
async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    // Listened for first: whoever reads the two lines may end the program at once.
    let mut signals = Signals::listen()?;
    let export = arguments.export_on_exit.clone();
    let clerk = tokio::select! {
        started = builder(arguments)?.start() => started?,
        // Whatever it was to begin with is not there yet, so that nothing is exported.
        signal = signals.next() => return Ok(signal?),
    };
    println!("CLERK_API_URL={}", clerk.base_url());
    println!("CLERK_SECRET_KEY={}", clerk.secret_key());
    signals.next().await?;
    if let Some(path) = export {
        std::fs::write(&path, clerk.export()?).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    // A second signal does not wait.
    tokio::select! {
        () = clerk.shutdown() => Ok(()),
        signal = signals.next() => Ok(signal?),
    }
}

/// Ctrl-C and, from a supervisor, a termination signal.
#[cfg(unix)]
struct Signals {
    interrupts: tokio::signal::unix::Signal,
    terminations: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupts: signal(SignalKind::interrupt())?, terminations: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) -> std::io::Result<()> {
        tokio::select! {
            _ = self.interrupts.recv() => Ok(()),
            _ = self.terminations.recv() => Ok(()),
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn listen() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> std::io::Result<()> {
        tokio::signal::ctrl_c().await
    }
}

fn builder(arguments: Arguments) -> Result<Builder, Box<dyn Error>> {
    let mut builder = LocalClerk::builder().port(arguments.port).users(arguments.users);
    builder = arguments.host.into_iter().fold(builder, Builder::host);
    builder = arguments.secret_key.into_iter().fold(builder, Builder::secret_key);
    builder = arguments.allow_host.into_iter().fold(builder, Builder::allow_host);
    builder = arguments.seed_file.into_iter().fold(builder, Builder::seed_path);
    if let Some(path) = &arguments.import {
        let named = |error| format!("{}: {error}", path.display());
        builder = builder.import(std::fs::read_to_string(path).map_err(named)?);
    }
    builder = match (arguments.journal, arguments.control) {
        (Some(entries), _) => builder.journal_capacity(entries),
        (None, false) => builder.journal_capacity(0),
        (None, true) => builder,
    };
    builder = arguments.journal_bytes.into_iter().fold(builder, Builder::journal_bytes);
    builder = arguments.rate_limits.into_iter().fold(builder, Builder::rate_limits);
    builder = arguments.api_version.into_iter().fold(builder, Builder::default_api_version);
    builder = arguments.latency.map(Duration::from_millis).into_iter().fold(builder, Builder::latency);
    builder = arguments.lockout.map(Duration::from_secs).into_iter().fold(builder, Builder::lockout);
    builder = arguments.seed.into_iter().fold(builder, Builder::seed);
    builder = arguments.frozen_at.map(Clock::standing_at).into_iter().fold(builder, Builder::clock);
    if !arguments.oauth_provider.is_empty() {
        builder = builder.oauth_providers(arguments.oauth_provider);
    }
    for (is_asked, set) in [
        (arguments.control, Builder::control_endpoints as fn(Builder) -> Builder),
        (arguments.instance_per_key, Builder::instance_per_key),
        (arguments.without_bans, Builder::without_bans),
        (arguments.require_password, Builder::require_password),
        (arguments.require_email_address, Builder::require_email_address),
        (!arguments.quiet, Builder::log_requests),
    ] {
        builder = if is_asked { set(builder) } else { builder };
    }
    Ok(builder)
}
