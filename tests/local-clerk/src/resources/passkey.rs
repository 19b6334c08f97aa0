use serde::{Deserialize, Serialize};

use super::Verification;
use crate::problem::Problem;
use crate::show::{Object, Show, View};
use crate::store::{Id, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Passkey {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) name: Box<str>,
    pub(crate) last_used_at: i64,
    pub(crate) verification: Option<Verification>,
}

impl Resource for Passkey {
    const PREFIX: &'static str = "idn";
    const LABEL: &'static str = "passkey";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn not_found(_: &str) -> Problem {
        Problem::missing("passkey_not_registered", "The passkey is not registered.")
    }
}

impl Show for Passkey {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id)
            .put("object", "passkey")
            .put("name", &self.name)
            .put("last_used_at", self.last_used_at)
            .put("verification", self.verification.as_ref().map(Verification::shown));
    }
}
