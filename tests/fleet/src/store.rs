//! The turns of the last ten seconds, in Redis or Valkey.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, RedisError, Script};
use tokio::runtime::Handle;
use tokio::time::Instant;

/// Clerk's window, and 200 ms for requests that are on their way for different times.
const WINDOW: Duration = Duration::from_millis(10_200);
/// Per mille of the limit that are given out: 98.5 % of it in 10.2 s are 96.5 % in 10 s.
const SHARE: u64 = 985;
/// An answer that takes longer is none.
const PATIENCE: Duration = Duration::from_millis(250);
/// How long a store that did not answer is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// The list holds the times of the turns, newest first. The next turn is a window after the one that is as many turns old as the limit
/// allows, or now. Twice as many are kept, so that the list is right after some are returned.
const RESERVE: &str = r"
    local limit, window, left = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    local oldest = tonumber(redis.call('LINDEX', KEYS[1], limit - 1) or 0)
    local newest = tonumber(redis.call('LINDEX', KEYS[1], 0) or 0)
    local turn = math.max(now, oldest + window, newest)
    if turn - now > left then return {0, turn - now} end
    redis.call('LPUSH', KEYS[1], string.format('%.0f', turn))
    redis.call('LTRIM', KEYS[1], 0, 2 * limit)
    redis.call('PEXPIRE', KEYS[1], turn - now + 2 * window)
    return {turn, turn - now}
";

/// Where the turns are.
#[derive(Clone)]
pub(crate) struct Store {
    shared: Arc<Shared>,
}

struct Shared {
    connection: ConnectionManager,
    name: String,
    limit: u64,
    reserve: Script,
    /// Until when the store is left alone.
    resting: Mutex<Option<Instant>>,
}

/// What the store says to a request.
pub(crate) enum Reply {
    /// It has this turn, after this time.
    Turn(Turn, Duration),
    /// Its turn would only come after this time.
    TooLate(Duration),
    /// Nothing.
    Unreachable,
}

impl Store {
    pub(crate) fn new(url: &str, name: &str, requests: u32) -> Result<Self, RedisError> {
        let patience = Some(PATIENCE);
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(patience)
            .set_response_timeout(patience)
            .set_number_of_retries(0);
        let shared = Shared {
            connection: ConnectionManager::new_lazy_with_config(Client::open(url)?, config)?,
            name: name.to_owned(),
            limit: (u64::from(requests) * SHARE / 1000).max(1),
            reserve: Script::new(RESERVE),
            resting: Mutex::new(None),
        };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Reserves the next turn that comes within `left`.
    pub(crate) async fn reserve(&self, left: Duration) -> Reply {
        if self.is_resting() {
            return Reply::Unreachable;
        }
        let shared = &*self.shared;
        let mut reserve = shared.reserve.key(&shared.name);
        reserve.arg(shared.limit).arg(millis(WINDOW)).arg(millis(left));
        let mut connection = shared.connection.clone();
        // A request that is dropped while it waits for the answer loses a turn: rare, and harmless.
        let answer = tokio::time::timeout(PATIENCE, reserve.invoke_async::<(u64, u64)>(&mut connection)).await;
        match answer {
            Ok(Ok((0, wait))) => Reply::TooLate(Duration::from_millis(wait)),
            Ok(Ok((at, wait))) => {
                let turn = Turn { store: self.clone(), at, is_taken: false };
                Reply::Turn(turn, Duration::from_millis(wait))
            }
            Ok(Err(_)) | Err(_) => {
                *self.shared.resting.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PAUSE);
                Reply::Unreachable
            }
        }
    }

    fn is_resting(&self) -> bool {
        let resting = self.shared.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.is_some_and(|end| Instant::now() < end)
    }

    async fn give_back(self, at: u64) {
        let mut connection = self.shared.connection.clone();
        let remove = redis::cmd("LREM").arg(&self.shared.name).arg(1).arg(at).to_owned();
        // What cannot be returned expires.
        let _ = remove.exec_async(&mut connection).await;
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("name", &self.shared.name)
            .field("limit", &self.shared.limit)
            .finish_non_exhaustive()
    }
}

/// The right to send one request; returned when it is dropped unused.
pub(crate) struct Turn {
    store: Store,
    at: u64,
    is_taken: bool,
}

impl Turn {
    pub(crate) fn taken(mut self) {
        self.is_taken = true;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let (false, Ok(runtime)) = (self.is_taken, Handle::try_current()) {
            runtime.spawn(self.store.clone().give_back(self.at));
        }
    }
}

fn millis(duration: Duration) -> u64 {
    // Lua's numbers are exact up to here.
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX).min(1 << 52)
}
