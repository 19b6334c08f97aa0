//! A store as text, and back.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::row::{Kind, Row};
use super::{Slot, Store};
use crate::random::Ids;

/// The form of an export; another number is refused.
const FORMAT: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Import<'a> {
    format: u32,
    #[serde(default)]
    ids: Option<Ids>,
    #[serde(borrow)]
    rows: HashMap<String, Vec<&'a RawValue>>,
}

impl Store {
    /// Everything as JSON: the rows of each kind in the order in which they were inserted.
    pub(crate) fn export(&self) -> serde_json::Result<String> {
        let mut text = format!(r#"{{"format":{FORMAT},"ids":{},"rows":{{"#, serde_json::to_string(&self.ids)?);
        for (number, kind) in Kind::ALL.iter().enumerate() {
            let rows: Vec<&Row> = self.table(*kind).into_iter().flat_map(|table| table.rows.iter().flatten()).collect();
            text.push_str(if number == 0 { "\n\"" } else { ",\n\"" });
            text.push_str(kind.name());
            text.push_str("\":");
            text.push_str(&serde_json::to_string(&rows)?);
        }
        text.push_str("\n}}");
        Ok(text)
    }

    /// A store of an export; or why it is none.
    pub(crate) fn import(text: &str, seed: u64) -> Result<Self, String> {
        let import: Import<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if import.format != FORMAT {
            return Err(format!("this is an export of format {}, and {FORMAT} is known", import.format));
        }
        let known = |name: &String| Kind::ALL.iter().any(|kind| kind.name() == name);
        if let Some(unknown) = import.rows.keys().find(|name| !known(name)) {
            return Err(format!("there are no rows called {unknown}"));
        }
        let mut store = Self::new(seed);
        if let Some(ids) = import.ids {
            store.ids = ids;
        }
        for kind in Kind::ALL {
            for raw in import.rows.get(kind.name()).into_iter().flatten() {
                let row = kind.read(raw.get()).map_err(|error| format!("{}: {error}", kind.name()))?;
                store.insert_read(*kind, row)?;
            }
        }
        Ok(store)
    }

    fn insert_read(&mut self, kind: Kind, row: Row) -> Result<(), String> {
        let table = self.table(kind);
        let id = row.id().clone();
        if table.is_some_and(|table| table.by_id.contains_key(&id)) {
            return Err(format!("{}: the id {id} is there twice", kind.name()));
        }
        let slot = table.map_or(0, |table| table.rows.len()) as Slot;
        let put = self.put(kind, slot, Some(row)).map(drop);
        put.map_err(|problem| format!("{} {id}: {}", kind.name(), problem.explanation()))
    }
}
