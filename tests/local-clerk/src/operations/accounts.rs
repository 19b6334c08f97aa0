use axum::response::Response;

use crate::app::{Call, Ids};
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::{DeletedObject, json};
use crate::state::user::User;

pub(super) async fn delete_passkey(call: Call, ids: Ids) -> Result<Response, Problem> {
    let id = ids.second();
    call.change(ids.user_id(), |user, effects| {
        let missing = || Problem::missing("passkey_not_registered", "The passkey is not registered.");
        take(&mut user.passkeys, |passkey| passkey.id == id).ok_or_else(missing)?;
        effects.push(What::PasskeyDeleted(id.to_owned()));
        Ok(())
    })?;
    json(&DeletedObject::new("passkey", id))
}

pub(super) async fn delete_web3_wallet(call: Call, ids: Ids) -> Result<Response, Problem> {
    let id = ids.second();
    call.change(ids.user_id(), |user, effects| {
        let missing = || Problem::not_found(format!("No web3 wallet was found with id {id}."));
        take(&mut user.web3_wallets, |wallet| wallet.id == id).ok_or_else(missing)?;
        refuse_last(user)?;
        if user.primary_web3_wallet_id.as_deref() == Some(id) {
            user.primary_web3_wallet_id = user.web3_wallets.first().map(|wallet| wallet.id.clone());
        }
        effects.push(What::Web3WalletDeleted(id.to_owned()));
        Ok(())
    })?;
    json(&DeletedObject::new("web3_wallet", id))
}

/// Only the `eac_` id deletes; that of the identification is not found.
pub(super) async fn delete_external_account(call: Call, ids: Ids) -> Result<Response, Problem> {
    let id = ids.second();
    call.change(ids.user_id(), |user, effects| {
        let missing = || Problem::missing("external_account_not_found", "The external account was not found.");
        let account = take(&mut user.external_accounts, |account| account.id == id).ok_or_else(missing)?;
        refuse_last(user)?;
        for email in &mut user.email_addresses {
            email.linked_to.retain(|link| link.id != account.identification_id);
        }
        effects.push(What::ExternalAccountDeleted(id.to_owned()));
        Ok(())
    })?;
    json(&DeletedObject::new("external_account", id))
}

fn take<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Option<T> {
    let place = list.iter().position(is)?;
    Some(list.remove(place))
}

fn refuse_last(user: &User) -> Result<(), Problem> {
    if user.identifications() > 0 {
        return Ok(());
    }
    let text = "The last identification of a user cannot be deleted.";
    Err(Problem::bad_request("last_required_identification_deletion_failed", text))
}
