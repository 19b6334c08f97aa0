use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;

use super::attributes::{Attributes, COMMON, METADATA};
use crate::app::Call;
use crate::body::Body;
use crate::identifiers::{email_address, phone_number, web3_wallet};
use crate::journal::What;
use crate::problem::Problem;
use crate::query::invalid;
use crate::state::user::{EmailAddress, PhoneNumber, User, Web3Wallet};
use crate::state::verification::Verification;
use crate::state::{Identifier, State};

const OWN: [&str; 9] = [
    "email_address",
    "phone_number",
    "web3_wallet",
    "skip_password_requirement",
    "email_address_identification_status",
    "phone_number_identification_status",
    "skip_user_requirement",
    "banned",
    "locked",
];

pub(super) async fn create(call: Call, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    let (id, effects) = create_user(&call, &body)?;
    for what in effects {
        call.app.journal.effect(&id, what);
    }
    let state = call.app.state.read();
    call.show(&state, state.user(&id)?)
}

/// Creates a user from a request body; gives its id and what happened.
pub(crate) fn create_user(call: &Call, body: &Body) -> Result<(String, Vec<What>), Problem> {
    body.only(&[&COMMON[..], &METADATA, &OWN].concat())?;
    let identifications = Identifications::read(body)?;
    let attributes = Attributes::read(call, body)?;
    require(call, body, &identifications, &attributes)?;
    let (banned, locked) = (body.boolean("banned")?.set(), body.boolean("locked")?.set());
    if banned == Some(true) && !call.app.settings.can_ban {
        return Err(Problem::no_such_plan());
    }
    let mut state = call.app.state.write();
    identifications.refuse_taken(&state, &attributes)?;
    let mut effects = vec![What::Created];
    let mut user = blank(call);
    identifications.write(call, &mut user);
    attributes.write(&mut user, &mut effects, call.now);
    user.banned = banned.unwrap_or(false);
    user.lock_expires_at = locked.unwrap_or(false).then(|| super::moderation::lock_end(call));
    Ok((state.insert(user).id.clone(), effects))
}

fn blank(call: &Call) -> User {
    User {
        id: call.app.random.id("user"),
        delete_self_enabled: true,
        create_organization_enabled: true,
        created_at: call.now,
        updated_at: call.now,
        ..User::default()
    }
}

/// The identifications of a body, in the form they are kept in. The flags tell which are reserved only.
struct Identifications {
    emails: Vec<(String, bool)>,
    phones: Vec<(String, bool)>,
    wallets: Vec<String>,
}

impl Identifications {
    fn read(body: &Body) -> Result<Self, Problem> {
        let wallets = list(body, "web3_wallet", web3_wallet)?;
        Ok(Self {
            emails: with_status(body, "email_address", list(body, "email_address", email_address)?)?,
            phones: with_status(body, "phone_number", list(body, "phone_number", phone_number)?)?,
            wallets,
        })
    }

    fn refuse_taken(&self, state: &State, attributes: &Attributes) -> Result<(), Problem> {
        let emails = self.emails.iter().map(|(email, _)| (Identifier::EmailAddress, email));
        let phones = self.phones.iter().map(|(phone, _)| (Identifier::PhoneNumber, phone));
        let wallets = self.wallets.iter().map(|wallet| (Identifier::Web3Wallet, wallet));
        emails.chain(phones).chain(wallets).try_for_each(|(kind, value)| refuse_taken(state, kind, value, None))?;
        attributes.refuse_taken(state, None)
    }

    fn write(self, call: &Call, user: &mut User) {
        let id = || call.app.random.id("idn");
        let at = call.now;
        for (email_address, reserved) in self.emails {
            let verification = (!reserved).then(Verification::admin);
            let (linked_to, id) = (Vec::new(), id());
            let (created_at, updated_at) = (at, at);
            let email = EmailAddress { id, email_address, reserved, verification, linked_to, created_at, updated_at };
            user.email_addresses.push(email);
        }
        for (phone_number, reserved) in self.phones {
            user.phone_numbers.push(PhoneNumber {
                id: id(),
                phone_number,
                reserved_for_second_factor: false,
                default_second_factor: false,
                reserved,
                verification: (!reserved).then(Verification::admin),
                created_at: at,
                updated_at: at,
            });
        }
        for web3_wallet in self.wallets {
            let verification = Some(Verification::admin());
            let wallet = Web3Wallet { id: id(), web3_wallet, verification, created_at: at, updated_at: at };
            user.web3_wallets.push(wallet);
        }
        user.primary_email_address_id = user.email_addresses.first().map(|email| email.id.clone());
        user.primary_phone_number_id = user.phone_numbers.first().map(|phone| phone.id.clone());
        user.primary_web3_wallet_id = user.web3_wallets.first().map(|wallet| wallet.id.clone());
    }
}

