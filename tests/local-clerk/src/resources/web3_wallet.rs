use super::prelude::*;
use crate::input::text::fold_wallet;

resource! {
    Web3Wallet: "idn", "web3 wallet";
    part of user;
    with created_at, updated_at;
    {
        web3_wallet: Box<str>,
        verification: Option<Verification>,
    }

    shows self {
        web3_wallet, verification => self.verification.as_ref(), created_at, updated_at,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.unique_when(self.is_verified(), Index::Web3Wallet, fold_wallet(&self.web3_wallet));
    }
}
