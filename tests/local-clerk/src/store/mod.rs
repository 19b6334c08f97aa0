//! The state: tables of rows, and the indexes that their keys make.

mod event;
mod export;
mod keys;
mod row;
mod search;
mod transaction;

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use smallvec::SmallVec;

pub(crate) use event::{Change, Commit};
pub(crate) use keys::{Field, Index, Keys, Order, SearchText, Value};
pub(crate) use row::{Id, Kind, Resource, Row, Stored};
pub(crate) use search::{Hit, Needle, Search};
pub(crate) use transaction::Transaction;

use crate::problem::Problem;
use crate::random::Ids;
use crate::resources::User;
use keys::Key;

/// The place of a row in its table: the order in which rows were inserted. Never given twice.
pub(crate) type Slot = u32;

#[derive(Clone, Debug, Default)]
struct Table {
    rows: Vec<Option<Row>>,
    by_id: HashMap<Id, Slot>,
}

/// A place in an order.
pub(crate) type Place = (Value, Slot);

/// A part of an order.
pub(crate) type Range = (Bound<Place>, Bound<Place>);

/// What belongs to a row, in the order of kinds and slots.
type Parts = SmallVec<[(Kind, Slot); 2]>;

#[derive(Clone, Copy, Debug)]
struct Holder {
    slot: Slot,
    is_exclusive: bool,
}

/// All that an instance remembers.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    tables: Vec<Table>,
    parts: HashMap<(Kind, Id), Parts>,
    texts: Vec<HashMap<Box<str>, SmallVec<[Holder; 2]>>>,
    /// By kind, and then by order.
    orders: Vec<BTreeSet<Place>>,
    /// By kind.
    searches: Vec<Search>,
    ids: Ids,
    /// How many transactions were committed.
    commits: u64,
}

