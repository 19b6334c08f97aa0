//! How a call resolves.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use super::{Call, Decode, Source, resolved};
use crate::attempt::{self, Reply};
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
        let (pending, decode) = match &self.source {
            Source::Request(pending, decode) => (pending, *decode),
            Source::Ready(_) | Source::Over => return Poll::Ready(self.take_ready()),
        };
        let under_way = self.under_way.get_or_insert_with(|| Box::pin(attempt::send(Arc::clone(pending))));
        let reply = ready!(under_way.as_mut().poll(context));
        (self.source, self.under_way) = (Source::Over, None);
        Poll::Ready(reply.and_then(|reply| decoded(reply, decode)))
    }

    fn take_ready(&mut self) -> Result<Response<T>> {
        match std::mem::replace(&mut self.source, Source::Over) {
            Source::Ready(result) => *result,
            _ => Err(resolved()),
        }
    }
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
