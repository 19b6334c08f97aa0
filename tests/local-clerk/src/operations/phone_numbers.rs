use super::identifications;
use super::identifications::Status;
use super::prelude::*;
use crate::mfa;

input! {
    struct Create {
        user_id: Required<String>,
        phone_number: Required<PhoneText>,
        verified: Option<bool>,
        primary: Option<bool>,
        reserved_for_second_factor: Option<bool>,
    }

    struct Update {
        verified: Option<bool>,
        primary: Option<bool>,
        reserved_for_second_factor: Option<bool>,
    }

    struct Replace {
        phone_number: Required<PhoneText>,
        identification_status: Option<Status>,
    }
}

pub(super) fn create(context: &Context, input: Create) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(&input.user_id.0)?.clone();
        let phone = PhoneNumber::new(transaction, &user.id, input.phone_number.0.0, false);
        let (id, _) = identifications::add(transaction, &user, phone, (input.verified, input.primary))?;
        reserve(transaction, &id, input.reserved_for_second_factor)?;
        context.show::<PhoneNumber>(transaction, &id)
    })
}

pub(super) fn update(context: &Context, id: &str, input: Update) -> Outcome {
    context.write(|transaction| {
        identifications::change::<PhoneNumber>(transaction, id, (input.verified, input.primary))?;
        reserve(transaction, id, input.reserved_for_second_factor)?;
        context.show::<PhoneNumber>(transaction, id)
    })
}

/// Makes a phone number a second factor, the default one if it is the first; or none any more.
fn reserve(transaction: &mut Transaction<'_>, id: &str, wanted: Option<bool>) -> Result<(), Problem> {
    let Some(wanted) = wanted else { return Ok(()) };
    let phone = transaction.get::<PhoneNumber>(id)?.clone();
    if wanted && !phone.is_verified() {
        let text = "A phone number that is a second factor must be verified.";
        return Err(Problem::param("form_verification_needed", "reserved_for_second_factor", text));
    }
    let others = transaction.get::<User>(&phone.user)?.parts::<PhoneNumber>(transaction);
    let is_first = !others.filter(|other| other.id != phone.id).any(|other| other.reserved_for_second_factor);
    mfa::watch(transaction, &phone.user, |transaction| {
        transaction.set::<PhoneNumber>(id, |phone| {
            phone.reserved_for_second_factor = wanted;
            phone.default_second_factor = wanted && (is_first || phone.default_second_factor);
        })
    })
}

/// With a phone number that was a second factor, all second factors go.
pub(super) fn replace(context: &Context, id: &str, input: Replace) -> Outcome {
    context.write(|transaction| {
        let user = transaction.get::<User>(id)?.clone();
        let was_factor = user.parts::<PhoneNumber>(transaction).any(|phone| phone.reserved_for_second_factor);
        let is_reserved = input.identification_status == Some(Status::Reserved);
        let phone = PhoneNumber::new(transaction, &user.id, input.phone_number.0.0, is_reserved);
        let phone = mfa::watch(transaction, id, |transaction| {
            if was_factor {
                transaction.set::<User>(id, |user| (user.totp, user.backup_codes) = (None, None))?;
            }
            identifications::replace(transaction, &user, phone, input.identification_status)
        })?;
        context.show::<PhoneNumber>(transaction, &phone)
    })
}
