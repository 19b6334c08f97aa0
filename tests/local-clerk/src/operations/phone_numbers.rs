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

pub(super) fn create(call: &mut Call<'_>, input: Create) -> Outcome {
    let user = call.get::<User>(&input.user_id.0)?.clone();
    let phone = PhoneNumber::new(call, &user.id, input.phone_number.0.0, false);
    let (id, _) = identifications::add(call, &user, phone, (input.verified, input.primary))?;
    reserve(call, &id, input.reserved_for_second_factor)?;
    call.show::<PhoneNumber>(&id)
}

pub(super) fn update(call: &mut Call<'_>, id: &str, input: Update) -> Outcome {
    identifications::change::<PhoneNumber>(call, id, (input.verified, input.primary))?;
    reserve(call, id, input.reserved_for_second_factor)?;
    call.show::<PhoneNumber>(id)
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
pub(super) fn replace(call: &mut Call<'_>, id: &str, input: Replace) -> Outcome {
    let user = call.get::<User>(id)?.clone();
    let was_factor = user.parts::<PhoneNumber>(call).any(|phone| phone.reserved_for_second_factor);
    let is_reserved = input.identification_status == Some(Status::Reserved);
    let phone = PhoneNumber::new(call, &user.id, input.phone_number.0.0, is_reserved);
    let phone = mfa::watch(call, id, |call| {
        if was_factor {
            call.set::<User>(id, |user| (user.totp, user.backup_codes) = (None, None))?;
        }
        identifications::replace(call, &user, phone, input.identification_status)
    })?;
    call.show::<PhoneNumber>(&phone)
}
