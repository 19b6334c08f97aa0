//! The default transport.

mod tracked;

use std::sync::Arc;
#[cfg(feature = "http2")]
use std::time::Duration;

use ::reqwest::{Client, ClientBuilder, Response, multipart, redirect, retry};
use bytes::{Bytes, BytesMut};

use self::tracked::tracked;
use super::{RawResponse, Transport, TransportError, TransportErrorKind, TransportFuture};
use crate::request::multipart::Form;
use crate::request::{Body, Progress, Request};

/// How often an HTTP/2 connection in use is pinged, and how long the answer may take.
#[cfg(feature = "http2")]
const PING: Duration = Duration::from_secs(3);

/// Sends requests with a [`reqwest::Client`](Client).
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    http: Client,
}

impl ReqwestTransport {
    /// Uses an HTTP client of your own, with its pool, TLS, proxies and resolver.
    ///
    /// Build it from [`http_builder`](Self::http_builder): a client that follows redirects would repeat a write elsewhere, one that
    /// retries would make attempts that nobody counts.
    #[must_use]
    pub fn new(http: Client) -> Self {
        Self { http }
    }

    /// Returns the settings to start an HTTP client of your own from: no redirects, no retries, no `Referer`, no compressed
    /// responses (regardless of which features of reqwest the rest of the program turns on), and HTTP/2 connections in use are pinged
    /// every 3 seconds and given up if no answer comes within 3 seconds more.
    pub fn http_builder() -> ClientBuilder {
        let http = Client::builder()
            .redirect(redirect::Policy::none())
            // Without the limit of zero, each request is cloned for a retry that never comes.
            .retry(retry::never().max_retries_per_request(0))
            .referer(false)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        pinged(http)
    }

    async fn exchange(&self, request: Request) -> Result<RawResponse, TransportError> {
        let (limit, progress) = (request.max_response_bytes, request.progress.clone());
        let encoded = self.encode(request)?;
        let response = self.http.execute(encoded).await.map_err(|error| not_answered(error, &progress))?;
        read(response, limit).await
    }

    fn encode(&self, request: Request) -> Result<::reqwest::Request, TransportError> {
        let mut encoded = ::reqwest::Request::new(request.method, request.url);
        *encoded.headers_mut() = Arc::unwrap_or_clone(request.headers);
        match request.body {
            Body::Empty if !request.progress.is_watched() => return Ok(encoded),
            Body::Empty => *encoded.body_mut() = Some(::reqwest::Body::default()),
            Body::Bytes(bytes) => *encoded.body_mut() = Some(bytes.into()),
            Body::Multipart(form) => {
                let builder = ::reqwest::RequestBuilder::from_parts(self.http.clone(), encoded);
                encoded = builder.multipart(encode_form(form)?).build().map_err(not_encoded)?;
            }
        }
        let body = encoded.body_mut().take();
        *encoded.body_mut() = body.map(|body| tracked(body, request.progress));
        Ok(encoded)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(self.exchange(request))
    }
}

fn encode_form(form: Form) -> Result<multipart::Form, TransportError> {
    let mut encoded = multipart::Form::new();
    for (name, part) in form.into_parts() {
        let mut made = multipart::Part::stream(part.data);
        if let Some(file_name) = part.file_name {
            made = made.file_name(file_name);
        }
        if let Some(content_type) = part.content_type {
            made = made.mime_str(&content_type).map_err(not_encoded)?;
        }
        encoded = encoded.part(name, made);
    }
    Ok(encoded)
}

/// Pings only help where the peer's HTTP/2 is what hangs; without them its silence takes every call on the connection with it.
#[cfg(feature = "http2")]
fn pinged(http: ClientBuilder) -> ClientBuilder {
    http.http2_keep_alive_interval(PING).http2_keep_alive_timeout(PING)
}

#[cfg(not(feature = "http2"))]
fn pinged(http: ClientBuilder) -> ClientBuilder {
    http
}

fn not_encoded(error: ::reqwest::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Request, "").with_source(error.without_url())
}

fn not_answered(error: ::reqwest::Error, progress: &Progress) -> TransportError {
    if error.is_builder() {
        return not_encoded(error);
    }
    let (kind, message) = if error.is_connect() || progress.is_unsent() || was_not_processed(&error) {
        (TransportErrorKind::Connect, "the request was not sent")
    } else if error.is_timeout() {
        (TransportErrorKind::Timeout, "no response in time")
    } else {
        (TransportErrorKind::Network, "the request was sent, but no response arrived")
    };
    TransportError::new(kind, message).with_source(error.without_url())
}

/// Reads the whole body, or as much of it as there is.
async fn read(mut response: Response, limit: usize) -> Result<RawResponse, TransportError> {
    let announced = response.content_length().unwrap_or(0);
    let mut body = Frames { announced, ..Frames::default() };
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    let failure = loop {
        if announced > limit as u64 {
            break Some(too_large(limit));
        }
        match response.chunk().await {
            Ok(Some(frame)) if frame.len() <= limit - body.len() => body.push(frame, limit),
            Ok(Some(_)) => break Some(too_large(limit)),
            Ok(None) => break None,
            Err(error) => break Some(broken_off(error)),
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

/// Whether the server has said, in HTTP/2, that it did not process the request. h2 fails a stream with the peer's GOAWAY only if the
/// stream's id is above the last one that the frame names; the frame's code does not matter (RFC 9113, section 6.8).
#[cfg(feature = "http2")]
fn was_not_processed(error: &::reqwest::Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes.filter_map(|cause| cause.downcast_ref::<h2::Error>()).any(|error| {
        let was_refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        error.is_remote() && (was_refused || error.is_go_away())
    })
}

#[cfg(not(feature = "http2"))]
fn was_not_processed(_: &::reqwest::Error) -> bool {
    false
}

fn broken_off(error: ::reqwest::Error) -> TransportError {
    let (kind, message) = match error.is_timeout() {
        true => (TransportErrorKind::Timeout, "the response did not end in time"),
        false => (TransportErrorKind::Network, "the response broke off"),
    };
    TransportError::new(kind, message).with_source(error.without_url())
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
