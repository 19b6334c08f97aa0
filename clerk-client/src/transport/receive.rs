//! What becomes of a request that was handed to a connection, in the terms of [`TransportError`].

use std::error::Error;

use bytes::{Bytes, BytesMut};
use http::StatusCode;
use http::header::HeaderMap;

use super::{RawResponse, TransportError, TransportErrorKind};
use crate::request::Progress;

/// A response body as it arrives.
pub(super) trait Incoming {
    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError>;
}

/// Reads the whole body, or as much of it as there is; `announced` is its length, if the response says so.
pub(super) async fn read(
    status: StatusCode,
    headers: HeaderMap,
    announced: Option<u64>,
    mut incoming: impl Incoming,
    limit: usize,
) -> Result<RawResponse, TransportError> {
    let announced = announced.unwrap_or(0);
    let mut body = Frames { announced, ..Frames::default() };
    let failure = loop {
        if announced > limit as u64 {
            break Some(too_large(limit));
        }
        match incoming.next().await {
            Ok(Some(frame)) if frame.len() <= limit - body.len() => body.push(frame, limit),
            Ok(Some(_)) => break Some(too_large(limit)),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
    };
    let response = RawResponse { status, headers, body: body.into_bytes() };
    match failure {
        None => Ok(response),
        Some(error) => Err(error.with_partial(response)),
    }
}

fn too_large(limit: usize) -> TransportError {
    TransportError::new(TransportErrorKind::TooLarge, format!("the limit is {limit} bytes"))
}

/// The request cannot be encoded.
pub(super) fn not_encoded(error: impl Error + Send + Sync + 'static) -> TransportError {
    TransportError::new(TransportErrorKind::Request, "").with_source(error)
}

/// No response has arrived; `is_connect` if there was no connection, `is_timeout` if time ran out.
pub(super) fn not_answered(
    is_connect: bool,
    is_timeout: bool,
    error: impl Error + Send + Sync + 'static,
    progress: &Progress,
) -> TransportError {
    let (kind, message) = if is_connect || progress.is_unsent() || was_not_processed(&error) {
        (TransportErrorKind::Connect, "the request was not sent")
    } else if is_timeout {
        (TransportErrorKind::Timeout, "no response in time")
    } else {
        (TransportErrorKind::Network, "the request was sent, but no response arrived")
    };
    TransportError::new(kind, message).with_source(error)
}

/// The response has begun, and does not end.
pub(super) fn broken_off(is_timeout: bool, error: impl Error + Send + Sync + 'static) -> TransportError {
    let (kind, message) = match is_timeout {
        true => (TransportErrorKind::Timeout, "the response did not end in time"),
        false => (TransportErrorKind::Network, "the response broke off"),
    };
    TransportError::new(kind, message).with_source(error)
}

/// Whether the server has said, in HTTP/2, that it did not process the request. h2 fails a stream with the peer's GOAWAY only if the
/// stream's id is above the last one that the frame names; the frame's code does not matter (RFC 9113, section 6.8).
#[cfg(feature = "http2")]
fn was_not_processed(error: &dyn Error) -> bool {
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.filter_map(|cause| cause.downcast_ref::<h2::Error>()).any(|error| {
        let was_refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        error.is_remote() && (was_refused || error.is_go_away())
    })
}

#[cfg(not(feature = "http2"))]
fn was_not_processed(_: &dyn Error) -> bool {
    false
}

/// A body as it arrives; one of a single frame, as most are, is never copied.
#[derive(Default)]
struct Frames {
    first: Bytes,
    joined: BytesMut,
    announced: u64,
}

impl Frames {
    fn len(&self) -> usize {
        self.first.len() + self.joined.len()
    }

    fn push(&mut self, frame: Bytes, limit: usize) {
        if self.len() == 0 {
            self.first = frame;
            return;
        }
        if self.joined.is_empty() {
            self.joined.reserve(usize::try_from(self.announced).unwrap_or(limit).min(limit));
            self.joined.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.joined.extend_from_slice(&frame);
    }

    fn into_bytes(self) -> Bytes {
        if self.joined.is_empty() { self.first } else { self.joined.freeze() }
    }
}
