use super::membership::role_name;
use super::prelude::*;

pub(crate) const STATUSES: &[&str] = &["pending", "accepted", "revoked", "expired"];

resource! {
    Invitation: "orginv", "organization invitation";
    of organization: Organization;
    with created_at, updated_at;
    {
        email_address: Box<str>,
        role: Box<str>,
        status: Box<str>,
        inviter: Option<Id>,
        public_metadata: Metadata,
        private_metadata: Metadata,
        expires_at: Option<i64>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.found_by(Index::InvitedEmailAddress, self.email_address.clone());
    }
}

impl Listed for Invitation {
    const FILTERS: &'static [Filter] = &[Filter::new("status", of_status).one_of(STATUSES)];

    fn value(&self, _: Order, _: &Store) -> Value {
        self.created_at.into()
    }
}

fn of_status(store: &Store, status: &str) -> Vec<Slot> {
    let has = |slot: &Slot| store.at::<Invitation>(*slot).is_some_and(|invitation| *invitation.status == *status);
    store.slots::<Invitation>().filter(has).collect()
}

impl Show for Invitation {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self;
            object = "organization_invitation", id, email_address, role, role_name = role_name(&self.role),
            organization_id = &self.organization, status, public_metadata, private_metadata);
        if out.is_since(NEWER) {
            out.put("inviter_id", &self.inviter);
            let ticket = || format!("{}/v1/tickets/accept?ticket={}", view.origin, self.id);
            match self.inviter.as_ref().and_then(|id| view.store.find::<User>(id)) {
                Some(user) => out.object("public_inviter_data", |out| user.show_as_inviter(view, out)),
                None => out.put("public_inviter_data", ()),
            };
            out.put("url", (&*self.status == "pending").then(ticket)).put("expires_at", self.expires_at);
        }
        members!(out, self; created_at, updated_at);
        if let Some(organization) = view.store.find::<Organization>(&self.organization) {
            out.object("public_organization_data", |out| organization.show_public(view, out));
        }
    }
}
