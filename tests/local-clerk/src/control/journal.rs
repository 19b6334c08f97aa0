//! The journal as JSON.

use data_encoding::BASE64;
use serde::Serialize;

use super::Outcome;
use crate::Operation;
use crate::input::Query;
use crate::instance::Instance;
use crate::journal::{Effect, Received};

/// The most requests of one answer.
const MOST: usize = 1000;

#[derive(Serialize)]
struct Journal {
    requests: Vec<Request>,
    /// To be asked for with `?after=` next time.
    last: u64,
    effects: Vec<Effect>,
    faults_remaining: usize,
}

#[derive(Serialize)]
struct Request {
    operation: Option<&'static str>,
    method: String,
    path: String,
    query: Option<String>,
    headers: Vec<(String, String)>,
    body: String,
    /// The body in base 64, where it is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    body_base64: Option<String>,
    at: i64,
}

impl From<Received> for Request {
    fn from(received: Received) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let headers = received.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes())));
        let (body, body_base64) = match std::str::from_utf8(&received.body) {
            Ok(body) => (body.to_owned(), None),
            Err(_) => (String::new(), Some(BASE64.encode(&received.body))),
        };
        Self {
            headers: headers.collect(),
            operation: received.operation.map(Operation::name),
            method: received.method.to_string(),
            path: received.path,
            query: received.query,
            body,
            body_base64,
            at: received.at,
        }
    }
}

/// The requests after a number, a thousand at most; or only those that nobody expected.
pub(super) fn show(instance: &Instance, query: &Query, only_unexpected: bool) -> Outcome {
    let number = |name: &str| query.integer(name).map_err(|problem| problem.explanation());
    let after = number("after")?.and_then(|after| u64::try_from(after).ok()).unwrap_or(0);
    let most = number("limit")?.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(MOST);
    let (requests, last) = instance.journal.received_after(after, most);
    let wanted = requests.into_iter().filter(|request| request.is_unexpected || !only_unexpected);
    super::show(&Journal {
        requests: wanted.map(Request::from).collect(),
        last,
        effects: instance.journal.effects(),
        faults_remaining: instance.faults.remaining(),
    })
}

pub(super) fn events(instance: &Instance) -> Outcome {
    let events = instance.journal.events();
    let shown: Vec<_> = events
        .iter()
        .map(|event| {
            serde_json::json!({
                "number": event.number(), "at": event.at(), "name": event.name(), "id": event.id(),
                "before": event.before(), "after": event.after(),
            })
        })
        .collect();
    super::show(&shown)
}
