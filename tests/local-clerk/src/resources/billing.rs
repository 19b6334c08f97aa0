//! The little of billing that hangs on users: entries of a credit balance.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::prelude::*;

resource! {
    /// A change of a credit balance.
    Credit: "ccl", "credit";
    of user: User;
    {
        /// The idempotency key: one entry a key.
        key: Box<str>,
        cents: i64,
        note: Option<Box<str>>,
        created_at: i64,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::CreditKey, Self::key_of(&self.user, &self.key));
    }
}

impl Credit {
    /// The text by which an entry is found again.
    pub(crate) fn key_of(user: &str, key: &str) -> String {
        format!("{user}\0{key}")
    }
}

impl Show for Credit {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        let at = OffsetDateTime::from_unix_timestamp(self.created_at / 1000).ok();
        members!(out, self; object = "commerce_credit_ledger", id, payer_id = payer(&self.user));
        out.object("amount", |out| money(self.cents, out));
        members!(out, self;
            source_type = "grant", source_id = &self.key, note, created_at = at.and_then(|at|
            at.format(&Rfc3339).ok()));
    }
}

impl User {
    /// Everybody has a subscription; there is nothing in it.
    pub(crate) fn show_subscription(&self, out: &mut Object<'_>) {
        members!(out, self;
            object = "commerce_subscription", id = self.id.replacen("user_", "csub_", 1), instance_id = INSTANCE,
            status = "active", payer_id = payer(&self.id), created_at, updated_at, active_at = self.created_at,
            past_due_at = (), subscription_items = [(); 0], eligible_for_free_trial = false);
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
