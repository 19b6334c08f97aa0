//! Replacing all of a user's e-mail addresses, or phone numbers, by one.

use serde_json::value::RawValue;

use super::endpoint::Outcome;
use super::mfa::clear;
use crate::input::text::{EmailText, PhoneText};
use crate::input::{Required, Value, input, invalid};
use crate::instance::Context;
use crate::journal::What;
use crate::mfa;
use crate::problem::Problem;
use crate::resources::{EmailAddress, PhoneNumber, User};
use crate::store::{Resource, Transaction};

input! {
    pub(super) struct ReplaceEmailAddress {
        email_address: Required<EmailText>,
        identification_status: Option<Status>,
        notify_primary_email_address_changed: Option<bool>,
    }
}

input! {
    pub(super) struct ReplacePhoneNumber {
        phone_number: Required<PhoneText>,
        identification_status: Option<Status>,
    }
}

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

pub(super) fn replace_email_address(context: &Context, id: &str, input: ReplaceEmailAddress) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(id)?.clone();
        user.parts::<EmailAddress>(transaction).try_for_each(|email| refuse_linked(transaction, email))?;
        let old = user.primary_email_address(transaction).map(|email| email.email_address.clone());
        delete_all::<EmailAddress>(transaction, &user)?;
        let status = input.identification_status.unwrap_or(Status::Verified);
        let mut email = EmailAddress::new(transaction, &user.id, input.email_address.0.0, status == Status::Reserved);
        if status == Status::Unverified {
            email.verification = None;
        }
        if input.notify_primary_email_address_changed == Some(true) && old.as_ref() != Some(&email.email_address) {
            transaction.note(id, What::PrimaryEmailAddressChangeNotified);
        }
        let email = transaction.insert(email)?;
        transaction.note(id, What::IdentificationReplaced(email.to_string()));
        clear(transaction, id, |user| user.primary_email_address_id = Some(email.clone()))?;
        context.show::<EmailAddress>(transaction, &email)
    })
}

/// With a phone number that was a second factor, all second factors go.
pub(super) fn replace_phone_number(context: &Context, id: &str, input: ReplacePhoneNumber) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(id)?.clone();
        let status = input.identification_status.unwrap_or(Status::Verified);
        let was_factor = user.parts::<PhoneNumber>(transaction).any(|phone| phone.reserved_for_second_factor);
        let phone = mfa::watch(transaction, id, |transaction| {
            delete_all::<PhoneNumber>(transaction, &user)?;
            let mut phone = PhoneNumber::new(transaction, &user.id, input.phone_number.0.0, status == Status::Reserved);
            if status == Status::Unverified {
                phone.verification = None;
            }
            if was_factor {
                clear(transaction, id, |user| (user.totp, user.backup_codes) = (None, None))?;
            }
            transaction.insert(phone)
        })?;
        transaction.note(id, What::IdentificationReplaced(phone.to_string()));
        clear(transaction, id, |user| user.primary_phone_number_id = Some(phone.clone()))?;
        context.show::<PhoneNumber>(transaction, &phone)
    })
}

pub(super) fn refuse_linked(transaction: &Transaction<'_>, email: &EmailAddress) -> Result<(), Problem> {
    if email.links(transaction).next().is_none() {
        return Ok(());
    }
    let text = "The email address is linked to a connected account.";
    Err(Problem::bad_request("delete_linked_identification_disallowed", text))
}

fn delete_all<R: Resource>(transaction: &mut Transaction<'_>, user: &User) -> Result<(), Problem> {
    let ids: Vec<_> = user.parts::<R>(transaction).map(|part| part.id().clone()).collect();
    ids.iter().try_for_each(|id| transaction.delete::<R>(id))
}
