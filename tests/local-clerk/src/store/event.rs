//! What a transaction changed: one change a row, with the row before and after.

use std::collections::HashMap;

use super::Slot;
use super::row::{Id, Kind, Row};
use crate::journal::What;

/// What happened to one row.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) kind: Kind,
    pub(super) slot: Slot,
    pub(crate) before: Option<Row>,
    pub(crate) after: Option<Row>,
}

impl Change {
    pub(crate) fn id(&self) -> Option<&Id> {
        self.after.as_ref().or(self.before.as_ref()).map(Row::id)
    }

    /// About how much memory it keeps.
    pub(crate) fn bytes(&self) -> usize {
        self.before.iter().chain(&self.after).map(Row::bytes).sum()
    }

    /// `created`, `updated` or `deleted`.
    pub(crate) fn verb(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "created",
            (Some(_), Some(_)) => "updated",
            (Some(_), None) => "deleted",
        }
    }
}

/// A committed transaction.
#[derive(Clone, Debug)]
pub(crate) struct Commit {
    pub(crate) at: i64,
    pub(crate) changes: Vec<Change>,
    /// What no row shows, by user.
    pub(crate) notes: Vec<(Id, What)>,
}

impl Commit {
    /// Joins the changes of each row into one, at the place of its first.
    pub(super) fn new(at: i64, changes: Vec<Change>, notes: Vec<(Id, What)>) -> Self {
        let mut joined: Vec<Change> = Vec::with_capacity(changes.len());
        let mut places: HashMap<(Kind, Slot), usize> = HashMap::with_capacity(changes.len());
        for change in changes {
            let place = *places.entry((change.kind, change.slot)).or_insert(joined.len());
            match joined.get_mut(place) {
                Some(first) => first.after = change.after,
                None => joined.push(change),
            }
        }
        joined.retain(|change| change.before != change.after);
        Self { at, changes: joined, notes }
    }
}
