//! [`ItemStream`]: the items of all pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::{Stream, StreamExt};

use super::PageStream;
use crate::error::Result;

/// The items of all pages of a list; returned by [`Call::stream`](crate::Call::stream).
///
/// It is a `futures_core::Stream`, so all of `StreamExt` and `TryStreamExt` works with it. For a loop, [`next`](Self::next) and
/// [`try_next`](Self::try_next) need no import.
///
/// # Cancel safety
/// [`next`](Self::next) and [`try_next`](Self::try_next) are cancel safe: a future that is dropped before it is ready has taken no item.
/// Dropping the stream cancels the requests in flight.
#[must_use = "a stream does nothing until it is polled"]
pub struct ItemStream<T> {
    pages: PageStream<T>,
    page: std::vec::IntoIter<T>,
}

impl<T: Send + 'static> ItemStream<T> {
    pub(super) fn new(pages: PageStream<T>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }

    /// Sets how many pages are fetched ahead: requested, or waiting to be yielded. It bounds the memory that the stream takes. Default: 20.
    ///
    /// 0 requests the next page only once all items of the page before are taken. Lists whose pages can be requested only one after
    /// the other, because they have a cursor and no order by time, have at most one request in flight.
    pub fn prefetch(mut self, pages: usize) -> Self {
        self.pages = self.pages.prefetch(pages);
        self
    }

    /// Yields the next item, or `None` after the last one or after an error.
    pub async fn next(&mut self) -> Option<Result<T>> {
        StreamExt::next(self).await
    }

    /// Yields the next item, or `Ok(None)` after the last one.
    ///
    /// # Errors
    /// The error that ended the walk; see [`Call::stream`](crate::Call::stream).
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        self.next().await.transpose()
    }

    /// Returns the number of items on all pages; see [`PageStream::total`].
    ///
    /// # Errors
    /// As for any call; also if there is no total.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::ListUsers;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let mut users = client.users().all(&ListUsers::new().query("ada")).stream();
    /// println!("{} users", users.total().await?);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn total(&self) -> Result<u64> {
        self.pages.total().await
    }
}

impl<T> Unpin for ItemStream<T> {}

impl<T: Send + 'static> Stream for ItemStream<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_next_unpin(context)) {
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for ItemStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream").field("pages", &self.pages).finish_non_exhaustive()
    }
}
