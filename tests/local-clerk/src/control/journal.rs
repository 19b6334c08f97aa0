//! The journal as JSON.

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::Outcome;
use crate::Operation;
use crate::input::Query;
use crate::instance::Instance;
use crate::journal::Received;

/// The most requests of one answer.
const MOST: usize = 1000;

fn request(received: &Received) -> Value {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let headers = received.headers.iter().map(|(name, value)| (name.as_str(), text(value.as_bytes())));
    let mut shown = json!({
        "operation": received.operation.map(Operation::name), "method": received.method.as_str(),
        "path": received.path, "query": received.query, "headers": headers.collect::<Vec<_>>(), "at": received.at,
        "body": std::str::from_utf8(&received.body).unwrap_or_default(),
    });
    // A body that is no text is there in base 64.
    if std::str::from_utf8(&received.body).is_err() {
        shown["body_base64"] = BASE64.encode(&received.body).into();
    }
    shown
}

/// The requests after a number, a thousand at most; or only those that nobody expected.
pub(super) fn show(instance: &Instance, query: &Query, only_unexpected: bool) -> Outcome {
    let number = |name: &str| query.integer(name).map_err(|problem| problem.explanation());
    let after = number("after")?.and_then(|after| u64::try_from(after).ok()).unwrap_or(0);
    let most = number("limit")?.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(MOST);
    let (requests, last) = instance.journal.received_after(after, most);
    let wanted = requests.iter().filter(|request| request.is_unexpected || !only_unexpected);
    // `last` is to be asked for with `?after=` next time.
    super::show(&json!({
        "requests": wanted.map(request).collect::<Vec<_>>(), "last": last, "effects": instance.journal.effects(),
        "faults_remaining": instance.faults.remaining(),
    }))
}

pub(super) fn events(instance: &Instance) -> Outcome {
    let events = instance.journal.events();
    let shown: Vec<_> = events
        .iter()
        .map(|event| {
            json!({
                "number": event.number(), "at": event.at(), "name": event.name(), "id": event.id(),
                "before": event.before(), "after": event.after(),
            })
        })
        .collect();
    super::show(&shown)
}
