//! The loop: one attempt after the other, as far as idempotency, policy, budget and deadline allow.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::runtime::Handle;
use tokio::time::error::Elapsed;
use tokio::time::{Instant, Timeout};
use tracing::{Instrument as _, Span};

use super::budget::Spent;
use super::failure::{self, Failure};
use super::observe::{self, RetryEvent};
use super::{Limits, Pending, RetryReason, Shared};
use crate::admission::{Attempt, Deadline, Outcome, Permit, Refused};
use crate::error::{Context, Error, ErrorKind, Result, StoppedBy};
use crate::request::{Endpoint, Idempotency, Progress};
use crate::transport::{RawResponse, TransportError, TransportFuture};

/// What a timer may be late by: Tokio's count milliseconds.
const TICK: Duration = Duration::from_millis(1);
/// The least time for an answer that a call needs which must not be cut off by its deadline.
const LEAST_ROUND_TRIP: Duration = Duration::from_millis(100);

/// A 2xx response, and the attempts that it took.
pub(crate) struct Reply {
    pub(crate) response: RawResponse,
    pub(crate) endpoint: &'static Endpoint,
    attempts: u32,
    start: Instant,
}

impl Reply {
    /// The context of the error, should the response not decode.
    pub(crate) fn context(&self) -> Context {
        Context { attempts: self.attempts, elapsed: self.start.elapsed(), ..Context::default() }
    }
}

/// Sends a call until it succeeds or nothing more can be done. The whole of a call but its decoding.
pub(crate) async fn send(call: Arc<Pending>) -> Result<Reply> {
    let endpoint = call.request.endpoint;
    let Ok(runtime) = Handle::try_current() else {
        return Err(Error::request("a call must be awaited on a Tokio runtime").with_endpoint(endpoint));
    };
    let is_at_home = call.shared.is_at_home(&runtime);
    let span = observe::span(&call);
    let outcome = run(&call, &span).instrument(span.clone()).await;
    outcome.map_err(|error| if is_at_home { error } else { error.on_another_runtime() })
}

/// Lets the runtime notice which connections were closed while it did not run. A request that is sent over one of those is in doubt for
/// no reason; an idempotent one is retried.
async fn look_at_connections() {
    // The runtime looks at its sockets, and then the connections at what it has seen.
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
}

