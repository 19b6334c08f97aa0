//! The e-mail addresses of users, one by one.

use super::accounts::refuse_last;
use super::endpoint::Outcome;
use super::identifications::refuse_linked;
use super::mfa::clear;
use crate::input::text::EmailText;
use crate::input::{Required, input};
use crate::instance::Context;
use crate::journal::What;
use crate::problem::Problem;
use crate::resources::{EmailAddress, User, Verification};
use crate::show::Shown;
use crate::store::{Id, Transaction};

input! {
    pub(super) struct CreateEmailAddress {
        user_id: Required<String>,
        email_address: Required<EmailText>,
        verified: Option<bool>,
        primary: Option<bool>,
        notify_primary_email_address_changed: Option<bool>,
    }
}

input! {
    pub(super) struct UpdateEmailAddress {
        verified: Option<bool>,
        primary: Option<bool>,
        notify_primary_email_address_changed: Option<bool>,
    }
}

pub(super) fn get(context: &Context, id: &str) -> Outcome {
    context.read(|view| context.show::<EmailAddress>(view.store, id))
}

/// The first e-mail address of a user is the primary one, whatever it is.
pub(super) fn create(context: &Context, input: CreateEmailAddress) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(&input.user_id.0)?.clone();
        let mut email = EmailAddress::new(transaction, &user.id, input.email_address.0.0, false);
        email.verification = email.verification.filter(|_| input.verified == Some(true));
        let id = transaction.insert(email)?;
        if user.primary_email_address_id.is_none() {
            clear(transaction, &user.id, |user| user.primary_email_address_id = Some(id.clone()))?;
        } else if input.primary == Some(true) {
            make_primary(transaction, &id, input.notify_primary_email_address_changed == Some(true))?;
        }
        context.show::<EmailAddress>(transaction, &id)
    })
}

pub(super) fn update(context: &Context, id: &str, input: UpdateEmailAddress) -> Outcome {
    context.write(|transaction| {
        transaction.update::<EmailAddress, ()>(id, |email| {
            if input.verified == Some(true) && !email.is_verified() {
                (email.verification, email.reserved) = (Some(Verification::admin()), false);
            }
            Ok(())
        })?;
        if input.primary == Some(true) {
            make_primary(transaction, id, input.notify_primary_email_address_changed == Some(true))?;
        }
        context.show::<EmailAddress>(transaction, id)
    })
}

/// When it was the primary one, the oldest of those that are left follows.
pub(super) fn delete(context: &Context, id: &str) -> Outcome {
    context.write(|transaction| {
        let email = transaction.get::<EmailAddress>(id)?.clone();
        refuse_linked(transaction, &email)?;
        transaction.delete::<EmailAddress>(id)?;
        refuse_last(transaction, &email.user)?;
        let next = transaction.get::<User>(&email.user)?.parts::<EmailAddress>(transaction).next();
        let next = next.map(|email| email.id.clone());
        clear(transaction, &email.user, |user| {
            if user.primary_email_address_id.as_deref() == Some(id) {
                user.primary_email_address_id = next;
            }
        })?;
        Ok(Shown::deleted(context.version, "email_address", id, None))
    })
}

fn make_primary(transaction: &mut Transaction<'_>, id: &str, notify: bool) -> Result<(), Problem> {
    let email = transaction.get::<EmailAddress>(id)?.clone();
    if !email.is_verified() {
        let text = "A primary email address must be verified.";
        return Err(Problem::param("form_verification_needed", "primary", text));
    }
    let id: &Id = &email.id;
    let is_new = transaction.get::<User>(&email.user)?.primary_email_address_id.as_ref() != Some(id);
    if is_new && notify {
        transaction.note(&email.user, What::PrimaryEmailAddressChangeNotified);
    }
    clear(transaction, &email.user, |user| user.primary_email_address_id = Some(id.clone()))
}
