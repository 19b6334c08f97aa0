//! [`CreateUserRequest`].

use clerk_macros::{ClerkEnum, ClerkRequest};
use secrecy::SecretString;

use super::PasswordHasher;
use crate::types::{Metadata, Timestamp};

/// The status of a new user's email address or phone number.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum IdentificationStatus {
    /// Verified.
    Verified,
    /// Reserved: not verified, usable to sign in, not available to other users.
    Reserved,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// A user to create.
///
/// Which fields are required depends on the settings of the instance; a missing one is reported as 422 `form_data_missing`.
///
/// `Debug` redacts the password, its digest, the TOTP secret and the backup codes.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::CreateUserRequest;
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let request = CreateUserRequest::new()
///     .external_id("crm-17")
///     .first_name("Ada")
///     .email_address("ada@example.com")
///     .password("correct horse battery staple");
/// let user = client.users().create(&request).await?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "CreateUserParams")]
#[derive(Debug, Clone, Default, ClerkRequest)]
#[non_exhaustive]
pub struct CreateUserRequest {
    /// The user's ID in your own system. Unique in the instance.
    pub external_id: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The locale as a BCP 47 tag, such as `en-US`.
    pub locale: Option<String>,
    /// The email addresses, the primary one first.
    #[clerk(no_setter)]
    pub email_address: Option<Vec<String>>,
    /// The status of each email address; unset, all are verified.
    #[clerk(no_setter)]
    pub email_address_identification_status: Option<Vec<IdentificationStatus>>,
    /// The phone numbers in E.164 format, the primary one first.
    #[clerk(no_setter)]
    pub phone_number: Option<Vec<String>>,
    /// The status of each phone number; unset, all are verified.
    #[clerk(no_setter)]
    pub phone_number_identification_status: Option<Vec<IdentificationStatus>>,
    /// The addresses of web3 wallets, the primary one first.
    #[clerk(many = "web3_wallets")]
    pub web3_wallet: Option<Vec<String>>,
    /// The username. Unique in the instance.
    pub username: Option<String>,
    /// The password: at least 8 characters, and not known from a breach.
    pub password: Option<SecretString>,
    /// The digest of a password, in the place of the password. Requires [`password_hasher`](field@Self::password_hasher).
    pub password_digest: Option<SecretString>,
    /// The algorithm of [`password_digest`](field@Self::password_digest).
    pub password_hasher: Option<PasswordHasher>,
    /// Skips password strength and breach checks. Intended for migrations to Clerk.
    pub skip_password_checks: Option<bool>,
    /// Creates the user without a password although the instance requires one.
    pub skip_password_requirement: Option<bool>,
    /// The TOTP secret in Base32: a period of 30 seconds, 6 digits, SHA-1.
    pub totp_secret: Option<SecretString>,
    /// Backup codes, in plain text or as bcrypt digests.
    pub backup_codes: Option<Vec<SecretString>>,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Option<Metadata>,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Option<Metadata>,
    /// Metadata that the frontend can read and write.
    pub unsafe_metadata: Option<Metadata>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: Option<bool>,
    /// When the user accepted the legal terms.
    pub legal_accepted_at: Option<Timestamp>,
    /// Skips the check that the legal terms are accepted. Intended for migrations to Clerk.
    pub skip_legal_checks: Option<bool>,
    /// Creates the user without some identifications that the instance requires; at least one has to be given.
    pub skip_user_requirement: Option<bool>,
    /// Whether the user may create organizations.
    pub create_organization_enabled: Option<bool>,
    /// Maximum number of organizations that the user may create. 0 means unlimited.
    pub create_organizations_limit: Option<u32>,
    /// When the user signed up, for migrations: sent as RFC 3339 text.
    pub created_at: Option<Timestamp>,
    /// Whether the user bypasses Device Trust checks during sign-in.
    pub bypass_client_trust: Option<bool>,
    /// Creates the user banned.
    pub banned: Option<bool>,
    /// Creates the user locked out.
    pub locked: Option<bool>,
}

impl CreateUserRequest {
    /// Adds a verified email address. The first one is the primary one.
    #[must_use]
    pub fn email_address(self, email_address: impl Into<String>) -> Self {
        self.email_address_with_status(email_address, IdentificationStatus::Verified)
    }

    /// Adds verified email addresses.
    #[must_use]
    pub fn email_addresses(self, email_addresses: impl IntoIterator<Item = impl Into<String>>) -> Self {
        email_addresses.into_iter().fold(self, Self::email_address)
    }

    /// Adds an email address with a status.
    #[must_use]
    pub fn email_address_with_status(mut self, email_address: impl Into<String>, status: IdentificationStatus) -> Self {
        push(&mut self.email_address, &mut self.email_address_identification_status, email_address.into(), status);
        self
    }

    /// Adds a verified phone number in E.164 format. The first one is the primary one.
    #[must_use]
    pub fn phone_number(self, phone_number: impl Into<String>) -> Self {
        self.phone_number_with_status(phone_number, IdentificationStatus::Verified)
    }

    /// Adds verified phone numbers in E.164 format.
    #[must_use]
    pub fn phone_numbers(self, phone_numbers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        phone_numbers.into_iter().fold(self, Self::phone_number)
    }

    /// Adds a phone number in E.164 format with a status.
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
