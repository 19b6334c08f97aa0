//! What happens to every request: journal, faults, key, version, limits, the operation itself, trace id.

use std::sync::Arc;

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;

use super::{Break, Response, full, guard};
use crate::app::App;
use crate::control;
use crate::input::Query;
use crate::instance::{Context, Instance};
use crate::journal::{Received, without_key};
use crate::operations::{self, DEFAULT_IMAGE, Endpoint, Found, find};
use crate::problem::Problem;
use crate::resources::Image;
use crate::responses::Scripted;
use crate::version;

/// The most bytes of a request's body: an image of the largest size, with its multipart wrapping.
const MAX_BODY: usize = 12 * 1024 * 1024;
/// The most bytes of a seed file or an export.
const MAX_IMPORT: usize = 1024 * 1024 * 1024;

pub(super) async fn answer(app: &Arc<App>, request: Request<Incoming>) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let preflight = guard::preflight(request.method(), request.headers(), &app.options.allowed_hosts);
    let mut response = match preflight {
        Some(response) => response,
        None => route(app, request).await,
    };
    guard::allow(&mut response, origin, &app.options.allowed_hosts);
    response
}

async fn route(app: &Arc<App>, request: Request<Incoming>) -> Response {
    let path = request.uri().path();
    if path == "/v1" || path.starts_with("/v1/") {
        return api(app, request).await;
    }
    match path {
        "/" | "/health" => json(StatusCode::OK, r#"{"status":"ok"}"#),
        _ if path.starts_with("/images/") => image(app, path.trim_start_matches("/images/")),
        _ if path.starts_with("/_local/") && app.options.control => steer(app, request).await,
        _ => refusal(&Problem::not_found("There is nothing at this path."), "0"),
    }
}

pub(crate) fn json(status: StatusCode, body: impl Into<Bytes>) -> Response {
    let mut response = Response::new(full(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn refusal(problem: &Problem, trace_id: &str) -> Response {
    let mut response = json(problem.status, problem.body(trace_id));
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Where `image_url` points; open to everyone, like Clerk's image host.
fn image(app: &App, id: &str) -> Response {
    let of = |content_type: &str, bytes: Bytes| {
        let mut response = Response::new(full(bytes));
        let content_type = HeaderValue::from_str(content_type).ok();
        content_type.and_then(|value| response.headers_mut().insert(header::CONTENT_TYPE, value));
        response
    };
    if id == "default" {
        return of("image/svg+xml", Bytes::from_static(DEFAULT_IMAGE.as_bytes()));
    }
    let images = app.instances();
    match images.iter().find_map(|instance| instance.read(|store| store.find::<Image>(id).cloned())) {
        Some(image) => of(&image.content_type, image.bytes.clone()),
        None => refusal(&Problem::missing("image_not_found", "There is no such image."), "0"),
    }
}

/// A test's own requests: not journaled, not broken, and only from this machine's pages.
async fn steer(app: &Arc<App>, request: Request<Incoming>) -> Response {
    if !guard::is_trusted(request.headers(), &app.options.allowed_hosts) {
        let text = "Pages and names of other machines may not steer this one; --allow-host lets a name in.";
        return json(StatusCode::FORBIDDEN, serde_json::json!({ "error": text }).to_string());
    }
    let (parts, body) = request.into_parts();
    match read(body, MAX_IMPORT).await {
        Err(problem) => refusal(&problem, "0"),
        Ok(body) => {
            let app = Arc::clone(app);
            // Seeds, exports and journals may be large.
            let done = tokio::task::spawn_blocking(move || control::answer(&app, &parts, &body)).await;
            done.unwrap_or_else(|_| refusal(&Problem::internal(), "0"))
        }
    }
}

async fn read(body: Incoming, most: usize) -> Result<Bytes, Problem> {
    match Limited::new(body, most).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Problem::body_too_large(most)),
        Err(_) => Err(Problem::bad_body("The request body could not be read.")),
    }
}

async fn api(app: &Arc<App>, request: Request<Incoming>) -> Response {
    let (parts, body) = request.into_parts();
    let body = read(body, MAX_BODY).await;
    let arrival = Arrival::new(app, parts, body);
    let instance = Arc::clone(&arrival.instance);
    let fault = instance.faults.take(&arrival.received, &instance.random);
    let line = app.log.as_ref().map(|_| format!("{} {}", arrival.received.method, arrival.received.path));
    let mut response = Response::new(full(Bytes::new()));
    if fault.as_ref().is_none_or(|fault| fault.lets_operation_run()) {
        let trace_id = instance.random.trace_id();
        let answered = arrival.answer(app).await;
        response = sign(answered.unwrap_or_else(|problem| refusal(&problem, &trace_id)), &trace_id);
    }
    let latency = instance.settings().latency();
    if !latency.is_zero() {
        tokio::time::sleep(latency).await;
    }
    if let Some(fault) = fault {
        response = fault.apply(response).await;
    }
    if let (Some(log), Some(line)) = (&app.log, line) {
        let is_broken = response.extensions().get::<Break>().is_some();
        let how = if is_broken { "broken connection".to_owned() } else { response.status().as_u16().to_string() };
        log.line(format!("{line} -> {how}"));
    }
    response
}

/// A request that has arrived with all of its body.
struct Arrival {
    parts: Parts,
    body: Result<Bytes, Problem>,
    received: Received,
    found: Found,
    scripted: Option<Scripted>,
    instance: Arc<Instance>,
    /// The key, if it is one that is let in.
    key: Result<String, Problem>,
    now: i64,
}

impl Arrival {
    fn new(app: &App, parts: Parts, body: Result<Bytes, Problem>) -> Self {
        let key = app.authenticate(&parts.headers);
        let instance = app.instance(key.as_ref().ok().map(String::as_str));
        let path = parts.uri.path().strip_prefix("/v1").unwrap_or_default();
        let found = find(&parts.method, path);
        let scripted = key.is_ok().then(|| instance.responses.find(&parts.method, path)).flatten();
        let operation = match &found {
            Found::Operation(operation, _) => Some(*operation),
            Found::OtherMethods | Found::Nothing => None,
        };
        let now = instance.clock.now();
        let received = Received {
            operation,
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().map(str::to_owned),
            headers: without_key(&parts.headers),
            body: body.as_ref().cloned().unwrap_or_default(),
            at: now,
            is_unexpected: scripted.is_none() && operation.is_none_or(|operation| !operation.is_emulated()),
        };
        instance.journal.receive(|| received.clone());
        Self { parts, body, received, found, scripted, instance, key, now }
    }

    async fn answer(self, app: &App) -> Result<Response, Problem> {
        let key = self.key?;
        let query = Query::read(self.parts.uri.query());
        let settings = self.instance.settings();
        let version = version::asked_for(&self.parts.headers, &query, settings.default_api_version)?;
        let ids = match self.found {
            Found::Operation(operation, ids) => {
                if let Some(limits) = settings.rate_limits {
                    let user = ids.first().map(String::as_str);
                    self.instance.limiter.admit(limits, &key, operation, user, self.now)?;
                }
                Ok((operation, ids))
            }
            Found::OtherMethods => Err(Problem::method_not_allowed()),
            Found::Nothing => Err(Problem::not_found("There is nothing at this path.")),
        };
        if let Some(scripted) = self.scripted {
            return Ok(scripted.response());
        }
        let (operation, ids) = ids?;
        let endpoint = operation.endpoint().ok_or_else(|| Problem::not_emulated(operation))?;
        let origin = app.origin_of(&self.parts.headers);
        let context = Context { instance: self.instance, settings, version, now: self.now, origin, is_request: true };
        let headers = self.parts.headers;
        run(app, endpoint, context, operations::Request { ids, query, headers, body: self.body? }).await
    }
}

/// Runs an operation here, or on a thread where it keeps nobody waiting. There are as many of those as there are processors.
async fn run(
    app: &App,
    endpoint: &'static Endpoint,
    context: Context,
    request: operations::Request,
) -> Result<Response, Problem> {
    let shown = if endpoint.is_slow(&request) {
        let permit = Arc::clone(&app.slow).acquire_owned().await.map_err(|_| Problem::internal())?;
        let slowly = tokio::task::spawn_blocking(move || {
            let shown = endpoint.run(&context, &request);
            drop(permit);
            shown
        });
        slowly.await.map_err(|_| Problem::internal())?
    } else {
        endpoint.run(&context, &request)
    };
    Ok(json(StatusCode::OK, shown?.0))
}

/// The headers that every response has.
fn sign(mut response: Response, trace_id: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(trace_id) {
        response.headers_mut().insert("clerk-trace-id", value);
    }
    if let Ok(value) = HeaderValue::from_str(trace_id.get(..16).unwrap_or(trace_id)) {
        response.headers_mut().insert("cf-ray", value);
    }
    response
}
