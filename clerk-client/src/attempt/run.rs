//! The loop: one attempt after the other, as far as rule, policy, budget and deadline go.

use std::time::Duration;

use reqwest::StatusCode;
use tokio::runtime::Handle;
use tokio::time::Instant;
use tracing::{Instrument as _, Span};

use super::budget::Spent;
use super::observe::{self, RetryEvent};
use super::{Limits, Pending, RetryReason, Shared, backoff};
use crate::admission::{Deadline, TooLong};
use crate::error::{Context, Error, Result, StoppedBy};
use crate::request::{Endpoint, Idempotency};
use crate::transport::RawResponse;

/// What a timer may be late by: Tokio's count milliseconds.
const TICK: Duration = Duration::from_millis(1);

/// A 2xx reply, and how it was come by.
pub(crate) struct Reply {
    pub(crate) response: RawResponse,
    pub(crate) endpoint: &'static Endpoint,
    attempts: u32,
    start: Instant,
}

impl Reply {
    /// For the error, should the reply not decode.
    pub(crate) fn context(&self) -> Context {
        Context { attempts: self.attempts, elapsed: self.start.elapsed(), ..Context::default() }
    }
}

/// Sends a call until it succeeds or nothing more can be done. The whole of a call but its decoding.
pub(crate) async fn send(call: Box<Pending>) -> Result<Reply> {
    let endpoint = call.request.endpoint;
    if Handle::try_current().is_err() {
        return Err(Error::request("a call must be awaited on a Tokio runtime").with_endpoint(endpoint));
    }
    let span = observe::span(&call);
    run(*call, span.clone()).instrument(span).await
}

async fn run(call: Pending, span: Span) -> Result<Reply> {
    let mut run = Run::begin(&call);
    loop {
        if let Err(TooLong(wait)) = run.admit().await {
            let error = run.held_back(wait);
            observe::gave_up(&span, run.attempts, &error);
            return Err(error);
        }
        let error = match run.attempt().await {
            Ok(response) => {
                run.succeeded();
                observe::succeeded(&span, run.attempts, &response);
                return Ok(Reply {
                    response,
                    endpoint: call.request.endpoint,
                    attempts: run.attempts,
                    start: run.start,
                });
            }
            Err(error) => error,
        };
        match run.next(&error) {
            Ok(next) => run.wait(next, error).await,
            Err(stop) => {
                let error = run.told(error, stop);
                observe::failed(run.attempts, &error, None);
                observe::gave_up(&span, run.attempts, &error);
                return Err(error);
            }
        }
    }
}

/// A call under way.
struct Run<'a> {
    call: &'a Pending,
    shared: &'a Shared,
    limits: Limits,
    start: Instant,
    deadline: Deadline,
    attempts: u32,
    /// An attempt that may have run has failed.
    in_doubt: bool,
    /// What the re-sends have cost, and what the next one will.
    cost: u32,
    spent: Option<Spent<'a>>,
    /// How the attempt before ended, for the case that there is no time for another one.
    last: Option<Error>,
}

/// Another attempt, after a wait.
struct Next<'a> {
    reason: RetryReason,
    wait: Duration,
    spent: Spent<'a>,
}

impl<'a> Run<'a> {
    fn begin(call: &'a Pending) -> Self {
        let start = Instant::now();
        let limits = call.limits();
        Self {
            call,
            shared: &call.shared,
            limits,
            start,
            deadline: Deadline::new(start, limits.call),
            attempts: 0,
            in_doubt: false,
            cost: 0,
            spent: None,
            last: None,
        }
    }

    async fn attempt(&mut self) -> Result<RawResponse> {
        self.attempts += 1;
        self.cost += self.spent.take().map_or(0, Spent::keep);
        let left = self.deadline.left();
        let sent = self.shared.transport.send(self.call.request.clone());
        match tokio::time::timeout(left.min(self.limits.attempt), sent).await {
            Err(_) if left <= self.limits.attempt => Err(Error::timeout(self.limits.call)),
            Err(_) => Err(Error::timeout(self.limits.attempt)),
            Ok(Ok(reply)) if reply.status.is_success() => Ok(reply),
            Ok(Ok(reply)) => Err(Error::api(reply)),
            Ok(Err(error)) => Err(Error::transport(error)),
        }
    }

