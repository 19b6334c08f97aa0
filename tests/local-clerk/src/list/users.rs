//! Lists of users: what a request asks for, read before any state is looked at.

use super::order::Direction;
use super::plan::Plan;
use crate::input::{Page, Query, invalid};
use crate::instance::Context;
use crate::problem::Problem;
use crate::resources::User;
use crate::store::{Field, Hit, Index, Order};

const DAY: i64 = 86_400_000;

/// Which filters take signs: `+` in front of a value includes, `-` excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    All,
    /// That of organizations alone, as in counting.
    OrganizationOnly,
}

/// What a filter by identifier looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    UserId,
    OrganizationId,
    Account,
    /// A key of the user itself.
    User(Index),
    /// A key of a part of it.
    Part(Index),
}

/// The values of one filter by identifier.
#[derive(Debug)]
pub(super) struct Identifiers {
    pub(super) by: By,
    pub(super) include: Vec<String>,
    pub(super) exclude: Vec<String>,
}

/// Times must lie between the two, both excluded.
#[derive(Debug)]
pub(super) struct Between {
    pub(super) order: Order,
    pub(super) after: Option<i64>,
    pub(super) before: Option<i64>,
}

impl Between {
    pub(super) fn of(&self, user: &User) -> Option<i64> {
        match self.order {
            Order::CreatedAt => Some(user.created_at),
            Order::LastActiveAt => user.last_active_at,
            _ => user.last_sign_in_at,
        }
    }

    pub(super) fn contains(&self, user: &User) -> bool {
        self.of(user)
            .is_some_and(|at| self.after.is_none_or(|after| at > after) && self.before.is_none_or(|before| at < before))
    }
}

/// A request for users.
#[derive(Debug)]
pub(crate) struct UserList {
    pub(super) identifiers: Vec<Identifiers>,
    texts: Vec<(String, &'static [Field])>,
    pub(super) times: Vec<Between>,
    pub(super) banned: Option<bool>,
    pub(super) direction: Direction,
    pub(super) starting_after: Option<String>,
    pub(super) page: Page,
    /// The rows that a partial search found, one list a text.
    pub(super) hits: Vec<Vec<Hit>>,
}

impl UserList {
    pub(crate) fn read(query: &Query, signs: Signs) -> Result<Self, Problem> {
        let (page, direction) = match signs {
            Signs::All => (query.page()?, Direction::read(query, |_| true)?),
            Signs::OrganizationOnly => {
                (Page { limit: 0, offset: 0 }, Direction { order: Order::CreatedAt, descends: true })
            }
        };
        let list = Self {
            identifiers: identifiers(query, signs)?,
            texts: texts(query),
            times: times(query)?,
            banned: query.boolean("banned")?,
            direction,
            starting_after: query.first("starting_after").filter(|_| signs == Signs::All).map(str::to_owned),
            page,
            hits: Vec::new(),
        };
        list.check_cursor()?;
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

    /// Looks through all texts, while others read and write.
    pub(crate) fn search(&mut self, context: &Context) {
        if self.texts.is_empty() {
            return;
        }
        let snapshot = context.instance.read(|store| store.search().snapshot());
        self.hits = self.texts.iter().map(|(needle, fields)| snapshot.find(needle, fields)).collect();
    }

    /// How to find the users; everything that follows looks at the state.
    pub(crate) fn plan<'a>(&'a self, store: &'a crate::store::Store) -> Plan<'a> {
        Plan::new(self, store)
    }
}

fn identifiers(query: &Query, signs: Signs) -> Result<Vec<Identifiers>, Problem> {
    let mut all = Vec::new();
    for (name, by) in [
        ("email_address", By::Part(Index::EmailAddress)),
        ("phone_number", By::Part(Index::PhoneNumber)),
        ("username", By::User(Index::Username)),
        ("web3_wallet", By::Part(Index::Web3Wallet)),
        ("user_id", By::UserId),
        ("external_id", By::User(Index::ExternalId)),
        ("organization_id", By::OrganizationId),
    ] {
        let has_signs = match by {
            By::UserId | By::User(Index::ExternalId) => signs == Signs::All,
            by => by == By::OrganizationId,
        };
        let mut filter = Identifiers { by, include: Vec::new(), exclude: Vec::new() };
        for value in query.all(name)? {
            match (value.strip_prefix('-'), value.strip_prefix('+')) {
                (Some(value), _) if has_signs => filter.exclude.push(value.to_owned()),
                (_, Some(value)) if has_signs => filter.include.push(value.to_owned()),
                _ => filter.include.push(value.to_owned()),
            }
        }
        all.push(filter);
    }
    all.extend(accounts(query)?);
    all.retain(|filter| !filter.include.is_empty() || !filter.exclude.is_empty());
    Ok(all)
}

fn accounts(query: &Query) -> Result<Option<Identifiers>, Problem> {
    let ids = query.all("provider_user_id")?;
    let missing = |name: &str, other: &str| {
        let text = format!("{name} must be used together with {other}.");
        Err(Problem::param("form_conditional_param_missing", name, text))
    };
    match (query.first("provider"), ids.is_empty()) {
        (None, true) => Ok(None),
        (Some(_), true) => missing("provider_user_id", "provider"),
        (None, false) => missing("provider", "provider_user_id"),
        (Some(provider), false) => {
            let include = ids.iter().map(|id| crate::resources::ExternalAccount::key(provider, id)).collect();
            Ok(Some(Identifiers { by: By::Account, include, exclude: Vec::new() }))
        }
    }
}

fn texts(query: &Query) -> Vec<(String, &'static [Field])> {
    let partial: [(&str, &'static [Field]); 5] = [
        ("query", &[]),
        ("email_address_query", &[Field::EmailAddress]),
        ("phone_number_query", &[Field::PhoneNumber]),
        ("username_query", &[Field::Username]),
        ("name_query", &[Field::Name]),
    ];
    partial.iter().filter_map(|(name, fields)| Some((query.part(name)?, *fields))).collect()
}

fn times(query: &Query) -> Result<Vec<Between>, Problem> {
    let mut times = Vec::new();
    for (name, order) in [
        ("created_at", Order::CreatedAt),
        ("last_active_at", Order::LastActiveAt),
        ("last_sign_in_at", Order::LastSignInAt),
    ] {
        let (before, after) = (query.integer(&format!("{name}_before"))?, query.integer(&format!("{name}_after"))?);
        if before.is_some() || after.is_some() {
            times.push(Between { order, after, before });
        }
    }
    // The older filter looks at days, not milliseconds.
    if let Some(since) = query.integer("last_active_at_since")? {
        let day = since.saturating_sub(since.rem_euclid(DAY));
        times.push(Between { order: Order::LastActiveAt, after: Some(day.saturating_sub(1)), before: None });
    }
    Ok(times)
}

pub(super) fn unknown_cursor() -> Problem {
    invalid("starting_after", "the id of a user")
}
