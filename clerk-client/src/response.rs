//! A response, decoded.

mod decode;
mod explain;
mod list;
mod reader;

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::header::HeaderMap;

pub use self::decode::FromResponse;
pub use self::list::List;

/// A decoded response with its status, headers and raw body; returned by [`Call::with_http_info`](crate::Call::with_http_info).
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response<T> {
    /// The decoded body.
    pub data: T,
    /// The status code, always 2xx.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The raw body; it may contain members that `data` has no field for.
    pub body: Bytes,
}

impl<T> Response<T> {
    /// A 200 with no headers and an empty body; for fakes.
    pub(crate) fn of(data: T) -> Self {
        Self { data, status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::new() }
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("data", &self.data)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
