//! Lists as streams: [`Call::stream`](crate::Call::stream) and [`Call::pages`](crate::Call::pages).
//!
//! The [guide](crate::_guide::pagination) says what is promised of a list that changes meanwhile.

mod fetch;
mod items;
mod keys;
mod order;
mod pages;
mod query;
mod seen;
mod start;
mod walk;

pub use self::items::ItemStream;
pub use self::pages::PageStream;
use crate::call::Call;
use crate::response::List;

/// Lists that have more than one page.
impl<T> Call<T> {
    /// Walks all pages of a list and yields their items, in the order of the query.
    ///
    /// The endpoint's `paginate` says how; [pages are fetched ahead](ItemStream::prefetch). The page size is the largest that Clerk allows,
    /// 500 for users, unless the query has a `limit`. An `offset` or a cursor of the query is where the walk begins. For a number of items
    /// in all, use `take` of `futures`.
    ///
    /// Each user who exists during the whole walk is yielded exactly once, regardless of who is created, deleted or updated meanwhile,
    /// if the list is in the order of creation, which is the default. The [guide](crate::_guide::pagination) has the details, and what is
    /// promised of other lists and orders.
    ///
    /// # Errors
    /// An error of a page ends the stream, after the items before it. Each page is a call with the options of this one; only its wait for
    /// rate limits does not count towards the [timeout](Self::timeout), unless a [`queue_timeout`](Self::queue_timeout) is set.
    ///
    /// The stream fails without sending a request if the endpoint does not declare `paginate`, or if the query's limit is 0 or larger than
    /// Clerk allows. It fails with [`ErrorKind::Pagination`](crate::ErrorKind::Pagination) if the pages do not fit together, as when a
    /// server returns the same page again and again.
    ///
    /// # Examples
    /// ```no_run
    /// use clerk_client::ListUsers;
    ///
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let mut users = client.users().all(&ListUsers::new().banned(false)).stream();
    /// while let Some(user) = users.try_next().await? {
    ///     println!("{}", user.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "paginate")]
    #[doc(alias = "auto_paging")]
    pub fn stream<I>(self) -> ItemStream<I>
    where
        T: List<Item = I> + 'static,
        I: Send + 'static,
    {
        ItemStream::new(self.pages())
    }

    /// Walks all pages of a list, as [`stream`](Self::stream) does, and yields whole pages.
    ///
    /// An item is on one page only. Pages can be shorter than the limit, and the last one is not yielded if it is empty.
    ///
    /// # Errors
    /// As for [`stream`](Self::stream).
    ///
    /// # Examples
    /// ```no_run
    /// use clerk_client::ListUsers;
    ///
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let mut pages = client.users().all(&ListUsers::new()).pages();
    /// while let Some(users) = pages.try_next().await? {
    ///     println!("{} users", users.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn pages<I>(self) -> PageStream<I>
    where
        T: List<Item = I> + 'static,
        I: Send + 'static,
    {
        PageStream::new(self)
    }
}
