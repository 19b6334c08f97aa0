//! The one seam below all APIs: a [`Request`] goes in, a [`RawResponse`] comes out.

mod reqwest;

use std::fmt;
use std::pin::Pin;

use ::reqwest::StatusCode;
use ::reqwest::header::HeaderMap;
use bytes::Bytes;

pub use self::reqwest::ReqwestTransport;
pub use crate::request::{Body, Request};

/// Carries requests. [`ReqwestTransport`] is the default; tests and recorders bring their own.
///
/// ```
/// use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
///
/// /// Answers each request with an empty list.
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
/// let client = clerk_client::Client::builder("sk_test_1").transport(Empty).build()?;
/// assert!(client.users().all(&Default::default()).await?.is_empty());
/// # Ok(())
/// # }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request once and reads the whole reply, whatever its status.
    ///
    /// Dropping the future gives the request up. Redirects are replies, not instructions; at most
    /// [`Request::response_limit`] bytes of body are read.
    fn send(&self, request: Request) -> TransportFuture<'_>;
}

/// What [`Transport::send`] returns.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<RawResponse, TransportError>> + Send + 'a>>;

/// A reply as it came: any status, any body.
#[derive(Clone)]
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
    /// A reply without headers; for transports in tests. A status that is none is 500.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, headers: HeaderMap::new(), body: body.into() }
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

/// Why there is no complete reply.
#[derive(Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// How far the request came.
    pub kind: TransportErrorKind,
    /// What happened, in a few words and without secrets.
    pub message: String,
    /// What had arrived of the reply when it broke off, if its head had.
    pub partial: Option<Box<RawResponse>>,
    /// The cause; its text becomes part of the error chain that programs log.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// How far a failed request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// It never left: DNS, TCP or TLS failed.
    Connect,
    /// Time ran out after it was sent.
    Timeout,
    /// It was sent, but the reply is missing, broken or cut short.
    Network,
    /// The reply's body is larger than [`Request::response_limit`].
    TooLarge,
}

impl TransportError {
    /// An error of this kind.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), partial: None, source: None }
    }

    /// Keeps what had arrived of the reply.
    #[must_use]
    pub fn partial(mut self, reply: RawResponse) -> Self {
        self.partial = Some(Box::new(reply));
        self
    }

    /// Keeps the cause.
    #[must_use]
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}
