use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::RwLock;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::App;
use crate::faults::Faults;
use crate::journal::Journal;
use crate::limits::Limiter;
use crate::random::Random;
use crate::settings::Settings;
use crate::state::State;
use crate::{ApiVersion, Clock, LocalClerk, RateLimits, control, operations, server};

/// Options of a local Clerk; from [`LocalClerk::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until it is started"]
pub struct Builder {
    settings: Settings,
    seed: Option<u64>,
    clock: Clock,
}

impl Builder {
    /// The port to listen on; 0, the default, is any free one. The address is always 127.0.0.1.
    pub fn port(mut self, port: u16) -> Self {
        self.settings.port = port;
        self
    }

    /// Makes ids, secrets and codes the same on every run, for the same order of requests.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// The clock to live by; the system's by default.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Another key than the default one. Called again, it adds keys of the same instance, limited one by one.
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        if self.settings.secret_keys == Settings::default().secret_keys {
            self.settings.secret_keys.clear();
        }
        self.settings.secret_keys.push(key.into());
        self
    }

    /// Switches rate limits on.
    pub fn rate_limits(mut self, limits: RateLimits) -> Self {
        self.settings.rate_limits = Some(limits);
        self
    }

    /// The version used when a request names none; the newest by default.
    pub fn default_api_version(mut self, version: ApiVersion) -> Self {
        self.settings.default_version = version;
        self
    }

    /// How long a lock lasts; an hour by default.
    pub fn lockout(mut self, duration: Duration) -> Self {
        self.settings.lockout = duration;
        self
    }

    /// Puts the instance on a plan without bans: 402 for banning and unbanning.
    pub fn without_bans(mut self) -> Self {
        self.settings.can_ban = false;
        self
    }

    /// Demands a password of new users, unless they are created with `skip_password_requirement`.
    pub fn require_password(self) -> Self {
        self.require("password")
    }

    /// Demands an e-mail address of new users, unless they are created with `skip_user_requirement`.
    pub fn require_email_address(self) -> Self {
        self.require("email_address")
    }

    fn require(mut self, what: &'static str) -> Self {
        self.settings.requires.push(what);
        self
    }

    /// The OAuth providers that are enabled, such as `oauth_google`; nine well-known ones by default.
    pub fn oauth_providers<I: IntoIterator<Item: Into<String>>>(mut self, providers: I) -> Self {
        self.settings.oauth_providers = providers.into_iter().map(Into::into).collect();
        self
    }

    /// How many requests and effects the journal remembers, the newest ones; 10 000 by default, none with 0.
    pub fn journal_capacity(mut self, entries: usize) -> Self {
        self.settings.journal_capacity = entries;
        self
    }

    /// Writes one line a request to standard error.
    pub fn log_requests(mut self) -> Self {
        self.settings.log = true;
        self
    }

    /// Opens `/_local/faults`, `/_local/journal`, `/_local/clock` and `/_local/seed` beside `/v1`, for tests in other languages.
    pub fn control_endpoints(mut self) -> Self {
        self.settings.control = true;
        self
    }

    /// Starts it in the current Tokio runtime.
    ///
    /// # Errors
    /// If the port cannot be had.
    pub async fn start(self) -> io::Result<LocalClerk> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.settings.port)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let app = Arc::new(App {
            origin,
            clock: self.clock,
            random: Random::new(self.seed),
            state: RwLock::new(State::default()),
            journal: Journal::new(self.settings.journal_capacity),
            faults: Faults::default(),
            limiter: Limiter::default(),
            settings: self.settings,
        });
        let (stop, stopped) = watch::channel(false);
        let mut router = operations::router(Arc::clone(&app));
        if app.settings.control {
            router = router.merge(control::router(Arc::clone(&app)));
        }
        let task = tokio::spawn(server::serve(listener, router, stopped));
        Ok(LocalClerk { base_url: format!("{}/v1", app.origin), app, stop, task })
    }
}
