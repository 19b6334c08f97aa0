//! Which page is requested next, and which items of a page are new. It knows no requests.
//!
//! A list with a timeline is split into windows of time, which are walked side by side. A window opens with a page that is requested
//! ahead, by an offset from the time of the last item, a few items earlier than expected: it must contain one of the window before. Else
//! items were deleted in between; it waits, and the window before goes on by cursor until the two meet. Until then nothing more is
//! requested ahead, since it is unknown how far the windows lead. Items are yielded in order, and memory holds few pages, so a window
//! usually is one page: the later pages of a longer one could only come one by one, while all windows behind it wait.
//!
//! A list without a timeline has no cursor that is of use with an offset. After a gap, the walk goes back, and what is in flight is void.

use std::collections::VecDeque;
use std::sync::Arc;

use http::StatusCode;

use super::keys::Key;
use super::order::{Direction, Order, Plan};
use super::seen::{Cycle, Recent};
use super::start::{Start, Stuck};
use crate::error::Error;

/// One in 250 items of a page is fetched twice, at least one; twice as many after each gap.
const OVERLAP: usize = 250;
/// The number of pages whose ids are remembered, and the number of ids if pages are small.
const REMEMBERED_PAGES: usize = 8;
const REMEMBERED: usize = 4000;
/// The number of pages without a new item after which the walk is given up, beside those that are remembered.
const PATIENCE: usize = 64;

/// What becomes of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The items that are new.
    Take(Vec<bool>),
    /// There is a gap before the page. It waits, and is looked at again after the page that begins here.
    Wait(Start),
    /// It is void, and so is what is in flight.
    Again,
}

/// A walk along the pages of a list.
#[derive(Debug)]
pub(super) struct Walk {
    order: Order,
    /// The number of items requested at a time, and that a page is expected to have.
    limit: usize,
    size: usize,
    is_limit_known: bool,
    /// The offset that the walk began with.
    first: u64,
    /// The time of the first item, where the query says that the list begins with it. Others of its time are no part of the list.
    first_time: Option<i64>,
    has_start: bool,
    /// How many pages may be in flight; doubles with each that fits.
    concurrency: usize,
    /// Doubles with each gap, as do the items that pages have in common.
    slack: usize,
    in_flight: VecDeque<Requested>,
    end: Option<End>,
    /// The time of the last item, in a list that has a timeline.
    reached: Option<i64>,
    /// Where to look next for a page that fits, after a gap.
    detour: Option<Start>,
    /// The cursor's item is gone, and its place is looked for by time.
    is_lost: bool,
    /// How many items before it the cursor is tried that is tried next.
    step: usize,
    recent: Recent,
    cycle: Cycle,
    fruitless: usize,
    /// By offset, the last page had nothing but what it has in common with the one before. If nothing comes behind it, that is the end.
    looks_over: bool,
    is_over: bool,
}

/// A page that was requested.
#[derive(Debug)]
struct Requested {
    start: Start,
    /// It is there, and waits for the walk to come to it.
    waits: bool,
}

/// The end of what has been walked.
#[derive(Debug)]
struct End {
    last: Arc<str>,
    time: Option<i64>,
    /// The number of items before it: in the list, or of the same time.
    position: u64,
}

impl Walk {
    pub(super) fn new(plan: Plan) -> Self {
        let limit = usize::try_from(plan.limit).unwrap_or(usize::MAX);
        Self {
            order: plan.order,
            limit,
            size: limit,
            is_limit_known: plan.is_limit_known,
            first: plan.offset,
            first_time: None,
            has_start: plan.has_start,
            concurrency: 1,
            slack: 1,
            in_flight: VecDeque::new(),
            end: None,
            reached: None,
            detour: None,
            is_lost: false,
            step: 1,
            recent: Recent::new(limit.saturating_mul(REMEMBERED_PAGES).max(REMEMBERED)),
            cycle: Cycle::default(),
            fruitless: 0,
            looks_over: false,
            is_over: false,
        }
    }

