//! What is sent: an endpoint as it is declared, and the request that its arguments make.

mod body;
mod endpoint;
pub(crate) mod header;
mod idempotency;
pub mod multipart;
mod pagination;
pub(crate) mod params;
mod parts;
mod path;
mod progress;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Method, Uri};

pub use self::body::Body;
pub use self::endpoint::Endpoint;
pub use self::idempotency::Idempotency;
pub(crate) use self::pagination::require;
pub use self::pagination::{PageQuery, PageStart, Pagination, Timeline};
pub use self::parts::Parts;
pub(crate) use self::progress::Progress;

/// A request, complete with the headers that authorize it; cheap to clone.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// What is called.
    pub endpoint: &'static Endpoint,
    /// The HTTP method.
    pub method: Method,
    /// The body.
    pub body: Body,
    /// The maximum size of the response body, in bytes.
    pub max_response_bytes: usize,
    pub(crate) uri: Uri,
    /// Those of the client, shared by all requests that add none.
    pub(crate) headers: Arc<HeaderMap>,
    pub(crate) progress: Progress,
}

impl Request {
    /// Returns the whole URI, encoded.
    #[must_use]
    pub fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Sets the whole URI, for a transport that sends requests elsewhere: absolute, encoded, and `https` or `http`.
    pub fn set_uri(&mut self, uri: Uri) {
        self.uri = uri;
    }

    /// Returns all headers but those that the body brings (`Content-Length`; for multipart also `Content-Type`).
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the headers, to be changed for this request alone.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        Arc::make_mut(&mut self.headers)
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("endpoint", &format_args!("{}", self.endpoint))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
