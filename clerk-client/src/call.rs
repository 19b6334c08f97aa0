//! One call: described, then awaited.

mod build;
mod future;
mod options;
mod task;
mod variants;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

#[doc(hidden)]
pub use self::build::{begin, call, not_implemented, paginated, unless};
pub(crate) use self::future::decoded;
pub(crate) use self::task::Task;
pub use self::variants::{CallWithHttpInfo, OptionalCall};
use crate::attempt::{Pending, Reply};
use crate::error::{DecodeError, Error, Result};
use crate::request::Request;
use crate::response::Response;

/// A request to Clerk's API, sent when it is awaited.
///
/// A `Call` is a future that owns its data: it can be stored, moved to another task, or joined with other futures. Errors while building
/// the request, such as an ID that would change the path, are returned by `.await`; nothing is sent. Write `.await?`: a `Call` is a
/// future, not a `Result`.
///
/// A clone is another call with the same request and options, not yet sent, regardless of how far the original has come.
///
/// # Examples
/// ```no_run
/// # use std::time::Duration;
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let call = client.users().find("user_2a").timeout(Duration::from_secs(2));
/// let user = call.header("x-trace", "42").await?;
/// let response = client.users().ban(&user.id).with_http_info().await?;
/// println!("{} {:?}", response.status, response.headers.get("cf-ray"));
/// # Ok(())
/// # }
/// ```
///
/// Several at a time:
///
/// ```no_run
/// # async fn example(client: clerk_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// let in_background = tokio::spawn(client.users().ban("user_2a"));
/// let find = |id| client.users().find(id);
/// let (ada, grace) = tokio::try_join!(find("user_2b"), find("user_2c"))?;
/// in_background.await??;
///
/// // The same call for each of many items:
/// // client.bulk(ids).run(|client, id| client.users().ban(id))
/// # Ok(())
/// # }
/// ```
///
/// # Retries
/// A failed call is retried where that is safe, up to 3 attempts within [`timeout`](Self::timeout): [`RetryReason`](crate::RetryReason) has
/// the table, and each endpoint's documentation says whether it is idempotent. [`Error::attempts`] returns the number of attempts made.
///
/// # Cancel safety
/// Dropping a call cancels it: its connection or HTTP/2 stream is closed, its place in the rate-limit queue is released, and nothing
/// continues in the background. Retry tokens of a retry that has not begun are returned; those of one that has are spent.
///
/// What a dropped write has done depends on when it was dropped:
/// - before its first attempt, or before a retry of an attempt that was refused: nothing;
/// - during an attempt, or before a retry of one whose outcome is unknown: the request may have taken effect. For an idempotent endpoint
///   that is the same as if the call had succeeded or not begun, and it can be repeated. [`create`](crate::UsersApi::create),
///   [`create_totp`](crate::UsersApi::create_totp), [`verify_totp`](crate::UsersApi::verify_totp) and
///   [`verify_password`](crate::UsersApi::verify_password) are not idempotent: they may have created a user or a secret, consumed a backup
///   code, or counted a wrong password.
///
/// # Runtime
/// Calls run on Tokio, with its I/O and time drivers enabled (`enable_all`, which `#[tokio::main]` does). Awaiting a call elsewhere is an
/// error; without the drivers, Tokio panics.
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct Call<T> {
    source: Source<T>,
    under_way: Option<UnderWay>,
}

/// What a call resolves from.
pub(crate) enum Source<T> {
    Ready(Box<Result<Response<T>>>),
    Request(Arc<Pending>, Decode<T>),
    /// It has resolved.
    Over,
}

pub(crate) type Decode<T> = fn(&[u8]) -> Result<T, DecodeError>;
type UnderWay = Pin<Box<dyn Future<Output = Result<Reply>> + Send>>;

impl<T> Call<T> {
    pub(crate) fn new(pending: Result<Pending>, decode: Decode<T>) -> Self {
        match pending {
            Ok(pending) => Self { source: Source::Request(Arc::new(pending), decode), under_way: None },
            Err(error) => Self::ready(Err(error)),
        }
    }

    pub(crate) fn into_source(self) -> Source<T> {
        self.source
    }

