//! The kinds of errors.

/// The kind of an [`Error`](super::Error).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client's settings are invalid: an empty key, a base URL that is not https.
    Config,
    /// The request cannot be built from the arguments. Nothing was sent.
    #[default]
    Request,
    /// No connection could be made, or the server refused the request unprocessed.
    Connect,
    /// The time was over. Unless [`may_have_run`](super::Error::may_have_run) says otherwise, the request was sent.
    Timeout,
    /// The connection broke, or the response was not HTTP.
    Network,
    /// Clerk, or something in front of it, responded with a status other than 2xx.
    Api,
    /// The response was 2xx, but its body could not be decoded.
    Decode,
    /// The response body is larger than [`ClientBuilder::max_response_bytes`](crate::ClientBuilder::max_response_bytes).
    TooLarge,
    /// The client-side rate limit, or an earlier 429 for the same endpoint, would have delayed the call past its deadline. No request was
    /// sent.
    RateLimited,
    /// The pages of a list do not fit together: the server returns the same page again and again, or the list changes too fast. See
    /// [`Call::stream`](crate::Call::stream).
    Pagination,
    /// A test double does not implement the method.
    NotImplemented,
}

impl ErrorKind {
    /// Returns the name that telemetry uses, such as `too_large`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Request => "request",
            Self::Connect => "connect",
            Self::Timeout => "timeout",
            Self::Network => "network",
            Self::Api => "api",
            Self::Decode => "decode",
            Self::TooLarge => "too_large",
            Self::RateLimited => "rate_limited",
            Self::Pagination => "pagination",
            Self::NotImplemented => "not_implemented",
        }
    }
}
