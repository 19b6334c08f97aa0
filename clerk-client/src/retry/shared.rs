//! What all clones of a client share.

use super::RetryPolicy;
use super::backoff::Jitter;
use super::budget::Budget;
use super::gate::Gate;
use super::observe::OnRetry;
use super::pacing::{Pacer, Pacing};

/// The policy, and the state that it works on.
pub(crate) struct Shared {
    pub(super) policy: RetryPolicy,
    pub(super) jitter: Jitter,
    pub(super) budget: Budget,
    pub(super) gate: Option<Gate>,
    pub(super) pacer: Option<Pacer>,
    pub(super) on_retry: Option<OnRetry>,
}

impl Shared {
    pub(crate) fn new(
        policy: RetryPolicy,
        pacing: Option<&Pacing>,
        secret_key: &str,
        on_retry: Option<OnRetry>,
    ) -> Self {
        Self {
            jitter: Jitter::new(policy.seed),
            budget: Budget::new(policy.budget),
            gate: policy.gate.then(Gate::default),
            pacer: pacing.map(|pacing| Pacer::new(pacing, secret_key)),
            on_retry,
            policy,
        }
    }
}
