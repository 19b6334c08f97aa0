//! What a Rust test does through [`LocalClerk`](crate::LocalClerk), over HTTP for every other language: `/_local/…`.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::faults::Fault;
use crate::journal::{Effect, Received};
use crate::problem::Problem;
use crate::reply::json;
use crate::seed::Seeder;
use crate::{Operation, SeedError};

type Reply = Result<Response, (StatusCode, String)>;

pub(crate) fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/_local/faults", post(add_faults).delete(clear_faults))
        .route("/_local/journal", get(journal).delete(clear_journal))
        .route("/_local/clock", post(turn_clock))
        .route("/_local/seed", post(seed))
        .with_state(app)
}

/// A fault as JSON. What is left out is as in [`Fault`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultEntry {
    fault: Kind,
    on: Option<String>,
    times: Option<u32>,
    #[serde(default)]
    always: bool,
    #[serde(default)]
    skip: u32,
    chance: Option<f64>,
    #[serde(default)]
    after_commit: bool,
    #[serde(default)]
    delay_ms: u64,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    body: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Status(u16),
    Garbage,
    Reset,
    Close,
    CutHeaders,
    Delay,
    CutBody(usize),
    StallBody { after: usize, pause_ms: u64 },
    OversizedBody(usize),
}

impl FaultEntry {
    fn fault(self) -> Result<Fault, String> {
        let mut fault = match self.fault {
            Kind::Status(status) => Fault::status(status),
            Kind::Garbage => Fault::garbage(),
            Kind::Reset => Fault::reset(),
            Kind::Close => Fault::close(),
            Kind::CutHeaders => Fault::cut_headers(),
            Kind::Delay => Fault::delay(Duration::ZERO),
            Kind::CutBody(after) => Fault::cut_body(after),
            Kind::StallBody { after, pause_ms } => Fault::stall_body(after, Duration::from_millis(pause_ms)),
            Kind::OversizedBody(bytes) => Fault::oversized_body(bytes),
        };
        if let Some(name) = &self.on {
            fault = fault.on(name.parse::<Operation>().map_err(|error| format!("{error}: {name}"))?);
        }
        fault = fault.skip(self.skip).delayed(Duration::from_millis(self.delay_ms)).times(self.times.unwrap_or(1));
        fault = if self.always { fault.always() } else { fault };
        fault = if self.after_commit { fault.after_commit() } else { fault };
        fault = self.chance.into_iter().fold(fault, Fault::chance);
        fault = self.headers.iter().fold(fault, |fault, (name, value)| fault.header(name, value));
        Ok(self.body.into_iter().fold(fault, Fault::body))
    }
}

/// A list of faults, or none of them when one is wrong.
async fn add_faults(State(app): State<Arc<App>>, body: Bytes) -> Reply {
    let entries: Vec<FaultEntry> = read(&body)?;
    let faults = entries.into_iter().map(FaultEntry::fault).collect::<Result<Vec<_>, _>>();
    faults.map_err(refuse)?.into_iter().for_each(|fault| app.faults.add(fault));
    done()
}

async fn clear_faults(State(app): State<Arc<App>>) -> Reply {
    app.faults.clear();
    done()
}

#[derive(Serialize)]
struct Journal {
    requests: Vec<RequestEntry>,
    effects: Vec<Effect>,
    faults_remaining: usize,
}

#[derive(Serialize)]
struct RequestEntry {
    operation: Option<&'static str>,
    method: String,
    path: String,
    query: Option<String>,
    headers: Vec<(String, String)>,
    body: String,
    at: i64,
}

impl From<Received> for RequestEntry {
    fn from(received: Received) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let headers = received.headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes())));
        Self {
            headers: headers.collect(),
            operation: received.operation.map(Operation::name),
            method: received.method.to_string(),
            path: received.path,
            query: received.query,
            body: text(&received.body),
            at: received.at,
        }
    }
}

async fn journal(State(app): State<Arc<App>>) -> Reply {
    let requests = app.journal.received().into_iter().map(RequestEntry::from).collect();
    let journal = Journal { requests, effects: app.journal.effects(), faults_remaining: app.faults.remaining() };
    json(&journal).map_err(|problem: Problem| refuse(problem.explanation()))
}

async fn clear_journal(State(app): State<Arc<App>>) -> Reply {
    app.journal.clear();
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    advance_ms: u64,
}

async fn turn_clock(State(app): State<Arc<App>>, body: Bytes) -> Reply {
    let turn: Turn = read(&body)?;
    app.clock.advance(Duration::from_millis(turn.advance_ms));
    done()
}

/// A seed file in the body.
async fn seed(State(app): State<Arc<App>>, body: Bytes) -> Reply {
    let text = String::from_utf8_lossy(&body);
    Seeder::new(&app).file(&text).map_err(|error: SeedError| refuse(error.to_string()))?;
    done()
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, (StatusCode, String)> {
    serde_json::from_slice(body).map_err(|error| refuse(error.to_string()))
}

fn refuse(reason: String) -> (StatusCode, String) {
    (StatusCode::BAD_REQUEST, reason)
}

fn done() -> Reply {
    Ok(StatusCode::NO_CONTENT.into_response())
}
