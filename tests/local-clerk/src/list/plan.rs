//! How a list of users is found: from few candidates where filters name them, otherwise along an order until the page is full.

use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

use super::order::Direction;
use super::slots::{Bits, Slots};
use super::users::{Between, By, Identifiers, UserList, unknown_cursor};
use crate::input::text::fold_wallet;
use crate::problem::Problem;
use crate::resources::{EmailAddress, ExternalAccount, Membership, PhoneNumber, User, Web3Wallet};
use crate::store::{Id, Index, Kind, Place, Range, Slot, Store, Value};

/// Candidates are sorted when they are fewer than one in so many of all users. Otherwise the order is walked along, and candidates
/// are met often enough.
const ONE_IN: usize = 8;
/// The ends of those with the same value.
const FIRST: Slot = Slot::MIN;
const LAST: Slot = Slot::MAX;

pub(crate) struct Plan<'a> {
    list: &'a UserList,
    store: &'a Store,
    /// The only users that can be in the list, if something names them.
    candidates: Option<Slots>,
    refused: Slots,
}

impl<'a> Plan<'a> {
    pub(super) fn new(list: &'a UserList, store: &'a Store) -> Self {
        let mut sets: Vec<Slots> = Vec::new();
        let mut refused = Vec::new();
        for filter in &list.identifiers {
            let find = |values: &[String]| -> Vec<Slot> {
                values.iter().flat_map(|value| find(store, filter, value)).collect()
            };
            refused.extend(find(&filter.exclude));
            if !filter.include.is_empty() {
                sets.push(find(&filter.include).into_iter().collect());
            }
        }
        for hits in &list.hits {
            sets.push(hits.iter().filter(|hit| store.search().holds(**hit)).map(|hit| hit.slot).collect());
        }
        if list.banned == Some(true) {
            sets.push(store.slots_by(Index::Banned, "").collect());
        }
        let most = store.count::<User>() / ONE_IN;
        sets.extend(list.times.iter().filter_map(|times| few(store, times, most)));
        Self { list, store, candidates: Slots::in_all(sets), refused: refused.into_iter().collect() }
    }

    fn passes(&self, slot: Slot) -> Option<&'a Arc<User>> {
        let user = self.store.at::<User>(slot)?;
        let passes = !self.refused.contains(slot)
            && self.list.banned.is_none_or(|banned| user.banned == banned)
            && self.list.times.iter().all(|times| times.contains(user));
        passes.then_some(user)
    }

    pub(crate) fn count(&self) -> usize {
        let (list, store) = (self.list, self.store);
        let is_all = self.candidates.is_none() && self.refused.len() == 0 && list.times.is_empty();
        match (&self.candidates, list.times.first()) {
            (Some(candidates), _) => candidates.iter().filter(|slot| self.passes(*slot).is_some()).count(),
            (None, Some(times)) => {
                let places = store.ordered(times.order, range(times));
                places.filter(|(_, slot)| self.passes(*slot).is_some()).count()
            }
            (None, None) if is_all && list.banned.is_none() => store.count::<User>(),
            // Of those who are not banned there are as many as of all, without those who are.
            (None, None) if is_all => store.count::<User>() - store.slots_by(Index::Banned, "").count(),
            (None, None) => store.slots::<User>().filter(|slot| self.passes(*slot).is_some()).count(),
        }
    }

    /// One page of the users.
    pub(crate) fn page(&self) -> Result<Vec<&'a Arc<User>>, Problem> {
        let (list, page) = (self.list, self.list.page);
        let range = self.places()?;
        let places: Box<dyn Iterator<Item = Slot> + '_> = match &self.candidates {
            Some(few) if few.len() <= self.store.count::<User>() / ONE_IN => {
                Box::new(self.sorted(few, &range).into_iter())
            }
            Some(many) => {
                let many = Bits::from(many);
                Box::new(self.along(range).filter(move |slot| many.contains(*slot)))
            }
            None => Box::new(self.along(range)),
        };
        let is_whole = list.times.is_empty() && list.banned.is_none() && self.refused.len() == 0;
        if is_whole && self.candidates.is_none() {
            // Nobody has to be looked at to be passed over.
            return Ok(places.skip(page.offset).take(page.limit).filter_map(|slot| self.store.at(slot)).collect());
        }
        Ok(places.filter_map(|slot| self.passes(slot)).skip(page.offset).take(page.limit).collect())
    }

    /// The part of the order in which the page must lie: behind the cursor, and within a filter of the same order.
    fn places(&self) -> Result<Range, Problem> {
        let Direction { order, descends } = self.list.direction;
        let same = self.list.times.iter().find(|times| times.order == order);
        let (mut from, mut to) = same.map_or((Bound::Unbounded, Bound::Unbounded), range);
        if let Some(id) = &self.list.starting_after {
            let slot = self.store.slot::<User>(id).ok_or_else(unknown_cursor)?;
            let user = self.store.at::<User>(slot).ok_or_else(unknown_cursor)?;
            let place = (Value::Number(user.created_at), slot);
            if descends {
                to = Bound::Excluded(narrower(place, &to, Ord::min));
            } else {
                from = Bound::Excluded(narrower(place, &from, Ord::max));
            }
        }
        Ok(valid((from, to)))
    }

    fn along(&self, range: Range) -> impl Iterator<Item = Slot> + use<'a> {
        let Direction { order, descends } = self.list.direction;
        let mut places = self.store.ordered(order, range).map(|(_, slot)| *slot);
        std::iter::from_fn(move || if descends { places.next_back() } else { places.next() })
    }

    fn sorted(&self, slots: &Slots, range: &Range) -> Vec<Slot> {
        let Direction { order, descends } = self.list.direction;
        let place = |slot: Slot| Some((self.store.at::<User>(slot)?.value(order, self.store), slot));
        let mut places: Vec<_> = slots.iter().filter_map(place).filter(|place| range.contains(place)).collect();
        places.sort_unstable();
        if descends {
            places.reverse();
        }
        places.into_iter().map(|(_, slot)| slot).collect()
    }
}

