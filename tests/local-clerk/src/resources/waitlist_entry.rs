use super::prelude::*;

resource! {
    WaitlistEntry: "wle", "waitlist entry";
    with created_at, updated_at;
    {
        email_address: Box<str>,
        status: Box<str>,
        invitation: Option<Id>,
        invited_at: Option<i64>,
    }

    shows self, view {
        email_address, status, is_locked = false, created_at, updated_at, invitation =>
        self.invitation.as_ref().and_then(|id| view.store.find::<Invitation>(id)),
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::Waitlist, self.email_address.clone());
        keys.search([(Field::EmailAddress, &*self.email_address)]);
    }
}

impl Listed for WaitlistEntry {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |entry, _| entry.created_at.into()),
        (Order::EmailAddress, |entry, _| Some(&*entry.email_address).into()),
        (Order::InvitedAt, |entry, _| entry.invited_at.into()),
    ];
    const FILTERS: &'static [Filter] =
        &[Filter::new("status", |store, status| store.slots_where::<Self>(|entry| *entry.status == *status))
            .one_of(&["pending", "invited", "completed", "rejected"])];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}
