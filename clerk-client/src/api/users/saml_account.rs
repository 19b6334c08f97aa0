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
    /// The ID, which starts with `samlacc_`.
    pub id: String,
    /// The type of the object: `saml_account`.
    pub object: ObjectType,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// Whether it is active.
    pub active: bool,
    /// The email address at the provider.
    pub email_address: String,
    /// The first name at the provider.
    pub first_name: Option<String>,
    /// The last name at the provider.
    pub last_name: Option<String>,
    /// The user's ID at the provider.
    pub provider_user_id: Option<String>,
    /// When the user last signed in with it.
    pub last_authenticated_at: Option<Timestamp>,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Its verification.
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
    /// The ID, which starts with `samlc_`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The domain. Deprecated by Clerk: newer responses have [`domains`](Self::domains).
    pub domain: Option<String>,
    /// The domains.
    pub domains: Vec<String>,
    /// Whether it is active.
    pub active: bool,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// Whether the user's attributes are updated from the provider at each sign-in.
    pub sync_user_attributes: bool,
    /// Whether it covers the subdomains of its domains.
    pub allow_subdomains: Option<bool>,
    /// Whether sign-ins initiated by the identity provider are allowed.
    pub allow_idp_initiated: Option<bool>,
    /// Whether its users cannot add other identifications.
    pub disable_additional_identifications: Option<bool>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
}
