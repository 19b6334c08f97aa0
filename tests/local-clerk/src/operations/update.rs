use super::attributes::Attributes;
use super::prelude::*;
use super::sessions::revoke_all;
use crate::mfa;

input! {
    struct UpdateUser {
        ..attributes: Attributes,
        primary_email_address_id: Option<String>,
        notify_primary_email_address_changed: Option<bool>,
        primary_phone_number_id: Option<String>,
        primary_web3_wallet_id: Option<String>,
        profile_image_id: Field<Blankable>,
        sign_out_of_other_sessions: Option<bool>,
        public_metadata: Option<Metadata> = until V2026_05_12,
        private_metadata: Option<Metadata> = until V2026_05_12,
        unsafe_metadata: Option<Metadata> = until V2026_05_12,
    }
}

pub(super) fn update(context: &Context, id: &str, input: UpdateUser) -> Outcome {
    refuse_options_without_password(&input)?;
    let metadata = [input.public_metadata, input.private_metadata, input.unsafe_metadata];
    let changes = input.attributes.prepare(context, metadata)?;
    let notify = input.notify_primary_email_address_changed == Some(true);
    context.write(|call| {
        refuse_scim(call, id)?;
        let old = call.get::<User>(id)?.clone();
        let mut user = User::clone(&old);
        changes.write(call, &mut user);
        let (emails, phones) = (input.primary_email_address_id, input.primary_phone_number_id);
        choose::<EmailAddress>(call, &mut user, "primary_email_address_id", emails)?;
        choose::<PhoneNumber>(call, &mut user, "primary_phone_number_id", phones)?;
        choose::<Web3Wallet>(call, &mut user, "primary_web3_wallet_id", input.primary_web3_wallet_id)?;
        set_image(call, &mut user, input.profile_image_id.set_or_null())?;
        if notify && old.primary_email_address_id != user.primary_email_address_id {
            call.note(id, What::PrimaryEmailAddressChangeNotified);
        }
        mfa::watch(call, id, |call| call.set::<User>(id, |row| *row = user))?;
        if input.sign_out_of_other_sessions == Some(true) {
            revoke_all(call, id)?;
        }
        call.show::<User>(id)
    })
}

/// Some options say how a password is set, and mean nothing without one.
fn refuse_options_without_password(input: &UpdateUser) -> Result<(), Problem> {
    let options = [
        ("skip_password_checks", input.attributes.skip_password_checks),
        ("sign_out_of_other_sessions", input.sign_out_of_other_sessions),
    ];
    match options.into_iter().find(|(_, asked)| *asked == Some(true)) {
        Some((name, _)) if !input.attributes.has_password() => {
            let text = format!("{name} can only be used together with password.");
            Err(Problem::param("form_conditional_param_disallowed", name, text))
        }
        _ => Ok(()),
    }
}

/// A user that a directory manages is changed there only.
fn refuse_scim(transaction: &Transaction<'_>, id: &str) -> Result<(), Problem> {
    if transaction.get::<User>(id)?.scim.is_none() {
        return Ok(());
    }
    let long = "The user is managed by a SCIM directory and cannot be changed here.";
    Err(Problem::new(http::StatusCode::CONFLICT, "user_managed_by_scim", "User is managed by SCIM", long))
}

/// A primary identification must be the user's own, and verified.
fn choose<R: Identification>(
    transaction: &Transaction<'_>,
    user: &mut User,
    name: &str,
    chosen: Option<String>,
) -> Result<(), Problem> {
    let Some(id) = chosen else { return Ok(()) };
    match transaction.find::<R>(&id).filter(|found| found.part_of() == Some(&user.id)) {
        Some(found) if found.is_verified() => {
            *R::primary_mut(user) = Some(found.id().clone());
            Ok(())
        }
        Some(_) => {
            let text = format!("{name} must belong to a verified identification.");
            Err(Problem::param("form_verification_needed", name, text))
        }
        None => {
            let text = format!("{name} must belong to an identification of the user.");
            Err(Problem::param("form_resource_not_found", name, text))
        }
    }
}

/// A profile image must be the user's own. The one it replaces is gone.
fn set_image(
    transaction: &mut Transaction<'_>,
    user: &mut User,
    chosen: Option<Option<Box<str>>>,
) -> Result<(), Problem> {
    let Some(chosen) = chosen else { return Ok(()) };
    let image = chosen.map(|id| {
        let image = transaction.find::<Image>(&id).filter(|image| image.user == user.id);
        let unknown = || Problem::param("form_resource_not_found", "profile_image_id", "The image was not found.");
        image.map(|image| image.id.clone()).ok_or_else(unknown)
    });
    let image = image.transpose()?;
    if let Some(old) = std::mem::replace(&mut user.image_id, image).filter(|old| Some(old) != user.image_id.as_ref()) {
        transaction.delete::<Image>(&old)?;
    }
    Ok(())
}

impl Field<Blankable> {
    fn set_or_null(self) -> Option<Option<Box<str>>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Set(text) => Some(Some(text.0)),
        }
    }
}

pub(super) fn delete(call: &mut Call<'_>, id: &str) -> Outcome {
    let external_id = call.get::<User>(id)?.external_id.clone();
    call.delete::<User>(id)?;
    Ok(Shown::deleted(call.context.version, "user", id, external_id.as_deref()))
}
