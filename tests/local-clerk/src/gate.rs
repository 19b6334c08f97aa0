//! What happens to every request around its operation: journal, faults, key, version, limits, trace id.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::request::Parts;
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
    let arrival = Arrival::read(&app, request).await;
    let fault = app.faults.take(arrival.operation, &app.random);
    let log = app.settings.log.then(|| arrival.line());
    let reply = if fault.as_ref().is_none_or(Fault::lets_operation_run) {
        let reply = arrival.answer(&app, next).await.unwrap_or_else(Problem::into_response);
        sign(reply, &app.random.trace_id())
    } else {
        Response::default()
    };
    let reply = match fault {
        Some(fault) => fault.apply(reply).await,
        None => reply,
    };
    if let Some(line) = log {
        crate::log::request(&line, &reply);
    }
    reply
}

/// A request that has arrived with all of its body.
struct Arrival {
    parts: Parts,
    body: Result<Bytes, Problem>,
    operation: Option<Operation>,
    now: i64,
}

impl Arrival {
    async fn read(app: &App, request: Request) -> Self {
        let (parts, body) = request.into_parts();
        let matched = parts.extensions.get::<MatchedPath>().and_then(|path| path.as_str().strip_prefix("/v1"));
        let operation = matched.and_then(|path| Operation::at(&parts.method, path));
        let arrival = Self { body: read(body).await, operation, now: app.clock.now(), parts };
        app.journal.receive(|| arrival.received());
        arrival
    }

    fn received(&self) -> Received {
        Received {
            operation: self.operation,
            method: self.parts.method.clone(),
            path: self.parts.uri.path().to_owned(),
            query: self.parts.uri.query().map(str::to_owned),
            headers: without_key(&self.parts.headers),
            body: self.body.as_ref().cloned().unwrap_or_default(),
            at: self.now,
        }
    }

    fn line(&self) -> String {
        format!("{} {}", self.parts.method, self.parts.uri.path())
    }

    async fn answer(mut self, app: &Arc<App>, next: Next) -> Result<Response, Problem> {
        let call = self.admit(app)?;
        self.parts.extensions.insert(call);
        Ok(next.run(Request::from_parts(self.parts, Body::from(self.body?))).await)
    }

    fn admit(&self, app: &Arc<App>) -> Result<Call, Problem> {
        let headers = &self.parts.headers;
        let key = authenticate(app, headers)?;
        let query = Query::read(self.parts.uri.query());
        let version = version::asked_for(headers, &query, app.settings.default_version)?;
        if let (Some(limits), Some(operation)) = (app.settings.rate_limits, self.operation) {
            let user_id = self.parts.uri.path().split('/').nth(3);
            app.limiter.admit(limits, key, operation, user_id, self.now)?;
        }
        Ok(Call { app: Arc::clone(app), version, now: self.now, query: Arc::new(query) })
    }
}

async fn read(body: Body) -> Result<Bytes, Problem> {
    match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Problem::body_too_large(MAX_BODY)),
        Err(_) => Err(Problem::bad_body("The request body could not be read.")),
    }
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
