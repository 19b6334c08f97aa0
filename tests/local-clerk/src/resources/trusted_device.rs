use serde::{Deserialize, Serialize};

use crate::show::{Object, Show, View};
use crate::store::{Id, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TrustedDevice {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) platform: Box<str>,
    pub(crate) name: Option<Box<str>>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) revoked_at: Option<i64>,
}

impl Resource for TrustedDevice {
    const PREFIX: &'static str = "td";
    const LABEL: &'static str = "trusted device";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for TrustedDevice {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        out.put("object", "trusted_device")
            .put("id", &self.id)
            .put("platform", &self.platform)
            .put("app_identifier", "com.example.local-clerk")
            .put("name", &self.name)
            .put("algorithm", "ES256")
            .put("status", if self.revoked_at.is_some() { "revoked" } else { "active" })
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at)
            .put("last_used_at", ())
            .put("revoked_at", self.revoked_at);
    }
}
