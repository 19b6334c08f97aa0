//! The default transport.

use std::fmt;
use std::sync::{Arc, OnceLock};

use ::reqwest::{Client, ClientBuilder, Response, Url, multipart, redirect, retry};
use bytes::Bytes;
use http::Uri;
use http::uri::{Authority, Scheme};

#[cfg(feature = "http2")]
use super::PING;
use super::receive::{self, Incoming};
use super::tracked::Tracked;
use super::{RawResponse, Transport, TransportError, TransportFuture, absolute};
use crate::request::multipart::Form;
use crate::request::{Body, Progress, Request};

/// Sends requests with a [`reqwest::Client`](Client).
#[derive(Clone)]
pub struct ReqwestTransport {
    http: Client,
    /// Where the first request went, since most go there.
    origin: OnceLock<Origin>,
}

/// A server, with a URL that others are made from: to parse each one whole would cost more.
#[derive(Clone)]
struct Origin {
    scheme: Scheme,
    authority: String,
    url: Url,
}

/// As long as most paths, so that a copy has room for one.
const ROOM: &str = "/----------------------------------------------------------------";

impl Origin {
    fn new(scheme: &Scheme, authority: &Authority, url: &Url) -> Self {
        let mut url = url.clone();
        url.set_query(None);
        url.set_path(ROOM);
        Self { scheme: scheme.clone(), authority: authority.to_string(), url }
    }
}

impl ReqwestTransport {
    /// Uses an HTTP client of your own, with its pool, TLS, proxies and resolver.
    ///
    /// Build it from [`http_builder`](Self::http_builder): a client that follows redirects would repeat a write elsewhere, one that
    /// retries would make attempts that nobody counts.
    #[must_use]
    pub fn new(http: Client) -> Self {
        Self { http, origin: OnceLock::new() }
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
        let mut response = self.http.execute(encoded).await.map_err(|error| not_answered(error, &progress))?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        receive::read(status, headers, response.content_length(), response, limit).await
    }

    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let is_there = |origin: &Origin| {
            uri.scheme() == Some(&origin.scheme) && uri.authority().map(Authority::as_str) == Some(&origin.authority)
        };
        let Some(origin) = self.origin.get().filter(|origin| is_there(origin)) else {
            let url = Url::parse(&absolute(uri)?.to_string()).map_err(receive::not_encoded)?;
            if let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) {
                self.origin.get_or_init(|| Origin::new(scheme, authority, &url));
            }
            return Ok(url);
        };
        let mut url = origin.url.clone();
        url.set_path(uri.path());
        if uri.query().is_some() {
            url.set_query(uri.query());
        }
        Ok(url)
    }

    fn encode(&self, request: Request) -> Result<::reqwest::Request, TransportError> {
        let url = self.url(&request.uri)?;
        let mut encoded = ::reqwest::Request::new(request.method, url);
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
        *encoded.body_mut() = body.map(|body| ::reqwest::Body::wrap(Tracked::new(body, request.progress)));
        Ok(encoded)
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").field("http", &self.http).finish_non_exhaustive()
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(self.exchange(request))
    }
}

/// The form as reqwest encodes it.
pub(super) fn encode_form(form: Form) -> Result<multipart::Form, TransportError> {
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
    receive::not_encoded(error.without_url())
}

fn not_answered(error: ::reqwest::Error, progress: &Progress) -> TransportError {
    if error.is_builder() {
        return not_encoded(error);
    }
    receive::not_answered(error.is_connect(), error.is_timeout(), error.without_url(), progress)
}

impl Incoming for Response {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        self.chunk().await.map_err(|error| receive::broken_off(error.is_timeout(), error.without_url()))
    }
}
