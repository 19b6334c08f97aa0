//! How much memory the process uses, where the system says so in `/proc`.

use std::time::Duration;

use tokio::time::{Instant, sleep};

/// Between two samples at least. A long run has no more than a few hundred, so that they do not count.
const INTERVAL: Duration = Duration::from_millis(100);
/// What allocators and pools may still take after the first quarter of the run.
const GROWTH: u64 = 4 * 1024;

/// Samples of the resident size, in KiB; none where there is no `/proc`.
pub(crate) struct Memory(Vec<u64>);

impl Memory {
    pub(crate) async fn watch(end: Instant) -> Self {
        let interval = (end.saturating_duration_since(Instant::now()) / 600).max(INTERVAL);
        let mut samples = Vec::new();
        while Instant::now() < end {
            samples.extend(resident());
            sleep(interval).await;
        }
        Self(samples)
    }

    /// The medians of the second and of the last quarter; the first one is for warming up.
    pub(crate) fn ends(&self) -> Option<(u64, u64)> {
        let quarter = self.0.len() / 4;
        let early = self.0.get(quarter..2 * quarter)?;
        let late = self.0.get(self.0.len() - quarter..)?;
        Some((median(early)?, median(late)?))
    }

    /// What is wrong, if it grew.
    pub(crate) fn growth(&self) -> Option<String> {
        let (early, late) = self.ends().filter(|(early, late)| *late > early + GROWTH)?;
        Some(format!("memory grew from {early} KiB to {late} KiB"))
    }
}

fn median(samples: &[u64]) -> Option<u64> {
    let mut sorted = samples.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}

/// The line is in KiB, where `statm` counts pages of a size that it does not tell.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
