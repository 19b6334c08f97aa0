//! The transport layer: sends a [`Request`] and returns a [`RawResponse`].

#[cfg(feature = "hyper")]
mod hyper;
mod loopback;
mod receive;
mod reqwest;
mod tracked;

use std::fmt;
use std::pin::Pin;
#[cfg(feature = "http2")]
use std::time::Duration;

use bytes::Bytes;
use http::header::{HeaderMap, HeaderName};
use http::uri::Authority;
use http::{StatusCode, Uri};

#[cfg(feature = "hyper")]
pub use self::hyper::HyperTransport;
pub(crate) use self::loopback::{LOOPBACK, is_local_name, is_loopback};
pub use self::reqwest::ReqwestTransport;
pub use crate::request::{Body, Request};

/// How often an HTTP/2 connection in use is pinged, and how long the answer may take.
#[cfg(feature = "http2")]
const PING: Duration = Duration::from_secs(3);

/// Sends requests; [`ReqwestTransport`] is the default, `HyperTransport` that of the feature `hyper`. Tests, recorders and proxies of your own implement it.
///
/// ```
/// use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
///
/// /// Responds to each request with an empty list.
/// struct Empty;
///
/// impl Transport for Empty {
///     fn send(&self, request: Request) -> TransportFuture<'_> {
///         assert_eq!(request.endpoint.name, "all");
///         Box::pin(async { Ok(RawResponse::new(200, "[]")) })
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> clerk_client::Result<()> {
/// let builder = clerk_client::Client::builder("sk_test_1");
/// let client = builder.transport(Empty).build()?;
/// assert!(client.users().all(&Default::default()).await?.is_empty());
/// # Ok(())
/// # }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request once and returns the whole response, regardless of its status.
    ///
    /// A transport that itself retries, elsewhere for example, must not return [`TransportErrorKind::Connect`] once an earlier try may have
    /// taken effect: the call would be retried.
    ///
    /// Redirects are returned, not followed. At most [`Request::max_response_bytes`] bytes of body are read.
    ///
    /// # Errors
    /// There is no complete response, or its body is too large.
    ///
    /// # Cancel safety
    /// The future is dropped when the attempt's time is over; the request must then end with it.
    fn send(&self, request: Request) -> TransportFuture<'_>;
}

/// The future that [`Transport::send`] returns.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<RawResponse, TransportError>> + Send + 'a>>;

/// A response with any status and any body, not decoded.
///
/// ```
/// use clerk_client::transport::RawResponse;
///
/// let response = RawResponse::new(429, "{}").header("retry-after", "7");
/// assert_eq!(response.headers["retry-after"], "7");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RawResponse {
    /// The status code.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl RawResponse {
    /// Creates a response without headers, for tests. An invalid status code becomes 500.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }

    /// Creates the response that Clerk gives for an error, for tests.
    ///
    /// ```
    /// use clerk_client::transport::RawResponse;
    ///
    /// let response = RawResponse::error(404, "gone", "no user");
    /// let item = r#"{"code":"gone","message":"no user","long_message":"no user"}"#;
    /// assert_eq!(response.body, format!(r#"{{"errors":[{item}]}}"#));
    /// ```
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        let text = |text: &str| serde_json::Value::from(text);
        let (code, message) = (text(code), text(message));
        let body = format!(r#"{{"errors":[{{"code":{code},"message":{message},"long_message":{message}}}]}}"#);
        Self::new(status, body).header("content-type", "application/json")
    }

    /// Adds a header, for tests. A name or value that is not valid in HTTP is ignored.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            self.headers.append(name, value);
        }
        self
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// The error of a [`Transport`]: there is no complete response.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// How far the request came.
    pub kind: TransportErrorKind,
    /// What happened, in a few words and without secrets; may be empty.
    pub message: String,
    /// The part of the response that arrived, if at least its head did.
    pub partial: Option<Box<RawResponse>>,
    /// The cause. Programs that log error chains log its text.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// How far a failed request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The request cannot be encoded, its URL is too long for example. Nothing was sent, and a retry would not help.
    Request,
    /// DNS, TCP or TLS failed, or the server refused the request unprocessed. It did not take effect.
    Connect,
    /// Time ran out after the request was sent.
    Timeout,
    /// The request was sent, but the response is missing, malformed or incomplete.
    Network,
    /// The response body is larger than [`Request::max_response_bytes`].
    TooLarge,
}

impl TransportError {
    /// Creates an error of this kind.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), partial: None, source: None }
    }

    /// Adds the part of the response that arrived.
    #[must_use]
    pub fn with_partial(mut self, response: RawResponse) -> Self {
        self.partial = Some(Box::new(response));
        self
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Request => "invalid request",
            TransportErrorKind::Connect => "connection failed",
            TransportErrorKind::Timeout => "timed out",
            TransportErrorKind::Network => "connection broken",
            TransportErrorKind::TooLarge => "response too large",
        })?;
        if self.message.is_empty() { Ok(()) } else { write!(f, ": {}", self.message) }
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The URI, if a request can be sent there.
fn absolute(uri: &Uri) -> Result<&Uri, TransportError> {
    let is_http = matches!(uri.scheme_str(), Some("https" | "http"));
    // `port` is also `None` for a port that is not a number of 16 bits; then it is more than the host that stands there.
    let is_port_valid = |authority: &Authority| {
        authority.port().is_some() || authority.as_str().rsplit('@').next() == Some(authority.host())
    };
    match uri.authority() {
        Some(authority) if is_http && !authority.host().is_empty() && is_port_valid(authority) => Ok(uri),
        _ => Err(TransportError::new(TransportErrorKind::Request, "the URI is not an absolute https or http URI")),
    }
}