fn list(body: &Body, name: &str, keep: fn(&str) -> Result<String, Problem>) -> Result<Vec<String>, Problem> {
    let mut values: Vec<String> = Vec::new();
    for text in body.strings(name)?.set().unwrap_or_default() {
        let value = keep(&text)?;
        if values.contains(&value) {
            let text = format!("{name} must not contain a value twice.");
            return Err(Problem::param("form_param_duplicate", name, text));
        }
        values.push(value);
    }
    Ok(values)
}

/// Pairs each value with whether it is reserved, as the parallel array says.
fn with_status(body: &Body, name: &str, values: Vec<String>) -> Result<Vec<(String, bool)>, Problem> {
    let status_name = format!("{name}_identification_status");
    let statuses = body.strings(&status_name)?.set().unwrap_or_default();
    if statuses.is_empty() {
        return Ok(values.into_iter().map(|value| (value, false)).collect());
    }
    if statuses.len() != values.len() {
        let text = format!("{status_name} must have one item for each {name}.");
        return Err(Problem::param("form_param_array_length_mismatch", &status_name, text));
    }
    let reserved = statuses.iter().map(|status| match status.as_str() {
        "verified" => Ok(false),
        "reserved" => Ok(true),
        _ => Err(invalid(&status_name, "verified or reserved")),
    });
    let reserved = reserved.collect::<Result<Vec<_>, _>>()?;
    Ok(values.into_iter().zip(reserved).collect())
}

/// What the instance demands of every user.
fn require(call: &Call, body: &Body, ids: &Identifications, attributes: &Attributes) -> Result<(), Problem> {
    let skips_identifiers = body.boolean("skip_user_requirement")?.set().unwrap_or(false);
    let skips_password = body.boolean("skip_password_requirement")?.set().unwrap_or(false);
    let has = |name: &str| match name {
        "email_address" => !ids.emails.is_empty(),
        "phone_number" => !ids.phones.is_empty(),
        "web3_wallet" => !ids.wallets.is_empty(),
        "username" => matches!(attributes.username, crate::body::Field::Set(_)),
        _ => attributes.password.is_some(),
    };
    let excused = |name: &str| if name == "password" { skips_password } else { skips_identifiers };
    let demanded = call.app.settings.requires.iter().copied();
    let mut missing: Vec<_> = demanded.filter(|name| !has(name) && !excused(name)).collect();
    let identifiers = ["email_address", "phone_number", "web3_wallet", "username"];
    if missing.is_empty() && !skips_identifiers && !identifiers.iter().any(|name| has(name)) {
        missing.extend(identifiers);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let text = "Missing data to create the user: the instance's settings demand more.";
    Err(Problem::unprocessable("form_data_missing", text).about_all(&missing))
}

impl Attributes {
    /// Refuses a username or external id that another user has.
    pub(super) fn refuse_taken(&self, state: &State, own: Option<&str>) -> Result<(), Problem> {
        if let crate::body::Field::Set(username) = &self.username {
            refuse_taken(state, Identifier::Username, username, own)?;
        }
        if let crate::body::Field::Set(id) = &self.external_id {
            refuse_taken(state, Identifier::ExternalId, id, own)?;
        }
        Ok(())
    }
}

pub(super) fn refuse_taken(state: &State, kind: Identifier, value: &str, own: Option<&str>) -> Result<(), Problem> {
    let holder = state.index.slot_of(kind, value);
    if holder.is_none() || holder == own.and_then(|id| state.slot(id)) {
        return Ok(());
    }
    let (name, text) = match kind {
        Identifier::EmailAddress => ("email_address", "That email address is taken. Please try another."),
        Identifier::PhoneNumber => ("phone_number", "That phone number is taken. Please try another."),
        Identifier::Username => ("username", "That username is taken. Please try another."),
        Identifier::Web3Wallet => ("web3_wallet", "That web3 wallet is taken. Please try another."),
        Identifier::Id | Identifier::ExternalId => ("external_id", "That external ID is taken. Please try another."),
    };
    Err(Problem::param("form_identifier_exists", name, text))
}
