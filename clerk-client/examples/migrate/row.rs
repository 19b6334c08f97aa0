//! A row: one user, in the file and in Clerk.

use clerk_client::{
    CreateUserRequest, IdentificationStatus, Metadata, PasswordHasher, SecretString, Timestamp, User,
    VerificationStatus,
};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Deserialize as DeriveDeserialize, Serialize};

use super::args::Checks;

/// What a file says of a user. A member that is absent or null is not sent; one that is not listed here is an error.
#[derive(Default, DeriveDeserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Row {
    /// The user's ID in the file's own system.
    pub(crate) external_id: Option<String>,
    /// Verified addresses, the primary one first.
    pub(crate) email_addresses: Option<Vec<String>>,
    /// Addresses that are not verified, and that nobody else can take.
    pub(crate) reserved_email_addresses: Option<Vec<String>>,
    /// Verified numbers in E.164 format, the primary one first.
    pub(crate) phone_numbers: Option<Vec<String>>,
    pub(crate) reserved_phone_numbers: Option<Vec<String>>,
    pub(crate) web3_wallets: Option<Vec<String>>,
    pub(crate) username: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) locale: Option<String>,
    #[serde(deserialize_with = "secret")]
    pub(crate) password: Option<SecretString>,
    #[serde(deserialize_with = "secret")]
    pub(crate) password_digest: Option<SecretString>,
    pub(crate) password_hasher: Option<PasswordHasher>,
    #[serde(deserialize_with = "secret")]
    pub(crate) totp_secret: Option<SecretString>,
    #[serde(deserialize_with = "secrets")]
    pub(crate) backup_codes: Option<Vec<SecretString>>,
    pub(crate) public_metadata: Option<Metadata>,
    pub(crate) private_metadata: Option<Metadata>,
    pub(crate) unsafe_metadata: Option<Metadata>,
    /// RFC 3339, or milliseconds since 1970.
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) legal_accepted_at: Option<Timestamp>,
    pub(crate) banned: Option<bool>,
    pub(crate) delete_self_enabled: Option<bool>,
    pub(crate) create_organization_enabled: Option<bool>,
    pub(crate) create_organizations_limit: Option<u32>,
}

impl Row {
    pub(crate) fn parse(json: &str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    /// The request that creates the user.
    pub(crate) fn request(self, checks: Checks) -> CreateUserRequest {
        let flag = |is_set: bool| is_set.then_some(true);
        let mut request = CreateUserRequest::new()
            .email_addresses(self.email_addresses.unwrap_or_default())
            .phone_numbers(self.phone_numbers.unwrap_or_default());
        for address in self.reserved_email_addresses.unwrap_or_default() {
            request = request.email_address_with_status(address, IdentificationStatus::Reserved);
        }
        for number in self.reserved_phone_numbers.unwrap_or_default() {
            request = request.phone_number_with_status(number, IdentificationStatus::Reserved);
        }
        request.external_id = self.external_id;
        request.web3_wallet = self.web3_wallets;
        request.username = self.username;
        (request.first_name, request.last_name, request.locale) = (self.first_name, self.last_name, self.locale);
        (request.password, request.password_digest) = (self.password, self.password_digest);
        request.password_hasher = self.password_hasher;
        (request.totp_secret, request.backup_codes) = (self.totp_secret, self.backup_codes);
        request.public_metadata = self.public_metadata;
        request.private_metadata = self.private_metadata;
        request.unsafe_metadata = self.unsafe_metadata;
        (request.created_at, request.legal_accepted_at) = (self.created_at, self.legal_accepted_at);
        request.banned = self.banned;
        request.delete_self_enabled = self.delete_self_enabled;
        request.create_organization_enabled = self.create_organization_enabled;
        request.create_organizations_limit = self.create_organizations_limit;
        request.skip_password_checks = flag(checks.skip_password_checks);
        request.skip_password_requirement = flag(checks.skip_password_requirement);
        request.skip_legal_checks = flag(checks.skip_legal_checks);
        request
    }
}

/// Serde's own error would quote what it found.
fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SecretString>, D::Error> {
    Option::deserialize(deserializer).map_err(|_| D::Error::custom("a secret is not text"))
}

fn secrets<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<SecretString>>, D::Error> {
    Option::deserialize(deserializer).map_err(|_| D::Error::custom("secrets are not a list of text"))
}

/// A user as a row. What Clerk keeps to itself is missing: passwords, TOTP secrets, backup codes.
#[derive(Default, Serialize)]
pub(crate) struct Exported {
    external_id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    email_addresses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reserved_email_addresses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    phone_numbers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reserved_phone_numbers: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    web3_wallets: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    #[serde(skip_serializing_if = "is_empty")]
    public_metadata: Metadata,
    #[serde(skip_serializing_if = "is_empty")]
    private_metadata: Metadata,
    #[serde(skip_serializing_if = "is_empty")]
    unsafe_metadata: Metadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_accepted_at: Option<String>,
    banned: bool,
    delete_self_enabled: bool,
    create_organization_enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    create_organizations_limit: Option<i64>,
}

/// A user without an external ID gets the one that Clerk knows it by.
impl From<User> for Exported {
    fn from(user: User) -> Self {
        let emails = user.email_addresses.into_iter().map(|it| {
            let is_verified = it.is_verified();
            (Some(it.id) == user.primary_email_address_id, is_verified, it.email_address)
        });
        let phones = user.phone_numbers.into_iter().map(|it| {
            let is_verified = it.verification.as_ref().is_some_and(|it| it.status == VerificationStatus::Verified);
            (Some(it.id) == user.primary_phone_number_id, is_verified, it.phone_number)
        });
        let (email_addresses, reserved_email_addresses) = split(emails.collect());
        let (phone_numbers, reserved_phone_numbers) = split(phones.collect());
        Self {
            external_id: user.external_id.unwrap_or(user.id),
            email_addresses,
            reserved_email_addresses,
            phone_numbers,
            reserved_phone_numbers,
            web3_wallets: user.web3_wallets.into_iter().map(|wallet| wallet.web3_wallet).collect(),
            username: user.username,
            first_name: user.first_name,
            last_name: user.last_name,
            locale: user.locale,
            public_metadata: user.public_metadata,
            private_metadata: user.private_metadata,
            unsafe_metadata: user.unsafe_metadata,
            created_at: user.created_at.map(|at| at.to_string()),
            legal_accepted_at: user.legal_accepted_at.map(|at| at.to_string()),
            banned: user.banned,
            delete_self_enabled: user.delete_self_enabled,
            create_organization_enabled: user.create_organization_enabled,
            create_organizations_limit: user.create_organizations_limit,
        }
    }
}

/// The verified ones and the others, the primary one first.
fn split(mut all: Vec<(bool, bool, String)>) -> (Vec<String>, Vec<String>) {
    all.sort_by_key(|(is_primary, ..)| !is_primary);
    let (verified, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, is_verified, _)| *is_verified);
    let values = |some: Vec<(bool, bool, String)>| some.into_iter().map(|(_, _, value)| value).collect();
    (values(verified), values(others))
}

fn is_empty(metadata: &Metadata) -> bool {
    matches!(metadata.as_str(), "{}" | "null")
}
