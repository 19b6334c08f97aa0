//! Faults as JSON. What is left out is as in [`Fault`].

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

use super::{Outcome, read};
use crate::instance::Instance;
use crate::{Fault, Operation};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fault: Kind,
    on: Option<String>,
    user: Option<String>,
    path: Option<String>,
    /// A text that the request's body has.
    body_has: Option<String>,
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

impl Kind {
    fn fault(self) -> Result<Fault, String> {
        Ok(match self {
            Self::Status(status) if !(200..=999).contains(&status) => {
                return Err(format!("{status} is no status of a response"));
            }
            Self::Status(status) => Fault::status(status),
            Self::Garbage => Fault::garbage(),
            Self::Reset => Fault::reset(),
            Self::Close => Fault::close(),
            Self::CutHeaders => Fault::cut_headers(),
            Self::Delay => Fault::delay(Duration::ZERO),
            Self::CutBody(after) => Fault::cut_body(after),
            Self::StallBody { after, pause_ms } => Fault::stall_body(after, Duration::from_millis(pause_ms)),
            Self::OversizedBody(bytes) => Fault::oversized_body(bytes),
        })
    }
}

impl Entry {
    fn fault(self) -> Result<Fault, String> {
        let mut fault = self.fault.fault()?;
        if let Some(name) = &self.on {
            fault = fault.on(name.parse::<Operation>().map_err(|error| format!("{error}: {name}"))?);
        }
        for (name, value) in &self.headers {
            Fault::read_header(name, value)?;
            fault = fault.header(name, value);
        }
        fault = self.user.iter().fold(fault, |fault, user| fault.for_user(user));
        fault = self.path.iter().fold(fault, |fault, path| fault.for_path(path));
        if let Some(part) = self.body_has {
            fault = fault.when(move |request| String::from_utf8_lossy(&request.body).contains(&part));
        }
        fault = fault.skip(self.skip).delayed(Duration::from_millis(self.delay_ms)).times(self.times.unwrap_or(1));
        fault = if self.always { fault.always() } else { fault };
        fault = if self.after_commit { fault.after_commit() } else { fault };
        fault = self.chance.into_iter().fold(fault, Fault::chance);
        Ok(self.body.into_iter().fold(fault, Fault::body))
    }
}

/// A list of faults, or none of them when one is wrong.
pub(super) fn add(instance: &Instance, body: &[u8]) -> Outcome {
    let entries: Vec<Entry> = read(body)?;
    let faults = entries.into_iter().map(Entry::fault).collect::<Result<Vec<_>, _>>()?;
    faults.into_iter().for_each(|fault| instance.faults.add(fault));
    Ok(None)
}
