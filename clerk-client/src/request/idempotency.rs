//! Whether sending a call twice does no more than sending it once.

/// Whether a call may be retried after a failure that leaves its outcome unknown: a timeout, a broken connection, a 500.
///
/// It is declared beside the path, `#[post("/users/<user_id>/ban", idempotent)]`, and kept in
/// [`Endpoint::idempotency`](crate::Endpoint::idempotency). By default the verb decides, as RFC 9110 says: GET, PUT and DELETE
/// are idempotent, POST and PATCH are not. [`Call::idempotent`](crate::Call::idempotent) decides for one call.
///
/// A request that was never sent, or that was refused before it ran (429, maintenance), is retried in either case;
/// [`Call::max_attempts`](crate::Call::max_attempts) bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Idempotency {
    /// Sending the call twice does no more than sending it once.
    Always,
    /// A second call would do something again.
    Never,
    /// As [`Always`](Self::Always), unless the JSON body has one of these members. A body that is not a JSON object counts as
    /// having them.
    Unless(&'static [&'static str]),
}
