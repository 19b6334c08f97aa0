//! How far an attempt has come, as far as its transport says.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// Whether a request has been written, at least in part.
///
/// Unknown for a request that is not watched, and for a transport that does not say.
#[derive(Clone, Default)]
pub(crate) struct Progress(Option<Arc<AtomicU8>>);

const UNKNOWN: u8 = 0;
const UNSENT: u8 = 1;
const SENT: u8 = 2;

impl Progress {
    /// The progress of a new attempt, which is watched.
    pub(crate) fn begin() -> Self {
        Self(Some(Arc::new(AtomicU8::new(UNKNOWN))))
    }

    pub(crate) fn is_watched(&self) -> bool {
        self.0.is_some()
    }

    /// From now on, the transport says when it writes the request. One that was written stays so, also if the
    /// transport repeats it.
    pub(crate) fn track(&self) {
        if let Some(progress) = &self.0 {
            let _before = progress.compare_exchange(UNKNOWN, UNSENT, Ordering::AcqRel, Ordering::Acquire);
        }
    }

    /// The request is being written.
    pub(crate) fn sent(&self) {
        if let Some(progress) = &self.0 {
            progress.store(SENT, Ordering::Release);
        }
    }

    /// Whether it is certain that the request was not sent.
    pub(crate) fn is_unsent(&self) -> bool {
        self.0.as_ref().is_some_and(|progress| progress.load(Ordering::Acquire) == UNSENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_that_was_written_stays_so_when_it_is_repeated() {
        let progress = Progress::begin();
        assert!(!progress.is_unsent(), "unknown");
        progress.track();
        assert!(progress.is_unsent());
        progress.sent();
        progress.clone().track();
        assert!(!progress.is_unsent());
    }
}
