//! [`EnterpriseAccount`] and its connection.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::Verification;
use crate::types::{Metadata, ObjectType, Timestamp};

/// How an enterprise connection talks to its provider.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EnterpriseProtocol {
    /// OAuth or OpenID Connect.
    #[serde(rename = "oauth")]
    OAuth,
    /// SAML.
    Saml,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// A user's account at an enterprise connection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EnterpriseAccount {
    /// The ID.
    pub id: String,
    /// The type of the object: `enterprise_account`.
    pub object: ObjectType,
    /// The protocol it uses.
    pub protocol: EnterpriseProtocol,
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
    /// The ID of the connection it belongs to.
    pub enterprise_connection_id: Option<String>,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Its verification.
    pub verification: Option<Verification>,
    /// The connection it belongs to.
    pub enterprise_connection: Option<EnterpriseConnection>,
    /// When the user last signed in with it.
    pub last_authenticated_at: Option<Timestamp>,
}

/// The connection of an [`EnterpriseAccount`].
#[doc(alias = "EnterpriseAccountConnection")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EnterpriseConnection {
    /// The ID, which starts with `entconn_`.
    pub id: String,
    /// The type of the object.
    pub object: ObjectType,
    /// The protocol it uses.
    pub protocol: EnterpriseProtocol,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// The name.
    pub name: String,
    /// The URL of the logo.
    pub logo_public_url: Option<String>,
    /// The domain. Deprecated by Clerk: newer responses have [`domains`](Self::domains).
    pub domain: Option<String>,
    /// The domains.
    pub domains: Vec<String>,
    /// Whether it is active.
    pub active: bool,
    /// Whether the user's attributes are updated from the provider at each sign-in.
    pub sync_user_attributes: bool,
    /// Whether it covers the subdomains of its domains.
    pub allow_subdomains: bool,
    /// Whether sign-ins initiated by the identity provider are allowed.
    pub allow_idp_initiated: bool,
    /// Whether its users cannot add other identifications.
    pub disable_additional_identifications: bool,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
}
