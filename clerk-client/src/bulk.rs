//! Bulk work: the same call for each of many items, with [`Client::bulk`](crate::Client::bulk).

mod progress;
mod results;

use std::fmt;
use std::pin::Pin;

use futures_util::{Stream, stream};

pub use self::progress::Progress;
pub use self::results::{Done, Results};
use crate::client::Client;
use crate::error::Error;

type Items<'a, I> = Pin<Box<dyn Stream<Item = I> + Send + 'a>>;

/// The number of calls in flight: enough for Clerk's 100 requests a second with half a second each, and fewer than the client allows, so
/// that other calls need not wait.
const IN_FLIGHT: usize = 50;

impl Client {
    /// Begins bulk work: the same call for each of many items, a number of them at a time.
    ///
    /// The calls run within the rate limits as they are met: after a 429 they wait together and go on gradually. They share the limits of
    /// this client, but have a retry budget of their own, and wait in the queue for up to 24 hours unless the client has a
    /// [`queue_timeout`](crate::ClientBuilder::queue_timeout). Each is retried as its endpoint is declared.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client, ids: Vec<String>) -> clerk_client::Result<()> {
    /// let mut results = client.bulk(ids).run(|client, id| client.users().ban(id));
    /// while let Some(done) = results.next().await {
    ///     if let Err(error) = done.result {
    ///         eprintln!("{}: {error}", done.item);
    ///     }
    ///     // 1200 of 10000 (3 failed), 96.8 per second, 1m31s to go
    ///     println!("{}", results.progress());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "batch")]
    #[doc(alias = "for_each_concurrent")]
    #[doc(alias = "buffer_unordered")]
    pub fn bulk<'a, I>(&self, items: I) -> Bulk<'a, I::Item>
    where
        I: IntoIterator<IntoIter: Send + 'a>,
    {
        self.bulk_stream(stream::iter(items))
    }

    /// Begins bulk work for the items of a stream, such as [`Call::stream`](crate::Call::stream). See [`bulk`](Self::bulk).
    ///
    /// # Examples
    /// An item that is an error becomes a failed one:
    ///
    /// ```no_run
    /// use clerk_client::{Call, ListUsers};
    ///
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let banned = client.users().all(&ListUsers::new().banned(true)).stream();
    /// let mut results = client.bulk_stream(banned).run(|client, user| match user {
    ///     Ok(user) => client.users().delete(&user.id),
    ///     Err(error) => Call::ready(Err(error.clone())),
    /// });
    /// while let Some(done) = results.next().await {
    ///     done.result?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn bulk_stream<'a, S>(&self, items: S) -> Bulk<'a, S::Item>
    where
        S: Stream + Send + 'a,
    {
        let total = match items.size_hint() {
            (least, Some(most)) if least == most => u64::try_from(least).ok(),
            _ => None,
        };
        Bulk { client: self.for_bulk(), items: Box::pin(items), total, max_in_flight: IN_FLIGHT, in_order: false }
    }
}

/// Bulk work that has not begun; returned by [`Client::bulk`].
#[must_use = "bulk work does nothing until it is run"]
pub struct Bulk<'a, I> {
    client: Client,
    items: Items<'a, I>,
    total: Option<u64>,
    max_in_flight: usize,
    in_order: bool,
}

impl<'a, I> Bulk<'a, I> {
    /// Sets the maximum number of items in flight. 0 is treated as 1. Default: 50.
    ///
    /// The client's own [`max_in_flight`](crate::ClientBuilder::max_in_flight) holds as well.
    pub fn max_in_flight(mut self, max: usize) -> Self {
        self.max_in_flight = max.max(1);
        self
    }

    /// Yields results in the order of the items. Default: as they come.
    ///
    /// An item that takes long then holds back those behind it: they count as in flight until they are yielded.
    pub fn in_order(mut self) -> Self {
        self.in_order = true;
        self
    }

    /// Sets the number of items, for [`Progress::left`]. Default: that of the iterator or stream, if it knows.
    pub fn total(mut self, items: u64) -> Self {
        self.total = Some(items);
        self
    }

    /// Runs `call` for each item. Nothing begins until the results are polled.
    ///
    /// The client that `call` is passed is the one with the retry budget of its own. `call` may return any future: a [`Call`](crate::Call),
    /// or an `async` block of several calls that owns what it uses. An error of the caller's own is any type that a Clerk error converts
    /// into.
    ///
    /// # Examples
    /// Two calls an item:
    ///
    /// ```no_run
    /// use clerk_client::{Client, CreateUserRequest, Error};
    ///
    /// # async fn example(client: Client, rows: Vec<CreateUserRequest>) {
    /// let bulk = client.bulk(rows).max_in_flight(20).in_order();
    /// let mut results = bulk.run(|client, row| {
    ///     let (client, row) = (client.clone(), row.clone());
    ///     async move {
    ///         let user = client.users().create(&row).await?;
    ///         client.users().lock(&user.id).await?;
    ///         Ok::<_, Error>(user.id)
    ///     }
    /// });
    /// while let Some(done) = results.next().await {
    ///     println!("row {}: {:?}", done.index, done.result);
    /// }
    /// # }
    /// ```
    pub fn run<T, E, F, C>(self, call: F) -> Results<'a, I, T, E>
    where
        F: FnMut(&Client, &I) -> C + Send + 'a,
        C: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        Results::new(self, call)
    }
}

impl<I> fmt::Debug for Bulk<'_, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk")
            .field("total", &self.total)
            .field("max_in_flight", &self.max_in_flight)
            .field("in_order", &self.in_order)
            .finish_non_exhaustive()
    }
}
