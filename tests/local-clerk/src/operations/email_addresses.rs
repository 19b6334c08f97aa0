use super::identifications;
use super::identifications::Status;
use super::prelude::*;

input! {
    struct Create {
        user_id: Required<String>,
        email_address: Required<EmailText>,
        verified: Option<bool>,
        primary: Option<bool>,
        notify_primary_email_address_changed: Option<bool>,
    }

    struct Update {
        verified: Option<bool>,
        primary: Option<bool>,
        notify_primary_email_address_changed: Option<bool>,
    }

    struct Replace {
        email_address: Required<EmailText>,
        identification_status: Option<Status>,
        notify_primary_email_address_changed: Option<bool>,
    }
}

pub(super) fn create(context: &Context, input: Create) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(&input.user_id.0)?.clone();
        let email = EmailAddress::new(transaction, &user.id, input.email_address.0.0, false);
        let (id, is_new) = identifications::add(transaction, &user, email, (input.verified, input.primary))?;
        notify(transaction, &user.id, is_new, input.notify_primary_email_address_changed);
        context.show::<EmailAddress>(transaction, &id)
    })
}

pub(super) fn update(context: &Context, id: &str, input: Update) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<EmailAddress>(id)?.user.clone();
        let is_new = identifications::change::<EmailAddress>(transaction, id, (input.verified, input.primary))?;
        notify(transaction, &user, is_new, input.notify_primary_email_address_changed);
        context.show::<EmailAddress>(transaction, id)
    })
}

pub(super) fn replace(context: &Context, id: &str, input: Replace) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(id)?.clone();
        let old = user.primary_email_address(transaction).map(|email| email.email_address.clone());
        let is_reserved = input.identification_status == Some(Status::Reserved);
        let email = EmailAddress::new(transaction, &user.id, input.email_address.0.0, is_reserved);
        let is_new = old.as_ref() != Some(&email.email_address);
        notify(transaction, id, is_new, input.notify_primary_email_address_changed);
        let email = identifications::replace(transaction, &user, email, input.identification_status)?;
        context.show::<EmailAddress>(transaction, &email)
    })
}

fn notify(transaction: &mut Transaction<'_>, user: &str, is_new: bool, wanted: Option<bool>) {
    if is_new && wanted == Some(true) {
        transaction.note(user, What::PrimaryEmailAddressChangeNotified);
    }
}
