//! Changes that happen together or not at all.

use std::ops::Deref;

use super::event::{Change, Commit};
use super::row::{Id, Kind, Resource, Row};
use super::{Slot, Store};
use crate::journal::What;
use crate::problem::Problem;
use crate::random::Ids;
use crate::resources::User;

/// A store while it is changed. Dropped without [`commit`](Self::commit), all is as it was before.
#[derive(Debug)]
pub(crate) struct Transaction<'a> {
    store: &'a mut Store,
    now: i64,
    changes: Vec<Change>,
    notes: Vec<(Id, What)>,
    ids: Ids,
    is_done: bool,
}

impl Deref for Transaction<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}

impl<'a> Transaction<'a> {
    pub(crate) fn begin(store: &'a mut Store, now: i64) -> Self {
        let ids = store.ids.clone();
        Self { store, now, changes: Vec::new(), notes: Vec::new(), ids, is_done: false }
    }

    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    /// Where ids and secrets come from. An aborted transaction uses none up.
    pub(crate) fn ids(&mut self) -> &mut Ids {
        &mut self.store.ids
    }

    pub(crate) fn new_id<R: Resource>(&mut self) -> Id {
        self.store.ids.id(R::PREFIX)
    }

    /// Inserts a row; refused if its id or one of its unique keys is taken.
    pub(crate) fn insert<R: Resource>(&mut self, row: R) -> Result<Id, Problem> {
        let id = row.id().clone();
        if self.find::<R>(&id).is_some() {
            let text = format!("There already is a {} with id {id}.", R::LABEL);
            return Err(Problem::param("form_already_exists", "id", text));
        }
        let slot = self.store.table(R::KIND).map_or(0, |table| table.rows.len()) as Slot;
        let user = row.part_of().cloned();
        self.put(R::KIND, slot, Some(row.into_row()))?;
        user.map_or(Ok(()), |user| self.touch_user(&user))?;
        Ok(id)
    }

    /// Changes a row. If it is the same afterwards, nothing happened; if not, it was updated now.
    pub(crate) fn update<R: Resource>(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut R) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let slot = self.slot::<R>(id).ok_or_else(|| R::not_found(id))?;
        let before = self.get::<R>(id)?.clone();
        let mut after = R::clone(&before);
        change(&mut after)?;
        if after == *before {
            return Ok(());
        }
        after.touch(self.now);
        let user = after.part_of().cloned();
        self.put(R::KIND, slot, Some(after.into_row()))?;
        user.map_or(Ok(()), |user| self.touch_user(&user))
    }

    /// The same for changes that cannot be refused.
    pub(crate) fn set<R: Resource>(&mut self, id: &str, change: impl FnOnce(&mut R)) -> Result<(), Problem> {
        self.update::<R>(id, |row| {
            change(row);
            Ok(())
        })
    }

    /// Deletes a row and everything that belongs to it.
    pub(crate) fn delete<R: Resource>(&mut self, id: &str) -> Result<(), Problem> {
        let slot = self.slot::<R>(id).ok_or_else(|| R::not_found(id))?;
        self.delete_at(R::KIND, slot)
    }

    fn delete_at(&mut self, kind: Kind, slot: Slot) -> Result<(), Problem> {
        let Some(row) = self.store.row(kind, slot).cloned() else { return Ok(()) };
        let owned = (kind, row.id().clone());
        while let Some((kind, slot)) = self.store.parts.get(&owned).and_then(|parts| parts.first().copied()) {
            self.delete_at(kind, slot)?;
        }
        let user = row.part_of().cloned();
        self.put(kind, slot, None)?;
        user.map_or(Ok(()), |user| self.touch_user(&user))
    }

    /// A change of a part is a change of its user. A user that is not there yet, or no more, needs no telling.
    fn touch_user(&mut self, id: &str) -> Result<(), Problem> {
        let now = self.now;
        if self.find::<User>(id).is_none_or(|user| user.updated_at == now) {
            return Ok(());
        }
        self.set::<User>(id, |user| user.updated_at = now)
    }

    /// Notes what no row shows, such as a password that was checked.
    pub(crate) fn note(&mut self, user_id: &str, what: What) {
        self.notes.push((user_id.into(), what));
    }

    fn put(&mut self, kind: Kind, slot: Slot, row: Option<Row>) -> Result<(), Problem> {
        let before = self.store.put(kind, slot, row.clone())?;
        self.changes.push(Change { kind, slot, before, after: row });
        Ok(())
    }

    /// Makes the changes last, and tells what they were.
    pub(crate) fn commit(mut self) -> Commit {
        self.is_done = true;
        let (changes, notes) = (std::mem::take(&mut self.changes), std::mem::take(&mut self.notes));
        if !changes.is_empty() {
            self.store.commits += 1;
        }
        Commit::new(self.now, changes, notes)
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.is_done {
            return;
        }
        for change in std::mem::take(&mut self.changes).into_iter().rev() {
            // Each of these states was valid before, so no key can be taken.
            drop(self.store.put(change.kind, change.slot, change.before));
        }
        self.store.ids = self.ids.clone();
    }
}
