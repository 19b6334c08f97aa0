//! [`EmailAddress`] and what an identification is linked to.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::{Strategy, Verification};
use crate::types::{ObjectType, Timestamp};

/// An email address of a user.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-email-address).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EmailAddress {
    /// The ID, which starts with `idn_`.
    pub id: String,
    /// The type of the object: `email_address`.
    pub object: ObjectType,
    /// The address.
    pub email_address: String,
    /// Whether it is reserved: unverified, but not available to other users.
    pub reserved: bool,
    /// Its verification; `None` if none was started.
    pub verification: Option<Verification>,
    /// Identifications that it is linked to.
    pub linked_to: Vec<IdentificationLink>,
    /// Whether its domain belongs to an enterprise connection.
    pub matches_sso_connection: Option<bool>,
    /// When it was added.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
}

impl EmailAddress {
    /// Whether it is verified.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

/// An identification that an email address or a phone number is linked to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct IdentificationLink {
    /// The type, such as `oauth_google` or `saml`. In JSON: `type`.
    #[serde(rename = "type")]
    pub kind: Strategy,
    /// The ID.
    pub id: String,
}
