use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode, header};
use http_body_util::{BodyExt, Either};
use parking_lot::Mutex;

use crate::Operation;
use crate::broken_body::broken;
use crate::journal::Received;
use crate::random::Random;
use crate::server::{Break, Response, full};

type Predicate = Arc<dyn Fn(&Received) -> bool + Send + Sync>;

/// A scripted failure. By default it happens once, for any operation.
///
/// ```
/// use local_clerk::{Fault, Operation};
/// use std::time::Duration;
///
/// let busy = Fault::status(429).retry_after("2").on(Operation::Create).times(3);
/// let lost_response = Fault::reset().after_commit().on(Operation::VerifyTotp);
/// let slow = Fault::delay(Duration::from_millis(50)).always();
/// # let _ = (busy, lost_response, slow);
/// ```
#[derive(Clone)]
pub struct Fault {
    operation: Option<Operation>,
    conditions: Vec<Condition>,
    skip: u32,
    times: Option<u32>,
    chance: Option<f64>,
    after_commit: bool,
    delay: Duration,
    action: Action,
    headers: Vec<(HeaderName, HeaderValue)>,
}

/// What a request must be like, in words and as a test.
#[derive(Clone)]
struct Condition {
    text: String,
    holds: Predicate,
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe())
    }
}

#[derive(Clone, Debug)]
enum Action {
    Pass,
    Response { status: StatusCode, body: Bytes },
    Break(Break),
    Body(Shape),
}

/// What is done to the body of a real response.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Cut { after: usize },
    Stall { after: usize, pause: Duration },
    Oversized { bytes: usize },
}

impl Fault {
    fn new(action: Action) -> Self {
        Self {
            operation: None,
            conditions: Vec::new(),
            skip: 0,
            times: Some(1),
            chance: None,
            after_commit: false,
            delay: Duration::ZERO,
            action,
            headers: Vec::new(),
        }
    }

