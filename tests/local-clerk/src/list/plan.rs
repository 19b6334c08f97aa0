//! How a list is found: from few candidates where filters name them, otherwise along an order until the page is full.

use std::ops::{Bound, RangeBounds};
use std::sync::Arc;

use super::order::Direction;
use super::request::{Between, List};
use super::slots::{Bits, Slots};
use super::{Flag, Listed};
use crate::input::invalid;
use crate::problem::Problem;
use crate::store::{Place, Range, Slot, Store, Value};

/// Candidates are sorted when they are at most one in this many of all rows. Otherwise the order is walked along, and candidates are
/// met often enough.
const ONE_IN: usize = 8;
/// How far along the order a common text is looked for, before all texts are.
const NEAR: usize = 512;
/// How many sorted candidates are kept in any case.
const LEAST_KEPT: usize = 512;
/// The ends of those with the same value.
const FIRST: Slot = Slot::MIN;
const LAST: Slot = Slot::MAX;

pub(super) struct Plan<'a, R: Listed> {
    list: &'a List<R>,
    store: &'a Store,
    /// The only rows that can be in the list, if something names them.
    candidates: Option<Slots>,
    refused: Slots,
}

impl<'a, R: Listed> Plan<'a, R> {
    pub(super) fn new(list: &'a List<R>, store: &'a Store, within: Option<Vec<Slot>>) -> Self {
        let mut sets: Vec<Slots> = within.into_iter().map(Slots::from_iter).collect();
        let mut refused = Vec::new();
        for named in &list.named {
            let find = |values: &[String]| -> Vec<Slot> {
                values.iter().flat_map(|value| (named.find)(store, value)).collect()
            };
            refused.extend(find(&named.exclude));
            if !named.include.is_empty() {
                sets.push(find(&named.include).into_iter().collect());
            }
        }
        for hits in list.hits.iter().flatten() {
            let true_still = hits.iter().filter(|hit| store.search::<R>().holds(**hit));
            sets.push(true_still.map(|hit| hit.slot).collect());
        }
        for (flag, _) in list.flags.iter().filter(|(_, wanted)| *wanted) {
            sets.push(store.slots_by(flag.index, "").collect());
        }
        if R::IS_INDEXED {
            let most = store.count::<R>() / ONE_IN;
            sets.extend(list.times.iter().filter_map(|times| few::<R>(store, times, most)));
        } else if sets.is_empty() {
            sets.push(store.slots::<R>().collect());
        }
        Self { list, store, candidates: Slots::in_all(sets), refused: refused.into_iter().collect() }
    }

