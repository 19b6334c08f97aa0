//! [`UpdateUserRequest`].

use clerk_macros::ClerkRequest;
use secrecy::SecretString;

use super::PasswordHasher;
use crate::types::{Metadata, Patch, Timestamp};

/// Changes to a user. Fields that are not set are unchanged; [`Patch::Clear`] sets a field to null.
///
/// `Debug` redacts the password, its digest, the TOTP secret and the backup codes.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{Patch, UpdateUserRequest};
///
/// # async fn example(client: clerk_client::Client, name: Option<String>) -> clerk_client::Result<()> {
/// let changes = UpdateUserRequest::new()
///     .first_name(name) // unchanged if `None`
///     .username(Patch::Clear);
/// let user = client.users().update("user_2a", &changes).await?;
/// # Ok(())
/// # }
/// ```
#[doc(alias = "UpdateUserParams")]
#[derive(Debug, Clone, Default, ClerkRequest)]
#[non_exhaustive]
pub struct UpdateUserRequest {
    /// The user's ID in your own system. Unique in the instance.
    pub external_id: Patch<String>,
    /// The first name.
    pub first_name: Patch<String>,
    /// The last name.
    pub last_name: Patch<String>,
    /// The locale as a BCP 47 tag, such as `en-US`.
    pub locale: Patch<String>,
    /// The ID of the email address to make the primary one. It has to be verified.
    pub primary_email_address_id: Patch<String>,
    /// Notifies the user by email that the primary email address has changed.
    pub notify_primary_email_address_changed: Option<bool>,
    /// The ID of the phone number to make the primary one. It has to be verified.
    pub primary_phone_number_id: Patch<String>,
    /// The ID of the wallet to make the primary one. It has to be verified.
    pub primary_web3_wallet_id: Patch<String>,
    /// The username. Unique in the instance.
    pub username: Patch<String>,
    /// The ID of the image to use as profile image.
    pub profile_image_id: Patch<String>,
    /// The password: at least 8 characters, and not known from a breach.
    pub password: Patch<SecretString>,
    /// The digest of a password, in the place of the password. Requires [`password_hasher`](field@Self::password_hasher).
    pub password_digest: Option<SecretString>,
    /// The algorithm of [`password_digest`](field@Self::password_digest).
    pub password_hasher: Option<PasswordHasher>,
    /// Skips password strength and breach checks.
    pub skip_password_checks: Option<bool>,
    /// Revokes the user's other sessions once the password has changed.
    pub sign_out_of_other_sessions: Option<bool>,
    /// The TOTP secret in Base32: a period of 30 seconds, 6 digits, SHA-1.
    pub totp_secret: Patch<SecretString>,
    /// Backup codes, in plain text or as bcrypt digests, which replace the current ones. An empty list deletes them.
    pub backup_codes: Option<Vec<SecretString>>,
    /// Metadata that the frontend can read; replaces the current metadata. API version 2026-05-12 and later reject it: use
    /// [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub public_metadata: Option<Metadata>,
    /// Metadata that only the backend can read; replaces the current metadata. API version 2026-05-12 and later reject it: use
    /// [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub private_metadata: Option<Metadata>,
    /// Metadata that the frontend can read and write; replaces the current metadata. API version 2026-05-12 and later reject
    /// it: use [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub unsafe_metadata: Option<Metadata>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: Patch<bool>,
    /// Whether the user may create organizations.
    pub create_organization_enabled: Patch<bool>,
    /// When the user accepted the legal terms.
    pub legal_accepted_at: Patch<Timestamp>,
    /// Skips the check that the legal terms are accepted.
    pub skip_legal_checks: Option<bool>,
    /// Maximum number of organizations that the user may create. 0 means unlimited.
    pub create_organizations_limit: Patch<u32>,
    /// When the user signed up.
    pub created_at: Patch<Timestamp>,
    /// Whether the user bypasses Device Trust checks during sign-in.
    pub bypass_client_trust: Patch<bool>,
}
