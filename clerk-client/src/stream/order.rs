//! In which order a list is walked, and how its pages are requested.

use crate::request::{PageStart, Timeline};

/// What a walk has to know of its query.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) order: Order,
    /// The number of items to request at a time.
    pub(super) limit: u32,
    /// Whether a page with fewer items is known to be the last one.
    pub(super) is_limit_known: bool,
    /// The query's own offset.
    pub(super) offset: u64,
    /// The query itself says where the list begins, by an offset or a cursor.
    pub(super) has_start: bool,
}

/// How the pages of a walk are requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// By the number of items before; the parameter that takes it.
    Offset(&'static str),
    /// By the last item before.
    Cursor,
    /// By the last item before, or ahead from its time.
    Time(Timeline, Direction),
}

/// The direction of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ascending,
    Descending,
}

impl Order {
    /// The order of a list with this query. A cursor is of no use in an order that is not its timeline's.
    pub(super) fn of(start: &PageStart, value: impl Fn(&str) -> Option<String>) -> Self {
        let timeline = match start {
            PageStart::Offset(offset) => return Self::Offset(offset),
            PageStart::Cursor { timeline: None, .. } => return Self::Cursor,
            PageStart::Cursor { timeline: Some(timeline), .. } => *timeline,
        };
        let Some(order) = value(timeline.order) else { return Self::Time(timeline, Direction::of(timeline.descends)) };
        match order.strip_prefix(['+', '-']).unwrap_or(&order) == timeline.member {
            true => Self::Time(timeline, Direction::of(order.starts_with('-'))),
            false => Self::Offset(timeline.offset),
        }
    }

    /// The parameter that takes the offset, if there is one.
    pub(super) fn offset(&self) -> Option<&'static str> {
        match self {
            Self::Offset(offset) => Some(offset),
            Self::Time(timeline, _) => Some(timeline.offset),
            Self::Cursor => None,
        }
    }
}

impl Direction {
    fn of(descends: bool) -> Self {
        if descends { Self::Descending } else { Self::Ascending }
    }

    pub(super) fn is_before(self, time: i64, other: i64) -> bool {
        match self {
            Self::Ascending => time < other,
            Self::Descending => time > other,
        }
    }
}
