//! [`PageStream`]: one page after the other, fetched ahead.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_util::{Stream, StreamExt};

use super::fetch::{Fetch, Page, fetcher};
use super::query::Query;
use super::start::Start;
use super::walk::{Verdict, Walk};
use crate::attempt;
use crate::call::{Call, Source, Task, decoded};
use crate::error::{Error, Result};
use crate::response::{FromResponse, List};
use crate::types::Total;

/// The number of pages that are fetched ahead. Clerk's limit of 100 requests a second is reached with a round trip of up to 200 ms.
const PREFETCH: usize = 20;

/// The pages of a list; returned by [`Call::pages`](crate::Call::pages).
///
/// It is a `futures_core::Stream`, so all of `StreamExt` and `TryStreamExt` works with it. For a loop, [`next`](Self::next) and
/// [`try_next`](Self::try_next) need no import.
///
/// # Cancel safety
/// [`next`](Self::next) and [`try_next`](Self::try_next) are cancel safe: a future that is dropped before it is ready has taken no page.
/// Dropping the stream cancels the requests in flight.
#[must_use = "a stream does nothing until it is polled"]
pub struct PageStream<T> {
    state: State<T>,
    prefetch: usize,
}

enum State<T> {
    Walking(Box<Walking<T>>),
    /// Of a test double: all there is, or why there is nothing.
    Ready(Result<Vec<T>>, Option<u64>),
    Over,
}

struct Walking<T> {
    query: Query,
    walk: Walk,
    fetch: Fetch<T>,
    /// In the order of the list, as the walk has them.
    in_flight: VecDeque<Slot<T>>,
}

/// A page that was requested.
enum Slot<T> {
    Fetching(Task<Result<Page<T>>>),
    There(Result<Page<T>>),
}

impl<T: Send + 'static> PageStream<T> {
    pub(super) fn new<L: List<Item = T> + 'static>(call: Call<L>) -> Self {
        let state = match call.into_source() {
            Source::Request(pending, decode) => match Query::new(Arc::unwrap_or_clone(pending)) {
                Ok(query) => {
                    let walk = Walk::new(query.plan);
                    let fetch = fetcher(decode, query.key_options());
                    State::Walking(Box::new(Walking { query, walk, fetch, in_flight: VecDeque::new() }))
                }
                Err(error) => State::Ready(Err(error), None),
            },
            Source::Ready(result) => match *result {
                Ok(response) => {
                    let total = response.data.total();
                    let items = response.data.into_items();
                    let count = u64::try_from(items.len()).ok();
                    State::Ready(Ok(items), total.or(count))
                }
                Err(error) => State::Ready(Err(error), None),
            },
            Source::Over => State::Over,
        };
        Self { state, prefetch: PREFETCH }
    }

    /// Sets how many pages are fetched ahead; see [`ItemStream::prefetch`](super::ItemStream::prefetch).
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.prefetch = pages;
        self
    }

    /// Yields the next page, or `None` after the last one or after an error.
    pub async fn next(&mut self) -> Option<Result<Vec<T>>> {
        StreamExt::next(self).await
    }

    /// Yields the next page, or `Ok(None)` after the last one.
    ///
    /// # Errors
    /// The error that ended the walk; see [`Call::stream`](crate::Call::stream).
    pub async fn try_next(&mut self) -> Result<Option<Vec<T>>> {
        self.next().await.transpose()
    }

    /// Returns the number of items on all pages.
    ///
    /// It sends one request: to the endpoint that counts with the same query, if `paginate` declares one, and otherwise for a page whose
    /// response has the total. Filters that only the list knows, such as [excluded user IDs](crate::ListUsers::exclude_user_id), are not
    /// known to the endpoint that counts users.
    ///
    /// # Errors
    /// As for any call; also if no such endpoint is declared and the response has no total, or if the walk is over.
    pub async fn total(&self) -> Result<u64> {
        let walking = match &self.state {
            State::Walking(walking) => walking,
            State::Ready(Err(error), _) => return Err(error.clone()),
            State::Ready(Ok(_), total) => return total.ok_or_else(no_total),
            State::Over => return Err(Error::request("the walk is over")),
        };
        let (request, fetch) = match walking.query.count()? {
            Some(count) => {
                let reply = attempt::send(Arc::new(count)).await?;
                let count = decoded(reply, Total::decode)?;
                return count.data.total_count.ok_or_else(no_total);
            }
            None => (walking.query.one_item()?, &walking.fetch),
        };
        fetch(request).await?.total.ok_or_else(no_total)
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<T>>>> {
        let walking = match &mut self.state {
            State::Walking(walking) => walking,
            _ => return Poll::Ready(self.take_ready()),
        };
        loop {
            walking.request(self.prefetch.max(1));
            let Some(page) = ready!(walking.poll_first(context)) else { return Poll::Ready(None) };
            if let Some(items) = walking.accept(page)? {
                walking.request(self.prefetch);
                return Poll::Ready(Some(Ok(items)));
            }
        }
    }

    fn take_ready(&mut self) -> Option<Result<Vec<T>>> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Ready(Ok(items), _) if items.is_empty() => None,
            State::Ready(result, _) => Some(result),
            State::Walking(_) | State::Over => None,
        }
    }
}

