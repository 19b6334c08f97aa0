//! Which users a list has, in which order.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::problem::Problem;
use crate::query::{Page, Query, invalid};
use crate::state::user::{Slot, User};
use crate::state::{Identifier, State};

/// Which of the two list operations is asked: the signs of `count` are fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    All,
    Count,
}

/// The values of a filter whose values may be prefixed by `+` and `-`.
#[derive(Debug, Default)]
struct Signed<'a> {
    include: Vec<&'a str>,
    exclude: Vec<&'a str>,
}

impl<'a> Signed<'a> {
    fn read(query: &'a Query, name: &str, has_signs: bool) -> Result<Self, Problem> {
        let mut signed = Self::default();
        for value in query.all(name)? {
            match (has_signs, value.strip_prefix('-'), value.strip_prefix('+')) {
                (true, Some(value), _) => signed.exclude.push(value),
                (true, None, Some(value)) => signed.include.push(value),
                _ => signed.include.push(value),
            }
        }
        Ok(signed)
    }
}

/// A filter by unique identifier: the users it lets pass, found through the index.
type Slots = HashSet<Slot>;

/// The filters of a request, made ready.
pub(crate) struct Filter {
    allowed: Option<Slots>,
    refused: Slots,
    texts: Vec<Text>,
    times: Vec<Time>,
    banned: Option<bool>,
}

struct Text {
    needle: String,
    of: Test,
}

struct Time {
    of: fn(&User) -> Option<i64>,
    is: Compares,
    limit: i64,
}

type Compares = fn(&i64, &i64) -> bool;

const DAY: i64 = 86_400_000;

impl Filter {
    pub(crate) fn read(query: &Query, state: &State, kind: Kind) -> Result<Self, Problem> {
        let mut filter = Self {
            allowed: None,
            refused: Slots::new(),
            texts: texts(query),
            times: times(query)?,
            banned: query.boolean("banned")?,
        };
        for (name, identifier) in [
            ("email_address", Identifier::EmailAddress),
            ("phone_number", Identifier::PhoneNumber),
            ("username", Identifier::Username),
            ("web3_wallet", Identifier::Web3Wallet),
        ] {
            let values = Signed::read(query, name, false)?;
            filter.restrict(&values, |value| state.index.slot_of(identifier, value).into_iter().collect());
        }
        let signs = kind == Kind::All;
        for (name, identifier) in [("user_id", Identifier::Id), ("external_id", Identifier::ExternalId)] {
            let values = Signed::read(query, name, signs)?;
            filter.restrict(&values, |value| state.index.slot_of(identifier, value).into_iter().collect());
        }
        let values = Signed::read(query, "organization_id", true)?;
        filter.restrict(&values, |value| state.index.in_organization(value).collect());
        filter.restrict_to_provider(query, state)?;
        Ok(filter)
    }

    fn restrict(&mut self, values: &Signed<'_>, find: impl Fn(&str) -> Vec<Slot>) {
        self.refused.extend(values.exclude.iter().flat_map(|value| find(value)));
        if !values.include.is_empty() {
            self.allow(values.include.iter().flat_map(|value| find(value)).collect());
        }
    }

    fn allow(&mut self, slots: Slots) {
        self.allowed = Some(match self.allowed.take() {
            Some(allowed) => allowed.intersection(&slots).copied().collect(),
            None => slots,
        });
    }

    fn restrict_to_provider(&mut self, query: &Query, state: &State) -> Result<(), Problem> {
        let ids = query.all("provider_user_id")?;
        let missing = |name: &str, other: &str| {
            let text = format!("{name} must be used together with {other}.");
            Err(Problem::param("form_conditional_param_missing", name, text))
        };
        match (query.first("provider"), ids.is_empty()) {
            (None, true) => Ok(()),
            (Some(_), true) => missing("provider_user_id", "provider"),
            (None, false) => missing("provider", "provider_user_id"),
            (Some(provider), false) => {
                self.allow(ids.iter().flat_map(|id| state.index.with_provider(provider, id)).collect());
                Ok(())
            }
        }
    }

    fn passes(&self, slot: Slot, user: &User) -> bool {
        !self.refused.contains(&slot)
            && self.banned.is_none_or(|banned| user.banned == banned)
            && self.times.iter().all(|time| (time.of)(user).is_some_and(|at| (time.is)(&at, &time.limit)))
            && self.texts.iter().all(|text| (text.of)(user, &text.needle))
    }

    /// Every user looked at when nothing but a full pass will do.
    fn is_open(&self) -> bool {
        self.allowed.is_none()
    }

    pub(crate) fn count(&self, state: &State) -> usize {
        let everything = self.is_open() && self.refused.is_empty() && self.texts.is_empty() && self.times.is_empty();
        if everything && self.banned.is_none() {
            return state.len();
        }
        self.matching(state, true).count()
    }

