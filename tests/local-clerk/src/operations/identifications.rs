//! Replacing all of a user's e-mail addresses, or phone numbers, by one.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;

use super::create::refuse_taken;
use crate::app::{Call, Ids};
use crate::body::Body;
use crate::identifiers::{email_address, phone_number};
use crate::journal::What;
use crate::mfa;
use crate::problem::Problem;
use crate::query::invalid;
use crate::reply::{EmailAddressView, PhoneNumberView, json};
use crate::state::Identifier;
use crate::state::user::{EmailAddress, PhoneNumber};
use crate::state::verification::Verification;

const NOTIFY: &str = "notify_primary_email_address_changed";

pub(super) async fn replace_email_address(
    call: Call,
    ids: Ids,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["email_address", "identification_status", NOTIFY])?;
    let id = ids.user_id();
    call.app.state.read().user(id)?;
    let email = EmailAddress {
        id: call.app.random.id("idn"),
        email_address: email_address(&body.required("email_address")?)?,
        reserved: status(&body)? == Status::Reserved,
        verification: status(&body)?.verification(),
        linked_to: Vec::new(),
        created_at: call.now,
        updated_at: call.now,
    };
    let notify = body.boolean(NOTIFY)?.set().unwrap_or(false);
    let mut state = call.app.state.write();
    refuse_taken(&state, Identifier::EmailAddress, &email.email_address, Some(id))?;
    call.change_in(&mut state, id, |user, effects| {
        if user.email_addresses.iter().any(|email| !email.linked_to.is_empty()) {
            let text = "An email address is linked to a connected account.";
            return Err(Problem::bad_request("delete_linked_identification_disallowed", text));
        }
        user.primary_email_address_id = Some(email.id.clone());
        user.email_addresses = vec![email.clone()];
        effects.push(What::IdentificationReplaced(email.id.clone()));
        if notify {
            effects.push(What::PrimaryEmailAddressChangeNotified);
        }
        Ok(())
    })?;
    json(&EmailAddressView { email: &email, newer: !call.version.has_seed_shapes() })
}

pub(super) async fn replace_phone_number(
    call: Call,
    ids: Ids,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["phone_number", "identification_status"])?;
    let id = ids.user_id();
    call.app.state.read().user(id)?;
    let phone = PhoneNumber {
        id: call.app.random.id("idn"),
        phone_number: phone_number(&body.required("phone_number")?)?,
        reserved_for_second_factor: false,
        default_second_factor: false,
        reserved: status(&body)? == Status::Reserved,
        verification: status(&body)?.verification(),
        created_at: call.now,
        updated_at: call.now,
    };
    let mut state = call.app.state.write();
    refuse_taken(&state, Identifier::PhoneNumber, &phone.phone_number, Some(id))?;
    call.change_in(&mut state, id, |user, effects| {
        let had_second_factor = user.two_factor_enabled();
        user.primary_phone_number_id = Some(phone.id.clone());
        user.phone_numbers = vec![phone.clone()];
        mfa::note_change(user, had_second_factor, call.now);
        effects.push(What::IdentificationReplaced(phone.id.clone()));
        Ok(())
    })?;
    json(&PhoneNumberView(&phone))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Verified,
    Reserved,
    Unverified,
}

impl Status {
    fn verification(self) -> Option<Verification> {
        (self == Self::Verified).then(Verification::admin)
    }
}

fn status(body: &Body) -> Result<Status, Problem> {
    match body.string("identification_status")?.set().as_deref() {
        None | Some("verified") => Ok(Status::Verified),
        Some("reserved") => Ok(Status::Reserved),
        Some("unverified") => Ok(Status::Unverified),
        Some(_) => Err(invalid("identification_status", "verified, reserved or unverified")),
    }
}
