//! Accounts at OAuth providers and enterprise connections.

use serde::{Deserialize, Serialize};

use super::prelude::*;

resource! {
    /// Its `eac_` id deletes it.
    ExternalAccount: "eac", "external account";
    part of user;
    with created_at, updated_at;
    {
        identification_id: Id,
        provider: Box<str>,
        provider_user_id: Box<str>,
        approved_scopes: Box<str>,
        email_address: Box<str>,
        first_name: Box<str>,
        last_name: Box<str>,
        image_url: Box<str>,
        username: Option<Box<str>>,
        public_metadata: Metadata,
        label: Option<Box<str>>,
        verification: Option<Verification>,
        token: Option<OauthToken>,
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        let is_known = !self.provider_user_id.is_empty();
        keys.unique_when(is_known, Index::Account, Self::key(&self.provider, &self.provider_user_id));
    }

    fn not_found(_: &str) -> Problem {
        Problem::missing("external_account_not_found", "The external account was not found.")
    }
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
        members!(out, self;
            provider, identification_id, external_account_id = &self.id, provider_user_id, first_name, last_name,
            avatar_url = &self.image_url, image_url, since NEWER email_address_verified = true, since NEWER
            phone_number = ());
    }
}

impl Show for ExternalAccount {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
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
        members!(out, self, view;
            approved_scopes, email_address, username, public_metadata, label, created_at, updated_at, verification =>
            self.verification.as_ref());
    }
}

impl Listed for ExternalAccount {}

/// The access token of an account, as a list of tokens shows it.
pub(crate) struct TokenOf<'a>(pub(crate) &'a ExternalAccount);

impl Show for TokenOf<'_> {
    fn show(&self, _: &View<'_>, out: &mut Object<'_>) {
        let account = self.0;
        let Some(token) = &account.token else { return };
        let scopes: Vec<_> = account.approved_scopes.split_whitespace().collect();
        // A token without an end never expires.
        members!(out, account;
            object = "oauth_access_token", external_account_id = &account.id, provider_user_id, token = &token.token,
            since NEWER expires_at = token.expires_at, provider, public_metadata, label, scopes = scopes, id_token? =
            token.id_token.as_ref().filter(|_| out.is_since(NEWER)), token_secret? = token.token_secret.as_ref());
    }
}

resource! {
    /// A SAML or other enterprise account; SAML ones show in `saml_accounts` too.
    EnterpriseAccount: "entacc", "enterprise account";
    part of user;
    with created_at, updated_at;
    {
        saml_id: Option<Id>,
        provider: Box<str>,
        active: bool,
        email_address: Box<str>,
        first_name: Option<Box<str>>,
        last_name: Option<Box<str>>,
        provider_user_id: Option<Box<str>>,
        last_authenticated_at: Option<i64>,
        public_metadata: Metadata,
        verification: Option<Verification>,
        connection_id: Id,
        connection_name: Box<str>,
        domain: Box<str>,
    }
}

impl EnterpriseAccount {
    fn protocol(&self) -> &'static str {
        if self.saml_id.is_some() { "saml" } else { "oauth" }
    }

    fn show_common(&self, view: &View<'_>, out: &mut Object<'_>) {
        members!(out, self, view;
            provider, active, email_address, first_name, last_name, provider_user_id, public_metadata, verification =>
            self.verification.as_ref());
    }

    fn show_connection(&self, is_enterprise: bool, out: &mut Object<'_>) {
        out.put("id", &self.connection_id);
        if is_enterprise {
            out.put("protocol", self.protocol()).put("logo_public_url", ());
        }
        members!(out, self;
            name = &self.connection_name, domain, since NEWER domains = [&self.domain], active, provider,
            sync_user_attributes = true, allow_subdomains = false, allow_idp_initiated = false,
            disable_additional_identifications = false, created_at, updated_at);
    }
}

impl Show for EnterpriseAccount {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id).put("object", "enterprise_account").put("protocol", self.protocol());
        self.show_common(view, out);
        out.put("last_authenticated_at", self.last_authenticated_at)
            .put("enterprise_connection_id", &self.connection_id)
            .object("enterprise_connection", |out| self.show_connection(true, out));
    }
}

/// An enterprise account in the older shape, which SAML ones have too.
pub(super) struct SamlAccount<'a>(pub(super) &'a EnterpriseAccount);

impl Show for SamlAccount<'_> {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        let account = self.0;
        out.put("id", &account.saml_id).put("object", "saml_account");
        account.show_common(view, out);
        out.since(NEWER, "last_authenticated_at", account.last_authenticated_at)
            .object("saml_connection", |out| account.show_connection(false, out));
    }
}
