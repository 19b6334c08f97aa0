//! The one error of the crate.

mod body;
mod context;
mod decode_error;
mod display;
mod envelope;
mod kind;
mod make;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::HeaderMap;
use http::{Method, StatusCode};

pub(crate) use self::context::{Context, StoppedBy};
pub use self::decode_error::DecodeError;
pub use self::kind::ErrorKind;
use crate::request::Endpoint;
pub use crate::types::ApiError;
use crate::types::Metadata;

/// A `Result` with [`Error`] as the default error type.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The error of a failed call, or of a client that cannot be built.
///
/// Most programs need one or two of its methods: [`has_code`](Self::has_code) and [`is_not_found`](Self::is_not_found) to tell expected
/// answers from failures, [`may_have_run`](Self::may_have_run) before a write is repeated by hand. The rest is for logs: `Display` names
/// the endpoint, the status, Clerk's codes with their messages and parameters, the number of attempts, and the trace ID.
///
/// Neither `Display` nor `Debug` nor the [sources](std::error::Error::source) contain the secret key, a request body, or the values of a
/// response body other than the messages and parameter names of Clerk's own errors. A source is the error of the HTTP client, of TLS
/// or of the system.
///
/// # Examples
/// ```no_run
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// match client.users().find("user_2a").await {
///     Ok(user) => println!("{}", user.id),
///     Err(error) if error.is_not_found() => println!("no such user"),
///     Err(error) if error.has_code("clerk_key_invalid") => println!("wrong key"),
///     Err(error) => return Err(error),
/// }
/// # Ok(())
/// # }
/// ```
///
/// In a log:
///
/// ```
/// use clerk_client::Error;
///
/// let error = Error::api(422, "form_identifier_exists", "That address is taken.");
/// assert_eq!(
///     error.to_string(),
///     "Clerk responded 422 Unprocessable Entity: \
///      form_identifier_exists (That address is taken)"
/// );
/// ```
#[doc(alias = "ClerkAPIError")]
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone, Default)]
struct Inner {
    kind: ErrorKind,
    endpoint: Option<&'static Endpoint>,
    /// What is wrong, where no response says it.
    message: String,
    json_path: Option<String>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Bytes,
    body_length: usize,
    items: Vec<ApiError>,
    meta: Option<Metadata>,
    trace_id: Option<String>,
    /// How long client-side admission would have held the call.
    held: Option<Duration>,
    /// Although the time was over, the request had not been sent.
    is_unsent: bool,
    context: Context,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// What happened.
impl Error {
    /// Returns the kind of this error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the endpoint of the call; `None` if the client could not be built, and for errors made for tests.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// Returns the status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Returns the headers of the response, up to 16 KiB; empty if there was no response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the body of the response, up to 16 KiB; empty if there was no response.
    ///
    /// It can contain personal data or secrets, so nothing else shows it.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Returns the errors that Clerk's response lists; empty if the response is not Clerk's, such as HTML from a proxy.
    #[must_use]
    pub fn errors(&self) -> &[ApiError] {
        &self.0.items
    }

    /// Returns whether Clerk's response lists an error with this code, such as `incorrect_password`.
    ///
    /// # Troubleshooting
    /// Each method documents its codes; [`errors`](Self::errors) has the messages and parameters. An incomplete response keeps its status
    /// but has lost its codes.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        self.0.items.iter().any(|item| item.code == code)
    }

    /// Returns the `meta` object that Clerk's response has beside its list of errors, if any. For that of a single error see
    /// [`ApiError::meta`].
    #[must_use]
    pub fn meta(&self) -> Option<&Metadata> {
        self.0.meta.as_ref()
    }

