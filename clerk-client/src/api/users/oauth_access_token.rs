//! [`OAuthAccessToken`].

use clerk_macros::{ClerkQuery, ClerkResponse};
use secrecy::SecretString;

use super::Strategy;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A token to call an OAuth provider on behalf of a user.
///
/// `Debug` redacts the tokens, and the type cannot be serialized.
#[doc(alias = "GetOAuthAccessToken200ResponseInner")]
#[derive(Debug, Clone, Default, ClerkResponse)]
#[non_exhaustive]
pub struct OAuthAccessToken {
    /// The type of the object: `oauth_access_token`.
    pub object: ObjectType,
    /// The ID of the account it belongs to.
    pub external_account_id: String,
    /// The user's ID at the provider.
    pub provider_user_id: String,
    /// The token.
    pub token: SecretString,
    /// When the token expires; `None` if it does not, or the provider does not say.
    pub expires_at: Option<Timestamp>,
    /// The provider, such as `oauth_google`.
    pub provider: Strategy,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// A label that distinguishes several accounts of one provider.
    pub label: Option<String>,
    /// The scopes of the token; empty for OAuth 1.0.
    pub scopes: Vec<String>,
    /// The identity token, of providers with OpenID Connect.
    pub id_token: Option<SecretString>,
    /// The secret that belongs to the token, for OAuth 1.0.
    pub token_secret: Option<SecretString>,
}

/// Which page of a user's OAuth access tokens to list.
///
/// # Errors
///
/// A call fails without sending a request if [`limit`](field@Self::limit) is outside 1..=500.
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[non_exhaustive]
pub struct ListOAuthAccessTokens {
    /// Whether the response has a total count: `true` for [`Page::total_count`](crate::Page::total_count). Default: `false`.
    pub paginated: Option<bool>,
    /// The number of tokens a page: 1 to 500. Default: 10.
    #[clerk(range = 1..=500)]
    pub limit: Option<u32>,
    /// The number of tokens to skip. Default: 0.
    pub offset: Option<u64>,
}
