//! Responses that tests script for endpoints of their own, or in place of an operation's.

use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::server::{Response, full};

/// One response, for every request of a method and a path.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scripted {
    method: String,
    /// Below the base URL; `{…}` stands for any one segment.
    path: String,
    #[serde(default = "ok")]
    status: u16,
    #[serde(default)]
    body: Value,
    /// How many requests it answers; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    times: Option<u32>,
}

fn ok() -> u16 {
    200
}

impl Scripted {
    pub(crate) fn new(method: &Method, path: &str, status: u16, body: Value) -> Self {
        Self { method: method.to_string(), path: path.to_owned(), status, body, times: None }
    }

    /// Why it cannot be sent, if it cannot.
    pub(crate) fn check(&self) -> Result<(), String> {
        if !(200..=999).contains(&self.status) {
            return Err(format!("{} is no status of a response", self.status));
        }
        if !self.path.starts_with('/') {
            return Err(format!("the path {} does not begin with a slash", self.path));
        }
        Method::from_bytes(self.method.as_bytes()).map(drop).map_err(|_| format!("{} is no method", self.method))
    }

    fn answers(&self, method: &Method, path: &str) -> bool {
        let is_any = |segment: &str| segment.starts_with('{') && segment.ends_with('}');
        let (templates, segments) = (self.path.split('/'), path.split('/'));
        self.times != Some(0)
            && self.method.eq_ignore_ascii_case(method.as_str())
            && templates.clone().count() == segments.clone().count()
            && templates.zip(segments).all(|(template, segment)| is_any(template) || template == segment)
    }

    /// A body of null is no body at all.
    pub(crate) fn response(&self) -> Response {
        let body = if self.body.is_null() { Bytes::new() } else { self.body.to_string().into() };
        let is_json = !body.is_empty();
        let mut response = Response::new(full(body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        if is_json {
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        response
    }
}

#[derive(Debug, Default)]
pub(crate) struct Responses(Mutex<Vec<Scripted>>);

impl Responses {
    pub(crate) fn add(&self, scripted: Scripted) {
        self.0.lock().push(scripted);
    }

    pub(crate) fn clear(&self) {
        self.0.lock().clear();
    }

    pub(crate) fn list(&self) -> Vec<Scripted> {
        self.0.lock().clone()
    }

    /// The newest that answers.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<Scripted> {
        let mut all = self.0.lock();
        let found = all.iter_mut().rev().find(|scripted| scripted.answers(method, path))?;
        found.times = found.times.map(|times| times.saturating_sub(1));
        Some(found.clone())
    }
}
