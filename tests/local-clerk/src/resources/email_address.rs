use serde::{Deserialize, Serialize};

use super::{ExternalAccount, NEWER, Verification};
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EmailAddress {
    pub(crate) id: Id,
    pub(crate) user: Id,
    /// In lower case.
    pub(crate) email_address: Box<str>,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl EmailAddress {
    pub(crate) fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }

    /// The accounts of the same user that have this address too.
    pub(crate) fn links<'a>(&self, store: &'a Store) -> impl Iterator<Item = &'a ExternalAccount> {
        let accounts = store.parts::<ExternalAccount>(Kind::User, &self.user);
        accounts.map(AsRef::as_ref).filter(|account| account.email_address.to_lowercase() == *self.email_address)
    }
}

impl Resource for EmailAddress {
    const PREFIX: &'static str = "idn";
    const LABEL: &'static str = "email address";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
        // An unverified address keeps nobody else from using it.
        keys.unique_when(self.reserved || self.is_verified(), Index::EmailAddress, self.email_address.clone());
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for EmailAddress {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id)
            .put("object", "email_address")
            .put("email_address", &self.email_address)
            .put("reserved", self.reserved)
            .put("verification", self.verification.as_ref().map(Verification::shown))
            .list("linked_to", self.links(view.store), |account, out| {
                out.put("type", &account.provider).put("id", &account.identification_id);
            })
            .since(NEWER, "matches_sso_connection", false)
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at);
    }
}