fn bound(bound: &Bound<Place>) -> Option<&Place> {
    match bound {
        Bound::Included(place) | Bound::Excluded(place) => Some(place),
        Bound::Unbounded => None,
    }
}

fn narrower(place: Place, other: &Bound<Place>, pick: fn(Place, Place) -> Place) -> Place {
    match bound(other) {
        Some(other) => pick(place, other.clone()),
        None => place,
    }
}

/// A range that ends before it begins has nothing in it, and is no range to the standard library.
fn valid(range: Range) -> Range {
    let end = (Value::Nothing, LAST);
    match (bound(&range.0), bound(&range.1)) {
        (Some(from), Some(to)) if from >= to => (Bound::Excluded(end.clone()), Bound::Included(end)),
        _ => range,
    }
}

fn range(times: &Between) -> Range {
    let from = match times.after {
        Some(after) => Bound::Excluded((Value::Number(after), LAST)),
        None => Bound::Unbounded,
    };
    let to = match times.before {
        Some(before) => Bound::Excluded((Value::Number(before), FIRST)),
        // Whoever has no such time stands behind all who have.
        None => Bound::Included((Value::Number(i64::MAX), LAST)),
    };
    valid((from, to))
}

/// The users of a range, if they are few.
fn few(store: &Store, times: &Between, most: usize) -> Option<Slots> {
    let places = store.ordered(times.order, range(times)).map(|(_, slot)| *slot);
    let slots: Slots = places.take(most + 1).collect();
    (slots.len() <= most).then_some(slots)
}

/// The users with an identifier.
fn find(store: &Store, filter: &Identifiers, value: &str) -> Vec<Slot> {
    let user = |id: &Id| store.slot::<User>(id);
    match filter.by {
        By::UserId => store.slot::<User>(value).into_iter().collect(),
        By::User(Index::Username) => store.slots_by(Index::Username, &value.to_lowercase()).collect(),
        By::User(index) => store.slots_by(index, value).collect(),
        By::OrganizationId => {
            let members = store.parts::<Membership>(Kind::Organization, &value.into());
            members.filter_map(|member| user(&member.user)).collect()
        }
        By::Account => store.by::<ExternalAccount>(Index::Account, value).filter_map(|part| user(&part.user)).collect(),
        By::Part(Index::EmailAddress) => {
            let emails = store.by::<EmailAddress>(Index::EmailAddress, &value.to_lowercase());
            emails.filter_map(|part| user(&part.user)).collect()
        }
        By::Part(Index::PhoneNumber) => {
            store.by::<PhoneNumber>(Index::PhoneNumber, value).filter_map(|part| user(&part.user)).collect()
        }
        By::Part(index) => {
            store.by::<Web3Wallet>(index, &fold_wallet(value)).filter_map(|part| user(&part.user)).collect()
        }
    }
}
