//! The program: its instances, and what they share.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use http::{HeaderMap, header};
use parking_lot::RwLock;
use tokio::sync::Semaphore;

use crate::Settings;
use crate::clock::Clock;
use crate::instance::Instance;
use crate::journal::Capacity;
use crate::problem::Problem;
use crate::server::Log;
use crate::store::Store;

/// What is fixed when the program starts.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The keys of the first instance.
    pub(crate) secret_keys: Vec<String>,
    /// Whether every other key has an instance of its own.
    pub(crate) instance_per_key: bool,
    pub(crate) control: bool,
    pub(crate) allowed_hosts: Vec<String>,
    pub(crate) settings: Settings,
    pub(crate) journal: Capacity,
    /// Any one, unless one is chosen.
    pub(crate) seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            secret_keys: Vec::new(),
            instance_per_key: false,
            control: false,
            allowed_hosts: Vec::new(),
            settings: Settings::default(),
            journal: Capacity { entries: 10_000, bytes: 64 * 1024 * 1024 },
            seed: fastrand::u64(..),
        }
    }
}

pub(crate) struct App {
    pub(crate) options: Options,
    pub(crate) log: Option<Log>,
    /// Where the emulator is reached by whoever does not say.
    origin: Arc<str>,
    first: Arc<Instance>,
    /// What the instances of other keys begin with.
    beginning: OnceLock<Store>,
    others: RwLock<HashMap<String, Arc<Instance>>>,
    pub(crate) slow: Arc<Semaphore>,
}

/// Without keys and users.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("origin", &self.origin).finish_non_exhaustive()
    }
}

impl App {
    pub(crate) fn new(options: Options, clock: Clock, origin: String, log: Option<Log>) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            first: Arc::new(Instance::new(options.settings.clone(), clock, options.journal, options.seed)),
            beginning: OnceLock::new(),
            others: RwLock::default(),
            origin: origin.into(),
            slow: Arc::new(Semaphore::new(processors)),
            options,
            log,
        }
    }

    /// The key of a request, if it is let in.
    pub(crate) fn authenticate(&self, headers: &HeaderMap) -> Result<String, Problem> {
        let header = headers.get(header::AUTHORIZATION).ok_or_else(Problem::malformed_authorization)?;
        let key = header.to_str().ok().and_then(|text| text.strip_prefix("Bearer "));
        let key = key.filter(|key| !key.is_empty()).ok_or_else(Problem::malformed_authorization)?;
        let is_known = self.options.secret_keys.iter().any(|known| known == key);
        let may_be_new = self.options.instance_per_key && key.starts_with("sk_");
        if is_known || may_be_new { Ok(key.to_owned()) } else { Err(Problem::wrong_key()) }
    }

    /// The instance of a key; the first one without.
    pub(crate) fn instance(&self, key: Option<&str>) -> Arc<Instance> {
        let Some(key) = key.filter(|key| self.options.secret_keys.iter().all(|known| known != key)) else {
            return Arc::clone(&self.first);
        };
        if let Some(known) = self.others.read().get(key) {
            return Arc::clone(known);
        }
        let Options { settings, journal, seed, .. } = &self.options;
        let new = || {
            let instance = Instance::new(settings.clone(), self.first.clock.fork(), *journal, *seed);
            self.beginning.get().into_iter().for_each(|store| instance.replace(store.clone()));
            Arc::new(instance)
        };
        Arc::clone(self.others.write().entry(key.to_owned()).or_insert_with(new))
    }

    /// Lets the instances of other keys begin with what the first one has now.
    pub(crate) fn begin(&self) {
        if self.options.instance_per_key {
            let _ = self.beginning.set(self.first.read(Store::clone));
        }
    }

    pub(crate) fn instances(&self) -> Vec<Arc<Instance>> {
        let first = std::iter::once(Arc::clone(&self.first));
        first.chain(self.others.read().values().cloned()).collect()
    }

    pub(crate) fn origin(&self) -> &Arc<str> {
        &self.origin
    }

    /// Where a request reached the emulator, so that links in the response lead there too.
    pub(crate) fn origin_of(&self, headers: &HeaderMap) -> Arc<str> {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let is_plain = |host: &&str| {
            !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte))
        };
        match host.filter(is_plain) {
            Some(host) => format!("http://{host}").into(),
            None => Arc::clone(&self.origin),
        }
    }
}