    fn passes(&self, slot: Slot) -> Option<&'a Arc<R>> {
        let (list, store) = (self.list, self.store);
        let row = store.at::<R>(slot)?;
        let has = |needle| store.search::<R>().has(slot, needle);
        let passes = !self.refused.contains(slot)
            && list.flags.iter().all(|(flag, wanted)| (flag.holds)(row) == *wanted)
            && list.times.iter().all(|times| times.contains(&row.value(times.order, store)))
            && (list.hits.is_some() || list.needles.iter().all(has));
        passes.then_some(row)
    }

    /// Whether nothing has to be looked at: all rows are meant.
    fn is_everything(&self) -> bool {
        self.is_all_but_flags() && self.list.flags.is_empty()
    }

    fn is_all_but_flags(&self) -> bool {
        let list = self.list;
        let is_filtered = self.candidates.is_some() || self.refused.len() > 0;
        !is_filtered && list.times.is_empty() && list.needles.is_empty()
    }

    pub(super) fn count(&self) -> usize {
        let (list, store) = (self.list, self.store);
        let passing = |slots: &mut dyn Iterator<Item = Slot>| slots.filter(|slot| self.passes(*slot).is_some()).count();
        match (&self.candidates, list.times.first(), list.flags.as_slice()) {
            _ if self.is_everything() => store.count::<R>(),
            // There are as many without it as there are rows, less those with it.
            (_, _, [(Flag { index, .. }, false)]) if self.is_all_but_flags() => {
                store.count::<R>() - store.slots_by(*index, "").count()
            }
            (Some(candidates), ..) => passing(&mut candidates.iter()),
            (None, Some(times), _) => {
                passing(&mut store.ordered::<R>(times.order, range(times)).map(|(_, slot)| *slot))
            }
            (None, None, _) => passing(&mut store.slots::<R>()),
        }
    }

    /// One page of the rows.
    pub(super) fn page(&self) -> Result<Vec<&'a Arc<R>>, Problem> {
        let (store, page, range) = (self.store, self.list.page, self.places()?);
        let many = match &self.candidates {
            Some(few) if !R::IS_INDEXED || few.len() <= store.count::<R>() / ONE_IN => {
                return Ok(self.sorted(few, &range));
            }
            many => many.as_ref().map(Bits::from),
        };
        let places = self.along(range);
        if self.is_everything() {
            return Ok(places.skip(page.offset).take(page.limit).filter_map(|slot| store.at(slot)).collect());
        }
        let candidates = places.filter(|slot| many.as_ref().is_none_or(|many| many.contains(*slot)));
        Ok(candidates.filter_map(|slot| self.passes(slot)).skip(page.offset).take(page.limit).collect())
    }

    /// One page of the rows, if what is near along the order fills it.
    pub(super) fn near(&self) -> Option<Vec<&'a Arc<R>>> {
        let page = self.list.page;
        let places = self.places().ok().filter(|_| R::IS_INDEXED && self.candidates.is_none())?;
        let passing = self.along(places).take(NEAR).filter_map(|slot| self.passes(slot));
        let rows: Vec<_> = passing.skip(page.offset).take(page.limit).collect();
        (rows.len() == page.limit).then_some(rows)
    }

    /// The part of the order in which the page must lie: behind the cursor, and within a filter of the same order.
    fn places(&self) -> Result<Range, Problem> {
        let Direction { order, descends } = self.list.direction;
        let same = self.list.times.iter().find(|times| times.order == order);
        let (mut from, mut to) = same.map_or((Bound::Unbounded, Bound::Unbounded), range);
        if let Some(id) = &self.list.starting_after {
            let unknown = || invalid("starting_after", &format!("the id of a {}", R::LABEL));
            let slot = self.store.slot::<R>(id).ok_or_else(unknown)?;
            let row = self.store.at::<R>(slot).ok_or_else(unknown)?;
            let place = (row.value(order, self.store), slot);
            if descends {
                to = Bound::Excluded(narrower(place, &to, Ord::min));
            } else {
                from = Bound::Excluded(narrower(place, &from, Ord::max));
            }
        }
        Ok(valid((from, to)))
    }

    fn along(&self, range: Range) -> impl Iterator<Item = Slot> + use<'a, R> {
        let Direction { order, descends } = self.list.direction;
        let mut places = self.store.ordered::<R>(order, range).map(|(_, slot)| *slot);
        std::iter::from_fn(move || if descends { places.next_back() } else { places.next() })
    }

    /// The page that candidates make when they are sorted, no more of them than it needs.
    fn sorted(&self, candidates: &Slots, range: &Range) -> Vec<&'a Arc<R>> {
        let (Direction { order, descends }, page) = (self.list.direction, self.list.page);
        let placed = |slot| {
            let row = self.passes(slot)?;
            let place = (row.value(order, self.store), slot);
            range.contains(&place).then_some((place, row))
        };
        let compare = |(a, _): &(Place, _), (b, _): &(Place, _)| if descends { b.cmp(a) } else { a.cmp(b) };
        let end = page.offset.saturating_add(page.limit);
        let mut rows = Vec::new();
        for row in candidates.iter().filter_map(placed) {
            rows.push(row);
            // What cannot be on the page is dropped in between, so that many candidates take little memory.
            if rows.len() / 2 > end.max(LEAST_KEPT) {
                rows.select_nth_unstable_by(end, compare);
                rows.truncate(end);
            }
        }
        rows.sort_unstable_by(compare);
        rows.into_iter().skip(page.offset).take(page.limit).map(|(_, row)| row).collect()
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

/// The rows of a range, if they are few.
fn few<R: Listed>(store: &Store, times: &Between, most: usize) -> Option<Slots> {
    let places = store.ordered::<R>(times.order, range(times)).map(|(_, slot)| *slot);
    let slots: Slots = places.take(most + 1).collect();
    (slots.len() <= most).then_some(slots)
}
