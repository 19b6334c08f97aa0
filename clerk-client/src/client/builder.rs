//! The settings of a [`Client`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Proxy;
use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use secrecy::{ExposeSecret as _, SecretString};

use super::base_url::{BaseUrl, CLERK};
use super::{ApiVersion, Client, Config, api_version_header, key};
use crate::admission::Pacing;
use crate::attempt::{Limits, OnRetry, RetryEvent, RetryPolicy, Settings, Shared};
use crate::error::{Error, Result};
use crate::request::header;
use crate::transport::{ReqwestTransport, Transport};

const PRODUCT: &str = concat!("clerk-client-rust/", env!("CARGO_PKG_VERSION"));

/// Settings for a [`Client`]; made by [`Client::builder`]. What is wrong is reported by [`build`](Self::build).
///
/// ```
/// use std::time::Duration;
///
/// let client = clerk_client::Client::builder("sk_test_1")
///     .base_url("http://127.0.0.1:4010/v1")
///     .timeout(Duration::from_secs(5))
///     .user_agent("my-service/1.2")
///     .build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
#[must_use]
pub struct ClientBuilder {
    secret_key: SecretString,
    base_url: String,
    insecure_http: bool,
    api_version: ApiVersion,
    user_agent: Option<String>,
    headers: Vec<(String, String)>,
    limits: Limits,
    upload_limits: Limits,
    retry_policy: RetryPolicy,
    pacing: Option<Pacing>,
    on_retry: Option<OnRetry>,
    connect_timeout: Duration,
    response_limit: usize,
    proxy: Option<Proxy>,
    transport: Option<Arc<dyn Transport>>,
}

impl ClientBuilder {
    pub(super) fn new(secret_key: SecretString) -> Self {
        Self {
            secret_key,
            base_url: CLERK.to_owned(),
            insecure_http: false,
            api_version: ApiVersion::default(),
            user_agent: None,
            headers: Vec::new(),
            limits: Limits { call: Duration::from_secs(30), attempt: Duration::from_secs(10) },
            upload_limits: Limits { call: Duration::from_secs(120), attempt: Duration::from_secs(60) },
            retry_policy: RetryPolicy::default(),
            pacing: None,
            on_retry: None,
            connect_timeout: Duration::from_secs(3),
            response_limit: 32 * 1024 * 1024,
            proxy: None,
            transport: None,
        }
    }

    /// Begins with what the environment says; [`Client::from_env`] lists the variables.
    ///
    /// # Errors
    /// `CLERK_SECRET_KEY` is not set, or a variable is not Unicode.
    pub fn from_env() -> Result<Self> {
        let key = variable("CLERK_SECRET_KEY")?.ok_or_else(|| Error::config("CLERK_SECRET_KEY is not set"))?;
        let mut builder = Self::new(key.into());
        if let Some(url) = variable("CLERK_API_URL")? {
            builder = builder.base_url(url);
        }
        if let Some(version) = variable("CLERK_API_VERSION")?.filter(|version| version != "v1") {
            builder = builder.api_version(version);
        }
        Ok(builder)
    }

    /// Where the API is; `https://api.clerk.com/v1` by default. A URL without a path gets `/v1`.
    ///
    /// It must be https, unless it is on this machine (a loopback address or `localhost`).
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Takes a plain http base URL that is not on this machine. The secret key then crosses the network readable by all.
    pub fn danger_insecure_http(mut self, allow: bool) -> Self {
        self.insecure_http = allow;
        self
    }

    /// The version of the API; [`ApiVersion::V2025_11_10`] by default.
    pub fn api_version(mut self, version: impl Into<ApiVersion>) -> Self {
        self.api_version = version.into();
        self
    }

    /// Appends to the `User-Agent`, such as `my-service/1.2`.
    pub fn user_agent(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent = Some(suffix.into());
        self
    }

