//! What a request asks of a list, read before any state is looked at.

use std::sync::Arc;

use super::order::Direction;
use super::plan::Plan;
use super::{Flag, Listed, Signs};
use crate::input::{Page, Query, one_of};
use crate::instance::Context;
use crate::problem::Problem;
use crate::show::View;
use crate::store::{Hit, Needle, Order, Slot, Store, Value};

/// The values of one filter.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) find: fn(&Store, &str) -> Vec<Slot>,
    pub(crate) include: Vec<String>,
    pub(crate) exclude: Vec<String>,
}

/// Times must lie between the two, both excluded.
#[derive(Debug)]
pub(crate) struct Between {
    pub(crate) order: Order,
    pub(crate) after: Option<i64>,
    pub(crate) before: Option<i64>,
}

impl Between {
    pub(super) fn contains(&self, place: &Value) -> bool {
        let Value::Number(at) = *place else { return false };
        self.after.is_none_or(|after| at > after) && self.before.is_none_or(|before| at < before)
    }
}

/// A request for rows of one resource.
#[derive(Debug)]
pub(crate) struct List<R: Listed> {
    pub(crate) named: Vec<Named>,
    pub(crate) times: Vec<Between>,
    pub(super) flags: Vec<(&'static Flag<R>, bool)>,
    pub(crate) needles: Vec<Needle>,
    pub(super) direction: Direction,
    pub(super) starting_after: Option<String>,
    pub(super) page: Page,
    /// The rows that a search found, one list a needle; `None` before it.
    pub(super) hits: Option<Vec<Vec<Hit>>>,
}

impl<R: Listed> List<R> {
    /// A list that a request can filter, order and page through.
    pub(crate) fn read(query: &Query) -> Result<Self, Problem> {
        let direction = Direction::read::<R>(query)?;
        let mut list = Self::filtered(query, |signs| signs != Signs::Nowhere, direction, query.page()?)?;
        list.starting_after = query.first("starting_after").filter(|_| R::HAS_CURSOR).map(str::to_owned);
        list.check_cursor()?;
        Ok(list)
    }

    /// What is only to be counted.
    pub(crate) fn to_count(query: &Query) -> Result<Self, Problem> {
        let nothing = Page { limit: 0, offset: 0 };
        Self::filtered(query, |signs| signs == Signs::Everywhere, Direction::NEWEST_FIRST, nothing)
    }

    /// A list that a request can filter and page through, the newest first.
    pub(crate) fn newest(query: &Query) -> Result<Self, Problem> {
        Self::filtered(query, |_| false, Direction::NEWEST_FIRST, query.page()?)
    }

    /// The same with the oldest first.
    pub(crate) fn oldest(query: &Query) -> Result<Self, Problem> {
        Self::filtered(query, |_| false, Direction::OLDEST_FIRST, query.page()?)
    }

    fn filtered(
        query: &Query,
        has_signs: impl Fn(Signs) -> bool,
        direction: Direction,
        page: Page,
    ) -> Result<Self, Problem> {
        let mut list = Self {
            named: Vec::new(),
            times: Vec::new(),
            flags: Vec::new(),
            needles: Vec::new(),
            direction,
            starting_after: None,
            page,
            hits: None,
        };
        for filter in R::FILTERS {
            let values = query.all(filter.name)?;
            values.iter().try_for_each(|value| one_of(filter.name, value, filter.choices).map(drop))?;
            let values = if values.is_empty() { filter.otherwise.to_vec() } else { values };
            list.named.push(Named::read(values, filter.find, has_signs(filter.signs)));
        }
        for order in R::TIMES {
            let [before, after] = ["before", "after"].map(|end| query.integer(&format!("{}_{end}", order.name())));
            list.times.push(Between { order: *order, after: after?, before: before? });
        }
        for flag in R::FLAGS {
            list.flags.extend(query.boolean(flag.name)?.map(|wanted| (flag, wanted)));
        }
        for (name, fields) in R::TEXTS {
            match query.first(name).filter(|text| !R::SEARCHES_IDS && is_id::<R>(text)) {
                Some(id) => list.named.push(Named::one(Store::slots_with_id::<R>, id)),
                None => list.needles.extend(query.part(name).map(|text| Needle::new(&text, fields))),
            }
        }
        R::refine(&mut list, query)?;
        list.named.retain(|named| !named.include.is_empty() || !named.exclude.is_empty());
        list.times.retain(|times| times.before.is_some() || times.after.is_some());
        Ok(list)
    }

    fn check_cursor(&self) -> Result<(), Problem> {
        let conflict = |text: &'static str| Err(Problem::param("form_param_value_conflict", "starting_after", text));
        match &self.starting_after {
            Some(_) if self.direction.order != Order::CreatedAt => {
                conflict("starting_after needs ordering by created_at.")
            }
            Some(_) if self.page.offset != 0 => conflict("starting_after cannot be combined with offset."),
            _ => Ok(()),
        }
    }

    /// Shows one page. A common text fills it at once along the order; for a rare one all texts are looked through, while others read
    /// and write.
    pub(crate) fn show<T>(
        mut self,
        context: &Context,
        show: impl Fn(&View<'_>, Vec<&Arc<R>>) -> T,
    ) -> Result<T, Problem> {
        let near = |view: &View<'_>| self.plan(view.store, None).near().map(|page| show(view, page));
        if !self.needles.is_empty()
            && let Some(shown) = context.read(near)
        {
            return Ok(shown);
        }
        self.search(context);
        context.read(|view| Ok(show(view, self.plan(view.store, None).page()?)))
    }

    pub(crate) fn count(mut self, context: &Context) -> usize {
        self.search(context);
        context.read(|view| self.plan(view.store, None).count())
    }

    fn search(&mut self, context: &Context) {
        if !self.needles.is_empty() {
            let snapshot = context.instance.read(|store| store.search::<R>().snapshot());
            self.hits = Some(self.needles.iter().map(|needle| snapshot.find(needle)).collect());
        }
    }

    /// One page of these rows, and how many there are in all.
    pub(crate) fn page_of<'a>(
        &'a self,
        rows: impl IntoIterator<Item = Slot>,
        store: &'a Store,
    ) -> Result<(Vec<&'a Arc<R>>, usize), Problem> {
        let plan = self.plan(store, Some(rows.into_iter().collect()));
        Ok((plan.page()?, plan.count()))
    }

    fn plan<'a>(&'a self, store: &'a Store, within: Option<Vec<Slot>>) -> Plan<'a, R> {
        Plan::new(self, store, within)
    }
}

fn is_id<R: Listed>(text: &str) -> bool {
    text.strip_prefix(R::PREFIX).is_some_and(|rest| rest.starts_with('_'))
}

impl Named {
    /// Only the rows of one value.
    pub(crate) fn one(find: fn(&Store, &str) -> Vec<Slot>, value: &str) -> Self {
        Self { find, include: vec![value.to_owned()], exclude: Vec::new() }
    }

    fn read(values: Vec<&str>, find: fn(&Store, &str) -> Vec<Slot>, has_signs: bool) -> Self {
        let mut named = Self { find, include: Vec::new(), exclude: Vec::new() };
        for value in values {
            match (value.strip_prefix('-'), value.strip_prefix('+')) {
                (Some(value), _) if has_signs => named.exclude.push(value.to_owned()),
                (_, Some(value)) if has_signs => named.include.push(value.to_owned()),
                _ => named.include.push(value.to_owned()),
            }
        }
        named
    }
}
