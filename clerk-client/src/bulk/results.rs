//! [`Results`]: what becomes of the items.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::stream::{FuturesOrdered, FuturesUnordered};
use futures_util::{Stream, StreamExt};

use super::progress::Tally;
use super::{Bulk, Items, Progress};
use crate::call::Task;
use crate::client::Client;
use crate::error::Error;

/// The result of one item; yielded by [`Results`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Done<I, T, E = Error> {
    /// The item's place among all items, from 0.
    pub index: u64,
    /// The item.
    pub item: I,
    /// What its call resolved to.
    pub result: Result<T, E>,
}

/// The results of bulk work, as they come or in order; returned by [`Bulk::run`].
///
/// It is a `futures_core::Stream`, so all of `StreamExt` works with it. For a loop, [`next`](Self::next) needs no import. An item that
/// fails does not end the others.
///
/// Calls in flight make progress while nobody polls, as tasks of the Tokio runtime; new ones begin only when the results are polled.
///
/// # Cancel safety
/// [`next`](Self::next) is cancel safe: a future that is dropped before it is ready has taken no result. Dropping the results cancels the
/// calls in flight, as dropping a [`Call`](crate::Call#cancel-safety) does: the outcome of a write is then unknown. To end without
/// that, [`stop`](Self::stop) and take the results that are left.
#[must_use = "bulk work does nothing until its results are polled"]
pub struct Results<'a, I, T, E = Error> {
    /// `None` once there are no more.
    items: Option<Items<'a, I>>,
    begin: Begin<'a, I, T, E>,
    running: Running<I, T, E>,
    max_in_flight: usize,
    next_index: u64,
    tally: Tally,
}

type Begin<'a, I, T, E> = Box<dyn FnMut(&I) -> Result<Task<Result<T, E>>, Error> + Send + 'a>;

impl<'a, I, T, E> Results<'a, I, T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    pub(super) fn new<F, C>(bulk: Bulk<'a, I>, mut call: F) -> Self
    where
        F: FnMut(&Client, &I) -> C + Send + 'a,
        C: Future<Output = Result<T, E>> + Send + 'static,
    {
        let client = bulk.client;
        let begin = move |item: &I| Task::spawn(call(&client, item));
        let running = match bulk.in_order {
            true => Running::Ordered(FuturesOrdered::new()),
            false => Running::Unordered(FuturesUnordered::new()),
        };
        Self {
            items: Some(bulk.items),
            begin: Box::new(begin),
            running,
            max_in_flight: bulk.max_in_flight,
            next_index: 0,
            tally: Tally::new(bulk.total),
        }
    }

    /// Yields the next result, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Done<I, T, E>> {
        StreamExt::next(self).await
    }

    /// Begins as many items as may be in flight.
    fn top_up(&mut self, context: &mut Context<'_>) {
        while self.running.len() < self.max_in_flight {
            let Some(items) = &mut self.items else { return };
            match items.as_mut().poll_next(context) {
                Poll::Ready(Some(item)) => {
                    let call = (self.begin)(&item);
                    self.running.push(InFlight { index: self.next_index, item: Some(item), call });
                    self.next_index += 1;
                }
                Poll::Ready(None) => self.items = None,
                Poll::Pending => return,
            }
        }
    }
}

impl<I, T, E> Results<'_, I, T, E> {
    /// Returns how far the work is. A result counts when it is yielded.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.tally.progress(self.running.len())
    }

    /// Begins no further items. Those in flight come to their end, and are yielded.
    pub fn stop(&mut self) {
        self.items = None;
    }
}

impl<I, T, E> Unpin for Results<'_, I, T, E> {}

impl<I, T, E> Stream for Results<'_, I, T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    type Item = Done<I, T, E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Done<I, T, E>>> {
        self.tally.begin();
        self.top_up(context);
        match self.running.poll_next(context) {
            Poll::Ready(Some(done)) => {
                self.tally.count(done.result.is_ok());
                // Another one is in flight while this result is looked at.
                self.top_up(context);
                Poll::Ready(Some(done))
            }
            Poll::Ready(None) if self.items.is_none() => Poll::Ready(None),
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }
}

/// An item whose call has begun.
struct InFlight<I, T, E> {
    index: u64,
    /// Taken when the call ends.
    item: Option<I>,
    call: Result<Task<Result<T, E>>, Error>,
}

impl<I, T, E> Unpin for InFlight<I, T, E> {}

/// The error of ours is one of the task, and not yet one of the caller's.
impl<I, T, E> Future for InFlight<I, T, E> {
    type Output = Option<Done<I, Result<T, E>>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let result = match &mut self.call {
            Ok(task) => ready!(Pin::new(task).poll(context)),
            Err(error) => Err(error.clone()),
        };
        let index = self.index;
        Poll::Ready(self.item.take().map(|item| Done { index, item, result }))
    }
}

enum Running<I, T, E> {
    Unordered(FuturesUnordered<InFlight<I, T, E>>),
    Ordered(FuturesOrdered<InFlight<I, T, E>>),
}

impl<I, T, E: From<Error>> Running<I, T, E> {
    fn push(&mut self, item: InFlight<I, T, E>) {
        match self {
            Self::Unordered(running) => running.push(item),
            Self::Ordered(running) => running.push_back(item),
        }
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Done<I, T, E>>> {
        let done = match self {
            Self::Unordered(running) => running.poll_next_unpin(context),
            Self::Ordered(running) => running.poll_next_unpin(context),
        };
        done.map(|done| {
            let Done { index, item, result } = done.flatten()?;
            Some(Done { index, item, result: result.unwrap_or_else(|error| Err(error.into())) })
        })
    }
}

impl<I, T, E> Running<I, T, E> {
    fn len(&self) -> usize {
        match self {
            Self::Unordered(running) => running.len(),
            Self::Ordered(running) => running.len(),
        }
    }
}

impl<I, T, E> fmt::Debug for Results<'_, I, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Results").field("progress", &self.progress()).finish_non_exhaustive()
    }
}
