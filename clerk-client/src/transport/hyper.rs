//! A transport without the layers of reqwest.

mod connect;
mod proxies;

use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use ::hyper::body::{Body as _, Incoming};
use ::hyper::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, PROXY_AUTHORIZATION};
use bytes::Bytes;
use futures_util::{FutureExt as _, TryStreamExt as _};
use http_body_util::{BodyDataStream, Full};
use hyper_util::client::legacy::{self, Client};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use self::connect::{Connector, Settings};
use self::proxies::Proxies;
#[cfg(feature = "http2")]
use super::PING;
use super::receive::{self, not_encoded};
use super::reqwest::encode_form;
use super::tracked::Tracked;
use super::{Transport, TransportError, TransportErrorKind, TransportFuture, absolute};
use crate::request::multipart::Form;
use crate::request::{Body, Progress, Request};

/// Sends requests with hyper, without the layers of reqwest: a call takes fewer instructions and allocations.
///
/// It behaves as the default transport does: HTTP/2 where the server offers it, TLS with the platform's certificate verifier, the
/// proxies of the environment, no redirects, no retries. TLS is always that of rustls, with the provider that the program has installed
/// or else that of the feature `rustls`; client certificates and SOCKS proxies are left to reqwest. Its own settings apply instead of
/// [`ClientBuilder`](crate::ClientBuilder)'s connect timeout and proxy.
///
/// # Examples
/// ```
/// use clerk_client::Client;
/// use clerk_client::transport::HyperTransport;
///
/// let transport = HyperTransport::new()?;
/// let client = Client::builder("sk_test_1").transport(transport).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct HyperTransport {
    settings: Settings,
    http: Client<Connector, Tracked<Full<Bytes>>>,
}

impl HyperTransport {
    /// Creates a transport with the default settings.
    ///
    /// # Errors
    /// There is no crypto provider, or the platform's certificates cannot be used.
    pub fn new() -> io::Result<Self> {
        Ok(Self::with(Settings::new()?))
    }

    /// Sets how long DNS, TCP, the proxy and TLS may take together. Default: 3 s.
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        Self::with(Settings { timeout, ..self.settings })
    }

    /// Sets a proxy for all requests, with the user name and password that its URL may have. Default: the environment's (`HTTPS_PROXY`,
    /// …); none if the base URL is on this machine.
    ///
    /// # Errors
    /// The URL is neither `http` nor `https`.
    pub fn proxy(self, url: &str) -> io::Result<Self> {
        Ok(Self::with(Settings { proxies: Arc::new(Proxies::all(url)?), ..self.settings }))
    }

    /// Uses no proxy, not even the environment's.
    pub fn no_proxy(self) -> Self {
        Self::with(Settings { proxies: Arc::default(), ..self.settings })
    }

    /// Uses HTTP/2 only, also without TLS, for a server that is known to have it.
    #[cfg(feature = "http2")]
    pub fn http2_prior_knowledge(self) -> Self {
        Self::with(Settings { http2_only: true, ..self.settings })
    }

    fn with(settings: Settings) -> Self {
        // A request of which nothing was written when its connection closed is sent on another one; hyper returns no other.
        let mut http = Client::builder(TokioExecutor::new());
        http.timer(TokioTimer::new()).pool_timer(TokioTimer::new());
        #[cfg(feature = "http2")]
        http.http2_only(settings.http2_only).http2_keep_alive_interval(PING).http2_keep_alive_timeout(PING);
        Self { http: http.build(Connector::new(settings.clone())), settings }
    }

    fn encode(&self, request: Request) -> Result<::hyper::Request<Tracked<Full<Bytes>>>, TransportError> {
        let uri = absolute(&request.uri)?.clone();
        let mut headers = Arc::unwrap_or_clone(request.headers);
        let body = match request.body {
            Body::Empty => Bytes::new(),
            Body::Bytes(bytes) => bytes,
            Body::Multipart(form) => {
                let (content_type, body) = encode_multipart(form)?;
                headers.extend([(CONTENT_TYPE, content_type), (CONTENT_LENGTH, body.len().into())]);
                body
            }
        };
        if let Some(authorization) = self.settings.proxies.authorization(&uri) {
            headers.entry(PROXY_AUTHORIZATION).or_insert(authorization);
        }
        let mut encoded = ::hyper::Request::new(Tracked::new(Full::new(body), request.progress));
        (*encoded.method_mut(), *encoded.uri_mut(), *encoded.headers_mut()) = (request.method, uri, headers);
        Ok(encoded)
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        let (limit, progress) = (request.max_response_bytes, request.progress.clone());
        let sent = self.encode(request).map(|request| self.http.request(request));
        Box::pin(async move {
            let response = sent?.await.map_err(|error| not_answered(error, &progress))?;
            let (head, body) = response.into_parts();
            let announced = body.size_hint().exact();
            receive::read(head.status, head.headers, announced, BodyDataStream::new(body), limit).await
        })
    }
}

/// The content type and the body, as reqwest makes them; nothing is waited for, since all parts are in memory.
fn encode_multipart(form: Form) -> Result<(HeaderValue, Bytes), TransportError> {
    let form = encode_form(form)?;
    let content_type = format!("multipart/form-data; boundary={}", form.boundary()).try_into().map_err(not_encoded)?;
    let body = form.into_stream().try_collect::<Vec<_>>().now_or_never();
    let body = body.ok_or_else(|| TransportError::new(TransportErrorKind::Request, "a part is not in memory"))?;
    Ok((content_type, body.map_err(not_encoded)?.concat().into()))
}

fn not_answered(error: legacy::Error, progress: &Progress) -> TransportError {
    receive::not_answered(error.is_connect(), is_timeout(&error), error, progress)
}

fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    std::iter::successors(Some(error), |&cause| cause.source()).any(|cause| {
        cause.downcast_ref::<::hyper::Error>().is_some_and(::hyper::Error::is_timeout)
            || cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::TimedOut)
    })
}

impl receive::Incoming for BodyDataStream<Incoming> {
    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        self.try_next().await.map_err(|error| receive::broken_off(is_timeout(&error), error))
    }
}