    /// The users that pass, in the order of creation.
    fn matching<'s>(&'s self, state: &'s State, ascending: bool) -> Box<dyn Iterator<Item = (Slot, &'s User)> + 's> {
        let fetch = move |slot: Slot| state.at(slot).map(|user| (slot, user));
        let passes = |(slot, user): &(Slot, &User)| self.passes(*slot, user);
        if let Some(allowed) = &self.allowed {
            let mut found: Vec<_> = allowed.iter().copied().filter_map(fetch).filter(passes).collect();
            found.sort_by_key(|(slot, user)| (user.created_at, *slot));
            if !ascending {
                found.reverse();
            }
            return Box::new(found.into_iter());
        }
        let created = state.index.created().iter().map(|(_, slot)| *slot);
        if ascending {
            Box::new(created.filter_map(fetch).filter(passes))
        } else {
            Box::new(created.rev().filter_map(fetch).filter(passes))
        }
    }

    /// One page of the users that pass.
    pub(crate) fn page<'s>(&'s self, query: &Query, state: &'s State) -> Result<Vec<&'s User>, Problem> {
        let page = query.page()?;
        let order = Order::read(query)?;
        let after = cursor(query, state, &order, page)?;
        if order.by_creation() {
            let is_behind = |user: &User, slot| {
                after.is_none_or(|cursor| order.directed((user.created_at, slot).cmp(&cursor)) == Ordering::Greater)
            };
            let users = self.matching(state, order.ascending).filter(|(slot, user)| is_behind(user, *slot));
            return Ok(users.map(|(_, user)| user).skip(page.offset).take(page.limit).collect());
        }
        let mut users: Vec<_> = self.matching(state, true).map(|(_, user)| user).collect();
        users.sort_by(|a, b| order.directed((order.compare)(a, b)));
        Ok(users.into_iter().skip(page.offset).take(page.limit).collect())
    }
}

/// The place of `starting_after` in the order of creation.
fn cursor(query: &Query, state: &State, order: &Order, page: Page) -> Result<Option<(i64, Slot)>, Problem> {
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

struct Order {
    name: &'static str,
    ascending: bool,
    compare: fn(&User, &User) -> Ordering,
}

impl Order {
    /// Only the first `order_by` counts.
    fn read(query: &Query) -> Result<Self, Problem> {
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

    fn by_creation(&self) -> bool {
        self.name == "created_at"
    }

    fn directed(&self, ordering: Ordering) -> Ordering {
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

type Test = fn(&User, &str) -> bool;

fn texts(query: &Query) -> Vec<Text> {
    let partial: [(&str, Test); 5] = [
        ("query", |user, needle| in_identifiers(user, needle) || in_names(user, needle)),
        ("email_address_query", in_emails),
        ("phone_number_query", in_phones),
        ("username_query", in_username),
        ("name_query", in_names),
    ];
    let asked = partial.iter().filter_map(|(name, of)| Some((query.first(name)?, of)));
    asked.map(|(needle, of)| Text { needle: needle.to_lowercase(), of: *of }).collect()
}

fn contains(text: &str, needle: &str) -> bool {
    text.to_lowercase().contains(needle)
}

fn in_emails(user: &User, needle: &str) -> bool {
    user.email_addresses.iter().any(|email| contains(&email.email_address, needle))
}

fn in_phones(user: &User, needle: &str) -> bool {
    user.phone_numbers.iter().any(|phone| contains(&phone.phone_number, needle))
}

fn in_username(user: &User, needle: &str) -> bool {
    user.username.as_deref().is_some_and(|name| contains(name, needle))
}

/// First name, last name, or both with a space between.
fn in_names(user: &User, needle: &str) -> bool {
    let names: Vec<_> = user.first_name.iter().chain(&user.last_name).map(String::as_str).collect();
    contains(&names.join(" "), needle)
}

fn in_identifiers(user: &User, needle: &str) -> bool {
    let wallets = || user.web3_wallets.iter().any(|wallet| contains(&wallet.web3_wallet, needle));
    in_emails(user, needle)
        || in_phones(user, needle)
        || in_username(user, needle)
        || wallets()
        || contains(&user.id, needle)
}

fn times(query: &Query) -> Result<Vec<Time>, Problem> {
    let created: fn(&User) -> Option<i64> = |user| Some(user.created_at);
    let active: fn(&User) -> Option<i64> = |user| user.last_active_at;
    let signed_in: fn(&User) -> Option<i64> = |user| user.last_sign_in_at;
    let (before, after): (Compares, Compares) = (i64::lt, i64::gt);
    let mut times = Vec::new();
    for (name, of, is) in [
        ("created_at_before", created, before),
        ("created_at_after", created, after),
        ("last_active_at_before", active, before),
        ("last_active_at_after", active, after),
        ("last_sign_in_at_before", signed_in, before),
        ("last_sign_in_at_after", signed_in, after),
    ] {
        times.extend(query.integer(name)?.map(|limit| Time { of, is, limit }));
    }
    // The older filter looks at days, not milliseconds.
    let since = query.integer("last_active_at_since")?;
    times.extend(since.map(|since| Time {
        of: active,
        is: i64::ge,
        limit: since.saturating_sub(since.rem_euclid(DAY)),
    }));
    Ok(times)
}
