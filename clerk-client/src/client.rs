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

/// Calls Clerk's Backend API.
///
/// Cheap to clone: clones share the settings, the connection pool, the retry budget and what is known of rate limits. One client
/// per program and key is enough.
///
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
    /// A client with the default settings for a secret key (`sk_test_…` or `sk_live_…`).
    ///
    /// # Errors
    /// The key is empty, is not printable ASCII, or is a publishable key.
    pub fn new(secret_key: impl Into<SecretString>) -> Result<Self> {
        Self::builder(secret_key).build()
    }

    /// A client as the environment says.
    ///
    /// - `CLERK_SECRET_KEY`: the key; required.
    /// - `CLERK_API_URL`: where the API is, with or without `/v1`; the default is Clerk's.
    /// - `CLERK_API_VERSION`: a date, as [`ApiVersion`](crate::ApiVersion). Clerk's other SDKs put `v1` here; that is accepted and means nothing.
    ///
    /// # Errors
    /// The key is missing, or a value is not usable.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build()
    }

    /// Begins a client with settings of its own.
    pub fn builder(secret_key: impl Into<SecretString>) -> ClientBuilder {
        ClientBuilder::new(secret_key.into())
    }
    /// Where requests go, such as `https://api.clerk.com/v1`.
    #[must_use]
    pub fn base_url(&self) -> &Url {
        self.config.base.url()
    }

    pub(crate) fn config(&self) -> &Arc<Config> {
        &self.config
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
