//! Rows that no request can create yet.

use serde_json::value::RawValue;

use super::records;
use crate::Verification;
use crate::input::metadata::Metadata;
use crate::input::text::email_address;
use crate::input::{Value, one_of};
use crate::mfa;
use crate::problem::Problem;
use crate::resources::*;
use crate::store::{Id, Kind, Resource, Transaction};

type Result<T> = std::result::Result<T, Problem>;

fn user(transaction: &Transaction<'_>, id: &str) -> Result<Id> {
    transaction.get::<User>(id).map(|user| user.id.clone())
}

fn metadata(name: &str, value: Option<records::Json>) -> Result<Metadata> {
    value.map_or(Ok(Metadata::default()), |json| Metadata::read(name, AsRef::<RawValue>::as_ref(&json.0)))
}

fn both_metadata(public: Option<records::Json>, private: Option<records::Json>) -> Result<(Metadata, Metadata)> {
    Problem::both(metadata("public_metadata", public), metadata("private_metadata", private))
}

pub(super) fn passkey(transaction: &mut Transaction<'_>, user_id: &str, name: &str) -> Result<Id> {
    let (user, last_used_at, verification) = (user(transaction, user_id)?, transaction.now(), Verification::passkey());
    let row = Passkey::blank(transaction);
    transaction.insert(Passkey { user, name: name.into(), last_used_at, verification: Some(verification), ..row })
}

pub(super) fn external_account(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    account: records::ExternalAccount,
) -> Result<Id> {
    let verification = account.verification.unwrap_or_else(|| Verification::oauth(&account.provider));
    let row = ExternalAccount {
        user: user(transaction, user_id)?,
        identification_id: transaction.new_id::<EmailAddress>(),
        provider: account.provider.into(),
        provider_user_id: account.provider_user_id.into(),
        approved_scopes: account.approved_scopes.into(),
        email_address: account.email_address.into(),
        first_name: account.first_name.into(),
        last_name: account.last_name.into(),
        image_url: account.image_url.into(),
        username: account.username.map(Into::into),
        public_metadata: metadata("public_metadata", account.public_metadata)?,
        label: account.label.map(Into::into),
        verification: Some(verification),
        token: account.token,
        ..ExternalAccount::blank(transaction)
    };
    transaction.insert(row)
}

pub(super) fn enterprise_account(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    account: records::EnterpriseAccount,
) -> Result<Id> {
    let (verification, saml_id) = if account.saml {
        (Verification::saml().expire_at(transaction.now()), Some(transaction.ids().id("samlacc")))
    } else {
        (Verification::oauth(&account.provider), None)
    };
    let row = EnterpriseAccount {
        user: user(transaction, user_id)?,
        saml_id,
        active: true,
        provider: account.provider.into(),
        email_address: account.email_address.into(),
        first_name: account.first_name.map(Into::into),
        last_name: account.last_name.map(Into::into),
        provider_user_id: account.provider_user_id.map(Into::into),
        last_authenticated_at: account.last_authenticated_at,
        verification: Some(verification),
        connection_id: transaction.ids().id("entconn"),
        connection_name: account.connection_name.into(),
        domain: account.domain.into(),
        ..EnterpriseAccount::blank(transaction)
    };
    transaction.insert(row)
}

pub(super) fn organization(transaction: &mut Transaction<'_>, new: records::Organization) -> Result<Id> {
    let (public_metadata, private_metadata) = both_metadata(new.public_metadata, new.private_metadata)?;
    let blank = Organization::new(transaction, new.name.into());
    let row = Organization {
        id: new.id.map_or_else(|| blank.id.clone(), Id::from),
        slug: new.slug.into(),
        max_allowed_memberships: new.max_allowed_memberships.unwrap_or(blank.max_allowed_memberships),
        created_by: new.created_by.map(Into::into),
        public_metadata,
        private_metadata,
        ..blank
    };
    row.insert(transaction)
}

pub(super) fn membership(
    transaction: &mut Transaction<'_>,
    organization_id: &str,
    user_id: &str,
    new: records::Membership,
) -> Result<Id> {
    let organization = transaction.get::<Organization>(organization_id)?.id.clone();
    let (public_metadata, private_metadata) = both_metadata(new.public_metadata, new.private_metadata)?;
    let row = Membership {
        permissions: new.permissions.map(|permissions| permissions.into_iter().map(Into::into).collect()),
        public_metadata,
        private_metadata,
        ..Membership::new(transaction, &organization, &user(transaction, user_id)?, &new.role)
    };
    row.insert(transaction)
}

