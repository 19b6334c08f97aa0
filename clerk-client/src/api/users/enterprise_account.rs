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
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// A user's account at an enterprise connection. Added by Clerk after January 2025.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EnterpriseAccount {
    /// Its id.
    pub id: String,
    /// `enterprise_account`.
    pub object: ObjectType,
    /// The protocol it uses.
    pub protocol: EnterpriseProtocol,
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
    /// The id of the connection it belongs to.
    pub enterprise_connection_id: Option<String>,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// How it was verified.
    pub verification: Option<Verification>,
    /// The connection it belongs to.
    pub enterprise_connection: Option<EnterpriseConnection>,
    /// When it was last used.
    pub last_authenticated_at: Option<Timestamp>,
}

/// The connection of an [`EnterpriseAccount`].
#[doc(alias = "EnterpriseAccountConnection")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct EnterpriseConnection {
    /// Its id.
    pub id: String,
    /// The protocol it uses.
    pub protocol: EnterpriseProtocol,
    /// The provider, such as `saml_okta`.
    pub provider: String,
    /// Its name.
    pub name: String,
    /// Where its logo is.
    pub logo_public_url: Option<String>,
    /// Its domain. Deprecated by Clerk: newer replies have [`domains`](Self::domains).
    pub domain: Option<String>,
    /// Its domains.
    pub domains: Vec<String>,
    /// Whether it can be used.
    pub active: bool,
    /// Whether a user's attributes are taken over at each sign-in.
    pub sync_user_attributes: bool,
    /// Whether subdomains of its domains belong to it.
    pub allow_subdomains: bool,
    /// Whether the provider may start a sign-in.
    pub allow_idp_initiated: bool,
    /// Whether its users may add no other identification.
    pub disable_additional_identifications: bool,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
