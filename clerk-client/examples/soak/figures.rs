//! What is counted, and printed at the end.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use clerk_client::{Error, RetryEvent};

#[derive(Default)]
pub(crate) struct Figures {
    calls: AtomicU64,
    stale: AtomicBool,
    retries: Mutex<BTreeMap<&'static str, u64>>,
    failures: Mutex<BTreeMap<String, u64>>,
    /// Kilobytes, ten times over the run.
    memory: Mutex<Vec<u64>>,
}

impl Figures {
    pub(crate) fn called(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn retried(&self, retry: &RetryEvent<'_>) {
        count(&self.retries, retry.reason.as_str());
    }

    pub(crate) fn failed(&self, error: &Error) {
        let status = error.status().map_or_else(String::new, |status| format!(" {}", status.as_u16()));
        count(&self.failures, format!("{:?}{status}", error.kind()));
    }

    /// A user that was read; each has one writer, so it must be as that one left it.
    pub(crate) fn found(&self, as_believed: bool) {
        if !as_believed {
            self.stale.store(true, Ordering::Relaxed);
        }
    }

    pub(crate) async fn watch_memory(&self, end: Instant) {
        let step = end.saturating_duration_since(Instant::now()) / 10;
        for _ in 0..10 {
            tokio::time::sleep(step.max(Duration::from_millis(1))).await;
            self.memory.lock().unwrap_or_else(PoisonError::into_inner).extend(resident());
        }
    }

    /// From the middle of the run to its end, no more than a tenth and 4 MB.
    pub(crate) fn memory_is_flat(&self) -> bool {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        match (memory.get(memory.len() / 2), memory.last()) {
            (Some(middle), Some(last)) => *last <= middle + middle / 10 + 4096,
            _ => true,
        }
    }

    pub(crate) fn print(&self, seconds: u64) {
        let calls = self.calls.load(Ordering::Relaxed);
        println!("{calls} calls, {} a second", calls / seconds.max(1));
        println!("sent again: {:?}", self.retries.lock().unwrap_or_else(PoisonError::into_inner));
        println!("failed: {:?}", self.failures.lock().unwrap_or_else(PoisonError::into_inner));
        println!("memory: {:?} kB", self.memory.lock().unwrap_or_else(PoisonError::into_inner));
        println!("each read gave what was last written: {}", self.reads_agree());
    }

    pub(crate) fn reads_agree(&self) -> bool {
        !self.stale.load(Ordering::Relaxed)
    }
}

fn count<K: Ord>(counts: &Mutex<BTreeMap<K, u64>>, key: K) {
    *counts.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default() += 1;
}

/// Where the system tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
