//! A request that waits to be sent, with the options of its call.

use std::sync::Arc;
use std::time::Duration;

use super::Shared;
use crate::request::{Body, Idempotency, Request};

/// The time limits of one kind of call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// From the first attempt to the end of the last one, waits included.
    pub(crate) call: Duration,
    /// From sending the request to the end of the reply.
    pub(crate) attempt: Duration,
}

/// What a call decides for itself; `None` is the client's setting.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) idempotency: Option<Idempotency>,
    pub(crate) attempts: Option<u32>,
}

/// What does not depend on the type of the response, so that it is compiled once.
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

    pub(super) fn limits(&self) -> Limits {
        let usual = match &self.request.body {
            Body::Multipart(_) => self.shared.upload_limits,
            _ => self.shared.limits,
        };
        Limits {
            call: self.options.timeout.unwrap_or(usual.call),
            attempt: self.options.attempt_timeout.unwrap_or(usual.attempt),
        }
    }
}
