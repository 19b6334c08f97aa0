//! One call: described, then awaited.

mod build;
mod future;

use std::fmt;
use std::time::Duration;

#[doc(hidden)]
pub use self::build::{begin, call, not_implemented, paginated};
pub use self::future::{CallIfPresent, CallWithHttpInfo, PresentFuture, ResponseFuture, ValueFuture};
use crate::attempt::Pending;
use crate::client::{ApiVersion, api_version_header};
use crate::error::{DecodeError, Error, Result};
use crate::request::{Idempotency, Request, header};
use crate::response::Response;

/// A call that has been described and not yet sent; `.await` sends it.
///
/// A `Call` owns all it needs, so it can be kept, moved to another task, or handed to a joining combinator. The options
/// apply to this call only. What went wrong while it was built, an id that climbs out of the path for example, comes out at
/// `.await`, before anything is sent.
///
/// ```no_run
/// # use std::time::Duration;
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let user = client.users().find("user_2a").timeout(Duration::from_secs(2)).header("x-trace", "42").await?;
/// let reply = client.users().ban(&user.id).with_http_info().await?;
/// println!("{} {:?}", reply.status, reply.headers.get("cf-ray"));
/// # Ok(())
/// # }
/// ```
///
/// `?` goes after `.await`: a `Call` is no `Result` yet, and has no fields of the value that it will give.
///
/// # What is sent again
/// A call that fails is sent again where that can do no harm, up to three times in all and within [`timeout`](Self::timeout):
/// [`RetryReason`](crate::RetryReason) has the table, and each endpoint's docs say its rule. The error tells how often it was sent.
///
/// # Cancellation
/// Dropping the future closes the request; nothing goes on in the background, and no place in a queue and no part of the retry
/// budget stays taken. What a dropped write may have done depends on how far it had come:
/// - before the first attempt, or while waiting after a refusal: nothing;
/// - during an attempt, or while waiting after one that may have run: it may have run, once.
///   [`create`](crate::UsersApi::create), [`create_totp`](crate::UsersApi::create_totp) and
///   [`verify_totp`](crate::UsersApi::verify_totp) then may have made a user or a secret, or used up a backup code; the other
///   operations can be called again and end in the same state.
///
/// # Runtime
/// Calls run on Tokio, with its I/O and time drivers enabled (`enable_all`, which `#[tokio::main]` does).
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct Call<T> {
    state: State<T>,
}

enum State<T> {
    Ready(Result<Response<T>>),
    Pending(Box<Pending>, Decode<T>),
}

type Decode<T> = fn(&[u8]) -> Result<T, DecodeError>;

impl<T> Call<T> {
    pub(crate) fn new(pending: Result<Box<Pending>>, decode: Decode<T>) -> Self {
        let state = match pending {
            Ok(pending) => State::Pending(pending, decode),
            Err(error) => State::Ready(Err(error)),
        };
        Self { state }
    }

    /// A call that gives this result without any request; for fakes.
    ///
    /// ```
    /// use clerk_client::{Call, User, UsersApi};
    ///
    /// struct Fake;
    /// impl UsersApi for Fake {
    ///     fn find(&self, user_id: &str) -> Call<User> {
    ///         let mut user = User::default();
    ///         user.id = user_id.to_owned();
    ///         Call::ready(Ok(user))
    ///     }
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> clerk_client::Result<()> {
    /// let users: &dyn UsersApi = &Fake;
    /// assert_eq!(users.find("user_2a").await?.id, "user_2a");
    /// assert!(users.ban("user_2a").await.is_err()); // not implemented by this fake
    /// # Ok(())
    /// # }
    /// ```
    pub fn ready(result: Result<T>) -> Self {
        Self { state: State::Ready(result.map(Response::of)) }
    }

    /// Asks for the status, the headers and the raw body along with the value.
    pub fn with_http_info(self) -> CallWithHttpInfo<T> {
        CallWithHttpInfo { call: self }
    }

    /// Limits the time of the whole call: all attempts, and the waits in between. The default is the client's.
    ///
    /// No wait is begun that would not end before; the call then ends at once with the last error.
    pub fn timeout(self, limit: Duration) -> Self {
        self.with(|pending| {
            pending.options.timeout = Some(limit);
            Ok(())
        })
    }

    /// Limits the time of each attempt, from sending the request to the end of the reply. The default is the client's.
    pub fn attempt_timeout(self, limit: Duration) -> Self {
        self.with(|pending| {
            pending.options.attempt_timeout = Some(limit);
            Ok(())
        })
    }

    /// Decides whether this call may be retried when its outcome is unknown, instead of the endpoint's
    /// [`idempotency`](crate::Endpoint::idempotency).
    ///
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

    /// How often the request is sent at most, the first time included; 1 means once, whatever happens. The default is that of the
    /// client's [`RetryPolicy`](crate::RetryPolicy).
    pub fn attempts(self, most: u32) -> Self {
        self.with(|pending| {
            pending.options.attempts = Some(most);
            Ok(())
        })
    }

    /// Takes 404 for an answer: the call then gives `None`. Good for deleting what may be gone already.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let deleted = client.users().delete("user_2a").absent_is_ok().await?;
    /// println!("{}", if deleted.is_some() { "deleted" } else { "there was nobody" });
    /// # Ok(())
    /// # }
    /// ```
    pub fn absent_is_ok(self) -> CallIfPresent<T> {
        CallIfPresent { call: self }
    }

    /// Sends one more header with this call, instead of any of the same name.
    ///
    /// What the client itself sets (`Authorization`, `Clerk-API-Version`, `Content-Type`, …) and what is no valid header
    /// fails the call before anything is sent.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.with(|pending| {
            let (name, value) = header::custom(name, value).map_err(Error::request)?;
            pending.request.headers.insert(name, value);
            Ok(())
        })
    }

    /// Asks for another version of the API than the client's for this call.
    pub fn api_version(self, version: impl Into<ApiVersion>) -> Self {
        self.with(|pending| {
            let (name, value) = api_version_header(&version.into())?;
            pending.request.headers.insert(name, value);
            Ok(())
        })
    }

    /// The request as it would be sent, its `Authorization` header included, without sending it.
    ///
    /// # Errors
    /// What `.await` would give before sending; and a call made by [`Call::ready`] has no request.
    pub fn into_request(self) -> Result<Request> {
        match self.state {
            State::Pending(pending, _) => Ok(pending.request),
            State::Ready(Err(error)) => Err(error),
            State::Ready(Ok(_)) => Err(Error::request("a `Call::ready` has no request")),
        }
    }

    /// The request as it would be sent now; `None` for a [`Call::ready`] and for a call that cannot be sent.
    #[must_use]
    pub fn request(&self) -> Option<&Request> {
        match &self.state {
            State::Pending(pending, _) => Some(&pending.request),
            State::Ready(_) => None,
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Pending) -> Result<()>) -> Self {
        if let State::Pending(pending, _) = &mut self.state {
            if let Err(error) = change(pending) {
                self.state = State::Ready(Err(error.with_endpoint(pending.request.endpoint)));
            }
        }
        self
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.state {
            State::Pending(pending, _) => f.debug_tuple("Call").field(&pending.request).finish(),
            State::Ready(Ok(_)) => f.write_str("Call(ready)"),
            State::Ready(Err(error)) => f.debug_tuple("Call").field(error).finish(),
        }
    }
}
