//! `order_by`: a name with an optional sign. Descending is ascending in reverse.

use super::Listed;
use crate::input::{Query, invalid};
use crate::problem::Problem;
use crate::store::Order;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Direction {
    pub(super) order: Order,
    pub(super) descends: bool,
}

impl Direction {
    pub(super) const NEWEST_FIRST: Self = Self { order: Order::CreatedAt, descends: true };
    pub(super) const OLDEST_FIRST: Self = Self { order: Order::CreatedAt, descends: false };

    /// Only the first `order_by` counts, and only the orders that the list has.
    pub(super) fn read<R: Listed>(query: &Query) -> Result<Self, Problem> {
        let Some(text) = query.first("order_by").filter(|_| !R::ORDERS.is_empty()) else {
            return Ok(Self::NEWEST_FIRST);
        };
        let (descends, name) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
            (Some(name), _) => (true, name),
            (None, Some(name)) => (false, name),
            _ => (false, text),
        };
        let order = R::ORDERS.iter().map(|(order, _)| *order).find(|order| order.name() == name);
        let order = order.ok_or_else(|| invalid("order_by", "one of the documented properties"))?;
        Ok(Self { order, descends })
    }
}
