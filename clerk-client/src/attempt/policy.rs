//! The settings of retries.

use std::time::Duration;

/// When and how often calls are retried; set with [`ClientBuilder::retry_policy`].
///
/// Which failures are retried is described in [`RetryReason`](crate::RetryReason). A retry that could not begin before the call's
/// deadline ([`ClientBuilder::timeout`](crate::ClientBuilder::timeout)) is not waited for.
///
/// # Examples
/// ```
/// let mut policy = clerk_client::RetryPolicy::default();
/// policy.max_attempts = 5;
/// let builder = clerk_client::Client::builder("sk_test_1");
/// let client = builder.retry_policy(policy).build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
///
/// [`ClientBuilder::retry_policy`]: crate::ClientBuilder::retry_policy
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// Maximum number of attempts of a call, including the first. 0 and 1 both disable retries. Default: 3.
    pub max_attempts: u32,
    /// Maximum delay before the first retry, except after a 429. Doubles with each retry; the delay is drawn between zero and it (full
    /// jitter). Default: 100 ms.
    pub initial_backoff: Duration,
    /// What [`initial_backoff`](Self::initial_backoff) doubles up to. Default: 5 s.
    pub max_backoff: Duration,
    /// Maximum delay before the first retry after a 429 without `Retry-After`. Doubles with each retry; the delay is drawn between half
    /// of it and it. Default: 1 s.
    pub initial_rate_limit_backoff: Duration,
    /// What [`initial_rate_limit_backoff`](Self::initial_rate_limit_backoff) doubles up to. Default: 10 s.
    pub max_rate_limit_backoff: Duration,
    /// The longest `Retry-After` of a 429 or 503 that is waited for. A longer one ends the call at once. Default: 20 s.
    ///
    /// The delay is `Retry-After` plus up to a quarter of it, at most 1 s, so that clients do not all return at the same time.
    pub max_retry_after: Duration,
    /// Whether 503 with the code `maintenance_mode` means that the request was refused, so that calls that are not idempotent are retried
    /// too. Otherwise its outcome counts as unknown, as that of any other 503. Default: true.
    pub retry_maintenance: bool,
    /// Size of the retry budget, in tokens. The client and its clones share it; an empty budget allows no retries. Default: 100.
    ///
    /// A success after retries refunds its tokens; any other definite response (2xx, or 4xx except 408 and 429) adds one. In an outage
    /// this limits the extra requests to ten at first, then to one for every ten definite responses.
    pub budget_tokens: u32,
    /// Tokens that a retry costs, except after a 429. Default: 10.
    pub retry_cost: u32,
    /// Tokens that a retry after a 429 costs if the client does not wait for all of the endpoint's calls together: with
    /// [`rate_limit_gate`](Self::rate_limit_gate) off, or an [`Admission`](crate::admission::Admission) of your own that does not. With
    /// the gate on, it costs nothing. Default: 5.
    pub rate_limited_retry_cost: u32,
    /// Whether a 429 holds back all of the client's calls to the same endpoint (of the same user, for `update` and `update_metadata`) for
    /// as long as it says. They then begin with one request, and continue evenly spaced. Default: true.
    pub rate_limit_gate: bool,
    /// Seed of the jitter, for tests that need the same delays in each run. Default: none.
    pub jitter_seed: Option<u64>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: 3,
            initial_backoff: Duration::from_millis(100),
            max_backoff: Duration::from_secs(5),
            initial_rate_limit_backoff: Duration::from_secs(1),
            max_rate_limit_backoff: Duration::from_secs(10),
            max_retry_after: Duration::from_secs(20),
            retry_maintenance: true,
            budget_tokens: 100,
            retry_cost: 10,
            rate_limited_retry_cost: 5,
            rate_limit_gate: true,
            jitter_seed: None,
        }
    }
}

impl RetryPolicy {
    /// Disables retries and the rate-limit gate: each call is one attempt, made at once.
    #[must_use]
    pub fn disabled() -> Self {
        Self { max_attempts: 1, rate_limit_gate: false, ..Self::default() }
    }
}
