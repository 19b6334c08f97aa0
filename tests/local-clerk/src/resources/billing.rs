//! The little of billing that hangs on users: entries of a credit balance.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::User;
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

/// A change of a credit balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Credit {
    pub(crate) id: Id,
    pub(crate) user: Id,
    /// The idempotency key: one entry a key.
    pub(crate) key: Box<str>,
    pub(crate) cents: i64,
    pub(crate) note: Option<Box<str>>,
    pub(crate) created_at: i64,
}

impl Credit {
    /// The text by which an entry is found again.
    pub(crate) fn key_of(user: &str, key: &str) -> String {
        format!("{user}\0{key}")
    }
}

impl Resource for Credit {
    const PREFIX: &'static str = "ccl";
    const LABEL: &'static str = "credit";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
        keys.unique(Index::CreditKey, Self::key_of(&self.user, &self.key));
    }
}

impl Show for Credit {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        let at = OffsetDateTime::from_unix_timestamp(self.created_at / 1000).ok();
        out.put("object", "commerce_credit_ledger")
            .put("id", &self.id)
            .put("payer_id", payer(&self.user))
            .object("amount", |out| money(self.cents, out))
            .put("source_type", "grant")
            .put("source_id", &self.key)
            .put("note", &self.note)
            .put("created_at", at.and_then(|at| at.format(&Rfc3339).ok()));
    }
}

impl User {
    /// Everybody has a subscription; there is nothing in it.
    pub(crate) fn show_subscription(&self, out: &mut Object<'_>) {
        out.put("object", "commerce_subscription")
            .put("id", self.id.replacen("user_", "csub_", 1))
            .put("instance_id", "ins_2LocalClerk000000000000000")
            .put("status", "active")
            .put("payer_id", payer(&self.id))
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at)
            .put("active_at", self.created_at)
            .put("past_due_at", ())
            .put("subscription_items", [(); 0])
            .put("eligible_for_free_trial", false);
    }
}

fn payer(user: &str) -> String {
    user.replacen("user_", "cpayer_", 1)
}

pub(crate) fn money(cents: i64, out: &mut Object<'_>) {
    let (sign, absolute) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    out.put("amount", cents)
        .put("amount_formatted", format!("{sign}${}.{:02}", absolute / 100, absolute % 100))
        .put("currency", "USD")
        .put("currency_symbol", "$");
}
