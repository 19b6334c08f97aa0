//! The requests of a walk: the one of the call, with other parameters for its page.

use http::Uri;
use reqwest::Url;

use super::keys::KeyOptions;
use super::order::{Direction, Order, Plan};
use super::start::{Start, Stuck};
use crate::attempt::Pending;
use crate::error::{Error, Result};
use crate::request::{PageStart, Pagination};

/// The page size where none is declared: that of Clerk's lists.
const LARGEST: u32 = 500;

const NO_PAGES: &str = "the endpoint does not say how it is paginated: declare `paginate`, or await its one page";

/// The call's query, understood.
pub(super) struct Query {
    pending: Pending,
    url: Url,
    pagination: Pagination,
    pub(super) plan: Plan,
}

impl Query {
    /// Fails if the list has no pages, or the query wants pages that it cannot have.
    pub(super) fn new(mut pending: Pending) -> Result<Self> {
        let endpoint = pending.request.endpoint;
        let url = Url::parse(&pending.request.uri.to_string()).map_err(|error| error.to_string());
        let understood = url.and_then(|url| {
            let pagination = endpoint.pagination.ok_or(NO_PAGES)?;
            let plan = plan(&url, &pagination)?;
            Ok((url, pagination, plan))
        });
        let (url, pagination, plan) = understood.map_err(|reason| Error::request(reason).with_endpoint(endpoint))?;
        pending.wait_for_rate_limits();
        Ok(Self { pending, url, pagination, plan })
    }

    /// How the items are told apart.
    pub(super) fn key_options(&self) -> KeyOptions {
        match self.plan.order {
            Order::Offset(_) => KeyOptions { time: None, by_text: true },
            Order::Cursor => KeyOptions { time: None, by_text: false },
            Order::Time(timeline, _) => KeyOptions { time: Some(timeline.member), by_text: false },
        }
    }

    /// The request for a page.
    pub(super) fn page(&self, start: &Start) -> Result<Pending> {
        let limit = (self.pagination.limit, Some(self.plan.limit.to_string()));
        let changes = match start {
            Start::AsQueried => vec![limit],
            Start::After(id) => vec![limit, (self.cursor(), Some(id.to_string())), (self.offset_name(), None)],
            Start::At { time, offset } => {
                let mut changes = vec![limit, (self.cursor(), None), (self.offset_name(), Some(offset.to_string()))];
                changes.extend(time.and_then(|time| self.from(time)));
                changes
            }
        };
        self.request(self.with(&changes))
    }

    /// The request for a page of one item.
    pub(super) fn one_item(&self) -> Result<Pending> {
        self.request(self.with(&[
            (self.pagination.limit, Some("1".to_owned())),
            (self.cursor(), None),
            (self.offset_name(), None),
        ]))
    }

    /// The request that counts all items, if there is one.
    pub(super) fn count(&self) -> Result<Option<Pending>> {
        let Some(count) = self.pagination.count else { return Ok(None) };
        let order = match self.pagination.start {
            PageStart::Cursor { timeline: Some(timeline), .. } => timeline.order,
            _ => "",
        };
        let of_pages = [self.pagination.limit, self.cursor(), self.offset_name(), order];
        let Some(suffix) = count.path.strip_prefix(self.pending.request.endpoint.path) else { return Ok(None) };
        let mut url = self.with(&of_pages.map(|name| (name, None)));
        url.set_path(&format!("{}{suffix}", self.url.path()));
        let mut pending = self.request(url)?;
        pending.request.endpoint = count;
        Ok(Some(pending))
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
        self.plan.order.offset().unwrap_or_default()
    }

    /// All items from a time on, that time included.
    fn from(&self, time: i64) -> Option<(&'static str, Option<String>)> {
        match self.plan.order {
            Order::Time(timeline, Direction::Descending) => {
                Some((timeline.before, Some(time.saturating_add(1).to_string())))
            }
            Order::Time(timeline, Direction::Ascending) => {
                Some((timeline.after, Some(time.saturating_sub(1).to_string())))
            }
            _ => None,
        }
    }

    /// The URL with these parameters set, or removed. No parameter has an empty name.
    fn with(&self, changes: &[(&'static str, Option<String>)]) -> Url {
        let mut url = self.url.clone();
        let is_kept = |name: &str| !changes.iter().any(|(changed, _)| *changed == name);
        let kept = self.url.query_pairs().filter(|(name, _)| is_kept(name));
        let set = changes.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
        let set = set.filter(|(name, _)| !name.is_empty());
        url.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(set);
        if url.query() == Some("") {
            url.set_query(None);
        }
        url
    }

    fn request(&self, url: Url) -> Result<Pending> {
        let mut pending = self.pending.clone();
        let endpoint = pending.request.endpoint;
        pending.request.uri = Uri::try_from(String::from(url)).map_err(|error| {
            Error::request(format!("the URI of the page is invalid: {error}")).with_endpoint(endpoint)
        })?;
        Ok(pending)
    }
}

fn plan(url: &Url, pagination: &Pagination) -> std::result::Result<Plan, String> {
    let order = Order::of(&pagination.start, |name| value(url, name));
    let offset = match order.offset().and_then(|name| Some((name, value(url, name)?))) {
        Some((name, offset)) => offset.parse().map_err(|_| format!("`{name}` is not a number"))?,
        None => 0,
    };
    let limit = match order {
        // Pages by offset have to overlap.
        Order::Offset(_) => limit(url, pagination)?.max(2),
        _ => limit(url, pagination)?,
    };
    let has_start =
        offset > 0 || matches!(pagination.start, PageStart::Cursor { after, .. } if value(url, after).is_some());
    Ok(Plan { order, limit, is_limit_known: pagination.max.is_some(), offset, has_start })
}

/// The query's own limit, or the largest.
fn limit(url: &Url, pagination: &Pagination) -> std::result::Result<u32, String> {
    let Some(limit) = value(url, pagination.limit) else { return Ok(pagination.max.unwrap_or(LARGEST)) };
    match limit.parse() {
        Ok(limit @ 1..) if limit <= pagination.max.unwrap_or(u32::MAX) => Ok(limit),
        _ => Err(match pagination.max {
            Some(max) => format!("`{}` is {limit}, but must be 1 to {max}", pagination.limit),
            None => format!("`{}` is {limit}, but must be at least 1", pagination.limit),
        }),
    }
}

/// The first value of a parameter.
fn value(url: &Url, name: &str) -> Option<String> {
    url.query_pairs().find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
}
