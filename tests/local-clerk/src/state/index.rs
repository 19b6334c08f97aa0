//! Finding users without looking at all of them: by unique identifier, organization and time of creation.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use crate::state::user::{Slot, User};

/// What identifies one user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Identifier {
    Id,
    ExternalId,
    EmailAddress,
    PhoneNumber,
    Username,
    Web3Wallet,
}

const KINDS: usize = 6;

#[derive(Debug, Default)]
pub(crate) struct Index {
    unique: [HashMap<Box<str>, Slot>; KINDS],
    providers: HashMap<(Box<str>, Box<str>), BTreeSet<Slot>>,
    organizations: HashMap<Box<str>, BTreeSet<Slot>>,
    created: BTreeSet<(i64, Slot)>,
}

impl Index {
    pub(crate) fn slot_of(&self, kind: Identifier, value: &str) -> Option<Slot> {
        let map = self.unique.get(kind as usize)?;
        match kind {
            Identifier::Id | Identifier::ExternalId | Identifier::PhoneNumber => map.get(value).copied(),
            _ => map.get(value.to_lowercase().as_str()).copied(),
        }
    }

    pub(crate) fn with_provider(&self, provider: &str, provider_user_id: &str) -> Vec<Slot> {
        let slots = self.providers.get(&(provider.into(), provider_user_id.into()));
        slots.into_iter().flatten().copied().collect()
    }

    pub(crate) fn in_organization(&self, organization_id: &str) -> impl Iterator<Item = Slot> {
        self.organizations.get(organization_id).into_iter().flatten().copied()
    }

    /// Every user in the order of creation.
    pub(crate) fn created(&self) -> &BTreeSet<(i64, Slot)> {
        &self.created
    }

    pub(crate) fn add(&mut self, slot: Slot, user: &User) {
        for (kind, value) in identifiers(user) {
            if let Some(map) = self.unique.get_mut(kind as usize) {
                map.insert(value, slot);
            }
        }
        for key in providers(user) {
            self.providers.entry(key).or_default().insert(slot);
        }
        for membership in &user.memberships {
            self.organizations.entry(membership.organization_id.as_str().into()).or_default().insert(slot);
        }
        self.created.insert((user.created_at, slot));
    }

    pub(crate) fn remove(&mut self, slot: Slot, user: &User) {
        for (kind, value) in identifiers(user) {
            if let Some(map) = self.unique.get_mut(kind as usize) {
                map.remove(&value);
            }
        }
        for key in providers(user) {
            forget(&mut self.providers, &key, slot);
        }
        for membership in &user.memberships {
            forget(&mut self.organizations, &membership.organization_id.as_str().into(), slot);
        }
        self.created.remove(&(user.created_at, slot));
    }
}

/// Takes one user off a key, and the key away with its last user.
fn forget<K: Hash + Eq>(map: &mut HashMap<K, BTreeSet<Slot>>, key: &K, slot: Slot) {
    if let Some(slots) = map.get_mut(key) {
        slots.remove(&slot);
        if slots.is_empty() {
            map.remove(key);
        }
    }
}

fn identifiers(user: &User) -> impl Iterator<Item = (Identifier, Box<str>)> {
    let exact = |kind, value: &str| (kind, Box::from(value));
    let folded = |kind, value: &str| (kind, Box::from(value.to_lowercase()));
    let emails = user.email_addresses.iter().map(move |e| folded(Identifier::EmailAddress, &e.email_address));
    let phones = user.phone_numbers.iter().map(move |p| exact(Identifier::PhoneNumber, &p.phone_number));
    let wallets = user.web3_wallets.iter().map(move |w| folded(Identifier::Web3Wallet, &w.web3_wallet));
    let username = user.username.iter().map(move |name| folded(Identifier::Username, name));
    let external = user.external_id.iter().map(move |id| exact(Identifier::ExternalId, id));
    let id = std::iter::once(exact(Identifier::Id, &user.id));
    id.chain(external).chain(username).chain(emails).chain(phones).chain(wallets)
}

fn providers(user: &User) -> impl Iterator<Item = (Box<str>, Box<str>)> {
    let accounts = user.external_accounts.iter();
    accounts.map(|account| (account.provider.as_str().into(), account.provider_user_id.as_str().into()))
}
