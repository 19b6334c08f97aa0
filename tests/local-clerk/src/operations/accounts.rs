use super::endpoint::Outcome;
use crate::instance::Context;
use crate::problem::Problem;
use crate::resources::{ExternalAccount, Passkey, User, Web3Wallet};
use crate::show::Shown;
use crate::store::{Resource, Transaction};

pub(super) fn delete_passkey(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        delete::<Passkey>(transaction, user_id, id)?;
        Ok(Shown::deleted(context.version, "passkey", id, None))
    })
}

pub(super) fn delete_web3_wallet(context: &Context, user_id: &str, id: &str) -> Outcome {
    context.write(|transaction| {
        delete::<Web3Wallet>(transaction, user_id, id)?;
        refuse_last(transaction, user_id)?;
        let first =
            transaction.get::<User>(user_id)?.parts::<Web3Wallet>(transaction).next().map(|wallet| wallet.id.clone());
        transaction.update::<User, ()>(user_id, |user| {
            if user.primary_web3_wallet_id.as_deref() == Some(id) {
                user.primary_web3_wallet_id = first;
            }
            Ok(())
        })?;
        Ok(Shown::deleted(context.version, "web3_wallet", id, None))
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

/// Deletes a part of a user; what belongs to somebody else is not found.
fn delete<R: Resource>(transaction: &mut Transaction<'_>, user_id: &str, id: &str) -> Result<(), Problem> {
    transaction.get::<User>(user_id)?;
    if transaction.get::<R>(id)?.part_of().is_none_or(|user| **user != *user_id) {
        return Err(R::not_found(id));
    }
    transaction.delete::<R>(id)
}

pub(super) fn refuse_last(transaction: &Transaction<'_>, user_id: &str) -> Result<(), Problem> {
    if transaction.get::<User>(user_id)?.identifications(transaction) > 0 {
        return Ok(());
    }
    let text = "The last identification of a user cannot be deleted.";
    Err(Problem::bad_request("last_required_identification_deletion_failed", text))
}
