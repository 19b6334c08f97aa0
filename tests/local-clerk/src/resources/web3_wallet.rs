use serde::{Deserialize, Serialize};

use super::Verification;
use crate::input::text::fold_wallet;
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Web3Wallet {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) web3_wallet: Box<str>,
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Web3Wallet {
    pub(crate) fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

impl Resource for Web3Wallet {
    const PREFIX: &'static str = "idn";
    const LABEL: &'static str = "web3 wallet";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
        keys.unique_when(self.is_verified(), Index::Web3Wallet, fold_wallet(&self.web3_wallet));
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for Web3Wallet {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id)
            .put("object", "web3_wallet")
            .put("web3_wallet", &self.web3_wallet)
            .put("verification", self.verification.as_ref().map(Verification::shown))
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at);
    }
}
