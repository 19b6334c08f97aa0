//! The queue as calls share it, and the turns that it gives them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;

use super::outcome::Outcome;
use super::queue::{Limits, Queue};
use super::scope::Scope;

/// Shared by all calls of a client and its clones.
#[derive(Clone)]
pub(super) struct SharedQueue(Arc<Mutex<Queue>>);

impl SharedQueue {
    pub(super) fn new(limits: Limits) -> Self {
        Self(Arc::new(Mutex::new(Queue::new(limits, Instant::now()))))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Queue> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The turn of a request that was admitted at `taken`.
    pub(super) fn turn(&self, scope: Scope, taken: Instant) -> Turn {
        Turn { queue: self.clone(), scope, taken }
    }
}

/// One request in flight.
pub(super) struct Turn {
    queue: SharedQueue,
    scope: Scope,
    taken: Instant,
}

impl Turn {
    pub(super) fn ended(self, outcome: Outcome) {
        self.queue.lock().ended(&self.scope, self.taken, outcome, Instant::now());
    }
}
