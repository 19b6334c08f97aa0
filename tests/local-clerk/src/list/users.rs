//! What can be asked of lists of users.

use super::request::{Between, Named};
use super::{Filter, Flag, List, Listed, Orders, Signs};
use crate::input::Query;
use crate::input::text::fold_wallet;
use crate::problem::Problem;
use crate::resources::{EmailAddress, ExternalAccount, Membership, PhoneNumber, User, Web3Wallet};
use crate::store::{Field, Id, Index, Kind, Order, Resource, Slot, Store};

const DAY: i64 = 86_400_000;

impl Listed for User {
    const IS_INDEXED: bool = true;
    const SEARCHES_IDS: bool = true;
    const HAS_CURSOR: bool = true;
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |user, _| user.created_at.into()),
        (Order::UpdatedAt, |user, _| user.updated_at.into()),
        (Order::EmailAddress, |user, store| {
            user.primary_email_address(store).map(|email| &*email.email_address).into()
        }),
        (Order::Web3Wallet, |user, store| user.primary_web3_wallet(store).map(|wallet| &*wallet.web3_wallet).into()),
        (Order::FirstName, |user, _| user.first_name.as_deref().into()),
        (Order::LastName, |user, _| user.last_name.as_deref().into()),
        (Order::PhoneNumber, |user, store| user.primary_phone_number(store).map(|phone| &*phone.phone_number).into()),
        (Order::Username, |user, _| user.username.as_deref().into()),
        (Order::LastActiveAt, |user, _| user.last_active_at.into()),
        (Order::LastSignInAt, |user, _| user.last_sign_in_at.into()),
    ];
    const FILTERS: &'static [Filter] = &[
        Filter::new("email_address", |store, text| {
            owners::<EmailAddress>(store, Index::EmailAddress, &text.to_lowercase())
        }),
        Filter::new("phone_number", |store, text| owners::<PhoneNumber>(store, Index::PhoneNumber, text)),
        Filter::new("web3_wallet", |store, text| owners::<Web3Wallet>(store, Index::Web3Wallet, &fold_wallet(text))),
        Filter::new("username", |store, text| store.slots_by(Index::Username, &text.to_lowercase()).collect()),
        Filter::new("external_id", |store, text| store.slots_by(Index::ExternalId, text).collect())
            .signed(Signs::InLists),
        Filter::new("user_id", Store::slots_with_id::<Self>).signed(Signs::InLists),
        Filter::new("organization_id", |store, id| {
            let members = store.parts::<Membership>(Kind::Organization, &id.into());
            members.filter_map(|member| store.slot::<Self>(&member.user)).collect()
        })
        .signed(Signs::Everywhere),
    ];
    const FLAGS: &'static [Flag<Self>] = &[Flag { name: "banned", holds: |user| user.banned, index: Index::Banned }];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[
        ("query", &[]),
        ("email_address_query", &[Field::EmailAddress]),
        ("phone_number_query", &[Field::PhoneNumber]),
        ("username_query", &[Field::Username]),
        ("name_query", &[Field::Name]),
    ];
    const TIMES: &'static [Order] = &[Order::CreatedAt, Order::LastActiveAt, Order::LastSignInAt];

    fn refine(list: &mut List<Self>, query: &Query) -> Result<(), Problem> {
        list.named.extend(accounts(query)?);
        // The older filter looks at days, not milliseconds.
        if let Some(since) = query.integer("last_active_at_since")? {
            let day = since.saturating_sub(since.rem_euclid(DAY));
            list.times.push(Between { order: Order::LastActiveAt, after: Some(day.saturating_sub(1)), before: None });
        }
        Ok(())
    }
}

/// The users who have a part with a key.
fn owners<R: Resource>(store: &Store, index: Index, key: &str) -> Vec<Slot> {
    let users = store.by::<R>(index, key).filter_map(|part| part.part_of());
    users.filter_map(|user: &Id| store.slot::<User>(user)).collect()
}

/// A provider, and users' ids there.
fn accounts(query: &Query) -> Result<Option<Named>, Problem> {
    let ids = query.all("provider_user_id")?;
    let missing = |name: &str, other: &str| {
        let text = format!("{name} must be used together with {other}.");
        Err(Problem::param("form_conditional_param_missing", name, text))
    };
    match (query.first("provider"), ids.is_empty()) {
        (None, true) => Ok(None),
        (Some(_), true) => missing("provider_user_id", "provider"),
        (None, false) => missing("provider", "provider_user_id"),
        (Some(provider), false) => Ok(Some(Named {
            find: |store, account| owners::<ExternalAccount>(store, Index::Account, account),
            include: ids.iter().map(|id| ExternalAccount::key(provider, id)).collect(),
            exclude: Vec::new(),
        })),
    }
}