    /// The next page to request, with at most `most` in flight.
    pub(super) fn next(&mut self, most: usize) -> Option<Start> {
        self.concurrency = self.concurrency.min(most).max(1);
        if self.is_over || self.in_flight.len() >= self.concurrency.min(most) {
            return None;
        }
        let start = match &self.end {
            None if self.in_flight.is_empty() => Start::AsQueried,
            None => return None,
            Some(end) if self.in_flight.is_empty() => self.detour.take().unwrap_or_else(|| self.behind(end)),
            Some(end) => self.ahead_of(end)?,
        };
        self.in_flight.push_back(Requested { start: start.clone(), waits: false });
        Some(start)
    }

    /// How many pages have been requested, or wait.
    pub(super) fn in_flight(&self) -> usize {
        self.in_flight.len()
    }

    fn behind(&self, end: &End) -> Start {
        match self.order {
            Order::Offset(_) if self.looks_over => Start::At { time: None, offset: end.position },
            Order::Offset(_) => self.at(None, end.position, 0),
            Order::Cursor | Order::Time(..) => Start::After(Arc::clone(&end.last)),
        }
    }

    fn ahead_of(&self, end: &End) -> Option<Start> {
        let expected = |page: &Requested| match page.start {
            Start::After(_) => self.size,
            _ => self.stride(),
        };
        let expected = self.in_flight.iter().map(expected).sum();
        match self.order {
            Order::Cursor => None,
            _ if self.stride() == 0 || self.in_flight.iter().any(|page| page.waits) => None,
            Order::Offset(_) => Some(self.at(None, end.position, expected)),
            Order::Time(..) => Some(self.at(Some(end.time?), end.position, expected)),
        }
    }

    fn at(&self, time: Option<i64>, position: u64, further: usize) -> Start {
        let offset = position.saturating_add(count(further)).saturating_sub(count(self.overlap()));
        let first = if time.is_some() { 0 } else { self.first };
        Start::At { time, offset: offset.max(first) }
    }

    /// By how many items a page ahead is behind the one before.
    fn stride(&self) -> usize {
        self.size.saturating_sub(self.overlap())
    }

    fn overlap(&self) -> usize {
        let wanted = (self.size / OVERLAP).max(1).saturating_mul(self.slack);
        match self.order {
            // Pages of one item have none in common with the next.
            Order::Offset(_) => wanted.min(self.size / 2),
            Order::Cursor | Order::Time(..) => wanted.min((self.size / 2).max(1)),
        }
    }

    /// Looks at the page of the oldest request in flight.
    pub(super) fn accept(&mut self, keys: &Option<Vec<Key>>, items: usize) -> Result<Verdict, Stuck> {
        let requested = self.in_flight.pop_front();
        let has_waited = requested.as_ref().is_some_and(|page| page.waits);
        let start = requested.map_or(Start::AsQueried, |page| page.start);
        let Some(keys) = keys else { return self.accept_blindly(items) };
        let Some(behind) = self.walked(&start, keys)? else { return self.gap(start) };
        self.concurrency = self.concurrency.saturating_mul(2);
        let is_new = |(place, key)| place >= behind && self.recent.insert(key);
        let new: Vec<bool> = keys.iter().enumerate().map(is_new).collect();
        if keys.iter().zip(&new).any(|(key, new)| *new && self.cycle.is_closed_by(key)) {
            return Err(Stuck::Repeats);
        }
        let is_fruitless = !new.contains(&true);
        // The server ignores the cursor.
        if is_fruitless && matches!(&start, Start::After(id) if keys.last().is_some_and(|last| last.id == *id)) {
            return Err(Stuck::Repeats);
        }
        self.is_over = self.is_last(keys.len());
        self.looks_over = is_fruitless && matches!(self.order, Order::Offset(_)) && keys.len() <= self.overlap();
        if self.is_over || self.looks_over {
            self.in_flight.clear();
        }
        if !self.is_over {
            self.progress(is_fruitless)?;
        }
        if self.end.is_none() && self.has_start {
            self.first_time = keys.first().and_then(|key| key.at);
        }
        self.advance(&start, keys, &new);
        let is_ahead = matches!((self.order, &start), (Order::Time(..), Start::At { .. })) && !has_waited;
        if is_fruitless && is_ahead && !self.is_over {
            // So many were created that what is in flight is not ahead. Behind the end there is something new.
            self.in_flight.clear();
            return Ok(Verdict::Again);
        }
        Ok(Verdict::Take(new))
    }

