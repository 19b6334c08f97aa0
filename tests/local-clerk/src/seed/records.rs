//! What a seeder takes.

use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::{OauthToken, Verification};

/// JSON, kept to the byte when it is read from a seed file.
///
/// ```
/// use local_clerk::{Json, Membership};
///
/// let member = Membership { public_metadata: Some(serde_json::json!({ "seat": 4 }).into()), ..Membership::default() };
/// # let _: Option<Json> = member.public_metadata;
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Json(pub(super) Box<RawValue>);

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Self(to_raw_value(&value).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }
}

/// An account at an OAuth provider, to be given to a user.
///
/// ```
/// use local_clerk::{ExternalAccount, OauthToken};
///
/// let account = ExternalAccount {
///     email_address: "ada@example.com".to_owned(),
///     token: Some(OauthToken::new("ya29.token")),
///     ..ExternalAccount::new("oauth_google", "1234567890")
/// };
/// # let _ = account;
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExternalAccount {
    /// The provider, such as `oauth_google`.
    pub provider: String,
    /// The user's id at the provider.
    pub provider_user_id: String,
    /// The scopes, separated by spaces.
    pub approved_scopes: String,
    /// The e-mail address at the provider. One that the user has too becomes linked to the account.
    pub email_address: String,
    /// The first name at the provider.
    pub first_name: String,
    /// The last name at the provider.
    pub last_name: String,
    /// The picture at the provider.
    pub image_url: String,
    /// The username at the provider.
    pub username: Option<String>,
    /// A label.
    pub label: Option<String>,
    /// Metadata, a JSON object.
    pub public_metadata: Option<Json>,
    /// How it was verified; by OAuth when absent.
    pub verification: Option<Verification>,
    /// The access token, if the provider gave one.
    pub token: Option<OauthToken>,
}

impl ExternalAccount {
    /// An account without anything but its two ids.
    pub fn new(provider: impl Into<String>, provider_user_id: impl Into<String>) -> Self {
        Self { provider: provider.into(), provider_user_id: provider_user_id.into(), ..Self::default() }
    }
}

/// An account at an enterprise connection. Shown in `enterprise_accounts`, and in `saml_accounts` if it is a SAML one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EnterpriseAccount {
    /// Whether the connection speaks SAML; OAuth otherwise.
    pub saml: bool,
    /// The provider, such as `saml_okta` or `oauth_custom_acme`.
    pub provider: String,
    /// The e-mail address.
    pub email_address: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The user's id at the provider.
    pub provider_user_id: Option<String>,
    /// When it was last used, in milliseconds since 1970.
    pub last_authenticated_at: Option<i64>,
    /// The name of the connection.
    pub connection_name: String,
    /// The domain of the connection.
    pub domain: String,
}

impl EnterpriseAccount {
    /// A SAML account.
    pub fn saml(provider: impl Into<String>, email_address: impl Into<String>) -> Self {
        Self { saml: true, provider: provider.into(), email_address: email_address.into(), ..Self::default() }
    }

    /// An account of an enterprise connection over OAuth.
    pub fn oauth(provider: impl Into<String>, email_address: impl Into<String>) -> Self {
        Self { provider: provider.into(), email_address: email_address.into(), ..Self::default() }
    }
}

/// An organization.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organization {
    /// The id; made up when absent.
    pub id: Option<String>,
    /// The name.
    pub name: String,
    /// The slug; made of the name when empty.
    pub slug: String,
    /// The most members it may have, or 0 for any number; 5 when absent.
    pub max_allowed_memberships: Option<i64>,
    /// The id of the user who created it.
    pub created_by: Option<String>,
    /// Metadata, a JSON object.
    pub public_metadata: Option<Json>,
    /// Metadata, a JSON object.
    pub private_metadata: Option<Json>,
}

impl Organization {
    /// An organization of this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A user's part in an organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Membership {
    /// The role, such as `org:admin`.
    pub role: String,
    /// The role's permissions; null for a role without any.
    pub permissions: Option<Vec<String>>,
    /// Metadata, a JSON object.
    pub public_metadata: Option<Json>,
    /// Metadata, a JSON object.
    pub private_metadata: Option<Json>,
}

impl Default for Membership {
    fn default() -> Self {
        Self::new("org:member")
    }
}

impl Membership {
    /// A part with this role, such as `org:admin`.
    pub fn new(role: impl Into<String>) -> Self {
        let permissions = Some(vec!["org:sys_memberships:read".to_owned()]);
        Self { role: role.into(), permissions, public_metadata: None, private_metadata: None }
    }
}

/// An invitation to an organization.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Invitation {
    /// Who is invited.
    pub email_address: String,
    /// The role, such as `org:member`.
    pub role: String,
    /// `pending`, `accepted`, `revoked` or `expired`.
    pub status: String,
    /// The id of the user who invites.
    pub inviter_id: Option<String>,
    /// When it expires, in milliseconds since 1970.
    pub expires_at: Option<i64>,
    /// Metadata, a JSON object.
    pub public_metadata: Option<Json>,
}

impl Default for Invitation {
    fn default() -> Self {
        Self::new("")
    }
}

impl Invitation {
    /// A pending invitation as a member.
    pub fn new(email_address: impl Into<String>) -> Self {
        Self {
            email_address: email_address.into(),
            role: "org:member".to_owned(),
            status: "pending".to_owned(),
            inviter_id: None,
            expires_at: None,
            public_metadata: None,
        }
    }
}
