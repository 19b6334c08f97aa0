//! The retry budget: keeps retries from multiplying the load of an outage.

use std::sync::atomic::{AtomicU32, Ordering};

/// Tokens for retries, shared by all clones of a client.
pub(super) struct Budget {
    tokens: AtomicU32,
    most: u32,
}

impl Budget {
    pub(super) fn new(most: u32) -> Self {
        Self { tokens: AtomicU32::new(most), most }
    }

    /// Takes tokens for one retry; they come back if the result is dropped before it is [kept](Spent::keep).
    pub(super) fn spend(&self, cost: u32) -> Option<Spent<'_>> {
        let taken = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| {
            // Without this a retry that costs nothing would pass an empty budget.
            tokens.checked_sub(cost).filter(|_| tokens > 0)
        });
        taken.is_ok().then(|| Spent { budget: self, cost })
    }

    /// Puts tokens back, or in. A full budget is only looked at, since that is the state of a client whose calls succeed.
    pub(super) fn add(&self, tokens: u32) {
        if self.tokens.load(Ordering::Relaxed) < self.most {
            let more = |now: u32| Some(now.saturating_add(tokens).min(self.most));
            let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
        }
    }
}

/// Tokens of a retry that has not begun.
pub(super) struct Spent<'a> {
    budget: &'a Budget,
    cost: u32,
}

impl Spent<'_> {
    /// The retry begins. Returns what to refund should it succeed.
    pub(super) fn keep(mut self) -> u32 {
        std::mem::take(&mut self.cost)
    }
}

impl Drop for Spent<'_> {
    fn drop(&mut self) {
        self.budget.add(self.cost);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_budget_gives_nothing_until_calls_succeed() {
        let budget = Budget::new(100);
        let spent: u32 = std::iter::from_fn(|| budget.spend(10).map(Spent::keep)).sum();
        assert_eq!(spent, 100);
        assert!(budget.spend(10).is_none() && budget.spend(0).is_none());
        for _ in 0..10 {
            budget.add(1);
        }
        assert!(budget.spend(10).is_some());
    }

    #[test]
    fn what_is_not_used_comes_back_and_it_never_overflows() {
        let budget = Budget::new(100);
        for _ in 0..1000 {
            drop(budget.spend(10));
            budget.add(1);
        }
        assert_eq!(budget.tokens.load(Ordering::Relaxed), 100);
        budget.add(u32::MAX);
        assert_eq!(budget.tokens.load(Ordering::Relaxed), 100);
        assert!(Budget::new(0).spend(0).is_none());
    }
}