    /// The only page may have items that cannot be told apart.
    fn accept_blindly(&mut self, items: usize) -> Result<Verdict, Stuck> {
        self.is_over = self.end.is_none() && (items == 0 || (self.is_limit_known && items < self.limit));
        if self.is_over { Ok(Verdict::Take(vec![true; items])) } else { Err(Stuck::NoKeys) }
    }

    /// How many of the page's first items lie where the walk has been; `None` if something may be missing before the page.
    ///
    /// Whoever is unknown among them was forgotten, or was created or deleted meanwhile.
    fn walked(&self, start: &Start, keys: &[Key]) -> Result<Option<usize>, Stuck> {
        let has_forgotten = |items| self.recent.has_forgotten(items);
        let (is_contiguous, has_forgotten) = match start {
            Start::AsQueried | Start::After(_) => (true, false),
            Start::At { time: None, offset } => {
                let is_next = self.end.as_ref().is_some_and(|end| *offset == end.position);
                let has_none_in_common = keys.is_empty() || self.overlap() == 0;
                (*offset <= self.first || is_next && has_none_in_common, has_forgotten(u64::MAX))
            }
            Start::At { time: Some(_), offset } => {
                (*offset == 0, self.end.as_ref().is_some_and(|end| has_forgotten(end.position)))
            }
        };
        let first_known = keys.iter().position(|key| self.recent.contains(key));
        let before = match self.order {
            Order::Time(_, direction) => keys.iter().take_while(|key| self.is_before(direction, key)).count(),
            _ => 0,
        };
        let is_contiguous = is_contiguous || (before > 0 && !has_forgotten);
        match (first_known, self.order) {
            (None, _) if !is_contiguous => Ok(None),
            // All that is remembered is gone. What was forgotten may still be there, and would be new.
            (None, _) if has_forgotten => Err(Stuck::Unordered),
            (_, Order::Time(..)) => {
                let last_known = keys.iter().rposition(|key| self.recent.contains(key)).map_or(0, |place| place + 1);
                Ok(Some(last_known.max(before)))
            }
            // In another order items may have moved, and be new where the walk has been.
            (Some(known), _) if has_forgotten => Ok(Some(known)),
            _ => Ok(Some(0)),
        }
    }

    /// Whether the item's time lies before that of the last one.
    fn is_before(&self, direction: Direction, key: &Key) -> bool {
        key.at.zip(self.reached).is_some_and(|(at, reached)| direction.is_before(at, reached))
    }

    fn gap(&mut self, start: Start) -> Result<Verdict, Stuck> {
        self.progress(true)?;
        self.looks_over = false;
        self.slack = self.slack.saturating_mul(2);
        if let (Order::Time(..), Some(end), false) = (self.order, &self.end, self.is_lost) {
            let next = self.behind(end);
            self.in_flight.push_front(Requested { start, waits: true });
            self.in_flight.push_front(Requested { start: next.clone(), waits: false });
            self.in_flight.truncate(self.concurrency);
            return Ok(Verdict::Wait(next));
        }
        self.concurrency = (self.concurrency / 2).max(1);
        self.in_flight.clear();
        let stride = count(self.stride().max(1));
        self.detour = match (self.order, start) {
            (Order::Offset(_), Start::At { offset, .. }) => {
                Some(Start::At { time: None, offset: offset.saturating_sub(stride).max(self.first) })
            }
            (_, Start::At { time, offset }) if self.is_lost => {
                Some(Start::At { time, offset: offset.saturating_sub(stride) })
            }
            _ => None,
        };
        Ok(Verdict::Again)
    }

