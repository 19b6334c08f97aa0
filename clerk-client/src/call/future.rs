//! What a call becomes when it is awaited.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::{Call, Decode, State};
use crate::attempt::{self, Reply};
use crate::error::{DecodeError, Error, Result};
use crate::response::Response;
use crate::transport::RawResponse;

/// A [`Call`] that gives the whole [`Response`]; made by [`Call::with_http_info`].
#[derive(Debug)]
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct CallWithHttpInfo<T> {
    pub(super) call: Call<T>,
}

impl<T> IntoFuture for CallWithHttpInfo<T> {
    type Output = Result<Response<T>>;
    type IntoFuture = ResponseFuture<T>;

    fn into_future(self) -> ResponseFuture<T> {
        let state = match self.call.state {
            State::Ready(result) => Progress::Ready(Some(result)),
            State::Pending(pending, decode) => Progress::Sent(Box::pin(attempt::send(pending)), decode),
        };
        ResponseFuture { state }
    }
}

impl<T> IntoFuture for Call<T> {
    type Output = Result<T>;
    type IntoFuture = ValueFuture<T>;

    fn into_future(self) -> ValueFuture<T> {
        ValueFuture(self.with_http_info().into_future())
    }
}

/// A [`Call`] that takes 404 for an answer; made by [`Call::absent_is_ok`].
#[derive(Debug)]
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct CallIfPresent<T> {
    pub(super) call: Call<T>,
}

impl<T> IntoFuture for CallIfPresent<T> {
    type Output = Result<Option<T>>;
    type IntoFuture = PresentFuture<T>;

    fn into_future(self) -> PresentFuture<T> {
        PresentFuture(self.call.into_future())
    }
}

/// The future of a [`CallIfPresent`].
#[derive(Debug)]
pub struct PresentFuture<T>(ValueFuture<T>);

impl<T> Future for PresentFuture<T> {
    type Output = Result<Option<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(|outcome| match outcome {
            Err(error) if error.is_not_found() => Ok(None),
            outcome => outcome.map(Some),
        })
    }
}

/// The future of a [`CallWithHttpInfo`].
pub struct ResponseFuture<T> {
    state: Progress<T>,
}

enum Progress<T> {
    Ready(Option<Result<Response<T>>>),
    Sent(Pin<Box<dyn Future<Output = Result<Reply>> + Send>>, Decode<T>),
}

// Nothing in it is ever pinned in place: the future is in a box of its own.
impl<T> Unpin for ResponseFuture<T> {}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.state {
            Progress::Ready(result) => match result.take() {
                Some(result) => Poll::Ready(result),
                None => Poll::Pending,
            },
            Progress::Sent(future, decode) => future.as_mut().poll(context).map(|reply| decoded(reply?, *decode)),
        }
    }
}

/// The future of a [`Call`].
pub struct ValueFuture<T>(ResponseFuture<T>);

impl<T> Future for ValueFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(|reply| reply.map(|reply| reply.data))
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ValueFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValueFuture").finish_non_exhaustive()
    }
}

fn decoded<T>(reply: Reply, decode: Decode<T>) -> Result<Response<T>> {
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
