use serde::{Deserialize, Serialize};

use crate::store::{Id, Keys, Kind, Resource, Store};

/// An active session; one that ends is deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) created_at: i64,
}

impl Resource for Session {
    const PREFIX: &'static str = "sess";
    const LABEL: &'static str = "session";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
    }
}
