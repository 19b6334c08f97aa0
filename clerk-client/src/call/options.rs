//! The options of one call.

use std::sync::Arc;
use std::time::Duration;

use super::{Call, CallWithHttpInfo, OptionalCall, Source};
use crate::attempt::Pending;
use crate::client::{ApiVersion, api_version_header};
use crate::error::{Error, Result};
use crate::request::{Idempotency, header};

/// Options, in any order. Each applies to this call only; the last one of a kind counts.
impl<T> Call<T> {
    /// Sets how long the call may take in total: all attempts, and the waits before and between them. Default: that of the client,
    /// [30 s](crate::ClientBuilder::timeout).
    ///
    /// If the next backoff would exceed the deadline, the call returns the last error immediately.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|pending| {
            pending.options.timeout = Some(timeout);
            Ok(())
        })
    }

    /// Sets how long the first attempt may wait for rate limits, apart from [`timeout`](Self::timeout), which then begins with the
    /// attempt. Default: that of the client, [none](crate::ClientBuilder::queue_timeout): the wait counts towards `timeout`.
    pub fn queue_timeout(self, timeout: Duration) -> Self {
        self.with(|pending| {
            pending.options.queue_timeout = Some(timeout);
            Ok(())
        })
    }

    /// Sets how long one attempt may take, from sending the request to the end of the response. Default: that of the client,
    /// [10 s](crate::ClientBuilder::attempt_timeout).
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.with(|pending| {
            pending.options.attempt_timeout = Some(timeout);
            Ok(())
        })
    }

    /// Sets the maximum number of attempts, including the first. 1 disables retries. Default: that of the client's
    /// [`RetryPolicy`](crate::RetryPolicy::max_attempts), 3.
    pub fn max_attempts(self, max: u32) -> Self {
        self.with(|pending| {
            pending.options.max_attempts = Some(max);
            Ok(())
        })
    }

    /// Sets whether the call may be retried when its outcome is unknown. Default: as the [endpoint](crate::Endpoint::idempotency) declares.
    ///
    /// Refused requests (429, maintenance) and connection failures are retried regardless; `max_attempts(1)` disables all retries.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::VerifyPasswordRequest;
    /// # async fn example(client: clerk_client::Client, request: VerifyPasswordRequest) -> clerk_client::Result<()> {
    /// // A wrong password may then count twice towards the lockout.
    /// client.users().verify_password("user_2a", &request).idempotent(true).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn idempotent(self, idempotent: bool) -> Self {
        self.with(|pending| {
            pending.options.idempotency = Some(if idempotent { Idempotency::Always } else { Idempotency::Never });
            Ok(())
        })
    }

    /// Sets a header, replacing one of the same name.
    ///
    /// The call fails without sending a request if the header is one that the client sets itself (`Authorization`, `Clerk-API-Version`,
    /// `Content-Type`, …), or is not a valid header of printable ASCII.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.with(|pending| {
            let (name, value) = header::custom(name, value).map_err(Error::request)?;
            pending.request.headers_mut().insert(name, value);
            Ok(())
        })
    }

    /// Sets the version of the API. Default: that of the client, [2025-11-10](crate::ClientBuilder::api_version).
    pub fn api_version(self, version: impl Into<ApiVersion>) -> Self {
        self.with(|pending| {
            let (name, value) = api_version_header(&version.into()).map_err(Error::request)?;
            pending.request.headers_mut().insert(name, value);
            Ok(())
        })
    }

    /// Changes the request or its options; a failure becomes what the call resolves to.
    fn with(mut self, change: impl FnOnce(&mut Pending) -> Result<()>) -> Self {
        if let Source::Request(pending, _) = &mut self.source {
            let pending = Arc::make_mut(pending);
            if let Err(error) = change(pending) {
                return Self::ready(Err(error.with_endpoint(pending.request.endpoint)));
            }
        }
        self
    }
}

macro_rules! same_options {
    ($variant:ident: $($option:ident($($argument:ident: $type:ty),+)),+ $(,)?) => {
        /// The options of a [`Call`].
        impl<T> $variant<T> {
            $(
                #[doc = concat!("Does what [`Call::", stringify!($option), "`] does.")]
                pub fn $option(self, $($argument: $type),+) -> Self {
                    Self { call: self.call.$option($($argument),+) }
                }
            )+
        }
    };
}

same_options! { CallWithHttpInfo:
    timeout(timeout: Duration),
    queue_timeout(timeout: Duration),
    attempt_timeout(timeout: Duration),
    max_attempts(max: u32),
    idempotent(idempotent: bool),
    header(name: &str, value: &str),
    api_version(version: impl Into<ApiVersion>),
}

same_options! { OptionalCall:
    timeout(timeout: Duration),
    queue_timeout(timeout: Duration),
    attempt_timeout(timeout: Duration),
    max_attempts(max: u32),
    idempotent(idempotent: bool),
    header(name: &str, value: &str),
    api_version(version: impl Into<ApiVersion>),
}
