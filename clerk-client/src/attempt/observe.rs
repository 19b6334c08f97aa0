//! What can be observed of a call: a span, an event for each attempt, and the hook. Never ids, bodies or the key.

use std::sync::Arc;
use std::time::Duration;

use http::uri::Scheme;
use http::{StatusCode, Uri};
use tracing::{Level, Span, field};

use super::{Pending, RetryReason};
use crate::error::Error;
use crate::request::Endpoint;
use crate::transport::RawResponse;

/// What [`ClientBuilder::on_retry`](crate::ClientBuilder::on_retry) is called with.
pub(crate) type OnRetry = Arc<dyn Fn(&RetryEvent<'_>) + Send + Sync>;

/// A call is about to be retried; passed to the hook of [`ClientBuilder::on_retry`](crate::ClientBuilder::on_retry).
#[derive(Debug)]
#[non_exhaustive]
pub struct RetryEvent<'a> {
    /// The endpoint of the call.
    pub endpoint: &'static Endpoint,
    /// The number of attempts made so far, starting at 1.
    pub attempts: u32,
    /// Why the call is retried.
    pub reason: RetryReason,
    /// The delay before the retry; after a 429 it can be longer, if others wait for the same endpoint.
    pub wait: Duration,
    /// The error of the last attempt.
    pub error: &'a Error,
}

/// The span of a call. Its names are those of OpenTelemetry's conventions for HTTP clients.
pub(super) fn span(call: &Pending) -> Span {
    let endpoint = call.request.endpoint;
    tracing::span!(
        target: "clerk_client",
        Level::INFO,
        "clerk_call",
        otel.kind = "client",
        otel.name = format_args!("{} {}", endpoint.method, endpoint.path),
        clerk.api = endpoint.api,
        clerk.endpoint = endpoint.name,
        http.request.method = endpoint.method.as_str(),
        url.template = endpoint.path,
        server.address = call.request.uri.host(),
        server.port = port(&call.request.uri),
        http.response.status_code = field::Empty,
        http.request.resend_count = field::Empty,
        clerk.admission.wait_ms = field::Empty,
        error.type = field::Empty,
        otel.status_code = field::Empty,
    )
}

/// The port of a URI that is https or http.
fn port(uri: &Uri) -> u16 {
    let usual = if uri.scheme() == Some(&Scheme::HTTP) { 80 } else { 443 };
    uri.port_u16().unwrap_or(usual)
}

/// The call has waited for the admission of an attempt.
pub(super) fn waited(span: &Span, attempts: u32, wait: Duration, total: Duration) {
    tracing::event!(
        target: "clerk_client",
        Level::DEBUG,
        http.request.resend_count = attempts,
        clerk.admission.wait_ms = milliseconds(wait),
        "waited for admission"
    );
    span.record("clerk.admission.wait_ms", milliseconds(total));
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// One attempt was answered with 2xx, and the call is over.
pub(super) fn succeeded(span: &Span, attempts: u32, response: &RawResponse) {
    tracing::event!(
        target: "clerk_client",
        Level::DEBUG,
        http.request.resend_count = attempts.saturating_sub(1),
        http.response.status_code = response.status.as_u16(),
        "attempt succeeded"
    );
    if !span.is_disabled() {
        span.record("http.response.status_code", response.status.as_u16());
        span.record("http.request.resend_count", attempts.saturating_sub(1));
    }
}

/// One attempt failed; `next` says why and after which wait another one follows.
pub(super) fn failed(attempts: u32, error: &Error, next: Option<(RetryReason, Duration)>) {
    let (reason, wait) = next.unzip();
    tracing::event!(
        target: "clerk_client",
        Level::DEBUG,
        http.request.resend_count = attempts.saturating_sub(1),
        http.response.status_code = error.status().map(|status| status.as_u16()),
        error.type = error_type(error).as_str(),
        clerk.retry.reason = reason.map(RetryReason::as_str),
        clerk.retry.wait_ms = wait.map(milliseconds),
        "attempt failed"
    );
}

/// The call is over, without success.
pub(super) fn gave_up(span: &Span, attempts: u32, error: &Error) {
    if span.is_disabled() {
        return;
    }
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status.as_u16());
    }
    span.record("http.request.resend_count", attempts.saturating_sub(1));
    span.record("error.type", error_type(error).as_str());
    span.record("otel.status_code", "ERROR");
}

/// The status where there is one, else the kind of the error.
fn error_type(error: &Error) -> String {
    let status = error.status().filter(|status| !StatusCode::is_success(status));
    status.map_or_else(|| error.kind().as_str().to_owned(), |status| status.as_str().to_owned())
}
