//! Sets of slots.

use crate::store::Slot;

/// A set, as a list in ascending order.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots(Vec<Slot>);

impl FromIterator<Slot> for Slots {
    fn from_iter<I: IntoIterator<Item = Slot>>(slots: I) -> Self {
        let mut slots: Vec<_> = slots.into_iter().collect();
        slots.sort_unstable();
        slots.dedup();
        Self(slots)
    }
}

impl Slots {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Slot> {
        self.0.iter().copied()
    }

    pub(super) fn contains(&self, slot: Slot) -> bool {
        self.0.binary_search(&slot).is_ok()
    }

    /// Those that all of the sets have; `None` if there are no sets.
    pub(super) fn in_all(mut sets: Vec<Self>) -> Option<Self> {
        sets.sort_unstable_by_key(Self::len);
        let mut sets = sets.into_iter();
        let mut smallest = sets.next()?;
        for set in sets {
            smallest.0.retain(|slot| set.contains(*slot));
        }
        Some(smallest)
    }
}

/// A set that is asked very often.
pub(super) struct Bits(Vec<u64>);

impl From<&Slots> for Bits {
    fn from(slots: &Slots) -> Self {
        let words = slots.0.last().map_or(0, |last| *last as usize / 64 + 1);
        let mut bits = vec![0_u64; words];
        for slot in slots.iter() {
            bits.get_mut(slot as usize / 64).into_iter().for_each(|word| *word |= 1 << (slot % 64));
        }
        Self(bits)
    }
}

impl Bits {
    pub(super) fn contains(&self, slot: Slot) -> bool {
        self.0.get(slot as usize / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }
}
