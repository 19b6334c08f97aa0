//! Accounts at OAuth providers and enterprise connections.

use serde::{Deserialize, Serialize};

use super::{NEWER, Verification};
use crate::input::metadata::Metadata;
use crate::problem::Problem;
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExternalAccount {
    /// The `eac_` id, which deletes it.
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) identification_id: Id,
    pub(crate) provider: Box<str>,
    pub(crate) provider_user_id: Box<str>,
    pub(crate) approved_scopes: Box<str>,
    pub(crate) email_address: Box<str>,
    pub(crate) first_name: Box<str>,
    pub(crate) last_name: Box<str>,
    pub(crate) image_url: Box<str>,
    pub(crate) username: Option<Box<str>>,
    pub(crate) public_metadata: Metadata,
    pub(crate) label: Option<Box<str>>,
    pub(crate) verification: Option<Verification>,
    pub(crate) token: Option<OauthToken>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// An OAuth access token.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OauthToken {
    /// The token.
    pub token: String,
    /// The secret, for OAuth 1.
    pub token_secret: Option<String>,
    /// The id token, for OpenID Connect.
    pub id_token: Option<String>,
    /// When it expires, in milliseconds since 1970.
    pub expires_at: Option<i64>,
    /// Whether there is a refresh token: an expired token is then replaced, and an error otherwise.
    pub can_refresh: bool,
}

impl OauthToken {
    /// A token that never expires.
    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into(), ..Self::default() }
    }
}

impl ExternalAccount {
    /// The text by which an account is found.
    pub(crate) fn key(provider: &str, provider_user_id: &str) -> String {
        format!("{provider}\0{provider_user_id}")
    }

    /// The accounts of Google and Facebook have an object type of their own, are known by their identification, and hold the
    /// id that deletes them in `external_account_id`.
    fn own_type(&self) -> Option<(&'static str, &'static str)> {
        match &*self.provider {
            "oauth_google" => Some(("google_account", "google_id")),
            "oauth_facebook" => Some(("facebook_account", "facebook_id")),
            _ => None,
        }
    }

    fn show_common_names(&self, out: &mut Object<'_>) {
        out.put("provider", &self.provider)
            .put("identification_id", &self.identification_id)
            .put("external_account_id", &self.id)
            .put("provider_user_id", &self.provider_user_id)
            .put("first_name", &self.first_name)
            .put("last_name", &self.last_name)
            .put("avatar_url", &self.image_url)
            .put("image_url", &self.image_url)
            .since(NEWER, "email_address_verified", true)
            .since(NEWER, "phone_number", ());
    }
}

impl Resource for ExternalAccount {
    const PREFIX: &'static str = "eac";
    const LABEL: &'static str = "external account";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
        let is_known = !self.provider_user_id.is_empty();
        keys.unique_when(is_known, Index::Account, Self::key(&self.provider, &self.provider_user_id));
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }

    fn not_found(_: &str) -> Problem {
        Problem::missing("external_account_not_found", "The external account was not found.")
    }
}

impl Show for ExternalAccount {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        if let Some((object, id_name)) = self.own_type() {
            out.put("object", object)
                .put("id", &self.identification_id)
                .put(id_name, &self.provider_user_id)
                .put("given_name", &self.first_name)
                .put("family_name", &self.last_name)
                .put("picture", &self.image_url);
        } else {
            out.put("object", "external_account").put("id", &self.id);
        }
        if self.own_type().is_none() || out.is_since(NEWER) {
            self.show_common_names(out);
        }
        out.put("approved_scopes", &self.approved_scopes)
            .put("email_address", &self.email_address)
            .put("username", &self.username)
            .put("public_metadata", &self.public_metadata)
            .put("label", &self.label)
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at)
            .put("verification", self.verification.as_ref().map(Verification::shown));
    }
}

/// The access token of an account, as a list of tokens shows it.
pub(crate) struct TokenOf<'a>(pub(crate) &'a ExternalAccount);

