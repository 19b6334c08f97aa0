//! Calls that resolve to something else than their value.

use std::pin::Pin;
use std::task::{Context, Poll};

use super::Call;
use crate::error::Result;
use crate::response::Response;

/// A [`Call`] that resolves to the whole [`Response`]; returned by [`Call::with_http_info`].
#[derive(Clone, Debug)]
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct CallWithHttpInfo<T> {
    pub(super) call: Call<T>,
}

impl<T> Future for CallWithHttpInfo<T> {
    type Output = Result<Response<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.call.poll_response(context)
    }
}

/// A [`Call`] that resolves to `Ok(None)` if Clerk responds with 404; returned by [`Call::optional`].
#[derive(Clone, Debug)]
#[must_use = "a `Call` does nothing until it is awaited"]
pub struct OptionalCall<T> {
    pub(super) call: Call<T>,
}

impl<T> Future for OptionalCall<T> {
    type Output = Result<Option<T>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.call).poll(context).map(|outcome| match outcome {
            Err(error) if error.is_not_found() => Ok(None),
            outcome => outcome.map(Some),
        })
    }
}
