//! The client: settings that are checked once and shared by all calls.

mod api_version;
mod base_url;
mod builder;
mod config;
mod key;

use std::fmt;
use std::sync::Arc;

use reqwest::Url;
use secrecy::SecretString;

pub use self::api_version::ApiVersion;
pub(crate) use self::api_version::api_version_header;
pub use self::builder::ClientBuilder;
pub(crate) use self::config::Config;
use crate::error::Result;

/// A client of Clerk's Backend API.
///
/// One client per program and key is enough. Cloning is cheap, and clones share the settings, the connection pool, the retry budget and
/// the rate limits; you do not have to wrap it in an `Arc`.
///
/// # Runtime
/// Use a client on one Tokio runtime. Connections belong to the runtime on which they were made and stand still while it does. With two
/// runtimes, a call can therefore wait for a connection of the other one, and fail with [`ErrorKind::Timeout`](crate::ErrorKind::Timeout)
/// after its attempt time, even though the server works. Make a client for each runtime instead. After a runtime has been dropped, its
/// client can be used on another one.
///
/// # Examples
/// ```no_run
/// # async fn example() -> clerk_client::Result<()> {
/// let client = clerk_client::Client::from_env()?; // or Client::new("sk_test_…")?
/// let user = client.users().find("user_2a").await?;
/// # Ok(())
/// # }
/// ```
///
/// It implements every trait that `#[clerk_api]` is put on, those of other crates too: `let api: &dyn MyApi = &client;`.
#[derive(Clone)]
pub struct Client {
    config: Arc<Config>,
}

impl Client {
    /// Creates a client with the default settings for a secret key (`sk_test_…` or `sk_live_…`).
    ///
    /// # Errors
    /// Fails if the key is empty, is not printable ASCII, or is a publishable key.
    pub fn new(secret_key: impl Into<SecretString>) -> Result<Self> {
        Self::builder(secret_key).build()
    }

    /// Creates a client from environment variables.
    ///
    /// - `CLERK_SECRET_KEY`: the secret key; required.
    /// - `CLERK_API_URL`: the base URL, with or without `/v1`. Default: `https://api.clerk.com/v1`.
    /// - `CLERK_API_VERSION`: a date, as [`ApiVersion`](crate::ApiVersion). Clerk's other SDKs put `v1` here; that is accepted and means nothing.
    ///
    /// # Errors
    /// Fails if the key is missing, or if a value is invalid.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build()
    }

    /// Returns a builder for a client with settings of its own.
    #[doc(alias = "secret_key")]
    pub fn builder(secret_key: impl Into<SecretString>) -> ClientBuilder {
        ClientBuilder::new(secret_key.into())
    }

    /// Returns the base URL, such as `https://api.clerk.com/v1`.
    #[must_use]
    pub fn base_url(&self) -> &Url {
        self.config.base.url()
    }

    pub(crate) fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// The same client with a retry budget of its own, whose calls wait for rate limits for up to a day unless the settings say otherwise.
    pub(crate) fn for_bulk(&self) -> Self {
        let shared = Arc::new(self.config.shared.for_bulk());
        Self { config: Arc::new(Config { shared, ..(*self.config).clone() }) }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url().as_str())
            .field("api_version", &self.config.api_version)
            .finish_non_exhaustive()
    }
}
