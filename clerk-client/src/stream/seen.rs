//! What a walk remembers of the pages behind it, bounded.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;

use super::keys::Key;

/// The ids of the last items.
#[derive(Debug)]
pub(super) struct Recent {
    ids: HashSet<Arc<str>>,
    order: VecDeque<Arc<str>>,
    capacity: usize,
    is_partial: bool,
}

impl Recent {
    pub(super) fn new(capacity: usize) -> Self {
        Self { ids: HashSet::new(), order: VecDeque::new(), capacity, is_partial: false }
    }

    pub(super) fn contains(&self, key: &Key) -> bool {
        self.ids.contains(&key.id)
    }

    /// Whether some of the last so many items are no longer known.
    pub(super) fn has_forgotten(&self, items: u64) -> bool {
        self.is_partial && u64::try_from(self.capacity).is_ok_and(|capacity| items > capacity)
    }

    /// The id of the item that so many others have come after.
    pub(super) fn last_but(&self, others: usize) -> Option<Arc<str>> {
        let place = self.order.len().checked_sub(others.saturating_add(1))?;
        self.order.get(place).cloned()
    }

    /// Whether it is new.
    pub(super) fn insert(&mut self, key: &Key) -> bool {
        if !self.ids.insert(Arc::clone(&key.id)) {
            return false;
        }
        self.order.push_back(Arc::clone(&key.id));
        if self.order.len() > self.capacity {
            self.is_partial = true;
            if let Some(oldest) = self.order.pop_front() {
                self.ids.remove(&oldest);
            }
        }
        true
    }
}

/// How many items in a row recognise a place in the list: one alone may have moved there.
const LANDMARK: usize = 3;

/// Brent's algorithm: keeps one place of the list, a later one after each power of two, and recognises it when it comes again.
#[derive(Debug, Default)]
pub(super) struct Cycle {
    kept: VecDeque<Arc<str>>,
    last: VecDeque<Arc<str>>,
    since: u64,
    power: u64,
}

impl Cycle {
    /// Whether the item closes a cycle. It takes a few times as many items as there are in the cycle until then.
    pub(super) fn is_closed_by(&mut self, key: &Key) -> bool {
        if self.last.len() == LANDMARK {
            self.last.pop_front();
        }
        self.last.push_back(Arc::clone(&key.id));
        if self.kept.len() == LANDMARK && self.kept == self.last {
            return true;
        }
        self.since += 1;
        if self.since > self.power {
            (self.kept, self.since) = (self.last.clone(), 0);
            self.power = self.power.saturating_mul(2).max(1);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: usize) -> Key {
        Key { id: n.to_string().into(), at: None }
    }

    #[test]
    fn the_last_ids_are_known_and_no_others() {
        let mut recent = Recent::new(3);
        assert!((0..3).all(|n| recent.insert(&key(n))) && !recent.has_forgotten(u64::MAX));
        assert!(!recent.insert(&key(0)), "known");
        assert!(recent.insert(&key(3)));
        assert!(recent.has_forgotten(4) && !recent.has_forgotten(3));
        assert_eq!((0..4).map(|n| recent.contains(&key(n))).collect::<Vec<_>>(), [false, true, true, true]);
    }

    #[test]
    fn every_cycle_is_found_and_nothing_else() {
        for (before, length) in [(0, 3), (3, 4), (5, 7), (100, 64), (64, 100)] {
            let mut cycle = Cycle::default();
            let item = |n: usize| key(if n < before { n } else { before + (n - before) % length });
            let found = (0..1000).find(|n| cycle.is_closed_by(&item(*n))).unwrap();
            assert!(found >= before + length && found <= 4 * (before + length) + 4, "{before} {length}: {found}");
        }
        let mut straight = Cycle::default();
        assert!(!(0..1000).any(|n| straight.is_closed_by(&key(n))));
        // One item that is everywhere is one that moves.
        let mut moving = Cycle::default();
        assert!(!(0..1000).any(|n| moving.is_closed_by(&key(if n % 5 == 0 { 0 } else { n }))));
    }
}
