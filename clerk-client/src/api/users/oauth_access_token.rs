//! [`OAuthAccessToken`].

use clerk_macros::ClerkResponse;
use secrecy::SecretString;

use super::Strategy;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A token with which to call an OAuth provider in a user's name.
///
/// Neither `Debug` nor serialization shows the tokens: this type cannot be serialized at all.
#[doc(alias = "GetOAuthAccessToken200ResponseInner")]
#[derive(Debug, Clone, Default, ClerkResponse)]
#[non_exhaustive]
pub struct OAuthAccessToken {
    /// `oauth_access_token`.
    pub object: ObjectType,
    /// The id of the account it belongs to.
    pub external_account_id: String,
    /// The user's id at the provider.
    pub provider_user_id: String,
    /// The token.
    pub token: SecretString,
    /// When it ends; `None` when it does not or the provider does not say. Added by Clerk after
    /// January 2025.
    pub expires_at: Option<Timestamp>,
    /// The provider, such as `oauth_google`.
    pub provider: Strategy,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// What tells several accounts at one provider apart.
    pub label: Option<String>,
    /// What the token allows; empty for OAuth 1.0.
    pub scopes: Vec<String>,
    /// The identity token, of providers with OpenID Connect. Added by Clerk after January 2025.
    pub id_token: Option<SecretString>,
    /// The secret that belongs to the token, for OAuth 1.0.
    pub token_secret: Option<SecretString>,
}
