use super::prelude::*;

const STATUSES: &[&str] = &["abandoned", "active", "ended", "expired", "removed", "replaced", "revoked"];
const DAY: i64 = 86_400_000;

resource! {
    /// A session, active until it is revoked.
    Session: "sess", "session";
    of user: User;
    with created_at, updated_at;
    {
        client_id: Id,
        status: Box<str>,
        active_organization_id: Option<Box<str>>,
    }

    shows self {
        user_id = &self.user, client_id, actor = (), status, last_active_organization_id =
        &self.active_organization_id, last_active_at = self.updated_at, expire_at = self.created_at.saturating_add(7 *
        DAY), abandon_at = self.created_at.saturating_add(30 * DAY), updated_at, created_at,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.found_by(Index::Client, &*self.client_id);
        keys.found_by(Index::SessionStatus, self.status.clone());
    }
}

impl Session {
    pub(crate) fn new(transaction: &mut Transaction<'_>, user: &Id) -> Self {
        let client_id = transaction.ids().id("client");
        Self { user: user.clone(), client_id, status: "active".into(), ..Self::blank(transaction) }
    }

    pub(crate) fn is_active(&self) -> bool {
        &*self.status == "active"
    }

    pub(crate) fn revoke(&mut self) {
        if self.is_active() {
            self.status = "revoked".into();
        }
    }
}

impl Listed for Session {
    const FILTERS: &'static [Filter] = &[
        Filter::new("client_id", |store, client| store.slots_by(Index::Client, client).collect()),
        Filter::new("user_id", |store, user| store.slots_of::<Self>(Kind::User, &user.into()).collect()),
        Filter::new("status", |store, status| -> Vec<Slot> { store.slots_by(Index::SessionStatus, status).collect() })
            .one_of(STATUSES),
    ];
}
