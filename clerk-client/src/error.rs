//! The one error of the crate, and what can be asked of it.

mod body;
mod context;
mod decode_error;
mod display;
mod envelope;

use std::time::Duration;

use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode};

pub(crate) use self::context::{Context, StoppedBy};
pub use self::decode_error::DecodeError;
use crate::request::Endpoint;
use crate::transport::{RawResponse, TransportError, TransportErrorKind};
pub use crate::types::ApiError;

/// What a call gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call has no value to give.
///
/// Small to return and opaque; ask it what happened:
///
/// ```no_run
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// match client.users().find("user_2a").await {
///     Ok(user) => println!("{}", user.id),
///     Err(error) if error.is_not_found() => println!("nobody"),
///     Err(error) if error.has_code("clerk_key_invalid") => println!("check CLERK_SECRET_KEY"),
///     Err(error) => return Err(error),
/// }
/// # Ok(())
/// # }
/// ```
///
/// Neither `Display` nor `Debug` nor the sources show the secret key, a request body or a response body.
pub struct Error(Box<Inner>);

#[derive(Default)]
struct Inner {
    kind: ErrorKind,
    endpoint: Option<&'static Endpoint>,
    /// What is wrong, where no reply says it.
    message: String,
    json_path: Option<String>,
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Bytes,
    body_length: usize,
    items: Vec<ApiError>,
    trace_id: Option<String>,
    /// How long the client would have had to hold the call back.
    held_back: Option<Duration>,
    context: Context,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The broad class of an [`Error`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's own settings are wrong: an empty key, a base URL that is not https.
    Config,
    /// The call was built from something that cannot be sent; nothing was sent.
    #[default]
    Request,
    /// No connection could be made; nothing was sent.
    Connect,
    /// Time ran out.
    Timeout,
    /// The connection broke, or what came over it was not HTTP.
    Network,
    /// Clerk, or something on the way to it, answered with a status other than 2xx.
    Api,
    /// The answer was 2xx, but its body is not what the endpoint promises.
    Decode,
    /// The response body is larger than the client's limit.
    TooLarge,
    /// The client held the call back, because its endpoint is rate limited or because of its pacing, and the wait would not have ended
    /// in time; nothing was sent.
    Throttled,
    /// A fake was asked for a method that it does not implement.
    NotImplemented,
}

impl Error {
    /// The broad class.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The endpoint that was called; `None` when the client itself could not be built.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// The status of the reply, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// The headers of the reply; empty if there was none.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body of the reply, as it came, up to 16 KiB.
    ///
    /// It may hold personal data or secrets; that is why only this method shows it.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Every error that Clerk's reply lists; empty when the reply was not Clerk's (HTML from a proxy, say).
    #[must_use]
    pub fn errors(&self) -> &[ApiError] {
        &self.0.items
    }

    /// Whether Clerk's reply lists an error with this code, such as `incorrect_password`.
    ///
    /// *Troubleshooting*: the codes of an endpoint are in its docs; [`errors`](Self::errors) has the texts and the parameters. A reply
    /// that was cut short keeps its status but has lost its codes.
    #[must_use]
    pub fn has_code(&self, code: &str) -> bool {
        self.0.items.iter().any(|item| item.code == code)
    }

    /// What Clerk's support asks for: the trace id of the body, else the `Clerk-Trace-Id` header, else `cf-ray`.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.0.trace_id.as_deref().or_else(|| body::trace_id_of(&self.0.headers))
    }

