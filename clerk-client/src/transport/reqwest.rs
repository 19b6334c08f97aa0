//! The default transport.

use ::reqwest::{Client, ClientBuilder, Response, multipart, redirect, retry};
use bytes::{Bytes, BytesMut};

use super::{RawResponse, Transport, TransportError, TransportErrorKind, TransportFuture};
use crate::request::multipart::Form;
use crate::request::{Body, Request};

/// Sends requests with a [`reqwest::Client`](Client).
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    http: Client,
}

impl ReqwestTransport {
    /// Uses a client of your own: its pool, TLS, proxies and resolver.
    ///
    /// It should not follow redirects, since they would carry a write to where nobody sent it, and send nothing again by itself,
    /// since attempts are counted here: [`http_builder`](Self::http_builder) is where to start.
    #[must_use]
    pub fn new(http: Client) -> Self {
        Self { http }
    }

    /// Where an HTTP client of your own may start: it follows no redirect, repeats nothing by itself, sends no `Referer`, and asks
    /// for no compressed replies, whatever features of reqwest the rest of the program turns on.
    pub fn http_builder() -> ClientBuilder {
        Client::builder()
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
    }

    async fn exchange(&self, request: Request) -> Result<RawResponse, TransportError> {
        let limit = request.response_limit;
        let response = self.http.execute(self.encode(request)?).await.map_err(not_answered)?;
        read(response, limit).await
    }

    fn encode(&self, request: Request) -> Result<::reqwest::Request, TransportError> {
        let mut encoded = ::reqwest::Request::new(request.method, request.url);
        *encoded.headers_mut() = request.headers;
        match request.body {
            Body::Empty => Ok(encoded),
            Body::Bytes(bytes) => {
                *encoded.body_mut() = Some(bytes.into());
                Ok(encoded)
            }
            Body::Multipart(form) => ::reqwest::RequestBuilder::from_parts(self.http.clone(), encoded)
                .multipart(encode_form(form)?)
                .build()
                .map_err(never_sent),
        }
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
            made = made.mime_str(&content_type).map_err(never_sent)?;
        }
        encoded = encoded.part(name, made);
    }
    Ok(encoded)
}

fn never_sent(error: ::reqwest::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Connect, "the request never left").source(error.without_url())
}

fn not_answered(error: ::reqwest::Error) -> TransportError {
    if error.is_connect() || error.is_builder() || was_turned_away(&error) {
        return never_sent(error);
    }
    let (kind, message) = match error.is_timeout() {
        true => (TransportErrorKind::Timeout, "no reply in time"),
        false => (TransportErrorKind::Network, "the request was sent, but no reply came"),
    };
    TransportError::new(kind, message).source(error.without_url())
}

/// Reads the whole body, or as much of it as there is.
async fn read(mut response: Response, limit: usize) -> Result<RawResponse, TransportError> {
    let mut body = Frames { announced: response.content_length().unwrap_or(0), ..Frames::default() };
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    let failure = loop {
        match response.chunk().await {
            Ok(Some(frame)) if frame.len() <= limit - body.len() => body.push(frame, limit),
            Ok(Some(_)) => break Some(too_large(limit)),
            Ok(None) => break None,
            Err(error) => break Some(broken_off(error)),
        }
    };
    let reply = RawResponse { status, headers, body: body.into_bytes() };
    match failure {
        None => Ok(reply),
        Some(error) => Err(error.partial(reply)),
    }
}

fn too_large(limit: usize) -> TransportError {
    TransportError::new(TransportErrorKind::TooLarge, format!("the body is larger than the limit of {limit} bytes"))
}

/// Whether the server has said, in HTTP/2, that it did not look at the request: it may be sent again whatever it does.
#[cfg(feature = "http2")]
fn was_turned_away(error: &::reqwest::Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes.filter_map(|cause| cause.downcast_ref::<h2::Error>()).any(|error| {
        let refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
        let leaving = error.is_go_away() && error.reason() == Some(h2::Reason::NO_ERROR);
        error.is_remote() && (refused || leaving)
    })
}

#[cfg(not(feature = "http2"))]
fn was_turned_away(_: &::reqwest::Error) -> bool {
    false
}

fn broken_off(error: ::reqwest::Error) -> TransportError {
    let (kind, message) = match error.is_timeout() {
        true => (TransportErrorKind::Timeout, "the reply did not end in time"),
        false => (TransportErrorKind::Network, "the reply broke off"),
    };
    TransportError::new(kind, message).source(error.without_url())
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
