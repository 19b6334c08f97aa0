//! The settings of a [`Client`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use reqwest::Proxy;
use secrecy::{ExposeSecret as _, SecretString};

use super::base_url::{BaseUrl, CLERK};
use super::{ApiVersion, Client, Config, api_version_header, key};
use crate::admission::{Admission, Local, MAX_IN_FLIGHT, RateLimit};
use crate::attempt::{Limits, OnRetry, RetryEvent, RetryPolicy, Settings, Shared};
use crate::error::{Error, Result};
use crate::request::header;
use crate::transport::{LOOPBACK, ReqwestTransport, Transport};

const PRODUCT: &str = concat!("clerk-client-rust/", env!("CARGO_PKG_VERSION"));

/// Builds a [`Client`]; returned by [`Client::builder`]. Invalid settings are reported by [`build`](Self::build).
///
/// # Examples
/// ```
/// use std::time::Duration;
///
/// let client = clerk_client::Client::builder("sk_test_1")
///     .base_url("http://127.0.0.1:4010/v1")
///     .timeout(Duration::from_secs(5))
///     .user_agent_suffix("my-service/1.2")
///     .build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
#[must_use]
pub struct ClientBuilder {
    secret_key: SecretString,
    base_url: String,
    allow_http: bool,
    api_version: ApiVersion,
    user_agent_suffix: Option<String>,
    headers: Vec<(String, String)>,
    limits: Limits,
    upload_limits: Limits,
    retry_policy: RetryPolicy,
    rate_limit: Option<RateLimit>,
    max_in_flight: usize,
    admission: Option<Arc<dyn Admission>>,
    on_retry: Option<OnRetry>,
    connect_timeout: Duration,
    max_response_bytes: usize,
    proxy: Option<Proxy>,
    transport: Option<Arc<dyn Transport>>,
}

impl ClientBuilder {
    pub(super) fn new(secret_key: SecretString) -> Self {
        Self {
            secret_key,
            base_url: CLERK.to_owned(),
            allow_http: false,
            api_version: ApiVersion::default(),
            user_agent_suffix: None,
            headers: Vec::new(),
            limits: Limits { call: Duration::from_secs(30), attempt: Duration::from_secs(10), queue: None },
            upload_limits: Limits { call: Duration::from_secs(120), attempt: Duration::from_secs(60), queue: None },
            retry_policy: RetryPolicy::default(),
            rate_limit: None,
            max_in_flight: MAX_IN_FLIGHT,
            admission: None,
            on_retry: None,
            connect_timeout: Duration::from_secs(3),
            max_response_bytes: 32 * 1024 * 1024,
            proxy: None,
            transport: None,
        }
    }

    /// Creates a builder from environment variables, which [`Client::from_env`] lists.
    ///
    /// # Errors
    /// Fails if `CLERK_SECRET_KEY` is not set, or if a variable is not Unicode.
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

    /// Sets the base URL. Default: `https://api.clerk.com/v1`. `/v1` is appended if the URL has no path.
    ///
    /// It must be https, unless its host is a loopback address, `localhost`, or a name under `localhost`. Such names are connected to
    /// loopback addresses regardless of what DNS says.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Allows a plain http base URL on another machine. The secret key is then sent unencrypted. Default: no.
    pub fn danger_allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// Sets the version of the API. Default: [`ApiVersion::V2025_11_10`].
    pub fn api_version(mut self, version: impl Into<ApiVersion>) -> Self {
        self.api_version = version.into();
        self
    }