    /// How long the server asks to wait before the next try (`Retry-After`, in seconds or as a date); for a call that the client held
    /// back, the rest of that.
    ///
    /// `None` when it does not say, or says something that is no duration between zero and a day.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.held_back.or_else(|| body::retry_after_of(&self.0.headers))
    }

    /// How often the request was sent; 0 when it never was.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.context.attempts
    }

    /// How long the call took, waits included; zero when nothing was sent or waited for.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.context.elapsed
    }

    /// Where in the JSON the decoding stopped, such as `[3].email_addresses[0].id`; `.` is the whole document.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }

    /// Whether the request may have taken effect although the call failed.
    ///
    /// `false` is certain: nothing was sent, or the request was refused. `true` means it ran or nobody knows; where it was sent more than
    /// once, of any of the attempts.
    ///
    /// *Troubleshooting*: before a write is sent again, look whether it took effect; Clerk has no idempotency keys.
    #[must_use]
    pub fn may_have_run(&self) -> bool {
        self.0.context.in_doubt || self.last_may_have_run()
    }

    fn last_may_have_run(&self) -> bool {
        match self.0.kind {
            ErrorKind::Config
            | ErrorKind::Request
            | ErrorKind::Connect
            | ErrorKind::Throttled
            | ErrorKind::NotImplemented => false,
            ErrorKind::Timeout | ErrorKind::Network | ErrorKind::Decode | ErrorKind::TooLarge => true,
            ErrorKind::Api => self.0.status.is_none_or(|status| !self.was_refused(status)),
        }
    }

    /// Whether what the call was for may have come true although it failed: a DELETE whose first attempt may have run, and whose
    /// next one was answered with 404, because there was nothing left to delete.
    ///
    /// *Troubleshooting*: take it for success where it does not matter who deleted it;
    /// [`Call::absent_is_ok`](crate::Call::absent_is_ok) does.
    #[must_use]
    pub fn may_have_succeeded(&self) -> bool {
        let is_delete = self.0.endpoint.is_some_and(|endpoint| endpoint.method == Method::DELETE);
        is_delete && self.is_not_found() && self.0.context.in_doubt
    }

    fn was_refused(&self, status: StatusCode) -> bool {
        let never_reached_clerk = matches!(status.as_u16(), 521 | 523 | 525 | 526);
        let in_doubt = status == StatusCode::REQUEST_TIMEOUT;
        (status.is_client_error() && !in_doubt) || never_reached_clerk || self.has_code("maintenance_mode")
    }

    /// Whether the reply was 404: the user, or what was asked about it, does not exist.
    ///
    /// *Troubleshooting*: ids of the development and the production instance differ; so do their keys.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.0.status == Some(StatusCode::NOT_FOUND)
    }

    /// Whether there were too many requests in too short a time: the reply was 429, or the client held the call back.
    ///
    /// *Troubleshooting*: wait for [`retry_after`](Self::retry_after); all programs with the same key share one limit. For bulk work,
    /// set [`ClientBuilder::pacing`](crate::ClientBuilder::pacing) and a longer timeout.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.0.kind == ErrorKind::Throttled || self.0.status == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether time ran out.
    ///
    /// *Troubleshooting*: [`Call::timeout`](crate::Call::timeout) sets the time for one call with all its attempts,
    /// [`Call::attempt_timeout`](crate::Call::attempt_timeout) that for each of them. After a write, ask
    /// [`may_have_run`](Self::may_have_run).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether no connection could be made, so that nothing was sent.
    ///
    /// *Troubleshooting*: look at the base URL, the proxy, DNS and the system's certificates; the error's source says which.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::Connect
    }
}

/// How the rest of the crate makes errors.
impl Error {
    fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner { kind, message: message.into(), ..Inner::default() }))
    }

    #[cold]
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    #[cold]
    pub(crate) fn request(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Request, message)
    }

    #[cold]
    pub(crate) fn not_implemented(api: &str, name: &str) -> Self {
        Self::new(ErrorKind::NotImplemented, format!("`{api}::{name}` is not implemented by this fake"))
    }

    #[cold]
    pub(crate) fn timeout(limit: Duration) -> Self {
        Self::new(ErrorKind::Timeout, format!("no complete reply within {limit:?}"))
    }

    #[cold]
    pub(crate) fn throttled(wait: Duration) -> Self {
        let mut new = Self::new(ErrorKind::Throttled, format!("it would have had to wait for {wait:.1?}"));
        new.0.held_back = Some(wait);
        new
    }

    /// A reply that broke off is an error of Clerk's where its status says so, and of the transport otherwise.
    #[cold]
    pub(crate) fn transport(error: TransportError) -> Self {
        let kind = match error.kind {
            TransportErrorKind::Connect => ErrorKind::Connect,
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::Network => ErrorKind::Network,
            TransportErrorKind::TooLarge => ErrorKind::TooLarge,
        };
        let mut new = match error.partial {
            Some(reply) if !reply.status.is_success() => Self::api(*reply),
            Some(reply) => {
                let mut new = Self::new(kind, "");
                new.keep(*reply);
                new
            }
            None => Self::new(kind, ""),
        };
        new.0.message = error.message;
        new.0.source = error.source;
        new
    }

    #[cold]
    pub(crate) fn api(reply: RawResponse) -> Self {
        let mut new = Self::new(ErrorKind::Api, "");
        (new.0.items, new.0.trace_id) = envelope::parse(&reply.body);
        new.keep(reply);
        new
    }

    #[cold]
    pub(crate) fn decode(error: DecodeError, reply: RawResponse) -> Self {
        let mut new = Self::new(ErrorKind::Decode, error.message);
        new.0.json_path = Some(error.path);
        new.keep(reply);
        new
    }

    pub(crate) fn with_endpoint(mut self, endpoint: &'static Endpoint) -> Self {
        self.0.endpoint = Some(endpoint);
        self
    }

    pub(crate) fn with_context(mut self, context: Context) -> Self {
        self.0.context = context;
        self
    }

    pub(crate) fn with_source(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }

    fn keep(&mut self, reply: RawResponse) {
        self.0.status = Some(reply.status);
        self.0.headers = reply.headers;
        self.0.body_length = reply.body.len();
        self.0.body = body::bounded(&reply.body);
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
