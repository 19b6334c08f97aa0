use std::fmt::Display;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{oneshot, watch};

use crate::app::{App, Options};
use crate::seed::Seeder;
use crate::server::{self, Log};
use crate::{ApiVersion, Clock, LocalClerk, RateLimits, Settings};

/// The key of an instance that was given none.
const DEFAULT_KEY: &str = "sk_test_local_clerk_0123456789abcdefghijklmnop";
const WORKERS: usize = 2;
/// How long digests that are being checked may hold up the end.
const SLOW_END: Duration = Duration::from_millis(200);

/// Options of an emulator; from [`LocalClerk::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until it is started"]
pub struct Builder {
    hosts: Vec<IpAddr>,
    port: u16,
    options: Options,
    log: bool,
    clock: Clock,
    import: Option<String>,
    seed_files: Vec<SeedFile>,
    users: usize,
}

/// A seed file's text, or where it is to be read.
#[derive(Clone, Debug)]
enum SeedFile {
    Text(String),
    Path(PathBuf),
}

impl SeedFile {
    fn load(&self, seeder: &Seeder<'_>) -> Result<(), String> {
        match self {
            Self::Text(text) => seeder.file(text).map(drop).map_err(|error| error.to_string()),
            Self::Path(path) => {
                let named = |error: &dyn Display| format!("{}: {error}", path.display());
                let text = std::fs::read_to_string(path).map_err(|error| named(&error))?;
                seeder.file(&text).map(drop).map_err(|error| named(&error))
            }
        }
    }
}

impl Builder {
    /// The address to listen on; 127.0.0.1 by default. Called again, it adds one. In a container it is usually `0.0.0.0`.
    pub fn host(mut self, address: impl Into<IpAddr>) -> Self {
        self.hosts.push(address.into());
        self
    }

    /// The port to listen on; 0, the default, is any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Makes ids, secrets and codes the same on every run, for the same order of requests.
    pub fn seed(mut self, seed: u64) -> Self {
        self.options.seed = seed;
        self
    }

