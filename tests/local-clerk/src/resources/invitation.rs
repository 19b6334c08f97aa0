use super::prelude::*;

resource! {
    /// An invitation to sign up.
    Invitation: "inv", "invitation";
    with created_at, updated_at;
    {
        email_address: Box<str>,
        status: Box<str>,
        public_metadata: Metadata,
        redirect_url: Option<Box<str>>,
        expires_at: Option<i64>,
    }

    shows self, view {
        email_address, public_metadata, revoked = &*self.status == "revoked", status, expires_at, created_at,
        updated_at, url? = (&*self.status == "pending").then(|| view.ticket(&self.id)),
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.found_by(Index::Invitee, self.email_address.clone());
        keys.search([(Field::EmailAddress, &*self.email_address)]);
    }
}

/// Those that were revoked are listed only when they are asked for.
impl Listed for Invitation {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |invitation, _| invitation.created_at.into()),
        (Order::EmailAddress, |invitation, _| Some(&*invitation.email_address).into()),
        (Order::ExpiresAt, |invitation, _| invitation.expires_at.into()),
    ];
    const FILTERS: &'static [Filter] =
        &[Filter::new("status", |store, status| store.slots_where::<Self>(|invitation| *invitation.status == *status))
            .one_of(STATUSES)
            .or_else(&["pending", "accepted", "expired"])];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}
