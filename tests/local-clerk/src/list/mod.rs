//! Lists: which rows, in which order, which page of them. What can be asked of a resource's lists stands in its [`Listed`]; the rest is
//! the same for all.

mod order;
mod plan;
mod request;
mod slots;
mod users;

use crate::input::Query;
use crate::problem::Problem;
use crate::store::{Field, Index, Order, Resource, Slot, Store, Value};

pub(crate) use request::{List, Named};

/// Orders, and a row's place in each.
pub(crate) type Orders<R> = &'static [(Order, fn(&R, &Store) -> Value)];

/// What can be asked of the lists of a resource.
pub(crate) trait Listed: Resource {
    /// Whether its rows declare their orders as keys, so that a list need not be sorted.
    const IS_INDEXED: bool = false;
    /// Whether parts of ids are found too.
    const SEARCHES_IDS: bool = false;
    /// Whether `starting_after` begins behind a row.
    const HAS_CURSOR: bool = false;
    /// The orders that `order_by` can name; where there are none, the newest come first.
    const ORDERS: Orders<Self> = &[];
    const FILTERS: &'static [Filter] = &[];
    const FLAGS: &'static [Flag<Self>] = &[];
    /// Parameters that look for a part of a text, and the fields they look at; all fields where there are none. A whole id is looked
    /// for as such, unless ids are among the fields.
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[];
    /// The times that `…_before` and `…_after` can limit.
    const TIMES: &'static [Order] = &[];

    /// The row's place in an order.
    fn value(&self, order: Order, store: &Store) -> Value {
        let known = Self::ORDERS.iter().find(|(known, _)| *known == order);
        known.map_or_else(|| self.created_at().into(), |(_, value)| value(self, store))
    }

    /// Filters that are like no others.
    fn refine(_list: &mut List<Self>, _query: &Query) -> Result<(), Problem> {
        Ok(())
    }
}

/// A parameter that names rows by a value; the rows of any of its values are meant.
#[derive(Debug)]
pub(crate) struct Filter {
    pub(crate) name: &'static str,
    pub(crate) signs: Signs,
    /// The values that there are; any where there are none here.
    pub(crate) choices: &'static [&'static str],
    /// The values that are meant when the request names none; all where there are none here.
    pub(crate) otherwise: &'static [&'static str],
    pub(crate) find: fn(&Store, &str) -> Vec<Slot>,
}

/// Where a filter takes signs: `+` in front of a value includes, `-` excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    Nowhere,
    /// In lists, but not in counting.
    InLists,
    Everywhere,
}

impl Filter {
    pub(crate) const fn new(name: &'static str, find: fn(&Store, &str) -> Vec<Slot>) -> Self {
        Self { name, signs: Signs::Nowhere, choices: &[], otherwise: &[], find }
    }

    pub(crate) const fn one_of(self, choices: &'static [&'static str]) -> Self {
        Self { choices, ..self }
    }

    pub(crate) const fn or_else(self, otherwise: &'static [&'static str]) -> Self {
        Self { otherwise, ..self }
    }

    pub(crate) const fn signed(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }
}

/// A parameter that is true or false.
#[derive(Debug)]
pub(crate) struct Flag<R> {
    pub(crate) name: &'static str,
    pub(crate) holds: fn(&R) -> bool,
    /// Where the rows are for which it holds, under the empty text.
    pub(crate) index: Index,
}