    /// The clock to live by; the system's by default.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// A key in place of the default one. Called again, it adds keys of the same instance, limited one by one.
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.options.secret_keys.push(key.into());
        self
    }

    /// Accepts every other key that begins with `sk_` too, each for an instance of its own. It is created on first use, with the users and
    /// organizations that this builder sets up. Tests that run in parallel can share one emulator this way.
    pub fn instance_per_key(mut self) -> Self {
        self.options.instance_per_key = true;
        self
    }

    /// All settings at once.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.options.settings = settings;
        self
    }

    /// Switches rate limits on.
    pub fn rate_limits(mut self, limits: RateLimits) -> Self {
        self.options.settings.rate_limits = Some(limits);
        self
    }

    /// The version used when a request names none; the newest by default.
    pub fn default_api_version(mut self, version: ApiVersion) -> Self {
        self.options.settings.default_api_version = version;
        self
    }

    /// How long every response takes at least, like a network in between; no time by default.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.options.settings.set_latency(latency);
        self
    }

    /// How long a lock lasts; an hour by default.
    pub fn lockout(mut self, duration: Duration) -> Self {
        self.options.settings.set_lockout(duration);
        self
    }

    /// Puts the instance on a plan without bans: 402 for banning and unbanning.
    pub fn without_bans(mut self) -> Self {
        self.options.settings.can_ban = false;
        self
    }

    /// Demands a password of new users, unless they are created with `skip_password_requirement`.
    pub fn require_password(mut self) -> Self {
        self.options.settings.requires_password = true;
        self
    }

    /// Demands an e-mail address of new users, unless they are created with `skip_user_requirement`.
    pub fn require_email_address(mut self) -> Self {
        self.options.settings.requires_email_address = true;
        self
    }

    /// The OAuth providers that are enabled, such as `oauth_google`; nine well-known ones by default.
    pub fn oauth_providers<I: IntoIterator<Item: Into<String>>>(mut self, providers: I) -> Self {
        self.options.settings.oauth_providers = providers.into_iter().map(Into::into).collect();
        self
    }

    /// How many requests, effects and events the journal remembers, the newest ones; 10 000 by default, none with 0.
    pub fn journal_capacity(mut self, entries: usize) -> Self {
        self.options.journal.entries = entries;
        self
    }

    /// How many bytes of requests the journal remembers, the newest ones, the last request in any case; 64 MiB by default.
    pub fn journal_bytes(mut self, bytes: usize) -> Self {
        self.options.journal.bytes = bytes;
        self
    }

    /// Writes one line per request to standard error. Lines are dropped when the reader does not keep up.
    pub fn log_requests(mut self) -> Self {
        self.log = true;
        self
    }

    /// Opens `/_local/…` beside `/v1`, for tests in other languages. Pages and names of other machines are refused there.
    pub fn control_endpoints(mut self) -> Self {
        self.options.control = true;
        self
    }

    /// Accepts requests to `/_local/…` under this host name, such as the name of a container.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.options.allowed_hosts.push(name.into().to_ascii_lowercase());
        self
    }

    /// Begins with the state of an export.
    pub fn import(mut self, export: impl Into<String>) -> Self {
        self.import = Some(export.into());
        self
    }

    /// Begins with a seed file; its text, not its name. Called again, it adds one.
    pub fn seed_file(mut self, text: impl Into<String>) -> Self {
        self.seed_files.push(SeedFile::Text(text.into()));
        self
    }

    /// Begins with a seed file that is read from this path. Called again, it adds one.
    pub fn seed_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.seed_files.push(SeedFile::Path(path.into()));
        self
    }

    /// Begins with a number of made-up users.
    pub fn users(mut self, count: usize) -> Self {
        self.users = count;
        self
    }

    /// Starts the emulator on a thread and a runtime of its own. It serves requests once it is set up.
    ///
    /// # Errors
    /// If an address or port cannot be had, or what it is to begin with is not right.
    pub async fn start(self) -> io::Result<LocalClerk> {
        let (tell, told) = oneshot::channel();
        self.spawn(move |result| drop(tell.send(result)))?;
        told.await.unwrap_or_else(|_| Err(io::Error::other("the emulator ended before it began")))
    }

    /// The same for programs without an async runtime.
    ///
    /// # Errors
    /// If an address or port cannot be had, or what it is to begin with is not right.
    pub fn start_blocking(self) -> io::Result<LocalClerk> {
        let (tell, told) = std::sync::mpsc::sync_channel(1);
        self.spawn(move |result| drop(tell.send(result)))?;
        told.recv().unwrap_or_else(|_| Err(io::Error::other("the emulator ended before it began")))
    }

    fn spawn(self, tell: impl FnOnce(io::Result<LocalClerk>) + Send + 'static) -> io::Result<()> {
        let thread = std::thread::Builder::new().name("local-clerk".to_owned());
        thread.spawn(move || self.run(tell)).map(drop)
    }

    /// The whole life of an emulator.
    fn run(self, tell: impl FnOnce(io::Result<LocalClerk>)) {
        let (stop, stopped) = watch::channel(false);
        let (end, ended) = oneshot::channel();
        let (runtime, listeners, app) = match self.prepare() {
            Ok(prepared) => prepared,
            Err(error) => return tell(Err(error)),
        };
        runtime.block_on(async {
            let listeners: io::Result<Vec<_>> = listeners.into_iter().map(tokio::net::TcpListener::from_std).collect();
            match listeners {
                Ok(listeners) => {
                    tell(Ok(LocalClerk::new(Arc::clone(&app), stop, ended)));
                    server::serve(listeners, app, stopped).await;
                }
                Err(error) => tell(Err(error)),
            }
        });
        runtime.shutdown_timeout(SLOW_END);
        let _ = end.send(());
    }

    fn prepare(self) -> io::Result<(tokio::runtime::Runtime, Vec<TcpListener>, Arc<App>)> {
        let listeners = bind(&self.hosts, self.port)?;
        let address = listeners.first().map(TcpListener::local_addr).transpose()?;
        let origin = address.map_or_else(String::new, |address| format!("http://{}", reachable(address)));
        let mut options = self.options;
        if options.secret_keys.is_empty() {
            options.secret_keys.push(DEFAULT_KEY.to_owned());
        }
        let log = self.log.then(Log::start).transpose()?;
        let app = Arc::new(App::new(options, self.clock, origin, log));
        begin(&app, self.import.as_deref(), &self.seed_files, self.users).map_err(io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(WORKERS)
            .thread_name("local-clerk-worker")
            .enable_all()
            .build()?;
        Ok((runtime, listeners, app))
    }
}

/// Sets up what there is from the beginning.
fn begin(app: &Arc<App>, import: Option<&str>, seed_files: &[SeedFile], users: usize) -> Result<(), String> {
    let instance = app.instance(None);
    import.map_or(Ok(()), |text| instance.import(text))?;
    let seeder = Seeder::new(app, instance);
    seed_files.iter().try_for_each(|file| file.load(&seeder))?;
    seeder.users(users).map_err(|error| error.to_string())?;
    app.begin();
    Ok(())
}

/// One listener an address, all on the same port.
fn bind(hosts: &[IpAddr], port: u16) -> io::Result<Vec<TcpListener>> {
    let hosts = if hosts.is_empty() { &[IpAddr::V4(Ipv4Addr::LOCALHOST)][..] } else { hosts };
    let mut listeners: Vec<TcpListener> = Vec::new();
    for host in hosts {
        let port = listeners.first().map(TcpListener::local_addr).transpose()?.map_or(port, |first| first.port());
        let listener = TcpListener::bind((*host, port))
            .map_err(|error| io::Error::new(error.kind(), format!("port {port} cannot be had: {error}")))?;
        listener.set_nonblocking(true)?;
        listeners.push(listener);
    }
    Ok(listeners)
}

/// An address that means any of this machine's cannot be gone to; loopback can.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        let loopback =
            if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { std::net::Ipv6Addr::LOCALHOST.into() };
        address.set_ip(loopback);
    }
    address
}
