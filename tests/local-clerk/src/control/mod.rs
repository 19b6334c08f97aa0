//! What a Rust test does through [`LocalClerk`](crate::LocalClerk), over HTTP for every other language: `/_local/…`.

mod fault;
mod journal;

use std::time::Duration;

use bytes::Bytes;
use http::request::Parts;
use http::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::input::Query;
use crate::instance::Instance;
use crate::responses::Scripted;
use crate::seed::Seeder;
use crate::server::{Response, full, json};

/// A response's body, or none; or why the request was refused.
type Outcome = Result<Option<String>, String>;

/// Answers for the instance of the request's key; for the first one without a key.
pub(crate) fn answer(app: &App, parts: &Parts, body: &[u8]) -> Response {
    let key = app.authenticate(&parts.headers).ok();
    let instance = app.instance(key.as_deref());
    let path = parts.uri.path().strip_prefix("/_local/").unwrap_or_default();
    let segments: Vec<_> = path.split('/').collect();
    let query = Query::read(parts.uri.query());
    let Some(outcome) = perform(app, &instance, &parts.method, &segments, &query, body) else {
        let text = format!("there is no {} /_local/{path}", parts.method);
        return json(StatusCode::NOT_FOUND, serde_json::json!({ "error": text }).to_string());
    };
    match outcome {
        Ok(Some(body)) => json(StatusCode::OK, body),
        Ok(None) => {
            let mut response = Response::new(full(Bytes::new()));
            *response.status_mut() = StatusCode::NO_CONTENT;
            response
        }
        Err(reason) => json(StatusCode::BAD_REQUEST, serde_json::json!({ "error": reason }).to_string()),
    }
}

fn perform(
    app: &App,
    instance: &std::sync::Arc<Instance>,
    method: &Method,
    path: &[&str],
    query: &Query,
    body: &[u8],
) -> Option<Outcome> {
    Some(match (method.as_str(), path) {
        ("GET", ["health"]) => show(&serde_json::json!({ "status": "ok" })),
        ("POST", ["faults"]) => fault::add(instance, body),
        ("GET", ["faults"]) => show(&instance.faults.list().iter().map(|fault| fault.describe()).collect::<Vec<_>>()),
        ("DELETE", ["faults"]) => done(|| instance.faults.clear()),
        ("POST", ["responses"]) => script(instance, body),
        ("GET", ["responses"]) => show(&instance.responses.list()),
        ("DELETE", ["responses"]) => done(|| instance.responses.clear()),
        ("GET", ["journal"]) => journal::show(instance, query, false),
        ("GET", ["unexpected"]) => journal::show(instance, query, true),
        ("DELETE", ["journal"]) => done(|| instance.journal.clear()),
        ("GET", ["events"]) => journal::events(instance),
        ("GET", ["clock"]) => show_clock(instance),
        ("POST", ["clock"]) => turn(instance, body),
        ("GET", ["settings"]) => show(&*instance.settings()),
        ("PATCH", ["settings"]) => configure(instance, body),
        ("POST", ["seed"]) => seed(app, instance, body),
        ("GET", ["export"]) => instance.export().map(Some),
        ("POST", ["import"]) => text(body).and_then(|text| instance.import(text)).map(|()| None),
        ("POST", ["reset"]) => done(|| instance.reset()),
        ("POST", ["snapshots", name]) => done(|| instance.snapshot(name)),
        ("POST", ["snapshots", name, "restore"]) if instance.restore(name) => Ok(None),
        ("POST", ["snapshots", name, "restore"]) => Err(format!("there is no snapshot {name}")),
        _ => return None,
    })
}

fn done(act: impl FnOnce()) -> Outcome {
    act();
    Ok(None)
}

fn show(value: &impl Serialize) -> Outcome {
    serde_json::to_string(value).map(Some).map_err(|error| error.to_string())
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

fn text(body: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(body).map_err(|error| error.to_string())
}

/// A list of responses, or none of them when one is wrong.
fn script(instance: &Instance, body: &[u8]) -> Outcome {
    let scripted: Vec<Scripted> = read(body)?;
    scripted.iter().try_for_each(Scripted::check)?;
    done(|| scripted.into_iter().for_each(|scripted| instance.responses.add(scripted)))
}

/// How the clock is to be turned.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    set_ms: Option<i64>,
    advance_ms: Option<u64>,
    frozen: Option<bool>,
}

fn turn(instance: &Instance, body: &[u8]) -> Outcome {
    let turn: Turn = read(body)?;
    if turn.set_ms.is_none() && turn.advance_ms.is_none() && turn.frozen.is_none() {
        return Err("one of set_ms, advance_ms and frozen must be there".to_owned());
    }
    match turn.frozen {
        Some(true) => instance.clock.freeze(),
        Some(false) => instance.clock.unfreeze(),
        None => {}
    }
    turn.set_ms.iter().for_each(|at| instance.clock.set(*at));
    turn.advance_ms.iter().for_each(|by| instance.clock.advance(Duration::from_millis(*by)));
    show_clock(instance)
}

fn show_clock(instance: &Instance) -> Outcome {
    show(&serde_json::json!({ "now_ms": instance.clock.now(), "frozen": instance.clock.is_frozen() }))
}

/// Settings, where those that are named replace the old ones.
fn configure(instance: &Instance, body: &[u8]) -> Outcome {
    let changes: serde_json::Map<String, serde_json::Value> = read(body)?;
    let mut all = serde_json::to_value(&*instance.settings()).map_err(|error| error.to_string())?;
    all.as_object_mut().into_iter().for_each(|all| all.extend(changes.clone()));
    let settings = serde_json::from_value(all).map_err(|error| error.to_string())?;
    instance.configure(|to| *to = settings);
    show(&*instance.settings())
}

/// A seed file in the body.
fn seed(app: &App, instance: &std::sync::Arc<Instance>, body: &[u8]) -> Outcome {
    let seeder = Seeder::new(app, std::sync::Arc::clone(instance));
    let seeded = seeder.file(text(body)?).map_err(|error| error.to_string())?;
    show(&seeded)
}
