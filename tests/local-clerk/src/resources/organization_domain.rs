use super::prelude::*;

resource! {
    OrganizationDomain: "orgdmn", "organization domain";
    of organization: Organization;
    with created_at, updated_at;
    {
        name: Box<str>,
        enrollment_mode: Box<str>,
        verified: bool,
        /// When an operation said that the organization owns it.
        owned_since: Option<i64>,
    }

    shows self, view {
        organization_id = &self.organization, name, enrollment_mode, affiliation_email_address = (), since NEWER
        affiliation_verification = self.affiliation(), verification = self.affiliation(), since NEWER
        ownership_verification = self.owned_since.map(|at| verification("manual_override", true, Some(at))),
        total_pending_invitations = 0, total_pending_suggestions = 0, created_at, updated_at, public_organization_data
        => view.store.find::<Organization>(&self.organization).map(|of| Public(of)),
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.found_by(Index::Domain, self.name.clone());
        keys.search([(Field::Name, &*self.name), (Field::Id, &*self.organization)]);
    }
}

impl OrganizationDomain {
    fn affiliation(&self) -> serde_json::Value {
        verification("admin", self.verified, None)
    }
}

fn verification(strategy: &str, verified: bool, verified_at: Option<i64>) -> serde_json::Value {
    let status = if verified { "verified" } else { "unverified" };
    serde_json::json!({
        "status": status, "strategy": strategy, "attempts": null, "expire_at": null, "verified_at": verified_at,
    })
}

impl Listed for OrganizationDomain {
    const ORDERS: Orders<Self> = &[
        (Order::CreatedAt, |domain, _| domain.created_at.into()),
        (Order::Name, |domain, _| Some(&*domain.name).into()),
    ];
    const FILTERS: &'static [Filter] = &[
        Filter::new("organization_id", |store, id| store.slots_of::<Self>(Kind::Organization, &id.into()).collect()),
        Filter::new("domains", |store, name| store.slots_by(Index::Domain, &name.to_lowercase()).collect()),
        Filter::new("verified", |store, text| store.slots_where::<Self>(|domain| domain.verified == (text == "true")))
            .one_of(&["true", "false"]),
        Filter::new("enrollment_mode", |store, mode| {
            store.slots_where::<Self>(|domain| *domain.enrollment_mode == *mode)
        })
        .signed(Signs::InLists),
    ];
    const TEXTS: &'static [(&'static str, &'static [Field])] = &[("query", &[])];
}