async fn run(call: &Pending, span: &Span) -> Result<Reply> {
    let mut run = Run::begin(call);
    loop {
        let permit = match run.admit(span).await {
            Ok(permit) => permit,
            Err(error) => {
                observe::gave_up(span, run.attempts, &error);
                return Err(error);
            }
        };
        let (response, sent) = run.send(permit);
        let (error, failure) = match run.ended(response.await, sent) {
            Ok(response) => {
                run.succeeded();
                observe::succeeded(span, run.attempts, &response);
                return Ok(Reply {
                    response,
                    endpoint: call.request.endpoint,
                    attempts: run.attempts,
                    start: run.start,
                });
            }
            Err(failed) => failed,
        };
        match run.next(&error, &failure) {
            Ok(next) => {
                if let Some(instant) = run.prepare(next, error) {
                    tokio::time::sleep_until(instant).await;
                }
            }
            Err(stop) => {
                run.failed(&error);
                let error = run.explained(error, failure.reason, stop);
                observe::failed(run.attempts, &error, None);
                observe::gave_up(span, run.attempts, &error);
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
    /// An attempt of unknown outcome has failed.
    in_doubt: bool,
    /// How long the call has waited for admission.
    waited: Duration,
    /// What the retries have cost, and what the next one will.
    cost: u32,
    spent: Option<Spent<'a>>,
    /// No attempt begins earlier than this, nor without this much time for its answer.
    not_before: Instant,
    reserve: Duration,
    /// How the attempt before ended, for the case that there is no time for another one.
    last: Option<Error>,
}

/// An attempt under way.
struct Sent {
    permit: Permit,
    progress: Progress,
    begun: Instant,
    /// How much of the call's time was left.
    left: Duration,
}

/// Another attempt, after a wait.
struct Next<'a> {
    reason: RetryReason,
    wait: Duration,
    not_before: Instant,
    /// The wait takes place in admission, together with the endpoint's other calls.
    is_admissions: bool,
    spent: Option<Spent<'a>>,
    reserve: Duration,
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
            deadline: Deadline::new(start, limits.queue.unwrap_or(limits.call)),
            attempts: 0,
            in_doubt: false,
            waited: Duration::ZERO,
            cost: 0,
            spent: None,
            not_before: start,
            reserve: Duration::ZERO,
            last: None,
        }
    }

    /// Waits until admission lets an attempt pass that has time left.
    async fn admit(&mut self, span: &Span) -> Result<Permit> {
        loop {
            let permit = self.permit(span).await.map_err(|refused| self.refused(refused))?;
            // From here on, the time of the queue is over, and that of the call runs.
            if self.limits.queue.take().is_some() {
                self.deadline = Deadline::new(Instant::now(), self.limits.call);
            }
            // Whatever kept the thread meanwhile.
            if self.deadline.left() <= self.reserve {
                return Err(self.refused(Refused::default()));
            }
            if self.not_before <= self.start || self.not_before <= Instant::now() {
                return Ok(permit);
            }
            drop(permit);
            tokio::time::sleep_until(self.not_before).await;
        }
    }

    async fn permit(&mut self, span: &Span) -> Result<Permit, Refused> {
        let deadline = self.deadline.earlier_by(self.reserve);
        let attempt = Attempt::new(&self.call.request, self.attempts.saturating_add(1), deadline.left());
        match self.shared.admission.admit(attempt).decided() {
            Ok(decision) => {
                if self.idempotency() != Idempotency::Always {
                    look_at_connections().await;
                }
                decision
            }
            Err(waiting) => {
                let asked = Instant::now();
                // In a box, since it is large, and most calls do not wait.
                let decision = Box::pin(deadline.limit(waiting)).await;
                self.waited += asked.elapsed();
                observe::waited(span, self.attempts, asked.elapsed(), self.waited);
                decision.unwrap_or(Err(Refused::default()))
            }
        }
    }

    /// Begins an attempt, whose response is waited for as long as it may take.
    fn send(&mut self, mut permit: Permit) -> (Timeout<TransportFuture<'a>>, Sent) {
        self.attempts = self.attempts.saturating_add(1);
        self.cost = self.cost.saturating_add(self.spent.take().map_or(0, Spent::keep));
        let mut request = self.call.request.clone();
        // Of a read that can be repeated, nobody asks whether it has run.
        if !request.method.is_safe() || self.idempotency() != Idempotency::Always {
            request.progress = Progress::begin();
        }
        let progress = request.progress.clone();
        permit.sent();
        let (begun, left) = (Instant::now(), self.deadline.left());
        let response = tokio::time::timeout(left.min(self.limits.attempt), self.shared.transport.send(request));
        (response, Sent { permit, progress, begun, left })
    }

    /// The attempt has ended with this.
    fn ended(
        &self,
        response: Result<Result<RawResponse, TransportError>, Elapsed>,
        sent: Sent,
    ) -> Result<RawResponse, (Error, Failure)> {
        let error = match response {
            Ok(Ok(response)) if response.status.is_success() => {
                sent.permit.ended(Outcome::Answered(response.status));
                return Ok(response);
            }
            Ok(Ok(response)) => Error::response(response),
            Ok(Err(error)) => Error::transport(error),
            Err(_) => {
                let limit = if sent.left <= self.limits.attempt { self.limits.call } else { self.limits.attempt };
                Error::timeout(limit, !sent.progress.is_unsent())
            }
        };
        let failure = Failure::of(&error, self.shared, self.attempts, sent.begun);
        sent.permit.ended(failure.outcome);
        Err((error, failure))
    }

    /// Whether, and when, the call is retried.
    fn next(&self, error: &Error, failure: &Failure) -> Result<Next<'a>, Option<StoppedBy>> {
        let policy = &self.shared.policy;
        let reason = failure.reason.ok_or(None)?;
        let max = self.call.options.max_attempts.unwrap_or(policy.max_attempts);
        if self.attempts >= max || !reason.allows(self.idempotency(), &self.call.request.body) {
            return Err(None);
        }
        if error.retry_after().is_some_and(|asked| failure::asks_to_wait(error) && asked > policy.max_retry_after) {
            return Err(Some(StoppedBy::RetryAfter));
        }
        let reserve = self.reserve(failure.took);
        if failure.wait.saturating_add(reserve).saturating_add(TICK) >= self.deadline.left() {
            return Err(Some(StoppedBy::Deadline));
        }
        let is_rate_limited = reason == RetryReason::RateLimited;
        let is_admissions = is_rate_limited && self.shared.admission.waits_after_429();
        let cost = if is_rate_limited { policy.rate_limited_retry_cost } else { policy.retry_cost };
        let spent = match is_admissions {
            true => None,
            false => Some(self.shared.budget.spend(cost).ok_or(Some(StoppedBy::Budget))?),
        };
        Ok(Next { reason, wait: failure.wait, not_before: failure.not_before, is_admissions, spent, reserve })
    }

    /// A call that must not run twice is retried only with time for an answer, lest a certain refusal become an unknown outcome.
    fn reserve(&self, took: Duration) -> Duration {
        match failure::is_idempotent(self.idempotency(), &self.call.request.body) {
            true => Duration::ZERO,
            false => took.max(LEAST_ROUND_TRIP),
        }
    }

    fn idempotency(&self) -> Idempotency {
        self.call.options.idempotency.unwrap_or(self.call.request.endpoint.idempotency)
    }

    /// Prepares the next attempt; returns until when to wait for it, unless admission does. What it costs is paid when it begins, so
    /// that a call dropped before has cost nothing.
    fn prepare(&mut self, next: Next<'a>, error: Error) -> Option<Instant> {
        let error = self.explained(error, Some(next.reason), None);
        observe::failed(self.attempts, &error, Some((next.reason, next.wait)));
        if let Some(hook) = &self.shared.on_retry {
            let endpoint = self.call.request.endpoint;
            hook(&RetryEvent {
                endpoint,
                attempts: self.attempts,
                reason: next.reason,
                wait: next.wait,
                error: &error,
            });
        }
        self.in_doubt = error.may_have_run();
        self.last = Some(error);
        (self.spent, self.reserve, self.not_before) = (next.spent, next.reserve, next.not_before);
        (!next.is_admissions).then_some(next.not_before)
    }

    /// There is no time to wait for admission. The error of an earlier attempt is worth more than that.
    fn refused(&mut self, refused: Refused) -> Error {
        let stop = Some(StoppedBy::Deadline);
        match self.last.take() {
            Some(last) => self.explained(last, None, stop),
            None if refused.wait.is_zero() => {
                let limit = self.limits.queue.unwrap_or(self.limits.call);
                self.explained(Error::timeout(limit, false), None, stop)
            }
            None => self.explained(Error::rate_limited(refused.wait), None, stop),
        }
    }

    /// Refunds what the retries have cost; one that needed none earns a token.
    fn succeeded(&self) {
        self.shared.budget.add(self.cost.max(1));
    }

    /// A definite response earns a token, since it shows that there is no outage.
    fn failed(&self, error: &Error) {
        let is_definite = error.status().is_some_and(|status| {
            status.is_client_error() && !matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS)
        });
        if is_definite && error.kind() == ErrorKind::Api {
            self.shared.budget.add(1);
        }
    }

    /// The error with its context.
    fn explained(&self, error: Error, reason: Option<RetryReason>, stopped_by: Option<StoppedBy>) -> Error {
        let in_doubt = self.in_doubt || reason == Some(RetryReason::UnknownOutcome);
        let context = Context { attempts: self.attempts, elapsed: self.start.elapsed(), in_doubt, stopped_by };
        error.with_endpoint(self.call.request.endpoint).with_context(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Client;

    /// It is put into a box for each call, and moved there.
    #[test]
    fn the_future_of_a_call_is_small() {
        let client = Client::new("sk_test_1").unwrap();
        let request = client.users().find("user_1").into_request().unwrap();
        let pending = Arc::new(Pending::new(Arc::clone(&client.config().shared), request));
        let size = size_of_val(&send(pending));
        assert!(size <= 700, "{size} bytes");
    }
}
