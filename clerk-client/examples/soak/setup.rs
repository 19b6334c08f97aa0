//! The local Clerk and the client of it.

use std::sync::Arc;
use std::time::Duration;

use clerk_client::transport::{RawResponse, Request, ReqwestTransport, Transport, TransportError, TransportFuture};
use clerk_client::{Client, RetryPolicy};
use local_clerk::LocalClerk;

use super::Outcome;
use super::figures::{Figures, Group};

/// Beyond this an attempt is given up; a stall of [`faults`](super::faults) lasts longer.
pub(crate) const ATTEMPT: Duration = Duration::from_millis(500);
const CALL: Duration = Duration::from_secs(5);

/// Without a journal, which would grow; and locks that do not end during the run.
pub(crate) async fn clerk(seed: u64) -> std::io::Result<LocalClerk> {
    let lockout = Duration::from_secs(7 * 24 * 3600);
    LocalClerk::builder().seed(seed).journal_capacity(0).lockout(lockout).start().await
}

/// The default policy with short waits, so that a minute holds many calls.
pub(crate) fn client(clerk: &LocalClerk, seed: u64, figures: &Arc<Figures>) -> Outcome<Client> {
    let mut policy = RetryPolicy::default();
    policy.initial_backoff = Duration::from_millis(2);
    policy.initial_rate_limit_backoff = Duration::from_millis(10);
    policy.jitter_seed = Some(seed);
    let http = reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .build()?;
    let transport = Counted { inner: ReqwestTransport::new(http), figures: Arc::clone(figures) };
    let retries = Arc::clone(figures);
    let client = Client::builder(clerk.secret_key())
        .base_url(clerk.base_url())
        .timeout(CALL)
        .attempt_timeout(ATTEMPT)
        .retry_policy(policy)
        .transport(transport)
        .on_retry(move |retry| retries.add(Group::Retries, retry.reason.as_str()))
        .build()?;
    Ok(client)
}

/// Counts attempts by how they end.
struct Counted {
    inner: ReqwestTransport,
    figures: Arc<Figures>,
}

impl Transport for Counted {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(async move {
            let mut attempt = Attempt { figures: &self.figures, ended: "given up: no reply in time" };
            let outcome = self.inner.send(request).await;
            attempt.ended = name(&outcome);
            outcome
        })
    }
}

/// An attempt that is dropped before it ends was given up.
struct Attempt<'a> {
    figures: &'a Figures,
    ended: &'static str,
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        self.figures.add(Group::Attempts, self.ended);
    }
}

fn name(outcome: &Result<RawResponse, TransportError>) -> &'static str {
    match outcome {
        Ok(reply) => reply.status.canonical_reason().unwrap_or("another status"),
        Err(error) if error.partial.is_some() => "reply cut short",
        Err(_) => "connection broke",
    }
}
