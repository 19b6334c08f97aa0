//! Where a page begins, and why there may be none.

use std::sync::Arc;

/// Where a page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// As the call's own query says.
    AsQueried,
    /// Behind the item with this id.
    After(Arc<str>),
    /// At an offset from the first item, or from the first one of this time.
    At { time: Option<i64>, offset: u64 },
}

/// Why a walk cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stuck {
    Repeats,
    Unordered,
    NoKeys,
}

impl Stuck {
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Repeats => {
                "the server returns the same page again; does the API version have the parameters of `paginate`?"
            }
            Self::Unordered => "the list changes faster than it can be walked",
            Self::NoKeys => "the items of the response were not found or have no `id`, so the next page is unknown",
        }
    }
}
