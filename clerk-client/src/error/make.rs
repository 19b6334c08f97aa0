//! How errors are made: by the rest of the crate, and by tests.

use std::sync::Arc;
use std::time::Duration;

use super::{Context, DecodeError, Error, ErrorKind, Inner, body, envelope};
use crate::request::Endpoint;
use crate::transport::{RawResponse, TransportError, TransportErrorKind};

/// For tests: errors as a call returns them.
impl Error {
    /// Creates the error of a response with this status and one of Clerk's errors, for test doubles.
    ///
    /// # Examples
    /// ```
    /// use clerk_client::{Call, Error, User, UsersApi};
    ///
    /// struct NobodyThere;
    /// impl UsersApi for NobodyThere {
    ///     fn find(&self, _user_id: &str) -> Call<User> {
    ///         Call::ready(Err(Error::api(404, "resource_not_found", "no such user")))
    ///     }
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let error = NobodyThere.find("user_2a").await.unwrap_err();
    /// assert!(error.is_not_found() && error.has_code("resource_not_found"));
    /// assert!(!error.may_have_run());
    /// assert_eq!(NobodyThere.find("user_2a").optional().await.unwrap(), None);
    /// # }
    /// ```
    #[doc(alias = "fake")]
    #[doc(alias = "mock")]
    #[must_use]
    pub fn api(status: u16, code: &str, message: &str) -> Self {
        Self::from_response(RawResponse::error(status, code, message))
    }

    /// Creates the error of a response that is not 2xx, for test doubles. A response that is becomes one that could not be decoded.
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use clerk_client::Error;
    /// use clerk_client::transport::RawResponse;
    ///
    /// let busy = RawResponse::error(429, "too_many_requests", "Too many requests");
    /// let error = Error::from_response(busy.header("retry-after", "7"));
    /// assert!(error.is_rate_limited());
    /// assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    /// ```
    #[must_use]
    pub fn from_response(response: RawResponse) -> Self {
        let new = match response.status.is_success() {
            true => Self::decode(DecodeError { path: ".".to_owned(), message: String::new() }, response),
            false => Self::response(response),
        };
        new.with_context(Context { attempts: 1, ..Context::default() })
    }

    /// Creates the error of a request without a complete response, for test doubles.
    ///
    /// # Examples
    /// ```
    /// use clerk_client::Error;
    /// use clerk_client::transport::{TransportError, TransportErrorKind};
    ///
    /// let late = TransportError::new(TransportErrorKind::Timeout, "no response");
    /// let lost = Error::from_transport(late);
    /// assert!(lost.is_timeout() && lost.may_have_run());
    /// let refused = TransportError::new(TransportErrorKind::Connect, "");
    /// let unreachable = Error::from_transport(refused);
    /// assert!(unreachable.is_connect() && !unreachable.may_have_run());
    /// ```
    #[must_use]
    pub fn from_transport(error: TransportError) -> Self {
        let attempts = u32::from(error.kind != TransportErrorKind::Request);
        Self::transport(error).with_context(Context { attempts, ..Context::default() })
    }

    /// Sets the endpoint, one of the trait's `ENDPOINTS`, for test doubles.
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: &'static Endpoint) -> Self {
        self.0.endpoint = Some(endpoint);
        self
    }
}

/// For the rest of the crate.
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
    pub(crate) fn pagination(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Pagination, message)
    }

    #[cold]
    pub(crate) fn not_implemented(api: &str, name: &str) -> Self {
        Self::new(ErrorKind::NotImplemented, format!("`{api}::{name}` is not implemented by this test double"))
    }

    #[cold]
    pub(crate) fn timeout(limit: Duration, is_sent: bool) -> Self {
        let text = if is_sent { "no complete response" } else { "the request was not sent" };
        let mut new = Self::new(ErrorKind::Timeout, format!("{text} within {limit:?}"));
        new.0.is_unsent = !is_sent;
        new
    }

    #[cold]
    pub(crate) fn rate_limited(wait: Duration) -> Self {
        let mut new = Self::new(ErrorKind::RateLimited, format!("the call would have waited for {wait:.1?} or longer"));
        new.0.held = Some(wait);
        new
    }

    /// An incomplete response is an API error where its status says so, and a transport error otherwise.
    #[cold]
    pub(crate) fn transport(error: TransportError) -> Self {
        let kind = match error.kind {
            TransportErrorKind::Request => ErrorKind::Request,
            TransportErrorKind::Connect => ErrorKind::Connect,
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::Network => ErrorKind::Network,
            TransportErrorKind::TooLarge => ErrorKind::TooLarge,
        };
        let mut new = match error.partial {
            Some(response) if !response.status.is_success() => Self::response(*response),
            Some(response) => {
                let mut new = Self::new(kind, "");
                new.keep(&response);
                new
            }
            None => Self::new(kind, ""),
        };
        new.0.message = error.message;
        new.0.source = error.source.map(Arc::from);
        new
    }

    #[cold]
    pub(crate) fn response(response: RawResponse) -> Self {
        let mut new = Self::new(ErrorKind::Api, "");
        if let Some(envelope) = envelope::parse(&response.body) {
            (new.0.items, new.0.meta, new.0.trace_id) = (envelope.items, envelope.meta, envelope.trace_id);
        }
        new.keep(&response);
        new
    }

    #[cold]
    pub(crate) fn decode(error: DecodeError, response: RawResponse) -> Self {
        let mut new = Self::new(ErrorKind::Decode, error.message);
        new.0.json_path = Some(error.path);
        new.keep(&response);
        new
    }

    pub(crate) fn with_context(mut self, context: Context) -> Self {
        self.0.context = context;
        self
    }

    /// A timeout may be due to a connection that stands still with its runtime.
    pub(crate) fn on_another_runtime(mut self) -> Self {
        if self.is_timeout() {
            self.0
                .message
                .push_str("; not on the Tokio runtime of the client's first call, which its connections may belong to");
        }
        self
    }

    pub(crate) fn with_source(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    fn keep(&mut self, response: &RawResponse) {
        self.0.status = Some(response.status);
        self.0.headers = body::bounded_headers(&response.headers);
        self.0.body_length = response.body.len();
        self.0.body = body::bounded(&response.body);
    }
}
