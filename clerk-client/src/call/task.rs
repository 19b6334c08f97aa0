//! A future on the runtime, stopped when it is dropped.

use std::panic::resume_unwind;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::runtime::Handle;
use tokio::task::JoinHandle;
use tracing::Instrument as _;

use crate::error::{Error, Result};

/// A future that makes progress while nobody polls it, so that neither a slow consumer nor a full buffer lets its time run out.
#[derive(Debug)]
pub(crate) struct Task<T>(JoinHandle<T>);

impl<T: Send + 'static> Task<T> {
    pub(crate) fn spawn(future: impl Future<Output = T> + Send + 'static) -> Result<Self> {
        match Handle::try_current() {
            Ok(runtime) => Ok(Self(runtime.spawn(future.in_current_span()))),
            Err(_) => Err(Error::request("a call must be awaited on a Tokio runtime")),
        }
    }
}

/// A panic goes on in whoever awaits the task.
impl<T> Future for Task<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        Poll::Ready(match ready!(Pin::new(&mut self.0).poll(context)) {
            Ok(value) => Ok(value),
            Err(error) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                Err(_) => Err(Error::request("the Tokio runtime has been shut down")),
            },
        })
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