    /// Returns the trace ID to quote to Clerk's support: from the body, else the `Clerk-Trace-Id` header, else `cf-ray`.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.0.trace_id.as_deref().or_else(|| body::trace_id_of(&self.0.headers))
    }

    /// Returns the delay that the response asks for with `Retry-After` (seconds or a date); for
    /// [`ErrorKind::RateLimited`], the delay that the client-side rate limit would have required, at least.
    ///
    /// `None` if absent, invalid or over one day.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.held.or_else(|| body::retry_after_of(&self.0.headers))
    }

    /// Returns the number of attempts made; 0 if the request was never sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.context.attempts
    }

    /// Returns how long the call took, waits included; zero if it was not begun.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.context.elapsed
    }

    /// Returns where in the JSON decoding failed, such as `[3].email_addresses[0].id`; `.` is the whole document. Keys that are not
    /// fields of a struct are values of the body, and shown as `…`.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }
}

/// What it means.
impl Error {
    /// Returns whether the request may have taken effect although the call failed.
    ///
    /// `false` means that no attempt took effect; `true` that the outcome of at least one is unknown, or that it succeeded but its response
    /// could not be read.
    ///
    /// # Troubleshooting
    /// Before repeating a write, look up whether it took effect; Clerk has no idempotency keys.
    #[must_use]
    pub fn may_have_run(&self) -> bool {
        self.0.context.in_doubt || self.last_may_have_run()
    }

    fn last_may_have_run(&self) -> bool {
        match self.0.kind {
            ErrorKind::Config
            | ErrorKind::Request
            | ErrorKind::Connect
            | ErrorKind::RateLimited
            | ErrorKind::Pagination
            | ErrorKind::NotImplemented => false,
            ErrorKind::Timeout => !self.0.is_unsent,
            ErrorKind::Network | ErrorKind::Decode | ErrorKind::TooLarge => true,
            ErrorKind::Api => self.0.status.is_none_or(|status| !self.was_refused(status)),
        }
    }

    fn was_refused(&self, status: StatusCode) -> bool {
        let never_reached_clerk = matches!(status.as_u16(), 521 | 523 | 525 | 526);
        let in_doubt = status == StatusCode::REQUEST_TIMEOUT;
        (status.is_client_error() && !in_doubt) || never_reached_clerk || self.has_code("maintenance_mode")
    }

    /// Returns true for a DELETE that got 404 on a retry after an attempt of unknown outcome: that attempt probably deleted the object.
    ///
    /// # Troubleshooting
    /// Treat it as success where it does not matter who deleted the object; [`Call::optional`](crate::Call::optional) does.
    #[must_use]
    pub fn may_be_deleted(&self) -> bool {
        let is_delete = self.0.endpoint.is_some_and(|endpoint| endpoint.method == Method::DELETE);
        is_delete && self.is_not_found() && self.0.context.in_doubt
    }

    /// Returns whether the response was 404: the object does not exist.
    ///
    /// # Troubleshooting
    /// The development and the production instance have different objects, and different keys.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.0.status == Some(StatusCode::NOT_FOUND)
    }

    /// Returns whether a rate limit stopped the call: the last response was 429, or the client would have had to wait for too long.
    ///
    /// # Troubleshooting
    /// Wait for [`retry_after`](Self::retry_after). All programs with the same key share Clerk's limits. For bulk work, set
    /// [`ClientBuilder::rate_limit`](crate::ClientBuilder::rate_limit) and
    /// [`ClientBuilder::queue_timeout`](crate::ClientBuilder::queue_timeout).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.0.kind == ErrorKind::RateLimited || self.0.status == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Returns whether the time was over.
    ///
    /// # Troubleshooting
    /// [`Call::timeout`](crate::Call::timeout) limits the whole call, [`Call::attempt_timeout`](crate::Call::attempt_timeout) each attempt.
    /// After a write, check [`may_have_run`](Self::may_have_run).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether no connection could be made, so that the request was not processed.
    ///
    /// # Troubleshooting
    /// Check the base URL, the proxy, DNS and the system's certificates; the [source](std::error::Error::source) tells which.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::Connect
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
