//! The requests of a walk: the one of the call, with other parameters for its page.

use reqwest::Url;

use super::walk::{Start, Stuck};
use crate::attempt::Pending;
use crate::error::{Error, Result};
use crate::request::{PageStart, Pagination, Timeline};

/// The page size where none is declared: that of Clerk's lists.
const LARGEST: u32 = 500;

/// The call's query, understood.
pub(super) struct Query {
    pending: Pending,
    pagination: Pagination,
    /// The order in which the list is walked.
    pub(super) order: Order,
    /// The number of items to request at a time.
    pub(super) limit: u32,
    /// Whether a page with fewer items is known to be the last one.
    pub(super) is_limit_known: bool,
    /// The query's own offset.
    pub(super) offset: u64,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ascending,
    Descending,
}

impl Query {
    pub(super) fn new(mut pending: Pending) -> Result<Self> {
        let endpoint = pending.request.endpoint;
        let refused = |reason: String| Err(Error::request(reason).with_endpoint(endpoint));
        let Some(pagination) = endpoint.pagination else {
            return refused(
                "the endpoint does not say how it is paginated: declare `paginate`, or await its one page".into(),
            );
        };
        pending.wait_for_rate_limits();
        let url = &pending.request.url;
        let largest = pagination.max.unwrap_or(LARGEST);
        let limit = match value(url, pagination.limit).map(|limit| (limit.parse::<u32>().ok(), limit)) {
            None => largest,
            Some((Some(limit @ 1..), _)) if limit <= pagination.max.unwrap_or(u32::MAX) => limit,
            Some((_, limit)) => {
                return refused(format!("`{}` is {limit}, but must be 1 to {largest}", pagination.limit));
            }
        };
        let order = Order::of(url, &pagination.start);
        let offset = order.offset().and_then(|name| value(url, name)).map_or(Ok(0), |offset| offset.parse::<u64>());
        let Ok(offset) = offset else { return refused("the offset is not a number".into()) };
        let is_limit_known = pagination.max.is_some();
        // Pages by offset have to overlap.
        let limit = if matches!(order, Order::Offset(_)) { limit.max(2) } else { limit };
        Ok(Self { pending, pagination, order, limit, is_limit_known, offset })
    }

    /// The member of the items that the walk has to know.
    pub(super) fn time(&self) -> Option<&'static str> {
        match self.order {
            Order::Time(timeline, _) => Some(timeline.member),
            _ => None,
        }
    }

    /// The request for a page.
    pub(super) fn page(&self, start: &Start) -> Pending {
        let limit = (self.pagination.limit, Some(self.limit.to_string()));
        let changes = match start {
            Start::AsQueried => vec![limit],
            Start::After(id) => vec![limit, (self.cursor(), Some(id.to_string())), (self.offset_name(), None)],
            Start::At { time, offset } => {
                let mut changes = vec![limit, (self.cursor(), None), (self.offset_name(), Some(offset.to_string()))];
                changes.extend(time.and_then(|time| self.from(time)));
                changes
            }
        };
        self.with(&changes)
    }

    /// The request for a page of one item.
    pub(super) fn one_item(&self) -> Pending {
        self.with(&[(self.pagination.limit, Some("1".to_owned())), (self.offset_name(), None)])
    }

    /// The request that counts all items, if there is one.
    pub(super) fn count(&self) -> Option<Pending> {
        let count = self.pagination.count?;
        let order = match self.pagination.start {
            PageStart::Cursor { timeline: Some(timeline), .. } => timeline.order,
            _ => "",
        };
        let of_pages = [self.pagination.limit, self.cursor(), self.offset_name(), order];
        let mut pending = self.with(&of_pages.map(|name| (name, None)));
        let suffix = count.path.strip_prefix(pending.request.endpoint.path)?;
        let path = format!("{}{suffix}", pending.request.url.path());
        pending.request.url.set_path(&path);
        pending.request.endpoint = count;
        Some(pending)
    }

    pub(super) fn error(&self, stuck: Stuck) -> Error {
        Error::pagination(stuck.reason()).with_endpoint(self.pending.request.endpoint)
    }

    fn cursor(&self) -> &'static str {
        match self.pagination.start {
            PageStart::Cursor { after, .. } => after,
            PageStart::Offset(_) => "",
        }
    }

    fn offset_name(&self) -> &'static str {
        self.order.offset().unwrap_or_default()
    }

    /// All items from a time on, that time included.
    fn from(&self, time: i64) -> Option<(&'static str, Option<String>)> {
        match self.order {
            Order::Time(timeline, Direction::Descending) => {
                Some((timeline.before, Some(time.saturating_add(1).to_string())))
            }
            Order::Time(timeline, Direction::Ascending) => {
                Some((timeline.after, Some(time.saturating_sub(1).to_string())))
            }
            _ => None,
        }
    }

    /// The request with these parameters set, or removed. No parameter has an empty name.
    fn with(&self, changes: &[(&'static str, Option<String>)]) -> Pending {
        let mut pending = self.pending.clone();
        let url = &mut pending.request.url;
        let old = url.clone();
        let is_kept = |name: &str| !changes.iter().any(|(changed, _)| *changed == name);
        let kept = old.query_pairs().filter(|(name, _)| is_kept(name));
        let set = changes.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
        let set = set.filter(|(name, _)| !name.is_empty());
        url.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(set);
        if url.query() == Some("") {
            url.set_query(None);
        }
        pending
    }
}

impl Order {
    fn of(url: &Url, start: &PageStart) -> Self {
        let timeline = match start {
            PageStart::Offset(offset) => return Self::Offset(offset),
            PageStart::Cursor { timeline: None, .. } => return Self::Cursor,
            PageStart::Cursor { timeline: Some(timeline), .. } => *timeline,
        };
        let direction = |descends: bool| if descends { Direction::Descending } else { Direction::Ascending };
        let Some(order) = value(url, timeline.order) else { return Self::Time(timeline, direction(timeline.descends)) };
        let member = order.strip_prefix(['+', '-']).unwrap_or(&order);
        match member == timeline.member {
            true => Self::Time(timeline, direction(order.starts_with('-'))),
            false => Self::Offset(timeline.offset),
        }
    }

    fn offset(&self) -> Option<&'static str> {
        match self {
            Self::Offset(offset) => Some(offset),
            Self::Time(timeline, _) => Some(timeline.offset),
            Self::Cursor => None,
        }
    }
}

/// The first value of a parameter.
fn value(url: &Url, name: &str) -> Option<String> {
    url.query_pairs().find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
}
