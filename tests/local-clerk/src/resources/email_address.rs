use super::prelude::*;

resource! {
    EmailAddress: "idn", "email address";
    part of user;
    with created_at, updated_at;
    {
        /// In lower case.
        email_address: Box<str>,
        reserved: bool,
        verification: Option<Verification>,
    }

    /// An unverified address keeps nobody else from using it.
    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique_when(self.reserved || self.is_verified(), Index::EmailAddress, self.email_address.clone());
    }
}

impl EmailAddress {
    /// The accounts of the same user that have this address too.
    pub(crate) fn links<'a>(&self, store: &'a Store) -> impl Iterator<Item = &'a ExternalAccount> {
        let accounts = store.parts::<ExternalAccount>(Kind::User, &self.user);
        accounts.map(AsRef::as_ref).filter(|account| account.email_address.to_lowercase() == *self.email_address)
    }
}

impl Show for EmailAddress {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self, view;
            id, object = "email_address", email_address, reserved, verification => self.verification.as_ref());
        out.list("linked_to", self.links(view.store), |account, out| {
            out.put("type", &account.provider).put("id", &account.identification_id);
        });
        members!(out, self; since NEWER matches_sso_connection = false, created_at, updated_at);
    }
}
