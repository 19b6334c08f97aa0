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

pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let user = call.get::<User>(&input.user_id.0)?.clone();
    let email = EmailAddress::new(call, &user.id, input.email_address.0.0, false);
    let (id, is_new) = identifications::add(call, &user, email, (input.verified, input.primary))?;
    notify(call, &user.id, is_new, input.notify_primary_email_address_changed);
    call.show::<EmailAddress>(&id)
}

pub(super) fn update(call: &mut Call<'_>, id: &str, input: Update) -> Outcome {
    let user = call.get::<EmailAddress>(id)?.user.clone();
    let is_new = identifications::change::<EmailAddress>(call, id, (input.verified, input.primary))?;
    notify(call, &user, is_new, input.notify_primary_email_address_changed);
    call.show::<EmailAddress>(id)
}

pub(super) fn replace(call: &mut Call<'_>, id: &str, input: Replace) -> Outcome {
    let user = call.get::<User>(id)?.clone();
    let old = user.primary_email_address(call).map(|email| email.email_address.clone());
    let is_reserved = input.identification_status == Some(Status::Reserved);
    let email = EmailAddress::new(call, &user.id, input.email_address.0.0, is_reserved);
    let is_new = old.as_ref() != Some(&email.email_address);
    notify(call, id, is_new, input.notify_primary_email_address_changed);
    let email = identifications::replace(call, &user, email, input.identification_status)?;
    call.show::<EmailAddress>(&email)
}

fn notify(transaction: &mut Transaction<'_>, user: &str, is_new: bool, wanted: Option<bool>) {
    if is_new && wanted == Some(true) {
        transaction.note(user, What::PrimaryEmailAddressChangeNotified);
    }
}
