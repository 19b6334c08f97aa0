//! Lists: which rows, in which order, which page of them.

mod order;
mod plan;
mod slots;
mod users;

use crate::input::Page;

pub(crate) use order::sorted;
pub(crate) use users::{Signs, UserList};

/// One page of items, and how many there are in all.
pub(crate) fn paged<T>(items: impl IntoIterator<Item = T>, page: Page) -> (Vec<T>, usize) {
    let mut total = 0;
    let mut kept = Vec::with_capacity(page.limit);
    for (place, item) in items.into_iter().enumerate() {
        total = place + 1;
        if (page.offset..page.offset.saturating_add(page.limit)).contains(&place) {
            kept.push(item);
        }
    }
    (kept, total)
}
