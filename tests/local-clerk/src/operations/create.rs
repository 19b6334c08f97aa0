use serde_json::value::RawValue;

use super::attributes::{Attributes, Changes};
use super::moderation::lock_end;
use super::prelude::*;
use crate::input::text::List;
use crate::input::{Body, Input};
use crate::mfa;

input! {
    struct CreateUser {
        ..attributes: Attributes,
        email_address: Option<List<EmailText>>,
        phone_number: Option<List<PhoneText>>,
        web3_wallet: Option<List<WalletText>>,
        email_address_identification_status: Option<Statuses>,
        phone_number_identification_status: Option<Statuses>,
        skip_password_requirement: Option<bool>,
        skip_user_requirement: Option<bool>,
        public_metadata: Option<Metadata>,
        private_metadata: Option<Metadata>,
        unsafe_metadata: Option<Metadata>,
        banned: Option<bool>,
        locked: Option<bool>,
    }
}

/// For each identification, whether it is only reserved.
#[derive(Clone, Debug)]
pub(crate) struct Statuses(Vec<bool>);

impl Value for Statuses {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let statuses = Vec::<String>::read(name, raw)?.into_iter().map(|status| match status.as_str() {
            "verified" => Ok(false),
            "reserved" => Ok(true),
            _ => Err(invalid(name, "verified or reserved")),
        });
        statuses.collect::<Result<_, _>>().map(Self)
    }
}

pub(super) fn create(context: &Context, input: CreateUser) -> Outcome {
    let new = NewUser::prepare(context, input)?;
    context.write(|transaction| {
        let id = new.insert(transaction)?;
        transaction.show::<User>(&id)
    })
}

/// A user to be created: everything is checked that needs no state, and what is slow is done.
#[derive(Debug)]
pub(crate) struct NewUser {
    emails: Vec<(Box<str>, bool)>,
    phones: Vec<(Box<str>, bool)>,
    wallets: Vec<Box<str>>,
    banned: bool,
    lock_expires_at: Option<i64>,
    changes: Changes,
    /// An id of one's choice; only for those who set things up.
    pub(crate) id: Option<String>,
    /// A time of creation, for the same; a request has its own.
    pub(crate) created_at: Option<i64>,
}

impl NewUser {
    /// Reads a user from JSON text, as a request has it.
    pub(crate) fn read(context: &Context, json: &str) -> Result<Self, Problem> {
        Self::prepare(context, CreateUser::read(&Body::parse(json.as_bytes())?, context.version)?)
    }

    pub(crate) fn prepare(context: &Context, input: CreateUser) -> Result<Self, Problem> {
        let required = require(context, &input);
        if input.banned == Some(true) && !context.settings.can_ban {
            return Err(Problem::no_such_plan());
        }
        let texts = |list: Option<Vec<Box<str>>>| list.unwrap_or_default();
        let emails = texts(input.email_address.map(|list| list.0.into_iter().map(Into::into).collect()));
        let phones = texts(input.phone_number.map(|list| list.0.into_iter().map(Into::into).collect()));
        let metadata = [input.public_metadata, input.private_metadata, input.unsafe_metadata];
        let new = Self {
            emails: with_status("email_address", emails, input.email_address_identification_status)?,
            phones: with_status("phone_number", phones, input.phone_number_identification_status)?,
            wallets: texts(input.web3_wallet.map(|list| list.0.into_iter().map(Into::into).collect())),
            banned: input.banned.unwrap_or(false),
            lock_expires_at: input.locked.unwrap_or(false).then(|| lock_end(context)),
            changes: input.attributes.prepare(context, metadata)?,
            id: None,
            created_at: None,
        };
        // What is wrong comes before what is missing.
        required.map(|()| new)
    }

    pub(crate) fn insert(self, transaction: &mut Transaction<'_>) -> Result<Id, Problem> {
        let id = self.id.map_or_else(|| transaction.new_id::<User>(), Id::from);
        let now = transaction.now();
        let mut user = User {
            id: id.clone(),
            delete_self_enabled: true,
            create_organization_enabled: true,
            created_at: now,
            updated_at: now,
            banned: self.banned,
            lock_expires_at: self.lock_expires_at,
            ..User::default()
        };
        // The parts come first: they are not worth a change of the user each.
        add::<EmailAddress>(transaction, &mut user, self.emails)?;
        add::<PhoneNumber>(transaction, &mut user, self.phones)?;
        add::<Web3Wallet>(transaction, &mut user, self.wallets.into_iter().map(|text| (text, false)).collect())?;
        self.changes.write(transaction, &mut user);
        user.created_at = self.created_at.unwrap_or(user.created_at);
        mfa::watch(transaction, &id, |transaction| transaction.insert(user))
    }
}

/// Adds identifications to a user that is not there yet; the first is the primary one.
fn add<R: Identification>(
    transaction: &mut Transaction<'_>,
    user: &mut User,
    texts: Vec<(Box<str>, bool)>,
) -> Result<(), Problem> {
    texts.into_iter().try_for_each(|(text, reserved)| {
        let row = R::new(transaction, &user.id, text, reserved);
        R::primary_mut(user).get_or_insert_with(|| row.id().clone());
        transaction.insert(row).map(drop)
    })
}

/// Pairs each value with whether it is reserved, as the parallel array says.
fn with_status(
    name: &str,
    values: Vec<Box<str>>,
    statuses: Option<Statuses>,
) -> Result<Vec<(Box<str>, bool)>, Problem> {
    let Some(Statuses(reserved)) = statuses.filter(|statuses| !statuses.0.is_empty()) else {
        return Ok(values.into_iter().map(|value| (value, false)).collect());
    };
    if reserved.len() != values.len() {
        let status = format!("{name}_identification_status");
        let text = format!("{status} must have one item for each {name}.");
        return Err(Problem::param("form_param_array_length_mismatch", &status, text));
    }
    Ok(values.into_iter().zip(reserved).collect())
}

/// What the instance demands of every user.
fn require(context: &Context, input: &CreateUser) -> Result<(), Problem> {
    let skips_identifiers = input.skip_user_requirement == Some(true);
    let skips_password = input.skip_password_requirement == Some(true);
    let has_email = input.email_address.as_ref().is_some_and(|list| !list.0.is_empty());
    let has_other = input.phone_number.as_ref().is_some_and(|list| !list.0.is_empty())
        || input.web3_wallet.as_ref().is_some_and(|list| !list.0.is_empty())
        || matches!(input.attributes.username, Field::Set(_));
    let mut missing = Vec::new();
    if context.settings.requires_password && !skips_password && !input.attributes.has_password() {
        missing.push("password");
    }
    if context.settings.requires_email_address && !skips_identifiers && !has_email {
        missing.push("email_address");
    }
    if missing.is_empty() && !skips_identifiers && !has_email && !has_other {
        missing.extend(["email_address", "phone_number", "web3_wallet", "username"]);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let text = "Missing data to create the user: the instance's settings demand more.";
    Err(Problem::unprocessable("form_data_missing", text).about_all(&missing))
}
