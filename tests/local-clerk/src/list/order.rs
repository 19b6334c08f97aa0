//! `order_by`: a name with an optional sign. Descending is ascending in reverse.

use crate::input::{Query, invalid};
use crate::problem::Problem;
use crate::store::{Order, Slot, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Direction {
    pub(crate) order: Order,
    pub(crate) descends: bool,
}

impl Direction {
    /// Only the first `order_by` counts, and only the names that the list knows.
    pub(super) fn read(query: &Query, is_known: impl Fn(Order) -> bool) -> Result<Self, Problem> {
        let text = query.first("order_by").unwrap_or("-created_at");
        let (descends, name) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
            (Some(name), _) => (true, name),
            (None, Some(name)) => (false, name),
            _ => (false, text),
        };
        let known = Order::ALL.into_iter().find(|(order, known)| *known == name && is_known(*order));
        let (order, _) = known.ok_or_else(|| invalid("order_by", "one of the documented properties"))?;
        Ok(Self { order, descends })
    }
}

const MEMBERSHIPS: [Order; 6] =
    [Order::PhoneNumber, Order::EmailAddress, Order::CreatedAt, Order::FirstName, Order::LastName, Order::Username];

/// Items by the value that `order_by` asks for, and among equal ones by their slots. For lists whose rows have no index of their own.
pub(crate) fn sorted<T>(
    query: &Query,
    items: impl Iterator<Item = (Slot, T)>,
    value: impl Fn(Order, &T) -> Value,
) -> Result<Vec<T>, Problem> {
    let direction = Direction::read(query, |order| MEMBERSHIPS.contains(&order))?;
    let mut items: Vec<_> = items.map(|(slot, item)| ((value(direction.order, &item), slot), item)).collect();
    items.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    if direction.descends {
        items.reverse();
    }
    Ok(items.into_iter().map(|(_, item)| item).collect())
}