    /// Appends this to the `User-Agent`, such as `my-service/1.2`. Default: nothing.
    pub fn user_agent_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent_suffix = Some(suffix.into());
        self
    }

    /// Sets a header of every request, replacing one of the same name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets how long a call may take in total: all attempts, and the waits before and between them. Default: 30 s.
    ///
    /// If the next backoff would exceed the deadline, the call returns the last error immediately. No attempt begins after the deadline.
    /// The wait of the first attempt for rate limits counts, unless [`queue_timeout`](Self::queue_timeout) limits it separately.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.call = timeout;
        self
    }

    /// Sets how long the first attempt of a call may wait for rate limits, apart from [`timeout`](Self::timeout), which then begins with
    /// the attempt. Default: none, the wait counts towards `timeout`.
    ///
    /// For bulk work, in which thousands of calls wait for their turn. A call that would wait for longer fails at once with
    /// [`ErrorKind::RateLimited`](crate::ErrorKind::RateLimited), if that is known.
    pub fn queue_timeout(mut self, timeout: Duration) -> Self {
        self.limits.queue = Some(timeout);
        self.upload_limits.queue = Some(timeout);
        self
    }

    /// Sets how long one attempt may take, from sending the request to the end of the response. Default: 10 s.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.limits.attempt = timeout;
        self
    }

    /// Sets the [`timeout`](Self::timeout) of calls with a multipart body. Default: 120 s.
    pub fn upload_timeout(mut self, timeout: Duration) -> Self {
        self.upload_limits.call = timeout;
        self
    }

    /// Sets the [`attempt_timeout`](Self::attempt_timeout) of calls with a multipart body. Default: 60 s.
    pub fn upload_attempt_timeout(mut self, timeout: Duration) -> Self {
        self.upload_limits.attempt = timeout;
        self
    }

    /// Sets when and how often calls are retried. Default: [`RetryPolicy::default`].
    pub fn retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = policy;
        self
    }

    /// Sets a client-side rate limit, shared by all clones of the client. Default: none.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Sets the maximum number of requests in flight; others wait. 0 is treated as 1. Default: 90.
    ///
    /// Most servers allow 100 concurrent streams of an HTTP/2 connection. A request that waits for a stream is already under way, and
    /// its attempt time runs.
    pub fn max_in_flight(mut self, max: usize) -> Self {
        self.max_in_flight = max;
        self
    }

    /// Replaces the client's own admission, and with it [`rate_limit`](Self::rate_limit), [`max_in_flight`](Self::max_in_flight) and
    /// [`RetryPolicy::rate_limit_gate`].
    pub fn admission(mut self, admission: impl Admission) -> Self {
        self.admission = Some(Arc::new(admission));
        self
    }

    /// Sets a hook that is called before each retry. It must be quick and must not block.
    ///
    /// # Examples
    /// ```
    /// let client = clerk_client::Client::builder("sk_test_1")
    ///     .on_retry(|retry| eprintln!("{} in {:?}", retry.endpoint, retry.wait))
    ///     .build()?;
    /// # Ok::<(), clerk_client::Error>(())
    /// ```
    pub fn on_retry(mut self, hook: impl Fn(&RetryEvent<'_>) + Send + Sync + 'static) -> Self {
        self.on_retry = Some(Arc::new(hook));
        self
    }

    /// Sets how long DNS, TCP and TLS may take together. Default: 3 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets the maximum size of a response body, in bytes. Default: 32 MiB.
    ///
    /// A decoded list of small objects can take up to 100 times its size in memory. Lower the limit for untrusted servers. Compressed
    /// responses are not requested; for an [`http_client`](Self::http_client) of your own that decompresses them, the decompressed size
    /// counts.
    pub fn max_response_bytes(mut self, max: usize) -> Self {
        self.max_response_bytes = max;
        self
    }

    /// Sets a proxy. Default: the environment's (`HTTPS_PROXY`, …); none if the base URL is on this machine.
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Sends requests with an HTTP client of your own. Its connect timeout, resolver and proxies apply instead of this builder's.
    ///
    /// Build it from [`ReqwestTransport::http_builder`], so that it neither follows redirects nor retries by itself.
    pub fn http_client(self, http: reqwest::Client) -> Self {
        self.transport(ReqwestTransport::new(http))
    }

    /// Sends requests with another [`Transport`]: `HyperTransport` of the feature `hyper`, or one of your own, such as a recorder or a
    /// stub. Its connect timeout, resolver and proxies apply instead of this builder's.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Creates the client.
    ///
    /// # Errors
    /// Fails if the key, the base URL, a header or the API version is invalid, or if TLS cannot start.
    pub fn build(self) -> Result<Client> {
        let base = BaseUrl::parse(&self.base_url, self.allow_http)?;
        let headers = Arc::new(self.default_headers()?);
        let admission = self.admission.clone().unwrap_or_else(|| self.own_admission());
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.connect_timeout, self.proxy, &base)?,
        };
        let settings = Settings {
            limits: self.limits,
            upload_limits: self.upload_limits,
            policy: self.retry_policy,
            on_retry: self.on_retry,
        };
        let shared = Arc::new(Shared::new(transport, admission, settings));
        let max_response_bytes = self.max_response_bytes;
        let config = Config { base, headers, api_version: self.api_version, max_response_bytes, shared };
        Ok(Client { config: Arc::new(config) })
    }

    fn own_admission(&self) -> Arc<dyn Admission> {
        let key = self.secret_key.expose_secret();
        let gate = self.retry_policy.rate_limit_gate;
        Arc::new(Local::new(self.rate_limit.as_ref(), key, self.max_in_flight, gate))
    }

    /// Built once, and shared by all requests that add none.
    fn default_headers(&self) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, user_agent(self.user_agent_suffix.as_deref())?);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        for (name, value) in &self.headers {
            let (name, value) = header::custom(name, value).map_err(Error::config)?;
            headers.insert(name, value);
        }
        let (name, version) = api_version_header(&self.api_version).map_err(Error::config)?;
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
    let http = match base.local_name() {
        // DNS may say anything of such a name, and the key would go there.
        Some(name) => http.resolve_to_addrs(name, &LOOPBACK),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `Default: ` in the documentation of a setting.
    fn documented(setting: &str) -> &'static str {
        let (before, _) = include_str!("builder.rs").split_once(&format!("pub fn {setting}(")).unwrap();
        before.rsplit_once("Default: ").unwrap().1.split_once('.').unwrap().0
    }

    #[test]
    fn the_documentation_of_each_setting_names_its_default() {
        let builder = ClientBuilder::new("".into());
        let seconds = |duration: Duration| format!("{} s", duration.as_secs());
        for (setting, value) in [
            ("timeout", seconds(builder.limits.call)),
            ("attempt_timeout", seconds(builder.limits.attempt)),
            ("upload_timeout", seconds(builder.upload_limits.call)),
            ("upload_attempt_timeout", seconds(builder.upload_limits.attempt)),
            ("connect_timeout", seconds(builder.connect_timeout)),
            ("max_in_flight", builder.max_in_flight.to_string()),
            ("max_response_bytes", format!("{} MiB", builder.max_response_bytes / 1024 / 1024)),
        ] {
            assert_eq!(documented(setting), value, "{setting}");
        }
        let guide = include_str!("../_guide/retries.md");
        assert!(guide.contains(&format!("| connecting | {} |", seconds(builder.connect_timeout))));
    }

    #[cfg(all(feature = "rustls-no-provider", not(any(feature = "rustls", feature = "native-tls"))))]
    #[test]
    fn without_a_crypto_provider_building_fails_and_with_one_it_works() {
        let error = Client::new("sk_test_1").unwrap_err();
        assert_eq!(error.kind(), crate::error::ErrorKind::Config);
        assert!(error.to_string().contains("call `install_default` of one"), "{error}");
        let hyper = crate::transport::HyperTransport::new;
        assert!(hyper().unwrap_err().to_string().contains("call `install_default` of one"));
        rustls::crypto::aws_lc_rs::default_provider().install_default().unwrap();
        Client::new("sk_test_1").unwrap();
        hyper().unwrap();
    }
}
