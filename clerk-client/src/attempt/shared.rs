//! What all clones of a client share.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::runtime::{Handle, Id};

use super::backoff::Jitter;
use super::budget::Budget;
use super::observe::OnRetry;
use super::{Limits, RetryPolicy};
use crate::admission::Admission;
use crate::transport::Transport;

/// How long a call of bulk work may wait for rate limits.
pub(crate) const BULK_QUEUE: Duration = Duration::from_secs(24 * 3600);

/// The transport, the policy, and the state that it works on.
pub(crate) struct Shared {
    pub(super) transport: Arc<dyn Transport>,
    pub(super) limits: Limits,
    pub(super) upload_limits: Limits,
    pub(super) policy: RetryPolicy,
    pub(super) jitter: Jitter,
    pub(super) budget: Budget,
    pub(super) admission: Arc<dyn Admission>,
    pub(super) on_retry: Option<OnRetry>,
    /// The Tokio runtime of the first call.
    home: OnceLock<Id>,
}

/// What a client's settings say about its attempts.
pub(crate) struct Settings {
    pub(crate) limits: Limits,
    pub(crate) upload_limits: Limits,
    pub(crate) policy: RetryPolicy,
    pub(crate) on_retry: Option<OnRetry>,
}

impl Shared {
    pub(crate) fn new(transport: Arc<dyn Transport>, admission: Arc<dyn Admission>, settings: Settings) -> Self {
        let Settings { limits, upload_limits, policy, on_retry } = settings;
        Self {
            transport,
            limits,
            upload_limits,
            admission,
            jitter: Jitter::new(policy.jitter_seed),
            budget: Budget::new(policy.budget_tokens),
            on_retry,
            policy,
            home: OnceLock::new(),
        }
    }

    /// The same state, but for the retry budget and the time that a call may wait for rate limits.
    pub(crate) fn for_bulk(&self) -> Self {
        let patient = |limits: Limits| Limits { queue: limits.queue.or(Some(BULK_QUEUE)), ..limits };
        Self {
            transport: Arc::clone(&self.transport),
            limits: patient(self.limits),
            upload_limits: patient(self.upload_limits),
            policy: self.policy.clone(),
            jitter: Jitter::new(self.policy.jitter_seed),
            budget: Budget::new(self.policy.budget_tokens),
            admission: Arc::clone(&self.admission),
            on_retry: self.on_retry.clone(),
            home: self.home.clone(),
        }
    }

    /// Whether this is the runtime of the first call. Connections belong to the runtime on which they were made.
    pub(super) fn is_at_home(&self, runtime: &Handle) -> bool {
        *self.home.get_or_init(|| runtime.id()) == runtime.id()
    }
}