    /// Moves the end of what has been walked to that of the page; of a page that was requested ahead, only if it has anything new.
    fn advance(&mut self, start: &Start, keys: &[Key], new: &[bool]) {
        let was_lost = std::mem::take(&mut self.is_lost);
        self.step = 1;
        let Some(last) = keys.last() else { return };
        let (end, skipped) = match (self.order, start) {
            (Order::Offset(_), start) => {
                let before = if let Start::At { offset, .. } = start { *offset } else { self.first };
                let position = before.saturating_add(count(keys.len()));
                self.end = Some(End { last: Arc::clone(&last.id), time: None, position });
                return;
            }
            (_, Start::At { time, offset }) if was_lost => {
                (Some(End { last: Arc::clone(&last.id), time: *time, position: *offset }), 0)
            }
            (_, Start::At { .. }) => (self.end.take(), new.iter().rposition(|new| !new).map_or(0, |known| known + 1)),
            _ => (self.end.take(), 0),
        };
        self.end = keys.iter().zip(new).skip(skipped).fold(end, |end, (key, new)| {
            let before = end.filter(|end| end.time == key.at).map_or(0, |end| end.position);
            let position = before.saturating_add(u64::from(*new || was_lost));
            Some(End { last: Arc::clone(&key.id), time: key.at, position })
        });
        self.reached = keys.iter().zip(new).rfind(|(_, new)| **new).map_or(self.reached, |(key, _)| key.at);
    }

    /// Whether the walk goes on in spite of an error: the item behind which the page should begin may have been deleted.
    pub(super) fn survives(&mut self, error: &Error) -> bool {
        let is_refused = matches!(
            error.status(),
            Some(StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY)
        );
        let is_behind = self.in_flight.front().is_some_and(|page| matches!(page.start, Start::After(_)));
        let (true, Some(end)) = (is_refused && is_behind, &self.end) else { return false };
        let near = count(self.size / 2);
        let time = end.time.filter(|time| self.first_time != Some(*time));
        let of_its_time = |offset| time.map(|time| Start::At { time: Some(time), offset });
        self.detour = match self.recent.last_but(self.step) {
            // The items of its time are few, so all of them are read again.
            _ if time.is_some() && end.position <= near => of_its_time(0),
            Some(id) => Some(Start::After(id)),
            None => of_its_time(end.position.saturating_sub(near)),
        };
        self.is_lost = matches!(self.detour, Some(Start::At { .. }));
        self.step = self.step.saturating_mul(2);
        self.in_flight.clear();
        self.detour.is_some() && self.progress(true).is_ok()
    }

    /// Whether the page is known to be the last one.
    fn is_last(&mut self, items: usize) -> bool {
        let is_short = items < self.limit;
        if self.is_limit_known || !is_short {
            return is_short;
        }
        // The server may have a smaller page than was asked for: the first page says.
        if self.end.is_none() && items > 0 {
            self.size = items;
        }
        items == 0
    }

    fn progress(&mut self, is_fruitless: bool) -> Result<(), Stuck> {
        self.fruitless = if is_fruitless { self.fruitless + 1 } else { 0 };
        // Behind an earlier item, all pages of known ones come again.
        let known = self.recent.len() / self.size.max(1);
        if self.fruitless > PATIENCE + known { Err(Stuck::Repeats) } else { Ok(()) }
    }
}

fn count(items: usize) -> u64 {
    u64::try_from(items).unwrap_or(u64::MAX)
}
