use super::identifications::{delete_from, refuse_last};
use super::prelude::*;

pub(super) fn delete_web3_wallet(call: &mut Call<'_>, user_id: &str, id: &str) -> Outcome {
    call.get_of::<User, Web3Wallet>(user_id, id)?;
    delete_from::<Web3Wallet>(call.context, call, user_id, id)
}

/// Only the `eac_` id deletes; that of the identification is not found.
pub(super) fn delete_external_account(call: &mut Call<'_>, user_id: &str, id: &str) -> Outcome {
    call.get_of::<User, ExternalAccount>(user_id, id)?;
    call.delete::<ExternalAccount>(id)?;
    refuse_last(call, user_id)?;
    Ok(Shown::deleted(call.context.version, "external_account", id, None))
}
