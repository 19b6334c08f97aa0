//! [`SamlAccount`] and its connection.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Verification;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A user's account at a SAML connection.
#[doc(alias = "SAMLAccount")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct SamlAccount {
    /// Starts with `samlacc_`.
    pub id: String,
    /// `saml_account`.
    pub object: ObjectType,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// Whether it can be used.
    pub active: bool,
    /// The e-mail address there.
    pub email_address: String,
    /// The first name there.
    pub first_name: Option<String>,
    /// The last name there.
    pub last_name: Option<String>,
    /// The user's id there.
    pub provider_user_id: Option<String>,
    /// When it was last used. Added by Clerk after January 2025.
    pub last_authenticated_at: Option<Timestamp>,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// How it was verified.
    pub verification: Option<Verification>,
    /// The connection it belongs to.
    pub saml_connection: Option<SamlConnection>,
}

/// The SAML connection of a [`SamlAccount`].
#[doc(alias = "SAMLConnection")]
#[doc(alias = "SAMLAccountConnection")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct SamlConnection {
    /// Starts with `samlc_`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its domain. Deprecated by Clerk: newer replies have [`domains`](Self::domains).
    pub domain: Option<String>,
    /// Its domains. Added by Clerk after January 2025.
    pub domains: Vec<String>,
    /// Whether it can be used.
    pub active: bool,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// Whether a user's attributes are taken over at each sign-in.
    pub sync_user_attributes: bool,
    /// Whether subdomains of its domains belong to it.
    pub allow_subdomains: Option<bool>,
    /// Whether the provider may start a sign-in.
    pub allow_idp_initiated: Option<bool>,
    /// Whether its users may add no other identification.
    pub disable_additional_identifications: Option<bool>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
