//! [`EmailAddress`] and what an identification is linked to.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::{Strategy, Verification};
use crate::types::{ObjectType, Timestamp};

/// An e-mail address of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EmailAddress {
    /// Starts with `idn_`.
    pub id: String,
    /// `email_address`.
    pub object: ObjectType,
    /// The address.
    pub email_address: String,
    /// Whether it is kept for this user although it is not verified.
    pub reserved: bool,
    /// How it was verified; `None` when nobody tried.
    pub verification: Option<Verification>,
    /// Other identifications that vouch for it.
    pub linked_to: Vec<IdentificationLink>,
    /// Whether its domain belongs to an enterprise connection. Added by Clerk after January
    /// 2025.
    pub matches_sso_connection: Option<bool>,
    /// When it was added.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

impl EmailAddress {
    /// Whether the user has proven to own it.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

/// Another identification that vouches for an e-mail address or a phone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct IdentificationLink {
    /// Its kind, such as `oauth_google` or `saml`. In JSON: `type`.
    #[serde(rename = "type")]
    pub kind: Strategy,
    /// Its id.
    pub id: String,
}
