//! What all clones of a client share.

use std::sync::Arc;

use super::backoff::Jitter;
use super::budget::Budget;
use super::observe::OnRetry;
use super::{Limits, RetryPolicy};
use crate::admission::{Gate, Pacer, Pacing};
use crate::transport::Transport;

/// The transport, the policy, and the state that it works on.
pub(crate) struct Shared {
    pub(super) transport: Arc<dyn Transport>,
    pub(super) limits: Limits,
    pub(super) upload_limits: Limits,
    pub(super) policy: RetryPolicy,
    pub(super) jitter: Jitter,
    pub(super) budget: Budget,
    pub(super) gate: Option<Gate>,
    pub(super) pacer: Option<Pacer>,
    pub(super) on_retry: Option<OnRetry>,
}

/// What a client's settings say about its attempts.
pub(crate) struct Settings {
    pub(crate) limits: Limits,
    pub(crate) upload_limits: Limits,
    pub(crate) policy: RetryPolicy,
    pub(crate) pacing: Option<Pacing>,
    pub(crate) on_retry: Option<OnRetry>,
}

impl Shared {
    pub(crate) fn new(transport: Arc<dyn Transport>, secret_key: &str, settings: Settings) -> Self {
        let Settings { limits, upload_limits, policy, pacing, on_retry } = settings;
        Self {
            transport,
            limits,
            upload_limits,
            jitter: Jitter::new(policy.seed),
            budget: Budget::new(policy.budget),
            gate: policy.gate.then(Gate::default),
            pacer: pacing.map(|pacing| Pacer::new(&pacing, secret_key)),
            on_retry,
            policy,
        }
    }
}
