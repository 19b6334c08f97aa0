//! What can be done with e-mail addresses, phone numbers and wallets alike.

use serde_json::value::RawValue;

use super::prelude::*;
use crate::mfa;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Verified,
    Reserved,
    Unverified,
}

impl Value for Status {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        match String::read(name, raw)?.as_str() {
            "verified" => Ok(Self::Verified),
            "reserved" => Ok(Self::Reserved),
            "unverified" => Ok(Self::Unverified),
            _ => Err(invalid(name, "verified, reserved or unverified")),
        }
    }
}

/// Adds one to its user. The first of its kind is the primary one, verified or not. Returns its id, and whether it took the place of
/// another primary one.
pub(super) fn add<R: Identification>(
    transaction: &mut Transaction<'_>,
    user: &User,
    mut row: R,
    (verified, primary): (Option<bool>, Option<bool>),
) -> Result<(Id, bool), Problem> {
    if verified != Some(true) {
        *row.verification_mut() = None;
    }
    let id = transaction.insert(row)?;
    if R::primary(user).is_none() {
        transaction.set::<User>(&user.id, |user| *R::primary_mut(user) = Some(id.clone()))?;
        return Ok((id, false));
    }
    let is_new = primary == Some(true) && make_primary::<R>(transaction, &id)?;
    Ok((id, is_new))
}

/// Verifies one, and makes it the primary one; returns whether it was not so before.
pub(super) fn change<R: Identification>(
    transaction: &mut Transaction<'_>,
    id: &str,
    (verified, primary): (Option<bool>, Option<bool>),
) -> Result<bool, Problem> {
    transaction.set::<R>(id, |row| {
        if verified == Some(true) && !row.is_verified() {
            row.verify();
        }
    })?;
    Ok(primary == Some(true) && make_primary::<R>(transaction, id)?)
}

fn make_primary<R: Identification>(transaction: &mut Transaction<'_>, id: &str) -> Result<bool, Problem> {
    let row = transaction.get::<R>(id)?.clone();
    let user = transaction.get::<User>(row.part_of().ok_or_else(|| R::not_found(id))?)?.clone();
    if !row.is_verified() {
        let text = format!("A primary {} must be verified.", R::LABEL);
        return Err(Problem::param("form_verification_needed", "primary", text));
    }
    let is_new = R::primary(&user).as_ref() != Some(row.id());
    transaction.set::<User>(&user.id, |user| *R::primary_mut(user) = Some(row.id().clone()))?;
    Ok(is_new)
}

/// Puts one in place of all of a user's.
pub(super) fn replace<R: Identification>(
    transaction: &mut Transaction<'_>,
    user: &User,
    mut row: R,
    status: Option<Status>,
) -> Result<Id, Problem> {
    user.parts::<R>(transaction).try_for_each(|part| part.check_deletion(transaction))?;
    let ids: Vec<_> = user.parts::<R>(transaction).map(|part| part.id().clone()).collect();
    ids.iter().try_for_each(|id| transaction.delete::<R>(id))?;
    if status.is_some_and(|status| status != Status::Verified) {
        *row.verification_mut() = None;
    }
    let id = transaction.insert(row)?;
    transaction.note(&user.id, What::IdentificationReplaced(id.to_string()));
    transaction.set::<User>(&user.id, |user| *R::primary_mut(user) = Some(id.clone()))?;
    Ok(id)
}

/// Deletes one by its id alone.
pub(super) fn delete<R: Identification>(call: &mut Call<'_>, id: &str) -> Outcome {
    let user = call.get::<R>(id)?.part_of().cloned().ok_or_else(|| R::not_found(id))?;
    delete_from::<R>(call.context, call, &user, id)
}

/// Deletes one of a user. When it was the primary one, the oldest of those that are left follows.
pub(super) fn delete_from<R: Identification>(
    context: &Context,
    transaction: &mut Transaction<'_>,
    user: &str,
    id: &str,
) -> Outcome {
    transaction.get::<R>(id)?.check_deletion(transaction)?;
    mfa::watch(transaction, user, |transaction| transaction.delete::<R>(id))?;
    refuse_last(transaction, user)?;
    let next = transaction.get::<User>(user)?.parts::<R>(transaction).next().map(|part| part.id().clone());
    transaction.set::<User>(user, |user| {
        if R::primary(user).as_deref() == Some(id) {
            *R::primary_mut(user) = next;
        }
    })?;
    Ok(Shown::deleted(context.version, R::KIND.name(), id, None))
}

pub(super) fn refuse_last(transaction: &Transaction<'_>, user_id: &str) -> Result<(), Problem> {
    if transaction.get::<User>(user_id)?.identifications(transaction) > 0 {
        return Ok(());
    }
    let text = "The last identification of a user cannot be deleted.";
    Err(Problem::bad_request("last_required_identification_deletion_failed", text))
}
