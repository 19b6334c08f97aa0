//! Whether an endpoint may be called twice.

/// Whether a call may be sent again after a failure that leaves open whether it ran: a timeout, a broken connection, a 500.
///
/// It is declared beside the path, `#[post("/users/<user_id>/ban", retry = "always")]`, and kept in
/// [`Endpoint::retry`](crate::Endpoint::retry). Without that the verb decides, as RFC 9110 says: GET, PUT and DELETE are always sent
/// again, POST and PATCH never. [`Call::retry`](crate::Call::retry) decides for one call.
///
/// What never left this machine, and what was refused before it ran (429, maintenance), is sent again whatever this says;
/// [`Call::attempts`](crate::Call::attempts) bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Retry {
    /// Sending it twice does no more than sending it once.
    Always,
    /// A second one would do something again.
    Never,
    /// As [`Always`](Self::Always), unless the JSON body has one of these members. A body that is no JSON object counts as having
    /// them.
    Unless(&'static [&'static str]),
}
