//! What happens to every request around its operation: journal, faults, key, version, limits, trace id.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::Operation;
use crate::app::{App, Call};
use crate::faults::Fault;
use crate::journal::{Received, without_key};
use crate::problem::Problem;
use crate::query::Query;
use crate::version;

/// The most bytes of any body: an image of the largest size, with its multipart wrapping.
pub(crate) const MAX_BODY: usize = 12 * 1024 * 1024;

pub(crate) async fn gate(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let body = read(body).await;
    let matched = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let template = matched.as_deref().and_then(|path| path.strip_prefix("/v1"));
    let operation = template.and_then(|path| Operation::at(&parts.method, path));
    let now = app.clock.now();
    app.journal.receive(|| Received {
        operation,
        method: parts.method.clone(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().map(str::to_owned),
        headers: without_key(&parts.headers),
        body: body.as_ref().cloned().unwrap_or_default(),
        at: now,
    });
    let fault = app.faults.take(operation, &app.random);
    let path = parts.uri.path().to_owned();
    let log = app.settings.log.then(|| format!("{} {path}", parts.method));
    let reply = if fault.as_ref().is_none_or(Fault::lets_operation_run) {
        let query = Arc::new(Query::read(parts.uri.query()));
        match admit(&app, &parts.headers, query, operation, &path, now) {
            Err(problem) => problem.into_response(),
            Ok(call) => match body {
                Err(problem) => problem.into_response(),
                Ok(bytes) => {
                    parts.extensions.insert(call);
                    next.run(Request::from_parts(parts, Body::from(bytes))).await
                }
            },
        }
    } else {
        Problem::internal().into_response()
    };
    let reply = sign(reply, &app.random.trace_id());
    let reply = match fault {
        Some(fault) => fault.apply(reply).await,
        None => reply,
    };
    if let Some(line) = log {
        crate::log::request(&line, &reply);
    }
    reply
}

async fn read(body: Body) -> Result<Bytes, Problem> {
    match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Problem::body_too_large(MAX_BODY)),
        Err(_) => Err(Problem::bad_body("The request body could not be read.")),
    }
}

fn admit(
    app: &Arc<App>,
    headers: &HeaderMap,
    query: Arc<Query>,
    operation: Option<Operation>,
    path: &str,
    now: i64,
) -> Result<Call, Problem> {
    let key = authenticate(app, headers)?;
    let version = version::asked_for(headers, &query, app.settings.default_version)?;
    if let (Some(limits), Some(operation)) = (app.settings.rate_limits, operation) {
        let user_id = path.split('/').nth(3);
        app.limiter.admit(limits, key, operation, user_id, now)?;
    }
    Ok(Call { app: Arc::clone(app), version, now, query })
}

fn authenticate<'a>(app: &'a App, headers: &HeaderMap) -> Result<&'a str, Problem> {
    let header = headers.get(header::AUTHORIZATION).ok_or_else(Problem::malformed_authorization)?;
    let key = header.to_str().ok().and_then(|text| text.strip_prefix("Bearer "));
    let key = key.filter(|key| !key.is_empty()).ok_or_else(Problem::malformed_authorization)?;
    let known = app.settings.secret_keys.iter().find(|known| *known == key);
    known.map(String::as_str).ok_or_else(Problem::wrong_key)
}

/// Writes the body of a refusal, and the headers that every reply has.
fn sign(mut reply: Response, trace_id: &str) -> Response {
    if let Some(problem) = reply.extensions_mut().remove::<Problem>() {
        reply = problem.reply(trace_id);
    }
    if let Ok(value) = HeaderValue::from_str(trace_id) {
        reply.headers_mut().insert("clerk-trace-id", value);
    }
    if let Ok(value) = HeaderValue::from_str(trace_id.get(..16).unwrap_or(trace_id)) {
        reply.headers_mut().insert("cf-ray", value);
    }
    reply
}
