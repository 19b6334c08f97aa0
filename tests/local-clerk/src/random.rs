//! Everything random comes from here, so that a seed makes a local Clerk repeatable.

use parking_lot::Mutex;

const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

#[derive(Debug)]
pub(crate) struct Random {
    state: Mutex<fastrand::Rng>,
    // Trace ids come from a generator of their own: reads must not change the ids that writes get.
    traces: Mutex<fastrand::Rng>,
    chances: Mutex<fastrand::Rng>,
}

impl Random {
    pub(crate) fn new(seed: Option<u64>) -> Self {
        let mut root = seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed);
        Self { traces: Mutex::new(root.fork()), chances: Mutex::new(root.fork()), state: Mutex::new(root) }
    }

    /// An id in Clerk's form: a prefix and 27 letters and digits.
    pub(crate) fn id(&self, prefix: &str) -> String {
        let mut rng = self.state.lock();
        let mut id = String::with_capacity(prefix.len() + 28);
        id.push_str(prefix);
        id.push_str("_2");
        id.extend((0..26).map(|_| pick(&mut rng, BASE62)));
        id
    }

    pub(crate) fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.state.lock().fill(&mut bytes);
        bytes
    }

    /// Lower-case letters and digits, for backup codes and tokens.
    pub(crate) fn text(&self, length: usize) -> String {
        let mut rng = self.state.lock();
        (0..length).map(|_| pick(&mut rng, LOWER)).collect()
    }

    pub(crate) fn trace_id(&self) -> String {
        format!("{:032x}", self.traces.lock().u128(..))
    }

    pub(crate) fn chance(&self, probability: f64) -> bool {
        self.chances.lock().f64() < probability
    }
}

fn pick(rng: &mut fastrand::Rng, from: &[u8]) -> char {
    from.get(rng.usize(..from.len())).map_or('0', |byte| char::from(*byte))
}