pub(super) fn invitation(
    transaction: &mut Transaction<'_>,
    organization_id: &str,
    new: records::Invitation,
) -> Result<Id> {
    let organization = transaction.get::<Organization>(organization_id)?.id.clone();
    let inviter = new.inviter_id.map(|id| user(transaction, &id)).transpose()?;
    let email_address = email_address("email_address", &new.email_address);
    let texts = Problem::both(email_address, one_of("status", &new.status, STATUSES));
    let ((email_address, status), public_metadata) =
        Problem::both(texts, metadata("public_metadata", new.public_metadata))?;
    let row = OrganizationInvitation {
        organization,
        email_address: email_address.into(),
        role: new.role.into(),
        status: status.into(),
        inviter,
        public_metadata,
        expires_at: new.expires_at,
        ..OrganizationInvitation::blank(transaction)
    };
    transaction.insert(row)
}

pub(super) fn session(transaction: &mut Transaction<'_>, user_id: &str) -> Result<Id> {
    let (user, now) = (user(transaction, user_id)?, transaction.now());
    transaction.set::<User>(user_id, |user| (user.last_sign_in_at, user.last_active_at) = (Some(now), Some(now)))?;
    let session = Session::new(transaction, &user);
    transaction.insert(session)
}

pub(super) fn activity(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    last_sign_in_at: Option<i64>,
    last_active_at: Option<i64>,
) -> Result<()> {
    transaction
        .set::<User>(user_id, |user| (user.last_sign_in_at, user.last_active_at) = (last_sign_in_at, last_active_at))
}

pub(super) fn verification(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    id: &str,
    to: Option<Verification>,
) -> Result<()> {
    let user = user(transaction, user_id)?;
    let is_own = |owner: Option<&Id>| owner == Some(&user);
    macro_rules! verify {
        ($($kind:ident),*) => {$(
            if is_own(transaction.find::<$kind>(id).and_then(|row| row.part_of())) {
                return transaction.set::<$kind>(id, |row| row.verification = to);
            }
        )*};
    }
    verify!(EmailAddress, PhoneNumber, Web3Wallet, Passkey);
    Err(Problem::not_found(format!("No identification of the user was found with id {id}.")))
}

pub(super) fn second_factor(transaction: &mut Transaction<'_>, user_id: &str, phone_number_id: &str) -> Result<()> {
    let user = user(transaction, user_id)?;
    mfa::watch(transaction, user_id, |transaction| {
        transaction.update::<PhoneNumber>(phone_number_id, |phone| {
            if phone.user != user {
                return Err(PhoneNumber::not_found(phone_number_id));
            }
            (phone.reserved_for_second_factor, phone.default_second_factor) = (true, true);
            Ok(())
        })
    })
}

pub(super) fn scim(transaction: &mut Transaction<'_>, user_id: &str, scim: Scim) -> Result<()> {
    transaction.set::<User>(user_id, |user| user.scim = Some(Box::new(scim)))
}

pub(super) fn trusted_device(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    platform: &str,
    name: Option<&str>,
) -> Result<Id> {
    let (user, platform, name) = (user(transaction, user_id)?, platform.into(), name.map(Into::into));
    let row = TrustedDevice::blank(transaction);
    transaction.insert(TrustedDevice { user, platform, name, ..row })
}

/// The id of a user's e-mail address, phone number or wallet with this text.
pub(super) fn identification(transaction: &Transaction<'_>, user_id: &str, text: &str) -> Result<Id> {
    let user = Id::from(user_id);
    let folded = text.to_lowercase();
    let emails = transaction.parts::<EmailAddress>(Kind::User, &user).map(|email| (&email.id, &email.email_address));
    let phones = transaction.parts::<PhoneNumber>(Kind::User, &user).map(|phone| (&phone.id, &phone.phone_number));
    let wallets = transaction.parts::<Web3Wallet>(Kind::User, &user).map(|wallet| (&wallet.id, &wallet.web3_wallet));
    let mut all = emails.chain(phones).chain(wallets);
    let found = all.find(|(_, known)| known.to_lowercase() == folded).map(|(id, _)| id.clone());
    found.ok_or_else(|| Problem::not_found(format!("the user has no identification {text}")))
}
