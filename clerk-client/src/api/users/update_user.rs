//! [`UpdateUserRequest`].

use clerk_macros::ClerkRequest;
use secrecy::SecretString;

use super::PasswordHasher;
use crate::types::{Metadata, Patch, Timestamp};

/// Changes to a user. What it does not name stays as it is; [`Patch::Clear`] removes a value.
///
/// ```
/// # use clerk_client::{Patch, UpdateUserRequest};
/// let request = UpdateUserRequest::new().first_name("Ada").username(Patch::Clear);
/// assert_eq!(serde_json::to_string(&request)?, r#"{"first_name":"Ada","username":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, ClerkRequest)]
#[non_exhaustive]
pub struct UpdateUserRequest {
    /// The user's id in your own systems. Unique in the instance.
    pub external_id: Patch<String>,
    /// The first name.
    pub first_name: Patch<String>,
    /// The last name.
    pub last_name: Patch<String>,
    /// The language, such as `en-US`. Added by Clerk after January 2025.
    pub locale: Patch<String>,
    /// The id of the e-mail address to make the primary one. It has to be verified.
    pub primary_email_address_id: Patch<String>,
    /// Tells the user that the primary e-mail address has changed.
    pub notify_primary_email_address_changed: Option<bool>,
    /// The id of the phone number to make the primary one. It has to be verified.
    pub primary_phone_number_id: Patch<String>,
    /// The id of the wallet to make the primary one. It has to be verified.
    pub primary_web3_wallet_id: Patch<String>,
    /// The user name. Unique in the instance.
    pub username: Patch<String>,
    /// The id of the image to show as the user's picture.
    pub profile_image_id: Patch<String>,
    /// The password: at least 8 characters, and not known from a leak.
    pub password: Patch<SecretString>,
    /// The digest of a password, instead of the password. Needs a `password_hasher`.
    pub password_digest: Option<SecretString>,
    /// The algorithm that made `password_digest`.
    pub password_hasher: Option<PasswordHasher>,
    /// Takes the password unchecked.
    pub skip_password_checks: Option<bool>,
    /// Signs the user out everywhere once the password has changed.
    pub sign_out_of_other_sessions: Option<bool>,
    /// The secret of an authenticator app: 30 seconds, 6 digits, SHA-1.
    pub totp_secret: Patch<SecretString>,
    /// The backup codes, as they are or as bcrypt digests, in place of those there are.
    pub backup_codes: Option<Vec<SecretString>>,
    /// Metadata that the user's browser may see, in place of what is there. API version
    /// 2026-05-12 refuses it: use
    /// [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub public_metadata: Option<Metadata>,
    /// Metadata that only the backend may see, in place of what is there. API version
    /// 2026-05-12 refuses it: use
    /// [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub private_metadata: Option<Metadata>,
    /// Metadata that the user may change, in place of what is there. API version 2026-05-12
    /// refuses it: use [`UpdateUserMetadataRequest`](super::UpdateUserMetadataRequest).
    pub unsafe_metadata: Option<Metadata>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: Patch<bool>,
    /// Whether the user may create organizations.
    pub create_organization_enabled: Patch<bool>,
    /// When the user accepted the legal terms, in RFC 3339: `2012-10-20T07:15:20.902Z`.
    pub legal_accepted_at: Patch<Timestamp>,
    /// Takes the update although the legal terms were not accepted.
    pub skip_legal_checks: Option<bool>,
    /// How many organizations the user may create; 0 for as many as they like.
    pub create_organizations_limit: Patch<u32>,
    /// When the user signed up, in RFC 3339: `2012-10-20T07:15:20.902Z`.
    pub created_at: Patch<Timestamp>,
    /// Whether sign-ins on unknown devices go unchecked. Added by Clerk after January 2025.
    pub bypass_client_trust: Patch<bool>,
}
