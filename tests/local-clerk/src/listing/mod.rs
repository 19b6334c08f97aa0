//! Which users a list has, in which order.

mod order;
mod text;

use std::collections::{BTreeSet, HashSet};
use std::ops::Bound;

use order::{Order, cursor};
use text::{Text, texts};

use crate::problem::Problem;
use crate::query::Query;
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

    /// Whether no user has to be looked at: all of them pass.
    fn passes_all(&self) -> bool {
        let looks_at_none = self.texts.is_empty() && self.times.is_empty() && self.banned.is_none();
        self.allowed.is_none() && self.refused.is_empty() && looks_at_none
    }

    pub(crate) fn count(&self, state: &State) -> usize {
        if self.passes_all() {
            return state.len();
        }
        self.matching(state, self.slots(state, true, None)).count()
    }

    /// The users to look at, in the order of creation, behind a cursor.
    fn slots<'s>(
        &'s self,
        state: &'s State,
        ascending: bool,
        after: Option<Place>,
    ) -> Box<dyn Iterator<Item = Slot> + 's> {
        let place = |slot: &Slot| state.at(*slot).map(|user| (user.created_at, *slot));
        let mut few: BTreeSet<Place> = BTreeSet::new();
        if let Some(allowed) = &self.allowed {
            few.extend(allowed.iter().filter_map(place));
            return Box::new(behind(&few, ascending, after).collect::<Vec<_>>().into_iter());
        }
        behind(state.index.created(), ascending, after)
    }

    fn matching<'s>(
        &'s self,
        state: &'s State,
        slots: impl Iterator<Item = Slot> + 's,
    ) -> impl Iterator<Item = &'s User> + 's {
        let users = slots.filter_map(|slot| state.at(slot).map(|user| (slot, user)));
        users.filter(|(slot, user)| self.passes(*slot, user)).map(|(_, user)| user)
    }

    /// One page of the users that pass.
    pub(crate) fn page<'s>(&'s self, query: &Query, state: &'s State) -> Result<Vec<&'s User>, Problem> {
        let page = query.page()?;
        let order = Order::read(query)?;
        let after = cursor(query, state, &order, page)?;
        if order.by_creation() {
            let slots = self.slots(state, order.ascending, after);
            if self.passes_all() {
                let slots = slots.skip(page.offset).take(page.limit);
                return Ok(slots.filter_map(|slot| state.at(slot)).collect());
            }
            return Ok(self.matching(state, slots).skip(page.offset).take(page.limit).collect());
        }
        let mut users: Vec<_> = self.matching(state, self.slots(state, true, None)).collect();
        users.sort_by(|a, b| order.directed((order.compare)(a, b)));
        Ok(users.into_iter().skip(page.offset).take(page.limit).collect())
    }
}

/// A user's place in the order of creation.
type Place = (i64, Slot);

fn behind<'a>(
    places: &'a BTreeSet<Place>,
    ascending: bool,
    after: Option<Place>,
) -> Box<dyn Iterator<Item = Slot> + 'a> {
    let edge = after.map_or(Bound::Unbounded, Bound::Excluded);
    if ascending {
        Box::new(places.range((edge, Bound::Unbounded)).map(|(_, slot)| *slot))
    } else {
        Box::new(places.range((Bound::Unbounded, edge)).rev().map(|(_, slot)| *slot))
    }
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