    /// Waits until gate and pacing let an attempt pass.
    async fn admit(&self) -> Result<(), TooLong> {
        if let Some(gate) = &self.shared.gate {
            gate.pass(&self.call.request, self.deadline).await?;
        }
        match &self.shared.pacer {
            Some(pacer) => pacer.pass(&self.call.request, self.deadline).await,
            None => Ok(()),
        }
    }

    /// Whether, and when, the call is sent again.
    fn next(&self, error: &Error) -> Result<Next<'a>, Option<StoppedBy>> {
        let policy = &self.shared.policy;
        let reason = RetryReason::of(error, policy).ok_or(None)?;
        let asked = error.retry_after().filter(|_| asks_to_wait(error));
        let wait = backoff::wait(policy, &self.shared.jitter, reason, asked, self.attempts.saturating_sub(1));
        if reason == RetryReason::Throttled && asked.is_some() {
            self.close_gate(wait.min(policy.retry_after_max));
        }
        let most = self.call.options.attempts.unwrap_or(policy.attempts);
        if self.attempts >= most || !reason.allows(self.idempotency(), &self.call.request.body) {
            return Err(None);
        }
        if asked.is_some_and(|asked| asked > policy.retry_after_max) {
            return Err(Some(StoppedBy::RetryAfter));
        }
        if wait.saturating_add(TICK) >= self.deadline.left() {
            return Err(Some(StoppedBy::Deadline));
        }
        let cost = if reason == RetryReason::Throttled { policy.throttled_cost } else { policy.transient_cost };
        let spent = self.shared.budget.spend(cost).ok_or(Some(StoppedBy::Budget))?;
        Ok(Next { reason, wait, spent })
    }

    fn idempotency(&self) -> Idempotency {
        self.call.options.idempotency.unwrap_or(self.call.request.endpoint.idempotency)
    }

    fn close_gate(&self, wait: Duration) {
        let opens = Instant::now().checked_add(wait).filter(|_| !wait.is_zero());
        if let (Some(gate), Some(opens)) = (&self.shared.gate, opens) {
            gate.close(&self.call.request, opens);
        }
    }

    /// Waits for the next attempt. What that costs is paid when it begins, so that a call dropped before has cost nothing.
    async fn wait(&mut self, next: Next<'a>, error: Error) {
        let Next { reason, wait, spent } = next;
        let error = self.told(error, None);
        observe::failed(self.attempts, &error, Some((reason, wait)));
        if let Some(hook) = &self.shared.on_retry {
            let endpoint = self.call.request.endpoint;
            hook(&RetryEvent { endpoint, attempts: self.attempts, reason, wait, error: &error });
        }
        self.in_doubt |= error.may_have_run();
        self.last = Some(error);
        self.spent = Some(spent);
        tokio::time::sleep(wait).await;
    }

    /// There is no time to wait for gate or pacing. What an earlier attempt said is worth more than that.
    fn held_back(&mut self, wait: Duration) -> Error {
        let error = self.last.take().unwrap_or_else(|| Error::throttled(wait));
        self.told(error, Some(StoppedBy::Deadline))
    }

    /// Gives back what the re-sends have cost; one that needed none earns a token.
    fn succeeded(&self) {
        self.shared.budget.add(if self.attempts > 1 { self.cost } else { 1 });
    }

    /// The error, told what came before.
    fn told(&self, error: Error, stopped_by: Option<StoppedBy>) -> Error {
        let Self { attempts, in_doubt, .. } = *self;
        let context = Context { attempts, elapsed: self.start.elapsed(), in_doubt, stopped_by };
        error.with_endpoint(self.call.request.endpoint).with_context(context)
    }
}

/// Only these two say with `Retry-After` when to come back; elsewhere it means something else or nothing.
fn asks_to_wait(error: &Error) -> bool {
    matches!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE))
}
