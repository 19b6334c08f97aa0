//! How far an attempt has come, as far as its transport says.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

/// Whether the body of a request has been written, at least in part. A server cannot have processed a request of whose body it has
/// no byte.
///
/// Unknown for a request without a body, and for a transport that does not say.
#[derive(Clone, Default)]
pub(crate) struct Progress(Option<Arc<AtomicU8>>);

const UNKNOWN: u8 = 0;
const UNSENT: u8 = 1;
const SENT: u8 = 2;

impl Progress {
    /// The progress of a new attempt.
    pub(crate) fn begin() -> Self {
        Self(Some(Arc::new(AtomicU8::new(UNKNOWN))))
    }

    /// From now on, the transport says when it writes the body.
    pub(crate) fn track(&self) {
        self.set(UNSENT);
    }

    /// The body is being written.
    pub(crate) fn sent(&self) {
        self.set(SENT);
    }

    /// Whether it is certain that the request was not sent.
    pub(crate) fn is_unsent(&self) -> bool {
        self.0.as_ref().is_some_and(|progress| progress.load(Ordering::Acquire) == UNSENT)
    }

    fn set(&self, state: u8) {
        if let Some(progress) = &self.0 {
            progress.store(state, Ordering::Release);
        }
    }
}
