use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::attributes::{Attributes, COMMON, METADATA};
use crate::app::{Call, Ids};
use crate::body::{Body, Field};
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::{DeletedObject, json};
use crate::state::user::User;
use crate::state::verification::Verification;

const OWN: [&str; 6] = [
    "primary_email_address_id",
    "notify_primary_email_address_changed",
    "primary_phone_number_id",
    "primary_web3_wallet_id",
    "profile_image_id",
    "sign_out_of_other_sessions",
];

pub(super) async fn update(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let id = ids.user_id();
    refuse_scim(&call, id)?;
    let body = Body::read(&headers, &bytes)?;
    let metadata = if call.version.update_takes_metadata() { &METADATA[..] } else { &[] };
    body.only(&[&COMMON[..], &OWN, metadata].concat())?;
    let attributes = Attributes::read(&call, &body)?;
    let own = Own::read(&body, &attributes)?;
    let mut state = call.app.state.write();
    attributes.refuse_taken(&state, Some(id))?;
    own.refuse_unknown_image(&state)?;
    let old_image = state.user(id)?.image_id.clone();
    call.change_in(&mut state, id, |user, effects| {
        effects.push(What::Updated);
        attributes.write(user, effects, call.now);
        own.write(user, effects)
    })?;
    let user = state.user(id)?;
    let forgotten = old_image.filter(|old| user.image_id.as_ref() != Some(old));
    forgotten.and_then(|image| state.images.remove(&image));
    call.show(&state, state.user(id)?)
}

/// A user that a directory manages is changed there only.
fn refuse_scim(call: &Call, id: &str) -> Result<(), Problem> {
    if call.app.state.read().user(id)?.scim.is_none() {
        return Ok(());
    }
    let long = "The user is managed by a SCIM directory and cannot be changed here.";
    Err(Problem::new(StatusCode::CONFLICT, "user_managed_by_scim", "User is managed by SCIM", long))
}

/// The members that only updating has.
struct Own {
    primary_email_address_id: Option<String>,
    primary_phone_number_id: Option<String>,
    primary_web3_wallet_id: Option<String>,
    notify: bool,
    profile_image_id: Field<String>,
    sign_out: bool,
}

impl Own {
    fn read(body: &Body, attributes: &Attributes) -> Result<Self, Problem> {
        for name in ["skip_password_checks", "sign_out_of_other_sessions"] {
            let asked = body.boolean(name)?.set().unwrap_or(false);
            if asked && attributes.password.is_none() {
                let text = format!("{name} can only be used together with password.");
                return Err(Problem::param("form_conditional_param_disallowed", name, text));
            }
        }
        Ok(Self {
            primary_email_address_id: body.string("primary_email_address_id")?.set(),
            primary_phone_number_id: body.string("primary_phone_number_id")?.set(),
            primary_web3_wallet_id: body.string("primary_web3_wallet_id")?.set(),
            notify: body.boolean("notify_primary_email_address_changed")?.set().unwrap_or(false),
            profile_image_id: body.string("profile_image_id")?.blank_is_null(),
            sign_out: body.boolean("sign_out_of_other_sessions")?.set().unwrap_or(false),
        })
    }

    fn refuse_unknown_image(&self, state: &crate::state::State) -> Result<(), Problem> {
        match &self.profile_image_id {
            Field::Set(id) if !state.images.contains_key(id) => {
                Err(Problem::param("form_resource_not_found", "profile_image_id", "The image was not found."))
            }
            _ => Ok(()),
        }
    }

    fn write(self, user: &mut User, effects: &mut Vec<What>) -> Result<(), Problem> {
        let old = user.primary_email_address_id.clone();
        if let Some(id) = self.primary_email_address_id {
            let found = user.email_addresses.iter().find(|email| email.id == id);
            check_primary("primary_email_address_id", found.map(|email| email.verification.as_ref()))?;
            user.primary_email_address_id = Some(id);
        }
        if let Some(id) = self.primary_phone_number_id {
            let found = user.phone_numbers.iter().find(|phone| phone.id == id);
            check_primary("primary_phone_number_id", found.map(|phone| phone.verification.as_ref()))?;
            user.primary_phone_number_id = Some(id);
        }
        if let Some(id) = self.primary_web3_wallet_id {
            let found = user.web3_wallets.iter().find(|wallet| wallet.id == id);
            check_primary("primary_web3_wallet_id", found.map(|wallet| wallet.verification.as_ref()))?;
            user.primary_web3_wallet_id = Some(id);
        }
        if self.notify && old != user.primary_email_address_id {
            effects.push(What::PrimaryEmailAddressChangeNotified);
        }
        self.profile_image_id.write(&mut user.image_id);
        if self.sign_out {
            revoke_sessions(user, effects);
        }
        Ok(())
    }
}

/// A primary identification must be the user's own, and verified.
fn check_primary(name: &str, found: Option<Option<&Verification>>) -> Result<(), Problem> {
    match found {
        Some(Some(verification)) if verification.is_verified() => Ok(()),
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

pub(super) fn revoke_sessions(user: &mut User, effects: &mut Vec<What>) {
    if !user.sessions.is_empty() {
        effects.push(What::SessionsRevoked(std::mem::take(&mut user.sessions)));
    }
}

pub(super) async fn delete(call: Call, ids: Ids) -> Result<Response, Problem> {
    let mut state = call.app.state.write();
    let mut user = state.remove(ids.user_id())?;
    let mut effects = Vec::new();
    revoke_sessions(&mut user, &mut effects);
    effects.push(What::Deleted);
    for what in effects {
        call.app.journal.effect(&user.id, what);
    }
    let external_id = user.external_id.as_deref().filter(|_| !call.version.has_seed_shapes());
    json(&DeletedObject { external_id, ..DeletedObject::new("user", &user.id) })
}
