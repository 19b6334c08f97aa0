use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http_body_util::BodyExt;
use parking_lot::Mutex;

use crate::Operation;
use crate::broken_body::BrokenBody;
use crate::random::Random;

/// Something that goes wrong on purpose, once unless told otherwise, for any operation unless told which.
///
/// ```
/// use local_clerk::{Fault, Operation};
/// use std::time::Duration;
///
/// let busy = Fault::status(429).retry_after("2").on(Operation::Create).times(3);
/// let lost_reply = Fault::reset().after_commit().on(Operation::VerifyTotp);
/// let slow = Fault::delay(Duration::from_millis(50)).always();
/// # let _ = (busy, lost_reply, slow);
/// ```
#[derive(Clone, Debug)]
pub struct Fault {
    operation: Option<Operation>,
    skip: u32,
    times: Option<u32>,
    chance: Option<f64>,
    after_commit: bool,
    delay: Duration,
    action: Action,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Clone, Debug)]
enum Action {
    Pass,
    Reply { status: StatusCode, body: Bytes },
    Break(Break),
    Body(Shape),
}

/// What is done to the body of a real reply.
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
            skip: 0,
            times: Some(1),
            chance: None,
            after_commit: false,
            delay: Duration::ZERO,
            action,
            headers: Vec::new(),
        }
    }

    /// An answer with this status, and an error body like Clerk's. A number that is no status becomes 500.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let code = match status.as_u16() {
            429 => "too_many_requests",
            503 => "maintenance_mode",
            504 => "gateway_timeout",
            _ => "internal_clerk_error",
        };
        let item = format!(r#"{{"message":"scripted fault","long_message":"scripted fault","code":"{code}"}}"#);
        let body = format!(r#"{{"errors":[{item}],"clerk_trace_id":"0123456789abcdef0123456789abcdef"}}"#);
        let json = HeaderValue::from_static("application/json");
        let fault = Self::new(Action::Reply { status, body: body.into() });
        Self { headers: vec![(header::CONTENT_TYPE, json)], ..fault }
    }

    /// A 200 that says JSON and is none.
    pub fn garbage() -> Self {
        Self::status(200).body(&b"\x00\xff{]garbage"[..])
    }

    /// The real answer under another content type.
    pub fn content_type(value: &str) -> Self {
        Self::new(Action::Pass).header("content-type", value)
    }

    /// The connection is reset, without an answer.
    pub fn reset() -> Self {
        Self::new(Action::Break(Break::Reset))
    }

    /// The connection is closed in good order, without an answer.
    pub fn close() -> Self {
        Self::new(Action::Break(Break::Close))
    }

    /// The connection is closed in the middle of the answer's headers.
    pub fn cut_headers() -> Self {
        Self::new(Action::Break(Break::HalfHeaders))
    }

    /// The real answer, reset after so many bytes of its body.
    pub fn cut_body(after: usize) -> Self {
        Self::new(Action::Body(Shape::Cut { after }))
    }

    /// The real answer with a pause after so many bytes of its body.
    pub fn stall_body(after: usize, pause: Duration) -> Self {
        Self::new(Action::Body(Shape::Stall { after, pause }))
    }

    /// The real answer, followed by spaces up to so many bytes. Sent in chunks, without a length.
    pub fn oversized_body(bytes: usize) -> Self {
        Self::new(Action::Body(Shape::Oversized { bytes }))
    }

    /// The real answer, held back for this long before its headers.
    pub fn delay(delay: Duration) -> Self {
        let fault = Self::new(Action::Pass);
        Self { delay, ..fault }
    }

    /// Only for this operation.
    #[must_use]
    pub fn on(self, operation: Operation) -> Self {
        Self { operation: Some(operation), ..self }
    }

    /// For so many requests.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// For every request until it is cleared.
    #[must_use]
    pub fn always(self) -> Self {
        Self { times: None, ..self }
    }

    /// Lets so many requests pass first.
    #[must_use]
    pub fn skip(self, requests: u32) -> Self {
        Self { skip: requests, ..self }
    }

    /// Only with this probability, between 0 and 1; drawn from the local Clerk's seed.
    #[must_use]
    pub fn chance(self, probability: f64) -> Self {
        Self { chance: Some(probability), ..self }
    }

    /// The operation is carried out first, and its answer lost. Without this, a status, garbage or a broken connection come instead of it.
    #[must_use]
    pub fn after_commit(self) -> Self {
        Self { after_commit: true, ..self }
    }

    /// Held back for this long too.
    #[must_use]
    pub fn delayed(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Sets a header of the answer. A name or value that HTTP does not allow is left out.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            self.headers.retain(|(known, _)| *known != name);
            self.headers.push((name, value));
        }
        self
    }

    /// Sets `Retry-After`, whatever the text.
    #[must_use]
    pub fn retry_after(self, value: &str) -> Self {
        self.header("retry-after", value)
    }

    /// Replaces the body of a [`status`](Self::status) answer.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Bytes>) -> Self {
        if let Action::Reply { body, .. } = &mut self.action {
            *body = bytes.into();
        }
        self
    }

    /// Whether the operation is carried out.
    pub(crate) fn lets_operation_run(&self) -> bool {
        self.after_commit || matches!(self.action, Action::Pass | Action::Body(_))
    }

    /// The answer in place of, or made of, the real one.
    pub(crate) async fn apply(&self, real: Response) -> Response {
        tokio::time::sleep(self.delay).await;
        let mut reply = match &self.action {
            Action::Pass => real,
            Action::Reply { status, body } => (*status, Body::from(body.clone())).into_response(),
            Action::Break(how) => {
                let mut reply = StatusCode::OK.into_response();
                reply.extensions_mut().insert(*how);
                reply
            }
            Action::Body(shape) => reshape(real, *shape).await,
        };
        for (name, value) in &self.headers {
            reply.headers_mut().insert(name, value.clone());
        }
        reply
    }

    fn concerns(&self, operation: Option<Operation>) -> bool {
        self.operation.is_none() || self.operation == operation
    }
}

/// How a connection ends in place of an answer; as an extension, it marks a reply that must not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Break {
    Reset,
    Close,
    HalfHeaders,
}

async fn reshape(real: Response, shape: Shape) -> Response {
    let (mut parts, body) = real.into_parts();
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::new(BrokenBody::new(bytes, shape)))
}

/// The faults of a local Clerk, in the order they were added; the first that fits a request is applied.
#[derive(Debug, Default)]
pub struct Faults {
    script: Mutex<Vec<Fault>>,
}

impl Faults {
    /// Adds a fault behind those already there.
    pub fn add(&self, fault: Fault) {
        self.script.lock().push(fault);
    }

    /// Forgets all faults.
    pub fn clear(&self) {
        self.script.lock().clear();
    }

    /// How many faults have not been used up.
    pub fn remaining(&self) -> usize {
        self.script.lock().len()
    }

    pub(crate) fn take(&self, operation: Option<Operation>, random: &Random) -> Option<Fault> {
        let mut script = self.script.lock();
        let mut taken = None;
        for fault in script.iter_mut().filter(|fault| fault.concerns(operation)) {
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