    /// Creates a call that resolves to `result` without a request, for test doubles.
    ///
    /// Options have no effect on it. Errors come from [`Error::api`], [`Error::from_response`] and [`Error::from_transport`].
    ///
    /// # Examples
    /// ```
    /// use clerk_client::{Call, Error, User, UsersApi};
    ///
    /// struct Fake;
    /// impl UsersApi for Fake {
    ///     fn find(&self, user_id: &str) -> Call<User> {
    ///         match user_id {
    ///             "user_2a" => {
    ///                 let mut user = User::default();
    ///                 user.id = user_id.to_owned();
    ///                 Call::ready(Ok(user))
    ///             }
    ///             _ => Call::ready(Err(Error::api(404, "resource_not_found", ""))),
    ///         }
    ///     }
    /// }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> clerk_client::Result<()> {
    /// let users: &dyn UsersApi = &Fake;
    /// assert_eq!(users.find("user_2a").await?.id, "user_2a");
    /// assert!(users.find("user_2b").await.unwrap_err().is_not_found());
    /// assert!(users.ban("user_2a").await.is_err()); // not implemented by this fake
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// With mockall, `#[automock]` stands below `#[clerk_api]`, and lifetimes in the types of arguments are named:
    ///
    /// ```
    /// use clerk_client::{Call, Error, clerk_api};
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// pub struct NewTicket<'a> {
    ///     pub user_id: &'a str,
    /// }
    ///
    /// #[clerk_api]
    /// #[mockall::automock]
    /// pub trait TicketsApi {
    ///     /// Creates a ticket.
    ///     #[post("/sign_in_tokens")]
    ///     fn create<'a>(&self, #[body] ticket: &NewTicket<'a>) -> Call<()>;
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut tickets = MockTicketsApi::new();
    /// let missing = || Error::api(422, "form_param_missing", "is missing");
    /// tickets.expect_create().returning(move |_| Call::ready(Err(missing())));
    /// let ticket = NewTicket { user_id: "user_2a" };
    /// let error = tickets.create(&ticket).await.unwrap_err();
    /// assert!(error.has_code("form_param_missing"));
    /// # }
    /// ```
    ///
    /// For a trait of another crate such as [`UsersApi`](crate::UsersApi), `mockall::mock!` makes the double.
    #[doc(alias = "fake")]
    #[doc(alias = "mock")]
    pub fn ready(result: Result<T>) -> Self {
        Self { source: Source::Ready(Box::new(result.map(Response::of))), under_way: None }
    }

    /// Resolves to the whole [`Response`]: the value with the status, the headers and the raw body.
    pub fn with_http_info(self) -> CallWithHttpInfo<T> {
        CallWithHttpInfo { call: self }
    }

    /// Resolves to `Ok(None)` instead of an error if Clerk responds with 404.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let deleted = client.users().delete("user_2a").optional().await?;
    /// println!("{}", if deleted.is_some() { "deleted" } else { "no such user" });
    /// # Ok(())
    /// # }
    /// ```
    pub fn optional(self) -> OptionalCall<T> {
        OptionalCall { call: self }
    }

    /// Returns the request, including its `Authorization` header, without sending it.
    ///
    /// # Errors
    /// Returns the error that `.await` would return before sending, or an error for [`Call::ready`].
    pub fn into_request(self) -> Result<Request> {
        match self.source {
            Source::Request(pending, _) => Ok(Arc::unwrap_or_clone(pending).request),
            Source::Ready(result) => {
                Err(result.err().unwrap_or_else(|| Error::request("a `Call::ready` has no request")))
            }
            Source::Over => Err(resolved()),
        }
    }

    /// Returns the request; `None` for a [`Call::ready`] and for a call that cannot be sent.
    #[must_use]
    pub fn request(&self) -> Option<&Request> {
        match &self.source {
            Source::Request(pending, _) => Some(&pending.request),
            Source::Ready(_) | Source::Over => None,
        }
    }
}

fn resolved() -> Error {
    Error::request("the call has already resolved")
}

impl<T: Clone> Clone for Call<T> {
    fn clone(&self) -> Self {
        let source = match &self.source {
            Source::Ready(result) => Source::Ready(result.clone()),
            Source::Request(pending, decode) => Source::Request(Arc::clone(pending), *decode),
            Source::Over => Source::Over,
        };
        Self { source, under_way: None }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Source::Request(pending, _) => f.debug_tuple("Call").field(&pending.request).finish(),
            Source::Ready(result) => match &**result {
                Ok(_) => f.write_str("Call(ready)"),
                Err(error) => f.debug_tuple("Call").field(error).finish(),
            },
            Source::Over => f.write_str("Call(resolved)"),
        }
    }
}
