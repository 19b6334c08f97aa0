//! [`CreateUserRequest`].

use clerk_macros::{ClerkEnum, ClerkRequest};
use secrecy::SecretString;

use super::PasswordHasher;
use crate::types::{Metadata, Timestamp};

/// How a new user's e-mail address or phone number starts out. Added by Clerk after January
/// 2025.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum IdentificationStatus {
    /// Verified.
    Verified,
    /// Not verified, but usable for signing in and kept from others.
    Reserved,
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// A user to create.
///
/// Which members are needed depends on the settings of the Clerk instance; what lacks is an error
/// (`form_data_missing`).
///
/// ```
/// # use clerk_client::CreateUserRequest;
/// let request = CreateUserRequest::new()
///     .first_name("Ada")
///     .email_address("ada@example.com")
///     .password("correct horse battery staple");
/// assert!(!format!("{request:?}").contains("horse"));
/// ```
#[derive(Debug, Clone, Default, ClerkRequest)]
#[non_exhaustive]
pub struct CreateUserRequest {
    /// The user's id in your own systems. Unique in the instance.
    pub external_id: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The language, such as `en-US`. Added by Clerk after January 2025.
    pub locale: Option<String>,
    /// The e-mail addresses, the primary one first.
    #[clerk(no_setter)]
    pub email_address: Option<Vec<String>>,
    /// How each of the e-mail addresses starts out: none, which makes all of them verified, or
    /// one for each. Added by Clerk after January 2025.
    #[clerk(no_setter)]
    pub email_address_identification_status: Option<Vec<IdentificationStatus>>,
    /// The phone numbers in E.164 notation, the primary one first.
    #[clerk(no_setter)]
    pub phone_number: Option<Vec<String>>,
    /// How each of the phone numbers starts out: none, which makes all of them verified, or one
    /// for each. Added by Clerk after January 2025.
    #[clerk(no_setter)]
    pub phone_number_identification_status: Option<Vec<IdentificationStatus>>,
    /// The addresses of wallets, the primary one first.
    #[clerk(many = "web3_wallets")]
    pub web3_wallet: Option<Vec<String>>,
    /// The user name. Unique in the instance.
    pub username: Option<String>,
    /// The password: at least 8 characters, and not known from a leak.
    pub password: Option<SecretString>,
    /// The digest of a password, instead of the password. Needs a `password_hasher`.
    pub password_digest: Option<SecretString>,
    /// The algorithm that made `password_digest`.
    pub password_hasher: Option<PasswordHasher>,
    /// Takes the password unchecked. For moving users to Clerk.
    pub skip_password_checks: Option<bool>,
    /// Creates the user without a password although the instance asks for one.
    pub skip_password_requirement: Option<bool>,
    /// The secret of an authenticator app: 30 seconds, 6 digits, SHA-1.
    pub totp_secret: Option<SecretString>,
    /// Backup codes, as they are or as bcrypt digests.
    pub backup_codes: Option<Vec<SecretString>>,
    /// Metadata that the user's browser may see and only the backend may change.
    pub public_metadata: Option<Metadata>,
    /// Metadata that only the backend may see and change.
    pub private_metadata: Option<Metadata>,
    /// Metadata that the user may change.
    pub unsafe_metadata: Option<Metadata>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: Option<bool>,
    /// When the user accepted the legal terms, in RFC 3339: `2012-10-20T07:15:20.902Z`.
    pub legal_accepted_at: Option<Timestamp>,
    /// Creates the user although the legal terms were not accepted. For moving users to Clerk.
    pub skip_legal_checks: Option<bool>,
    /// Creates the user without identifications that the instance asks for; one of them has to
    /// be there. Added by Clerk after January 2025.
    pub skip_user_requirement: Option<bool>,
    /// Whether the user may create organizations.
    pub create_organization_enabled: Option<bool>,
    /// How many organizations the user may create; 0 for as many as they like.
    pub create_organizations_limit: Option<u32>,
    /// When the user signed up, in RFC 3339: `2012-10-20T07:15:20.902Z`.
    pub created_at: Option<Timestamp>,
    /// Whether sign-ins on unknown devices go unchecked. Added by Clerk after January 2025.
    pub bypass_client_trust: Option<bool>,
    /// Creates the user banned. Added by Clerk after January 2025.
    pub banned: Option<bool>,
    /// Creates the user locked out. Added by Clerk after January 2025.
    pub locked: Option<bool>,
}

impl CreateUserRequest {
    /// Adds an e-mail address, verified. The first one is the primary one.
    #[must_use]
    pub fn email_address(self, email_address: impl Into<String>) -> Self {
        self.email_address_with_status(email_address, IdentificationStatus::Verified)
    }

    /// Adds e-mail addresses, verified.
    #[must_use]
    pub fn email_addresses(self, email_addresses: impl IntoIterator<Item = impl Into<String>>) -> Self {
        email_addresses.into_iter().fold(self, Self::email_address)
    }

    /// Adds an e-mail address and says how it starts out. Added by Clerk after January 2025.
    #[must_use]
    pub fn email_address_with_status(mut self, email_address: impl Into<String>, status: IdentificationStatus) -> Self {
        push(&mut self.email_address, &mut self.email_address_identification_status, email_address.into(), status);
        self
    }

    /// Adds a phone number in E.164 notation, verified. The first one is the primary one.
    #[must_use]
    pub fn phone_number(self, phone_number: impl Into<String>) -> Self {
        self.phone_number_with_status(phone_number, IdentificationStatus::Verified)
    }

    /// Adds phone numbers in E.164 notation, verified.
    #[must_use]
    pub fn phone_numbers(self, phone_numbers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        phone_numbers.into_iter().fold(self, Self::phone_number)
    }

    /// Adds a phone number and says how it starts out. Added by Clerk after January 2025.
    #[must_use]
    pub fn phone_number_with_status(mut self, phone_number: impl Into<String>, status: IdentificationStatus) -> Self {
        push(&mut self.phone_number, &mut self.phone_number_identification_status, phone_number.into(), status);
        self
    }
}

/// Keeps one status for each value, or none at all while every value is verified: API versions before the statuses refuse them.
fn push(
    values: &mut Option<Vec<String>>,
    statuses: &mut Option<Vec<IdentificationStatus>>,
    value: String,
    status: IdentificationStatus,
) {
    let values = values.get_or_insert_default();
    if statuses.is_some() || status != IdentificationStatus::Verified {
        let statuses = statuses.get_or_insert_default();
        statuses.resize(values.len(), IdentificationStatus::Verified);
        statuses.push(status);
    }
    values.push(value);
}
