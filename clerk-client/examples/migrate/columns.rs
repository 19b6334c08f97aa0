//! CSV: the columns, and how a cell becomes a member of a JSON object and the other way round.
//!
//! Lists are separated by `;`, metadata is JSON, an empty cell is an absent member.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::Result;
use super::row::Exported;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    List,
    Json,
    /// Text or, if there are only digits, milliseconds.
    Time,
}

/// All columns, in the order in which they are written.
const COLUMNS: [(&str, Kind); 24] = [
    ("external_id", Kind::Text),
    ("email_addresses", Kind::List),
    ("reserved_email_addresses", Kind::List),
    ("phone_numbers", Kind::List),
    ("reserved_phone_numbers", Kind::List),
    ("web3_wallets", Kind::List),
    ("username", Kind::Text),
    ("first_name", Kind::Text),
    ("last_name", Kind::Text),
    ("locale", Kind::Text),
    ("password", Kind::Text),
    ("password_digest", Kind::Text),
    ("password_hasher", Kind::Text),
    ("totp_secret", Kind::Text),
    ("backup_codes", Kind::List),
    ("public_metadata", Kind::Json),
    ("private_metadata", Kind::Json),
    ("unsafe_metadata", Kind::Json),
    ("created_at", Kind::Time),
    ("legal_accepted_at", Kind::Time),
    ("banned", Kind::Json),
    ("delete_self_enabled", Kind::Json),
    ("create_organization_enabled", Kind::Json),
    ("create_organizations_limit", Kind::Json),
];

/// The columns that are written: what Clerk keeps to itself is none of them.
pub(crate) fn exported() -> impl Iterator<Item = (&'static str, Kind)> {
    let secret = ["password", "password_digest", "password_hasher", "totp_secret", "backup_codes"];
    COLUMNS.into_iter().filter(move |(name, _)| !secret.contains(name))
}

/// The columns of a file.
#[derive(Clone, Debug)]
pub(crate) struct Columns(Vec<(&'static str, Kind)>);

impl Columns {
    pub(crate) fn of(headers: &csv::ByteRecord) -> Result<Self> {
        let mut columns = Vec::with_capacity(headers.len());
        for header in headers {
            let header = String::from_utf8_lossy(header);
            let header = header.trim_start_matches('\u{feff}').trim();
            let known = COLUMNS.into_iter().find(|(name, _)| *name == header);
            let Some(known) = known else {
                let names: Vec<_> = COLUMNS.iter().map(|(name, _)| *name).collect();
                return Err(format!("unknown column {header:?}; the columns are {}", names.join(", ")).into());
            };
            if columns.contains(&known) {
                return Err(format!("the column {header:?} is there twice").into());
            }
            columns.push(known);
        }
        Ok(Self(columns))
    }

    /// The record as a JSON object.
    pub(crate) fn json(&self, record: &csv::ByteRecord) -> std::result::Result<String, String> {
        if record.len() != self.0.len() {
            return Err(format!("{} cells, but {} columns", record.len(), self.0.len()));
        }
        let mut members = Vec::with_capacity(self.0.len());
        for ((name, kind), cell) in self.0.iter().zip(record) {
            let cell = std::str::from_utf8(cell).map_err(|_| format!("{name} is not UTF-8"))?;
            if !cell.is_empty() {
                members.push(format!("\"{name}\":{}", value(name, *kind, cell)?));
            }
        }
        Ok(format!("{{{}}}", members.join(",")))
    }
}

fn value(name: &str, kind: Kind, cell: &str) -> std::result::Result<String, String> {
    let written = match kind {
        Kind::Text => serde_json::to_string(cell),
        Kind::List => {
            let items: Vec<_> = cell.split(';').map(str::trim).filter(|item| !item.is_empty()).collect();
            serde_json::to_string(&items)
        }
        Kind::Time if cell.bytes().all(|byte| byte.is_ascii_digit()) => return Ok(cell.to_owned()),
        Kind::Time => serde_json::to_string(cell),
        Kind::Json => serde_json::from_str::<&RawValue>(cell).map(|value| value.get().to_owned()),
    };
    written.map_err(|error| format!("{name}: {error}"))
}

/// The cells of a user.
pub(crate) fn cells(user: &Exported) -> Result<Vec<String>> {
    let json = serde_json::to_string(user)?;
    let members: BTreeMap<&str, &RawValue> = serde_json::from_str(&json)?;
    exported()
        .map(|(name, kind)| {
            let Some(value) = members.get(name).map(|value| value.get()) else { return Ok(String::new()) };
            Ok(match kind {
                Kind::Text | Kind::Time => serde_json::from_str(value)?,
                Kind::List => serde_json::from_str::<Vec<String>>(value)?.join(";"),
                Kind::Json => value.to_owned(),
            })
        })
        .collect()
}
