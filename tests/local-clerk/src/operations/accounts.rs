use super::identifications::{delete_from, refuse_last};
use super::prelude::*;
use crate::resources::{ExternalAccount, Passkey, User, Web3Wallet};

pub(super) fn delete_passkey(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        delete::<Passkey>(transaction, user_id, id)?;
        Ok(Shown::deleted(context.version, "passkey", id, None))
    })
}

pub(super) fn delete_web3_wallet(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        check_own::<Web3Wallet>(transaction, user_id, id)?;
        delete_from::<Web3Wallet>(context, transaction, user_id, id)
    })
}

/// Only the `eac_` id deletes; that of the identification is not found.
pub(super) fn delete_external_account(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        delete::<ExternalAccount>(transaction, user_id, id)?;
        refuse_last(transaction, user_id)?;
        Ok(Shown::deleted(context.version, "external_account", id, None))
    })
}

/// Deletes a part of a user.
fn delete<R: Resource>(transaction: &mut Transaction<'_>, user_id: &str, id: &str) -> Result<(), Problem> {
    check_own::<R>(transaction, user_id, id)?;
    transaction.delete::<R>(id)
}

/// What belongs to somebody else is not found.
fn check_own<R: Resource>(transaction: &Transaction<'_>, user_id: &str, id: &str) -> Result<(), Problem> {
    transaction.get::<User>(user_id)?;
    let is_own = transaction.get::<R>(id)?.part_of().is_some_and(|user| **user == *user_id);
    if is_own { Ok(()) } else { Err(R::not_found(id)) }
}
