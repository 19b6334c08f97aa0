use std::sync::Arc;

use super::membership::role_name;
use super::prelude::*;

pub(crate) const STATUSES: &[&str] = &["pending", "accepted", "revoked", "expired"];

resource! {
    OrganizationInvitation: "orginv", "organization invitation";
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
        #[serde(default)]
        redirect_url: Option<Box<str>>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.found_by(Index::InvitedEmailAddress, self.email_address.clone());
        keys.search([(Field::EmailAddress, &*self.email_address)]);
    }
}

impl OrganizationInvitation {
    pub(crate) fn is_pending(&self) -> bool {
        &*self.status == "pending"
    }
}

impl Listed for OrganizationInvitation {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |invitation, _| invitation.created_at.into()),
        (Order::EmailAddress, |invitation, _| Some(&*invitation.email_address).into()),
    ];
    const FILTERS: &'static [Filter] = &[
        Filter::new("status", |store, status| store.slots_where::<Self>(|invitation| *invitation.status == *status))
            .one_of(STATUSES),
        Filter::new("email_address", |store, email| {
            store.slots_by(Index::InvitedEmailAddress, &email.to_lowercase()).collect()
        }),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}

impl Show for OrganizationInvitation {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self;
            object = "organization_invitation", id, email_address, role, role_name = role_name(&self.role),
            organization_id = &self.organization, status, public_metadata, private_metadata);
        if out.is_since(NEWER) {
            out.put("inviter_id", &self.inviter);
            match self.inviter.as_ref().and_then(|id| view.store.find::<User>(id)) {
                Some(user) => out.object("public_inviter_data", |out| user.show_as_inviter(view, out)),
                None => out.put("public_inviter_data", ()),
            };
            out.put("url", self.is_pending().then(|| view.ticket(&self.id))).put("expires_at", self.expires_at);
        }
        members!(out, self; created_at, updated_at);
    }
}

/// As lists of several organizations' show it.
pub(crate) struct WithOrganization<'a>(pub(crate) &'a Arc<OrganizationInvitation>);

impl Show for WithOrganization<'_> {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        self.0.show(view, out);
        let organization = view.store.find::<Organization>(&self.0.organization);
        out.show("public_organization_data", view, organization.map(|organization| Public(organization)));
    }
}
