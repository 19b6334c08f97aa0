//! Responses that are lists.

use crate::types::Page;

/// A response that is a list: what a paginated endpoint returns.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    label = "a paginated endpoint returns a list: `Call<Vec<T>>` or `Call<Page<T>>`",
    note = "for a list type of your own, implement `clerk_client::List`; otherwise remove `paginate`"
)]
pub trait List {
    /// What the list contains.
    type Item;

    /// The items of this page, in order.
    fn into_items(self) -> Vec<Self::Item>;
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
}
