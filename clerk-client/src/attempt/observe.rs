//! What can be seen of a call from outside: a span, an event for each attempt, and the hook. Never ids, bodies or the key.

use std::sync::Arc;
use std::time::Duration;

use reqwest::StatusCode;
use tracing::{Level, Span, field};

use super::{Pending, RetryReason};
use crate::error::Error;
use crate::request::Endpoint;
use crate::transport::RawResponse;

/// What [`ClientBuilder::on_retry`](crate::ClientBuilder::on_retry) is called with.
pub(crate) type OnRetry = Arc<dyn Fn(&RetryEvent<'_>) + Send + Sync>;

/// A call is about to be sent again.
#[derive(Debug)]
#[non_exhaustive]
pub struct RetryEvent<'a> {
    /// What is called.
    pub endpoint: &'static Endpoint,
    /// How often it has been sent so far; 1 the first time.
    pub attempts: u32,
    /// Why it is sent again.
    pub reason: RetryReason,
    /// How long the call waits before.
    pub wait: Duration,
    /// How the last attempt ended.
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
        server.address = call.request.url.host_str(),
        server.port = call.request.url.port_or_known_default(),
        http.response.status_code = field::Empty,
        http.request.resend_count = field::Empty,
        error.type = field::Empty,
        otel.status_code = field::Empty,
    )
}

/// One attempt was answered with 2xx, and the call is over.
pub(super) fn succeeded(span: &Span, attempts: u32, reply: &RawResponse) {
    tracing::event!(
        target: "clerk_client",
        Level::DEBUG,
        http.request.resend_count = attempts.saturating_sub(1),
        http.response.status_code = reply.status.as_u16(),
        "attempt succeeded"
    );
    if !span.is_disabled() {
        span.record("http.response.status_code", reply.status.as_u16());
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
        clerk.retry.wait_ms = wait.map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)),
        "attempt failed"
    );
}

/// The call is over, without success.
pub(super) fn gave_up(span: &Span, attempts: u32, error: &Error) {
    if span.is_disabled() {
        return;
    }
    span.record("http.response.status_code", error.status().map(|status| status.as_u16()));
    span.record("http.request.resend_count", attempts.saturating_sub(1));
    span.record("error.type", error_type(error).as_str());
    span.record("otel.status_code", "ERROR");
}

/// The status where there is one, else the kind of the error.
fn error_type(error: &Error) -> String {
    let status = error.status().filter(|status| !StatusCode::is_success(status));
    status.map_or_else(|| format!("{:?}", error.kind()).to_lowercase(), |status| status.as_str().to_owned())
}
