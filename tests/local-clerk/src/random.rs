//! Everything random comes from here, so that a seed makes an instance repeatable.

use std::num::ParseIntError;

use parking_lot::Mutex;
use serde::{Deserialize, Serialize};

use crate::store::Id;

const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// The source of ids, secrets and codes: a part of the state, so that what is undone uses none up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Ids(fastrand::Rng);

impl TryFrom<String> for Ids {
    type Error = ParseIntError;

    fn try_from(seed: String) -> Result<Self, ParseIntError> {
        seed.parse().map(Self::new)
    }
}

/// As text: a number of 64 bits would not survive every JSON parser.
impl From<Ids> for String {
    fn from(ids: Ids) -> Self {
        ids.0.get_seed().to_string()
    }
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// An id in Clerk's form: a prefix and 27 letters and digits.
    pub(crate) fn id(&mut self, prefix: &str) -> Id {
        let mut id = String::with_capacity(prefix.len() + 28);
        id.push_str(prefix);
        id.push_str("_2");
        id.extend((0..26).map(|_| pick(&mut self.0, BASE62)));
        id.into()
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill(&mut bytes);
        bytes
    }

    /// Lower-case letters and digits, for backup codes and tokens.
    pub(crate) fn text(&mut self, length: usize) -> String {
        (0..length).map(|_| pick(&mut self.0, LOWER)).collect()
    }
}

/// What is random and no part of the state: reading must not change the ids of what is created.
#[derive(Debug)]
pub(crate) struct Random {
    traces: Mutex<fastrand::Rng>,
    chances: Mutex<fastrand::Rng>,
    salts: Mutex<fastrand::Rng>,
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut root = fastrand::Rng::with_seed(seed.wrapping_add(1));
        Self { traces: Mutex::new(root.fork()), chances: Mutex::new(root.fork()), salts: Mutex::new(root) }
    }

    pub(crate) fn trace_id(&self) -> String {
        format!("{:032x}", self.traces.lock().u128(..))
    }

    pub(crate) fn chance(&self, probability: f64) -> bool {
        self.chances.lock().f64() < probability
    }

    pub(crate) fn salt(&self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.salts.lock().fill(&mut salt);
        salt
    }
}

fn pick(rng: &mut fastrand::Rng, from: &[u8]) -> char {
    from.get(rng.usize(..from.len())).map_or('0', |byte| char::from(*byte))
}