fn no_total() -> Error {
    Error::request("neither the response nor `paginate` of the endpoint has a total: declare `count = \"/count\"`")
}

impl<T: Send + 'static> Walking<T> {
    /// Requests as many pages as may be in flight.
    fn request(&mut self, ahead: usize) {
        while let Some(start) = self.walk.next(ahead) {
            self.in_flight.push_back(self.fetch(&start));
        }
    }

    fn fetch(&self, start: &Start) -> Slot<T> {
        match self.query.page(start).and_then(|request| Task::spawn((self.fetch)(request))) {
            Ok(task) => Slot::Fetching(task),
            Err(error) => Slot::There(Err(error)),
        }
    }

    /// Takes the first page once it is there; `None` if none was requested.
    fn poll_first(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page<T>>>> {
        let Some(slot) = self.in_flight.front_mut() else { return Poll::Ready(None) };
        if let Slot::Fetching(task) = slot {
            *slot = Slot::There(ready!(Pin::new(task).poll(context)).and_then(|page| page));
        }
        match self.in_flight.pop_front() {
            Some(Slot::There(page)) => Poll::Ready(Some(page)),
            _ => Poll::Ready(None),
        }
    }

    /// The items of the page that are new; `None` if it has none.
    fn accept(&mut self, fetched: Result<Page<T>>) -> Result<Option<Vec<T>>> {
        let page = match fetched {
            Ok(page) => page,
            Err(error) if self.walk.survives(&error) => {
                self.in_flight.clear();
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let verdict = self.walk.accept(&page.keys, page.items.len()).map_err(|stuck| self.query.error(stuck))?;
        let mut items = Vec::new();
        match verdict {
            Verdict::Take(new) => {
                items.extend(page.items.into_iter().zip(new).filter_map(|(item, new)| new.then_some(item)));
            }
            Verdict::Wait(start) => {
                self.in_flight.push_front(Slot::There(Ok(page)));
                self.in_flight.push_front(self.fetch(&start));
            }
            Verdict::Again => {}
        }
        self.in_flight.truncate(self.walk.in_flight());
        Ok(Some(items).filter(|items| !items.is_empty()))
    }
}

impl<T> Unpin for PageStream<T> {}

impl<T: Send + 'static> Stream for PageStream<T> {
    type Item = Result<Vec<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Vec<T>>>> {
        let page = self.poll_page(context);
        if matches!(page, Poll::Ready(None | Some(Err(_)))) {
            self.state = State::Over;
        }
        page
    }
}

impl<T> fmt::Debug for PageStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_flight = match &self.state {
            State::Walking(walking) => walking.in_flight.len(),
            _ => 0,
        };
        f.debug_struct("PageStream")
            .field("prefetch", &self.prefetch)
            .field("in_flight", &in_flight)
            .finish_non_exhaustive()
    }
}
