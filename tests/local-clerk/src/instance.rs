//! One instance of Clerk: its state, its settings, and what tests script and look at.

use std::collections::HashMap;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};

use crate::faults::Faults;
use crate::journal::{Capacity, Journal};
use crate::limits::Limiter;
use crate::problem::Problem;
use crate::random::Random;
use crate::responses::Responses;
use crate::show::{Show, Shown, View};
use crate::store::{Resource, Store, Transaction};
use crate::{ApiVersion, Clock, Settings};

pub(crate) struct Instance {
    pub(crate) settings: RwLock<Arc<Settings>>,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) responses: Responses,
    pub(crate) limiter: Limiter,
    store: RwLock<Store>,
    snapshots: Mutex<HashMap<String, Store>>,
    seed: u64,
}

/// Without users.
impl fmt::Debug for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Instance").finish_non_exhaustive()
    }
}

impl Instance {
    pub(crate) fn new(settings: Settings, clock: Clock, journal: Capacity, seed: u64) -> Self {
        Self {
            settings: RwLock::new(Arc::new(settings)),
            clock,
            random: Random::new(seed),
            journal: Journal::new(journal),
            faults: Faults::default(),
            responses: Responses::default(),
            limiter: Limiter::default(),
            store: RwLock::new(Store::new(seed)),
            snapshots: Mutex::default(),
            seed,
        }
    }

    pub(crate) fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read())
    }

    pub(crate) fn configure(&self, change: impl FnOnce(&mut Settings)) {
        change(Arc::make_mut(&mut self.settings.write()));
    }

    pub(crate) fn read<T>(&self, read: impl FnOnce(&Store) -> T) -> T {
        read(&self.store.read())
    }

    pub(crate) fn export(&self) -> Result<String, String> {
        self.store.read().export().map_err(|error| error.to_string())
    }

    /// Puts an export in place of everything.
    pub(crate) fn import(&self, text: &str) -> Result<(), String> {
        self.replace(Store::import(text, self.seed)?);
        Ok(())
    }

    pub(crate) fn replace(&self, store: Store) {
        *self.store.write() = store;
    }

    /// Forgets users, organizations, faults, scripted responses, the journal and counted requests; keeps settings, clock and snapshots.
    pub(crate) fn reset(&self) {
        let mut store = self.store.write();
        *store = Store::new(self.seed);
        self.journal.clear();
        self.faults.clear();
        self.responses.clear();
        self.limiter.clear();
    }

    pub(crate) fn snapshot(&self, name: &str) {
        let store = self.store.read().clone();
        self.snapshots.lock().insert(name.to_owned(), store);
    }

    /// Whether there was a snapshot of this name, which is now the state.
    pub(crate) fn restore(&self, name: &str) -> bool {
        let snapshot = self.snapshots.lock().get(name).cloned();
        snapshot.map(|store| self.replace(store)).is_some()
    }
}

/// What one operation sees of its instance, and of the request that asks for it.
#[derive(Clone, Debug)]
pub(crate) struct Context {
    pub(crate) instance: Arc<Instance>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) version: ApiVersion,
    pub(crate) now: i64,
    pub(crate) origin: Arc<str>,
    /// Whether a request asks, and not the one who sets things up.
    pub(crate) is_request: bool,
}

impl Context {
    pub(crate) fn view<'a>(&'a self, store: &'a Store) -> View<'a> {
        View {
            store,
            version: self.version,
            now: self.now,
            origin: &self.origin,
            lockout_attempts: self.settings.lockout_attempts,
        }
    }

    pub(crate) fn read<T>(&self, read: impl FnOnce(&View<'_>) -> T) -> T {
        self.instance.read(|store| read(&self.view(store)))
    }

    /// Changes the state, all of it or nothing, and lets the journal know before anybody sees it.
    pub(crate) fn change<T, E>(&self, change: impl FnOnce(&mut Call<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut store = self.instance.store.write();
        let mut call = Call { context: self, transaction: Transaction::begin(&mut store, self.now) };
        let result = change(&mut call)?;
        self.instance.journal.commit(call.transaction.commit(), self.is_request);
        Ok(result)
    }

    pub(crate) fn write<T>(&self, change: impl FnOnce(&mut Call<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
        self.change(change)
    }
}

/// A change in progress: a transaction, and what asks for it.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) context: &'a Context,
    transaction: Transaction<'a>,
}

impl Call<'_> {
    pub(crate) fn view(&self) -> View<'_> {
        self.context.view(&self.transaction)
    }

    pub(crate) fn show<R: Resource + Show>(&self, id: &str) -> Result<Shown, Problem> {
        Ok(Shown::one(&self.view(), self.get::<R>(id)?))
    }
}

impl<'a> Deref for Call<'a> {
    type Target = Transaction<'a>;

    fn deref(&self) -> &Transaction<'a> {
        &self.transaction
    }
}

impl<'a> DerefMut for Call<'a> {
    fn deref_mut(&mut self) -> &mut Transaction<'a> {
        &mut self.transaction
    }
}