    /// A response with this status, and an error body like Clerk's. A number that is no status of a response becomes 500.
    ///
    /// 503 says `maintenance_mode`, which tells that the request was not carried out; [`body`](Self::body) makes it say something else.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let code = match status.as_u16() {
            429 => "too_many_requests",
            503 => "maintenance_mode",
            504 => "gateway_timeout",
            _ => "internal_clerk_error",
        };
        let item = format!(r#"{{"message":"scripted fault","long_message":"scripted fault","code":"{code}"}}"#);
        let body = format!(r#"{{"errors":[{item}],"clerk_trace_id":"0123456789abcdef0123456789abcdef"}}"#);
        let json = HeaderValue::from_static("application/json");
        let fault = Self::new(Action::Response { status, body: body.into() });
        Self { headers: vec![(header::CONTENT_TYPE, json)], ..fault }
    }

    /// A 200 that says JSON and is none.
    pub fn garbage() -> Self {
        Self::status(200).body(&b"\x00\xff{]garbage"[..])
    }

    /// The real response under another content type.
    pub fn content_type(value: &str) -> Self {
        Self::new(Action::Pass).header("content-type", value)
    }

    /// The connection is reset, without a response.
    pub fn reset() -> Self {
        Self::new(Action::Break(Break::Reset))
    }

    /// The connection is closed in good order, without a response.
    pub fn close() -> Self {
        Self::new(Action::Break(Break::Close))
    }

    /// The connection is closed in the middle of the response's headers.
    pub fn cut_headers() -> Self {
        Self::new(Action::Break(Break::HalfHeaders))
    }

    /// The real response, reset after a number of bytes of its body.
    pub fn cut_body(after: usize) -> Self {
        Self::new(Action::Body(Shape::Cut { after }))
    }

    /// The real response with a pause after a number of bytes of its body.
    pub fn stall_body(after: usize, pause: Duration) -> Self {
        Self::new(Action::Body(Shape::Stall { after, pause }))
    }

    /// The real response, padded with spaces to a number of bytes. Sent in chunks, without a length.
    pub fn oversized_body(bytes: usize) -> Self {
        Self::new(Action::Body(Shape::Oversized { bytes }))
    }

    /// The real response, delayed by this long before its headers.
    pub fn delay(delay: Duration) -> Self {
        let fault = Self::new(Action::Pass);
        Self { delay, ..fault }
    }

    /// Only for this operation.
    #[must_use]
    pub fn on(self, operation: Operation) -> Self {
        Self { operation: Some(operation), ..self }
    }

    /// Only for requests about this user.
    #[must_use]
    pub fn for_user(self, user_id: &str) -> Self {
        let segment = format!("/users/{user_id}");
        let holds = move |request: &Received| {
            request.path.split_once(&segment).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with('/'))
        };
        self.condition(format!("for user {user_id}"), holds)
    }

    /// Only for requests of this path below the base URL, without its query, such as `/organizations`.
    #[must_use]
    pub fn for_path(self, path: &str) -> Self {
        let whole = format!("/v1{path}");
        self.condition(format!("for path {path}"), move |request| request.path == whole)
    }

    /// Only for requests for which this holds.
    ///
    /// ```
    /// use local_clerk::Fault;
    ///
    /// let no_ada = Fault::status(500).when(|request| request.json().is_some_and(|body| body["first_name"] == "Ada"));
    /// # let _ = no_ada;
    /// ```
    #[must_use]
    pub fn when(self, holds: impl Fn(&Received) -> bool + Send + Sync + 'static) -> Self {
        self.condition("on a condition".to_owned(), holds)
    }

    fn condition(mut self, text: String, holds: impl Fn(&Received) -> bool + Send + Sync + 'static) -> Self {
        self.conditions.push(Condition { text, holds: Arc::new(holds) });
        self
    }

    /// For this number of requests; 0 means none.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// For every request until it is cleared.
    #[must_use]
    pub fn always(self) -> Self {
        Self { times: None, ..self }
    }

    /// Skips this number of requests first.
    #[must_use]
    pub fn skip(self, requests: u32) -> Self {
        Self { skip: requests, ..self }
    }

    /// Only with this probability, between 0 and 1; drawn from the emulator's seed.
    #[must_use]
    pub fn chance(self, probability: f64) -> Self {
        Self { chance: Some(probability), ..self }
    }

    /// The operation is carried out first, and its response lost. Without this, a status, garbage or a broken connection come instead of it.
    #[must_use]
    pub fn after_commit(self) -> Self {
        Self { after_commit: true, ..self }
    }

    /// Delayed by this long too.
    #[must_use]
    pub fn delayed(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Sets a header of the response. One that HTTP does not allow, or that frames the body, is left out.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Ok((name, value)) = Self::read_header(name, value) {
            self.headers.retain(|(known, _)| *known != name);
            self.headers.push((name, value));
        }
        self
    }

    pub(crate) fn read_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
        let refused = |why: &dyn fmt::Display| format!("the header {name} cannot be set: {why}");
        let (known, value) = (HeaderName::try_from(name), HeaderValue::try_from(value));
        match (known, value) {
            (Ok(header::CONTENT_LENGTH | header::TRANSFER_ENCODING | header::CONNECTION), _) => {
                Err(refused(&"it says how the body is framed"))
            }
            (Ok(name), Ok(value)) => Ok((name, value)),
            (Err(error), _) => Err(refused(&error)),
            (_, Err(error)) => Err(refused(&error)),
        }
    }

    /// Sets `Retry-After` to any text.
    #[must_use]
    pub fn retry_after(self, value: &str) -> Self {
        self.header("retry-after", value)
    }

    /// Replaces the body of a [`status`](Self::status) response.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        if let Action::Response { body, .. } = &mut self.action {
            *body = bytes.into();
        }
        self
    }

    /// Whether the operation is carried out.
    pub(crate) fn lets_operation_run(&self) -> bool {
        self.after_commit || matches!(self.action, Action::Pass | Action::Body(_))
    }

    /// The response in place of, or made of, the real one.
    pub(crate) async fn apply(&self, real: Response) -> Response {
        if !self.delay.is_zero() {
            tokio::time::sleep(self.delay).await;
        }
        let mut response = match &self.action {
            Action::Pass => real,
            Action::Response { status, body } => {
                let mut response = Response::new(full(body.clone()));
                *response.status_mut() = *status;
                response
            }
            Action::Break(how) => {
                let mut response = Response::new(full(Bytes::new()));
                response.extensions_mut().insert(*how);
                response
            }
            Action::Body(shape) => reshape(real, *shape).await,
        };
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }

    fn concerns(&self, request: &Received) -> bool {
        let is_operation = self.operation.is_none() || self.operation == request.operation;
        is_operation && self.times != Some(0) && self.conditions.iter().all(|condition| (condition.holds)(request))
    }

    /// What it does, in one line.
    pub(crate) fn describe(&self) -> String {
        let mut text = match &self.action {
            Action::Pass => "the real response".to_owned(),
            Action::Response { status, .. } => format!("status {}", status.as_u16()),
            Action::Break(how) => format!("{how:?}").to_lowercase(),
            Action::Body(shape) => format!("{shape:?}"),
        };
        text.extend(self.operation.map(|operation| format!(", on {operation}")));
        text.extend(self.conditions.iter().map(|condition| format!(", {}", condition.text)));
        text.extend((self.skip > 0).then(|| format!(", after {} more", self.skip)));
        text.extend(self.times.map(|times| format!(", {times} times")));
        text.extend(self.chance.map(|chance| format!(", with probability {chance}")));
        text.extend((!self.delay.is_zero()).then(|| format!(", delayed by {:?}", self.delay)));
        text.extend(self.after_commit.then_some(", after it took effect".to_owned()));
        text
    }
}

async fn reshape(real: Response, shape: Shape) -> Response {
    let (mut parts, body) = real.into_parts();
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    match shape {
        Shape::Oversized { .. } => parts.headers.remove(header::CONTENT_LENGTH),
        // The whole length is announced, whatever comes of it.
        Shape::Cut { .. } | Shape::Stall { .. } => parts.headers.insert(header::CONTENT_LENGTH, bytes.len().into()),
    };
    Response::from_parts(parts, Either::Right(broken(bytes, shape)))
}

/// The faults of an emulator, in the order they were added; the first that fits a request is applied.
#[derive(Debug, Default)]
pub struct Faults {
    script: Mutex<Vec<Fault>>,
}

impl Faults {
    /// Adds a fault behind those already there.
    pub fn add(&self, fault: Fault) {
        if fault.times != Some(0) {
            self.script.lock().push(fault);
        }
    }

    /// Forgets all faults.
    pub fn clear(&self) {
        self.script.lock().clear();
    }

    /// How many faults have not been used up.
    pub fn remaining(&self) -> usize {
        self.script.lock().len()
    }

    /// The faults that have not been used up.
    pub fn list(&self) -> Vec<Fault> {
        self.script.lock().clone()
    }

    pub(crate) fn take(&self, request: &Received, random: &Random) -> Option<Fault> {
        let mut script = self.script.lock();
        let mut taken = None;
        for fault in script.iter_mut().filter(|fault| fault.concerns(request)) {
            if fault.skip > 0 {
                fault.skip -= 1;
                continue;
            }
            if fault.chance.is_some_and(|chance| !random.chance(chance)) {
                continue;
            }
            fault.times = fault.times.map(|times| times.saturating_sub(1));
            taken = Some(fault.clone());
            break;
        }
        script.retain(|fault| fault.times != Some(0));
        taken
    }
}