    /// Sends one more header with every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// How long a call may take, all attempts and the waits in between; 30 seconds by default.
    ///
    /// No wait is begun that would not end before; the call then ends at once with the last error.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.limits.call = limit;
        self
    }

    /// How long one attempt may take, from sending the request to the end of the reply; 10 seconds by default.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.limits.attempt = limit;
        self
    }

    /// [`timeout`](Self::timeout) for calls with a multipart body; 120 seconds by default.
    pub fn upload_timeout(mut self, limit: Duration) -> Self {
        self.upload_limits.call = limit;
        self
    }

    /// [`attempt_timeout`](Self::attempt_timeout) for calls with a multipart body; 60 seconds by default.
    pub fn upload_attempt_timeout(mut self, limit: Duration) -> Self {
        self.upload_limits.attempt = limit;
        self
    }

    /// How often calls are sent again, and how long they wait in between.
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = policy;
        self
    }

    /// Sends no more requests in ten seconds than this; off by default.
    pub fn pacing(mut self, pacing: Pacing) -> Self {
        self.pacing = Some(pacing);
        self
    }

    /// Calls `hook` before a call is sent again; it must be quick and must not block.
    ///
    /// ```
    /// let client = clerk_client::Client::builder("sk_test_1")
    ///     .on_retry(|retry| eprintln!("{}: {} after {:?}", retry.endpoint, retry.reason.as_str(), retry.wait))
    ///     .build()?;
    /// # Ok::<(), clerk_client::Error>(())
    /// ```
    pub fn on_retry(mut self, hook: impl Fn(&RetryEvent<'_>) + Send + Sync + 'static) -> Self {
        self.on_retry = Some(Arc::new(hook));
        self
    }

    /// How long DNS, TCP and TLS may take together; 3 seconds by default.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How many bytes of response body are read at most; 32 MiB by default.
    ///
    /// A list of tiny objects takes up to a hundred times its size once it is decoded; where the server is not trusted, set less.
    /// Compressed replies are not asked for. An [`http_client`](Self::http_client) of your own that unpacks them is held to the limit by
    /// what they unpack to.
    pub fn response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
    }

    /// Goes through this proxy. By default the environment decides, and a base URL on this machine goes through none.
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Sends with an HTTP client of your own; its connect timeout and proxies apply instead of this builder's.
    ///
    /// It should neither follow redirects nor send anything again by itself: [`ReqwestTransport::http_builder`] is where to start.
    pub fn http_client(self, http: reqwest::Client) -> Self {
        self.transport(ReqwestTransport::new(http))
    }

    /// Sends with something else than HTTP over the network: a recorder, a stub.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Checks the settings and makes the client.
    ///
    /// # Errors
    /// The key, the base URL, a header or the API version is not usable, or TLS cannot start.
    pub fn build(self) -> Result<Client> {
        let base = BaseUrl::parse(&self.base_url, self.insecure_http)?;
        let headers = self.default_headers()?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout, self.proxy, &base)?,
        };
        let settings = Settings {
            limits: self.limits,
            upload_limits: self.upload_limits,
            policy: self.retry_policy,
            pacing: self.pacing,
            on_retry: self.on_retry,
        };
        let shared = Arc::new(Shared::new(transport, self.secret_key.expose_secret(), settings));
        let config =
            Config { base, headers, api_version: self.api_version, response_limit: self.response_limit, shared };
        Ok(Client { config: Arc::new(config) })
    }

    /// Built once, so that a request has only to copy them.
    fn default_headers(&self) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, user_agent(self.user_agent.as_deref())?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        for (name, value) in &self.headers {
            let (name, value) = header::custom(name, value).map_err(Error::config)?;
            headers.insert(name, value);
        }
        let (name, version) = api_version_header(&self.api_version)?;
        headers.insert(name, version);
        headers.insert(AUTHORIZATION, key::authorization(&self.secret_key)?);
        Ok(headers)
    }
}

fn user_agent(suffix: Option<&str>) -> Result<HeaderValue> {
    match suffix {
        None => Ok(HeaderValue::from_static(PRODUCT)),
        Some(suffix) => header::text(&format!("{PRODUCT} {suffix}"))
            .ok_or_else(|| Error::config("the user agent is not printable ASCII")),
    }
}

/// The variable's value; one that is empty is not set.
fn variable(name: &str) -> Result<Option<String>> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(Error::config(format!("{name} is not Unicode"))),
    }
}

fn default_transport(connect_timeout: Duration, proxy: Option<Proxy>, base: &BaseUrl) -> Result<Arc<dyn Transport>> {
    has_crypto_provider()?;
    let http = ReqwestTransport::http_builder().connect_timeout(connect_timeout);
    let http = match proxy {
        Some(proxy) => http.proxy(proxy),
        None if base.is_loopback() => http.no_proxy(),
        None => http,
    };
    match http.build() {
        Ok(http) => Ok(Arc::new(ReqwestTransport::new(http))),
        Err(error) => Err(Error::config("the HTTP client cannot start").with_source(error)),
    }
}

/// Without a provider reqwest panics.
#[cfg(all(feature = "rustls-no-provider", not(any(feature = "rustls", feature = "native-tls"))))]
fn has_crypto_provider() -> Result<()> {
    match rustls::crypto::CryptoProvider::get_default() {
        Some(_) => Ok(()),
        None => Err(Error::config(
            "no crypto provider is installed: call `install_default` of one, or turn on the feature `rustls`",
        )),
    }
}

#[cfg(not(all(feature = "rustls-no-provider", not(any(feature = "rustls", feature = "native-tls")))))]
fn has_crypto_provider() -> Result<()> {
    Ok(())
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("api_version", &self.api_version).finish_non_exhaustive()
    }
}
