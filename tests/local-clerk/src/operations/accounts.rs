use super::identifications::{delete_from, refuse_last};
use super::prelude::*;

pub(super) fn delete_web3_wallet(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        transaction.get_of::<User, Web3Wallet>(user_id, id)?;
        delete_from::<Web3Wallet>(context, transaction, user_id, id)
    })
}

/// Only the `eac_` id deletes; that of the identification is not found.
pub(super) fn delete_external_account(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        transaction.get_of::<User, ExternalAccount>(user_id, id)?;
        transaction.delete::<ExternalAccount>(id)?;
        refuse_last(transaction, user_id)?;
        Ok(Shown::deleted(context.version, "external_account", id, None))
    })
}
