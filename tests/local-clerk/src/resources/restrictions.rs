//! Who may sign up, and who may not.

use super::prelude::*;

/// The instance that all lists belong to.
pub(crate) const INSTANCE: &str = "ins_2LocalClerk000000000000000";

resource! {
    AllowlistIdentifier: "alid", "allowlist identifier";
    with created_at, updated_at;
    {
        identifier: Box<str>,
        identifier_type: Box<str>,
        invitation_id: Option<Id>,
    }

    shows self {
        identifier, identifier_type, instance_id = INSTANCE, invitation_id?, created_at, updated_at,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::Allowlist, self.identifier.clone());
    }
}

resource! {
    BlocklistIdentifier: "blid", "blocklist identifier";
    with created_at, updated_at;
    {
        identifier: Box<str>,
        identifier_type: Box<str>,
    }

    shows self { identifier, identifier_type, instance_id = INSTANCE, created_at, updated_at }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique(Index::Blocklist, self.identifier.clone());
    }
}

impl Listed for AllowlistIdentifier {}
impl Listed for BlocklistIdentifier {}
