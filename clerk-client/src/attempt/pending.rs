//! A request that waits to be sent, with the options of its call.

use std::sync::Arc;
use std::time::Duration;

use super::{BULK_QUEUE, Shared};
use crate::request::{Body, Idempotency, Request};

/// The time limits of one kind of call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// All attempts and the waits in between; and the wait for the first one, unless that has a limit of its own.
    pub(crate) call: Duration,
    /// From sending the request to the end of the response.
    pub(crate) attempt: Duration,
    /// The wait for the admission of the first attempt.
    pub(crate) queue: Option<Duration>,
}

/// What a call decides for itself; `None` is the client's setting.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) queue_timeout: Option<Duration>,
    pub(crate) idempotency: Option<Idempotency>,
    pub(crate) max_attempts: Option<u32>,
}

/// What does not depend on the type of the response, so that it is compiled once.
#[derive(Clone)]
pub(crate) struct Pending {
    pub(crate) shared: Arc<Shared>,
    pub(crate) request: Request,
    pub(crate) options: Options,
}

impl Pending {
    /// A request without options.
    pub(crate) fn new(shared: Arc<Shared>, request: Request) -> Self {
        Self { shared, request, options: Options::default() }
    }

    /// Lets the call wait for rate limits for up to a day, unless the call or the client says otherwise.
    pub(crate) fn wait_for_rate_limits(&mut self) {
        self.options.queue_timeout = self.limits().queue.or(Some(BULK_QUEUE));
    }

    pub(super) fn limits(&self) -> Limits {
        let usual = match &self.request.body {
            Body::Multipart(_) => self.shared.upload_limits,
            _ => self.shared.limits,
        };
        Limits {
            call: self.options.timeout.unwrap_or(usual.call),
            attempt: self.options.attempt_timeout.unwrap_or(usual.attempt),
            queue: self.options.queue_timeout.or(usual.queue),
        }
    }
}
