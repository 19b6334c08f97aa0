//! The order of a list, and where in it a cursor stands.

use std::cmp::Ordering;

use crate::problem::Problem;
use crate::query::{Page, Query, invalid};
use crate::state::State;
use crate::state::user::{Slot, User};

/// The place of `starting_after` in the order of creation.
pub(super) fn cursor(query: &Query, state: &State, order: &Order, page: Page) -> Result<Option<(i64, Slot)>, Problem> {
    let Some(id) = query.first("starting_after") else { return Ok(None) };
    let conflict = |text: &'static str| Err(Problem::param("form_param_value_conflict", "starting_after", text));
    if !order.by_creation() {
        return conflict("starting_after needs ordering by created_at.");
    }
    if page.offset != 0 {
        return conflict("starting_after cannot be combined with offset.");
    }
    let unknown = || invalid("starting_after", "the id of a user");
    let slot = state.slot(id).ok_or_else(unknown)?;
    let user = state.at(slot).ok_or_else(unknown)?;
    Ok(Some((user.created_at, slot)))
}

pub(super) struct Order {
    name: &'static str,
    pub(super) ascending: bool,
    pub(super) compare: fn(&User, &User) -> Ordering,
}

impl Order {
    /// Only the first `order_by` counts.
    pub(super) fn read(query: &Query) -> Result<Self, Problem> {
        let text = query.first("order_by").unwrap_or("-created_at");
        let (ascending, name) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
            (Some(name), _) => (false, name),
            (None, Some(name)) => (true, name),
            _ => (true, text),
        };
        let known = ORDERS.iter().find(|(known, _)| *known == name);
        let (name, compare) = known.copied().ok_or_else(|| invalid("order_by", "one of the documented properties"))?;
        Ok(Self { name, ascending, compare })
    }

    pub(super) fn by_creation(&self) -> bool {
        self.name == "created_at"
    }

    pub(super) fn directed(&self, ordering: Ordering) -> Ordering {
        if self.ascending { ordering } else { ordering.reverse() }
    }
}

/// Users without the value come last in ascending order, as in the database behind Clerk.
fn nulls_last<T: Ord>(a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

fn email(user: &User) -> Option<&str> {
    user.primary_email_address().map(|email| email.email_address.as_str())
}

fn phone(user: &User) -> Option<&str> {
    user.primary_phone_number().map(|phone| phone.phone_number.as_str())
}

fn wallet(user: &User) -> Option<&str> {
    user.primary_web3_wallet().map(|wallet| wallet.web3_wallet.as_str())
}

type Compare = fn(&User, &User) -> Ordering;

const ORDERS: [(&str, Compare); 10] = [
    ("created_at", |a, b| a.created_at.cmp(&b.created_at)),
    ("updated_at", |a, b| a.updated_at.cmp(&b.updated_at)),
    ("email_address", |a, b| nulls_last(email(a), email(b))),
    ("web3wallet", |a, b| nulls_last(wallet(a), wallet(b))),
    ("first_name", |a, b| nulls_last(a.first_name.as_deref(), b.first_name.as_deref())),
    ("last_name", |a, b| nulls_last(a.last_name.as_deref(), b.last_name.as_deref())),
    ("phone_number", |a, b| nulls_last(phone(a), phone(b))),
    ("username", |a, b| nulls_last(a.username.as_deref(), b.username.as_deref())),
    ("last_active_at", |a, b| nulls_last(a.last_active_at, b.last_active_at)),
    ("last_sign_in_at", |a, b| nulls_last(a.last_sign_in_at, b.last_sign_in_at)),
];
