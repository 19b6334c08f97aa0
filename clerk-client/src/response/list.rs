//! Responses that are lists.

use crate::types::Page;

/// A response that is a list: what a paginated endpoint returns, and what [`Call::stream`](crate::Call::stream) walks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "only a list has pages: `Call<Vec<T>>` or `Call<Page<T>>`",
    note = "for a list type of your own, implement `clerk_client::List`"
)]
pub trait List {
    /// What the list contains.
    type Item;

    /// The items of this page, in order.
    fn into_items(self) -> Vec<Self::Item>;

    /// Returns the number of items on all pages, if the response has it. Default: `None`.
    fn total(&self) -> Option<u64> {
        None
    }
}

impl<T> List for Vec<T> {
    type Item = T;

    fn into_items(self) -> Vec<T> {
        self
    }
}

impl<T> List for Page<T> {
    type Item = T;

    fn into_items(self) -> Vec<T> {
        self.data
    }

    fn total(&self) -> Option<u64> {
        self.total_count
    }
}
