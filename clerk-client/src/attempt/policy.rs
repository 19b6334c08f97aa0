//! The numbers.

use std::time::Duration;

/// How often a call is sent again and how long it waits in between; [`ClientBuilder::retry_policy`] takes it.
///
/// The table of what is sent again is with [`RetryReason`](crate::RetryReason). Which time limits apply is with
/// [`ClientBuilder::timeout`](crate::ClientBuilder::timeout): no wait is begun that would not end before the call's deadline.
///
/// ```
/// let mut policy = clerk_client::RetryPolicy::default();
/// policy.attempts = 5;
/// let client = clerk_client::Client::builder("sk_test_1").retry_policy(policy).build()?;
/// # Ok::<(), clerk_client::Error>(())
/// ```
///
/// [`ClientBuilder::retry_policy`]: crate::ClientBuilder::retry_policy
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// How often a call is sent at most, the first time included: 3. Both 0 and 1 mean that nothing is sent again.
    pub attempts: u32,
    /// The longest wait before the first re-send after a failure that is no 429: 100 ms. It doubles each time; the actual wait is
    /// drawn between zero and it.
    pub transient_wait: Duration,
    /// What `transient_wait` does not grow beyond: 5 s.
    pub transient_wait_max: Duration,
    /// The longest wait before the first re-send after a 429 without `Retry-After`: 1 s. It doubles each time; the actual wait is
    /// drawn between half of it and it.
    pub throttled_wait: Duration,
    /// What `throttled_wait` does not grow beyond: 10 s.
    pub throttled_wait_max: Duration,
    /// The longest `Retry-After` that is waited for: 20 s. A longer one ends the call at once.
    ///
    /// A call waits for `Retry-After` and up to a quarter of it more (at most 1 s), so that clients do not all come back at once.
    pub retry_after_max: Duration,
    /// Whether 503 `maintenance_mode` is taken for a refusal, so that writes are sent again too: yes.
    pub maintenance: bool,
    /// How many tokens the client has for re-sending: 100. Clones share them; 0 means that nothing is sent again.
    ///
    /// A call that succeeds at last gives back what it took, one that succeeds at once gives one token. So a total outage costs ten
    /// requests more than there are calls, and not three times as many.
    pub budget: u32,
    /// What one re-send costs: 10.
    pub transient_cost: u32,
    /// What one re-send after a 429 costs: 5.
    pub throttled_cost: u32,
    /// Whether a 429 with `Retry-After` holds back the client's other calls to the same endpoint until then: yes.
    pub gate: bool,
    /// Makes the random part of the waits the same in each run, for tests; none.
    pub seed: Option<u64>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            transient_wait: Duration::from_millis(100),
            transient_wait_max: Duration::from_secs(5),
            throttled_wait: Duration::from_secs(1),
            throttled_wait_max: Duration::from_secs(10),
            retry_after_max: Duration::from_secs(20),
            maintenance: true,
            budget: 100,
            transient_cost: 10,
            throttled_cost: 5,
            gate: true,
            seed: None,
        }
    }
}

impl RetryPolicy {
    /// Sends nothing again and holds nothing back.
    #[must_use]
    pub fn never() -> Self {
        Self { attempts: 1, gate: false, ..Self::default() }
    }
}