impl Show for TokenOf<'_> {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        let account = self.0;
        let Some(token) = &account.token else { return };
        out.put("object", "oauth_access_token")
            .put("external_account_id", &account.id)
            .put("provider_user_id", &account.provider_user_id)
            .put("token", &token.token)
            // Null means that the token never expires.
            .since(NEWER, "expires_at", token.expires_at)
            .put("provider", &account.provider)
            .put("public_metadata", &account.public_metadata)
            .put("label", &account.label)
            .put("scopes", account.approved_scopes.split_whitespace().collect::<Vec<_>>());
        if let Some(id_token) = &token.id_token {
            out.since(NEWER, "id_token", id_token);
        }
        if let Some(secret) = &token.token_secret {
            out.put("token_secret", secret);
        }
    }
}

/// A SAML or other enterprise account; SAML ones show in `saml_accounts` too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EnterpriseAccount {
    pub(crate) id: Id,
    pub(crate) user: Id,
    pub(crate) saml_id: Option<Id>,
    pub(crate) provider: Box<str>,
    pub(crate) active: bool,
    pub(crate) email_address: Box<str>,
    pub(crate) first_name: Option<Box<str>>,
    pub(crate) last_name: Option<Box<str>>,
    pub(crate) provider_user_id: Option<Box<str>>,
    pub(crate) last_authenticated_at: Option<i64>,
    pub(crate) public_metadata: Metadata,
    pub(crate) verification: Option<Verification>,
    pub(crate) connection_id: Id,
    pub(crate) connection_name: Box<str>,
    pub(crate) domain: Box<str>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl EnterpriseAccount {
    fn protocol(&self) -> &'static str {
        if self.saml_id.is_some() { "saml" } else { "oauth" }
    }

    fn show_common(&self, out: &mut Object<'_>) {
        out.put("provider", &self.provider)
            .put("active", self.active)
            .put("email_address", &self.email_address)
            .put("first_name", &self.first_name)
            .put("last_name", &self.last_name)
            .put("provider_user_id", &self.provider_user_id)
            .put("public_metadata", &self.public_metadata)
            .put("verification", self.verification.as_ref().map(Verification::shown));
    }

    fn show_connection(&self, is_enterprise: bool, out: &mut Object<'_>) {
        out.put("id", &self.connection_id);
        if is_enterprise {
            out.put("protocol", self.protocol()).put("logo_public_url", ());
        }
        out.put("name", &self.connection_name)
            .put("domain", &self.domain)
            .since(NEWER, "domains", [&self.domain])
            .put("active", self.active)
            .put("provider", &self.provider)
            .put("sync_user_attributes", true)
            .put("allow_subdomains", false)
            .put("allow_idp_initiated", false)
            .put("disable_additional_identifications", false)
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at);
    }
}

impl Resource for EnterpriseAccount {
    const PREFIX: &'static str = "entacc";
    const LABEL: &'static str = "enterprise account";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::User, &self.user);
    }

    fn part_of(&self) -> Option<&Id> {
        Some(&self.user)
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for EnterpriseAccount {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id).put("object", "enterprise_account").put("protocol", self.protocol());
        self.show_common(out);
        out.put("last_authenticated_at", self.last_authenticated_at)
            .put("enterprise_connection_id", &self.connection_id)
            .object("enterprise_connection", |out| self.show_connection(true, out));
    }
}

/// An enterprise account in the older shape, which SAML ones have too.
pub(super) struct SamlAccount<'a>(pub(super) &'a EnterpriseAccount);

impl Show for SamlAccount<'_> {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        let account = self.0;
        out.put("id", &account.saml_id).put("object", "saml_account");
        account.show_common(out);
        out.since(NEWER, "last_authenticated_at", account.last_authenticated_at)
            .object("saml_connection", |out| account.show_connection(false, out));
    }
}