impl Store {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            tables: vec![Table::default(); Kind::ALL.len()],
            parts: HashMap::new(),
            texts: vec![HashMap::new(); Index::COUNT],
            orders: vec![BTreeSet::new(); Kind::ALL.len() * Order::COUNT],
            searches: vec![Search::default(); Kind::ALL.len()],
            ids: Ids::new(seed),
            commits: 0,
        }
    }

    fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.get(kind as usize)
    }

    fn row(&self, kind: Kind, slot: Slot) -> Option<&Row> {
        self.table(kind)?.rows.get(slot as usize)?.as_ref()
    }

    /// How many rows of a kind there are.
    pub(crate) fn count<R: Resource>(&self) -> usize {
        self.table(R::KIND).map_or(0, |table| table.by_id.len())
    }

    pub(crate) fn slot<R: Resource>(&self, id: &str) -> Option<Slot> {
        self.table(R::KIND)?.by_id.get(id).copied()
    }

    pub(crate) fn at<R: Resource>(&self, slot: Slot) -> Option<&Arc<R>> {
        R::of(self.row(R::KIND, slot)?)
    }

    pub(crate) fn find<R: Resource>(&self, id: &str) -> Option<&Arc<R>> {
        self.at(self.slot::<R>(id)?)
    }

    /// The row with this id, or the 404 that there is none.
    pub(crate) fn get<R: Resource>(&self, id: &str) -> Result<&Arc<R>, Problem> {
        self.find(id).ok_or_else(|| R::not_found(id))
    }

    /// The row with this id, if it belongs to another one of this id. What belongs to somebody else is not found.
    pub(crate) fn get_of<O: Resource, R: Resource>(&self, owner: &str, id: &str) -> Result<&Arc<R>, Problem> {
        self.get::<O>(owner)?;
        let row = self.get::<R>(id)?;
        let is_own = row.owners().any(|(kind, id)| kind == O::KIND && **id == *owner);
        if is_own { Ok(row) } else { Err(R::not_found(id)) }
    }

    /// The slot of the row with this id, as filters want it.
    pub(crate) fn slots_with_id<R: Resource>(&self, id: &str) -> Vec<Slot> {
        self.slot::<R>(id).into_iter().collect()
    }

    /// The slots of the rows of a kind for which something holds.
    pub(crate) fn slots_where<R: Resource>(&self, holds: impl Fn(&R) -> bool) -> Vec<Slot> {
        self.slots::<R>().filter(|slot| self.at::<R>(*slot).is_some_and(|row| holds(row))).collect()
    }

    /// The slots of the rows of a kind that belong to another row, in the order in which they were inserted.
    pub(crate) fn slots_of<'a, R: Resource>(
        &'a self,
        owner: Kind,
        id: &Id,
    ) -> impl DoubleEndedIterator<Item = Slot> + use<'a, R> {
        // Looked up by a clone of the id, which shares its text.
        let parts = self.parts.get(&(owner, id.clone()));
        parts.into_iter().flatten().filter(|(kind, _)| *kind == R::KIND).map(|(_, slot)| *slot)
    }

    /// The rows of a kind that belong to another row, in the order in which they were inserted.
    pub(crate) fn parts<'a, R: Resource>(
        &'a self,
        owner: Kind,
        id: &Id,
    ) -> impl DoubleEndedIterator<Item = &'a Arc<R>> + use<'a, R> {
        self.slots_of::<R>(owner, id).filter_map(|slot| self.at(slot))
    }

    /// The slots of the rows that are found by a text.
    pub(crate) fn slots_by<'a>(&'a self, index: Index, value: &str) -> impl DoubleEndedIterator<Item = Slot> + use<'a> {
        let holders = self.texts.get(index as usize).and_then(|texts| texts.get(value));
        holders.into_iter().flatten().map(|holder| holder.slot)
    }

    /// The rows that are found by a text.
    pub(crate) fn by<'a, R: Resource>(
        &'a self,
        index: Index,
        value: &str,
    ) -> impl DoubleEndedIterator<Item = &'a Arc<R>> + use<'a, R> {
        self.slots_by(index, value).filter_map(|slot| self.at(slot))
    }

    /// The slots of all rows of a kind, in the order in which they were inserted.
    pub(crate) fn slots<R: Resource>(&self) -> impl DoubleEndedIterator<Item = Slot> {
        let rows = self.table(R::KIND).map(|table| table.rows.iter().enumerate());
        rows.into_iter().flatten().filter(|(_, row)| row.is_some()).map(|(slot, _)| slot as Slot)
    }

    /// An order of the rows of a kind, or the part of it between two places.
    pub(crate) fn ordered<R: Resource>(&self, order: Order, range: Range) -> impl DoubleEndedIterator<Item = &Place> {
        self.orders.get(place_of(R::KIND, order)).into_iter().flat_map(move |places| places.range(range.clone()))
    }

    pub(crate) fn search<R: Resource>(&self) -> &Search {
        static EMPTY: Search = Search::EMPTY;
        self.searches.get(R::KIND as usize).unwrap_or(&EMPTY)
    }

    /// Inserts, replaces or, with `None`, deletes the row at a slot, together with its keys. An error changes nothing.
    fn put(&mut self, kind: Kind, slot: Slot, row: Option<Row>) -> Result<Option<Row>, Problem> {
        let old = self.row(kind, slot).cloned();
        let keys = |row: &Option<Row>| row.as_ref().map(|row| row.keys(self)).unwrap_or_default();
        let (before, after) = (keys(&old), keys(&row));
        self.refuse_taken(slot, &before, &after)?;
        let user = old.iter().chain(&row).find_map(Row::part_of).and_then(|id| self.slot::<User>(id));
        let user_before = user.map(|user| self.keys_of_user(user)).unwrap_or_default();
        self.set(kind, slot, row);
        self.change_keys(kind, slot, &before, &after);
        if let Some(user) = user {
            let user_after = self.keys_of_user(user);
            self.change_keys(Kind::User, user, &user_before, &user_after);
        }
        Ok(old)
    }

    fn keys_of_user(&self, slot: Slot) -> Keys {
        self.row(Kind::User, slot).map(|row| row.keys(self)).unwrap_or_default()
    }

    fn set(&mut self, kind: Kind, slot: Slot, row: Option<Row>) {
        let Some(table) = self.tables.get_mut(kind as usize) else { return };
        let place = slot as usize;
        if table.rows.len() <= place {
            table.rows.resize(place + 1, None);
        }
        if let Some(row) = &row {
            table.by_id.insert(row.id().clone(), slot);
        } else if let Some(Some(old)) = table.rows.get(place) {
            table.by_id.remove(old.id());
        }
        if let Some(to) = table.rows.get_mut(place) {
            *to = row;
        }
    }

    fn refuse_taken(&self, slot: Slot, before: &Keys, after: &Keys) -> Result<(), Problem> {
        for key in after.0.iter().filter(|key| !before.0.contains(key)) {
            let Key::Text { index, value, is_exclusive: true } = key else { continue };
            let holders = self.texts.get(*index as usize).and_then(|texts| texts.get(value));
            if holders.into_iter().flatten().any(|holder| holder.is_exclusive && holder.slot != slot) {
                return Err(index.taken());
            }
        }
        Ok(())
    }

    /// Touches only the keys that changed.
    fn change_keys(&mut self, kind: Kind, slot: Slot, before: &Keys, after: &Keys) {
        for key in before.0.iter().filter(|key| !after.0.contains(key)) {
            self.remove_key(kind, slot, key);
        }
        for key in after.0.iter().filter(|key| !before.0.contains(key)) {
            self.add_key(kind, slot, key);
        }
    }

    fn add_key(&mut self, kind: Kind, slot: Slot, key: &Key) {
        match key {
            Key::BelongsTo(owner, id) => {
                let parts = self.parts.entry((*owner, id.clone())).or_default();
                parts.insert(parts.partition_point(|part| *part < (kind, slot)), (kind, slot));
            }
            Key::Text { index, value, is_exclusive } => {
                let Some(texts) = self.texts.get_mut(*index as usize) else { return };
                let holder = Holder { slot, is_exclusive: *is_exclusive };
                let holders = texts.entry(value.clone()).or_default();
                holders.insert(holders.partition_point(|holder| holder.slot < slot), holder);
            }
            Key::Order(order, value) => {
                if let Some(places) = self.orders.get_mut(place_of(kind, *order)) {
                    places.insert((value.clone(), slot));
                }
            }
            Key::Search(text) => {
                self.searches.get_mut(kind as usize).into_iter().for_each(|search| search.add(slot, text));
            }
        }
    }

    fn remove_key(&mut self, kind: Kind, slot: Slot, key: &Key) {
        match key {
            Key::BelongsTo(owner, id) => {
                let owner = (*owner, id.clone());
                let Some(parts) = self.parts.get_mut(&owner) else { return };
                if let Ok(place) = parts.binary_search(&(kind, slot)) {
                    parts.remove(place);
                }
                if parts.is_empty() {
                    self.parts.remove(&owner);
                }
            }
            Key::Text { index, value, .. } => {
                let Some(texts) = self.texts.get_mut(*index as usize) else { return };
                let Some(holders) = texts.get_mut(value) else { return };
                if let Ok(place) = holders.binary_search_by_key(&slot, |holder| holder.slot) {
                    holders.remove(place);
                }
                if holders.is_empty() {
                    texts.remove(value);
                }
            }
            Key::Order(order, value) => {
                if let Some(places) = self.orders.get_mut(place_of(kind, *order)) {
                    places.remove(&(value.clone(), slot));
                }
            }
            Key::Search(text) => {
                self.searches.get_mut(kind as usize).into_iter().for_each(|search| search.remove(slot, text));
            }
        }
    }
}

/// Where an order of a kind's rows is among all orders.
fn place_of(kind: Kind, order: Order) -> usize {
    kind as usize * Order::COUNT + order as usize
}
