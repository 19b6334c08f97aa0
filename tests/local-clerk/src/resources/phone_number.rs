use serde::{Deserialize, Serialize};

use super::Verification;
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PhoneNumber {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) phone_number: Box<str>,
    pub(crate) reserved_for_second_factor: bool,
    pub(crate) default_second_factor: bool,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl PhoneNumber {
    pub(crate) fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

impl Resource for PhoneNumber {
    const PREFIX: &'static str = "idn";
    const LABEL: &'static str = "phone number";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
        keys.unique_when(self.reserved || self.is_verified(), Index::PhoneNumber, self.phone_number.clone());
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for PhoneNumber {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id)
            .put("object", "phone_number")
            .put("phone_number", &self.phone_number)
            .put("reserved_for_second_factor", self.reserved_for_second_factor)
            .put("default_second_factor", self.default_second_factor)
            .put("reserved", self.reserved)
            .put("verification", self.verification.as_ref().map(Verification::shown))
            .put("linked_to", [(); 0])
            .put("backup_codes", ())
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at);
    }
}
