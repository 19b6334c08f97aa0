//! How a call resolves.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use super::{Call, Decode, Source, UnderWay, resolved};
use crate::attempt::{self, Pending, Reply};
use crate::error::{DecodeError, Error, Result};
use crate::response::Response;
use crate::transport::RawResponse;

// Nothing in it is ever pinned in place: what is under way is in a box of its own.
impl<T> Unpin for Call<T> {}

impl<T> Future for Call<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_response(context).map_ok(|response| response.data)
    }
}

impl<T> Call<T> {
    pub(super) fn poll_response(&mut self, context: &mut Context<'_>) -> Poll<Result<Response<T>>> {
        let Source::Request(pending, decode) = &self.source else { return Poll::Ready(self.take_ready()) };
        let (reply, decode) = (ready!(poll_reply(pending, &mut self.under_way, context)), *decode);
        self.source = Source::Over;
        Poll::Ready(reply.and_then(|reply| decoded(reply, decode)))
    }

    fn take_ready(&mut self) -> Result<Response<T>> {
        match std::mem::replace(&mut self.source, Source::Over) {
            Source::Ready(result) => *result,
            _ => Err(resolved()),
        }
    }
}

/// Sends the call and waits for its response. Free of `T`, so that it is compiled with this crate and not with each one that calls an
/// endpoint.
fn poll_reply(
    pending: &Arc<Pending>,
    under_way: &mut Option<UnderWay>,
    context: &mut Context<'_>,
) -> Poll<Result<Reply>> {
    let sending = under_way.get_or_insert_with(|| Box::pin(attempt::send(Arc::clone(pending))));
    let reply = ready!(sending.as_mut().poll(context));
    *under_way = None;
    Poll::Ready(reply)
}

pub(crate) fn decoded<T>(reply: Reply, decode: Decode<T>) -> Result<Response<T>> {
    match decode(&reply.response.body) {
        Ok(data) => {
            let RawResponse { status, headers, body } = reply.response;
            Ok(Response { data, status, headers, body })
        }
        Err(error) => Err(undecodable(error, reply)),
    }
}

#[cold]
fn undecodable(error: DecodeError, reply: Reply) -> Error {
    let (endpoint, context) = (reply.endpoint, reply.context());
    Error::decode(error, reply.response).with_endpoint(endpoint).with_context(context)
}
