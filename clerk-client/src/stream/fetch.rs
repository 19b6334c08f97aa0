//! One page: fetched, decoded, and its items told apart.

use std::pin::Pin;
use std::sync::Arc;

use super::keys::{Key, KeyOptions, keys};
use crate::attempt::{self, Pending};
use crate::call::{Decode, decoded};
use crate::error::Result;
use crate::response::{List, Response};

/// A page that was fetched.
pub(super) struct Page<T> {
    pub(super) items: Vec<T>,
    /// One for each item; none if the response does not show which is which.
    pub(super) keys: Option<Vec<Key>>,
    pub(super) total: Option<u64>,
}

/// Fetches the page that a request is for.
pub(super) type Fetch<T> = Arc<dyn Fn(Pending) -> Fetching<T> + Send + Sync>;
type Fetching<T> = Pin<Box<dyn Future<Output = Result<Page<T>>> + Send>>;

/// What fetches pages of a list type; the rest of a walk knows only the type of the items.
pub(super) fn fetcher<L: List<Item: Send> + 'static>(decode: Decode<L>, options: KeyOptions) -> Fetch<L::Item> {
    Arc::new(move |pending| Box::pin(fetch(pending, decode, options)))
}

async fn fetch<L: List>(pending: Pending, decode: Decode<L>, options: KeyOptions) -> Result<Page<L::Item>> {
    let reply = attempt::send(Arc::new(pending)).await?;
    let Response { data, body, .. } = decoded(reply, decode)?;
    let total = data.total();
    let items = data.into_items();
    let keys = keys(&body, items.len(), options);
    Ok(Page { items, keys, total })
}
