use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::metadata::Metadata;
use crate::state::user::{EnterpriseAccount, ExternalAccount, Scim, Token, TrustedDevice};

pub(crate) struct ExternalAccountView<'a> {
    pub(crate) account: &'a ExternalAccount,
    pub(crate) newer: bool,
}

/// The accounts of Google and Facebook have an object type of their own, are known by their identification, and hold the id that
/// deletes them in `external_account_id`.
fn own_type(provider: &str) -> Option<(&'static str, &'static str)> {
    match provider {
        "oauth_google" => Some(("google_account", "google_id")),
        "oauth_facebook" => Some(("facebook_account", "facebook_id")),
        _ => None,
    }
}

impl Serialize for ExternalAccountView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let account = self.account;
        let mut map = serializer.serialize_map(None)?;
        let own = own_type(&account.provider);
        if let Some((object, id_name)) = own {
            map.serialize_entry("object", object)?;
            map.serialize_entry("id", &account.identification_id)?;
            map.serialize_entry(id_name, &account.provider_user_id)?;
            map.serialize_entry("given_name", &account.first_name)?;
            map.serialize_entry("family_name", &account.last_name)?;
            map.serialize_entry("picture", &account.image_url)?;
        } else {
            map.serialize_entry("object", "external_account")?;
            map.serialize_entry("id", &account.id)?;
        }
        if own.is_none() || self.newer {
            self.common_names(&mut map)?;
        }
        map.serialize_entry("approved_scopes", &account.approved_scopes)?;
        map.serialize_entry("email_address", &account.email_address)?;
        map.serialize_entry("username", &account.username)?;
        map.serialize_entry("public_metadata", &account.public_metadata)?;
        map.serialize_entry("label", &account.label)?;
        map.serialize_entry("created_at", &account.created_at)?;
        map.serialize_entry("updated_at", &account.updated_at)?;
        map.serialize_entry("verification", &account.verification)?;
        map.end()
    }
}

impl ExternalAccountView<'_> {
    fn common_names<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let account = self.account;
        map.serialize_entry("provider", &account.provider)?;
        map.serialize_entry("identification_id", &account.identification_id)?;
        map.serialize_entry("external_account_id", &account.id)?;
        map.serialize_entry("provider_user_id", &account.provider_user_id)?;
        map.serialize_entry("first_name", &account.first_name)?;
        map.serialize_entry("last_name", &account.last_name)?;
        map.serialize_entry("avatar_url", &account.image_url)?;
        map.serialize_entry("image_url", &account.image_url)?;
        if self.newer {
            map.serialize_entry("email_address_verified", &Some(true))?;
            map.serialize_entry("phone_number", &None::<&str>)?;
        }
        Ok(())
    }
}

pub(crate) struct SamlAccountView<'a> {
    pub(crate) account: &'a EnterpriseAccount,
    pub(crate) newer: bool,
}

impl Serialize for SamlAccountView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let account = self.account;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &account.saml_id)?;
        map.serialize_entry("object", "saml_account")?;
        account.common(&mut map)?;
        if self.newer {
            map.serialize_entry("last_authenticated_at", &account.last_authenticated_at)?;
        }
        map.serialize_entry("saml_connection", &Connection { account, newer: self.newer, enterprise: false })?;
        map.end()
    }
}

pub(crate) struct EnterpriseAccountView<'a>(pub(crate) &'a EnterpriseAccount);

impl Serialize for EnterpriseAccountView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let account = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &account.id)?;
        map.serialize_entry("object", "enterprise_account")?;
        map.serialize_entry("protocol", account.protocol())?;
        account.common(&mut map)?;
        map.serialize_entry("last_authenticated_at", &account.last_authenticated_at)?;
        map.serialize_entry("enterprise_connection_id", &account.connection_id)?;
        map.serialize_entry("enterprise_connection", &Connection { account, newer: true, enterprise: true })?;
        map.end()
    }
}

impl EnterpriseAccount {
    fn protocol(&self) -> &'static str {
        if self.saml_id.is_some() { "saml" } else { "oauth" }
    }

    fn common<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("provider", &self.provider)?;
        map.serialize_entry("active", &self.active)?;
        map.serialize_entry("email_address", &self.email_address)?;
        map.serialize_entry("first_name", &self.first_name)?;
        map.serialize_entry("last_name", &self.last_name)?;
        map.serialize_entry("provider_user_id", &self.provider_user_id)?;
        map.serialize_entry("public_metadata", &self.public_metadata)?;
        map.serialize_entry("verification", &self.verification)
    }
}

struct Connection<'a> {
    account: &'a EnterpriseAccount,
    newer: bool,
    enterprise: bool,
}

impl Serialize for Connection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let account = self.account;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &account.connection_id)?;
        if self.enterprise {
            map.serialize_entry("protocol", account.protocol())?;
            map.serialize_entry("logo_public_url", &None::<&str>)?;
        }
        map.serialize_entry("name", &account.connection_name)?;
        map.serialize_entry("domain", &account.domain)?;
        if self.newer {
            map.serialize_entry("domains", &[&account.domain])?;
        }
        map.serialize_entry("active", &account.active)?;
        map.serialize_entry("provider", &account.provider)?;
        map.serialize_entry("sync_user_attributes", &true)?;
        map.serialize_entry("allow_subdomains", &false)?;
        map.serialize_entry("allow_idp_initiated", &false)?;
        map.serialize_entry("disable_additional_identifications", &false)?;
        map.serialize_entry("created_at", &account.created_at)?;
        map.serialize_entry("updated_at", &account.updated_at)?;
        map.end()
    }
}

pub(crate) struct ScimView<'a>(pub(crate) &'a Scim);

impl Serialize for ScimView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("directory_id", &self.0.directory_id)?;
        map.serialize_entry("directory_enabled", &true)?;
        map.serialize_entry("external_id", &self.0.external_id)?;
        map.end()
    }
}

pub(crate) struct TrustedDeviceView<'a>(pub(crate) &'a TrustedDevice);

impl Serialize for TrustedDeviceView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let device = self.0;
        let status = if device.revoked_at.is_some() { "revoked" } else { "active" };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("object", "trusted_device")?;
        map.serialize_entry("id", &device.id)?;
        map.serialize_entry("platform", &device.platform)?;
        map.serialize_entry("app_identifier", "com.example.local-clerk")?;
        map.serialize_entry("name", &device.name)?;
        map.serialize_entry("algorithm", "ES256")?;
        map.serialize_entry("status", status)?;
        map.serialize_entry("created_at", &device.created_at)?;
        map.serialize_entry("updated_at", &device.updated_at)?;
        map.serialize_entry("last_used_at", &None::<i64>)?;
        map.serialize_entry("revoked_at", &device.revoked_at)?;
        map.end()
    }
}

/// An OAuth token as `oauth_access_tokens` lists it.
#[derive(Serialize)]
pub(crate) struct OauthToken<'a> {
    object: &'static str,
    external_account_id: &'a str,
    provider_user_id: &'a str,
    token: &'a str,
    // Not a member yet in January 2025: then it is left out, and null means that the token never expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<Option<i64>>,
    provider: &'a str,
    public_metadata: &'a Metadata,
    label: Option<&'a str>,
    scopes: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_secret: Option<&'a str>,
}

impl<'a> OauthToken<'a> {
    pub(crate) fn new(account: &'a ExternalAccount, token: &'a Token, newer: bool) -> Self {
        Self {
            object: "oauth_access_token",
            external_account_id: &account.id,
            provider_user_id: &account.provider_user_id,
            token: &token.token,
            expires_at: newer.then_some(token.expires_at),
            provider: &account.provider,
            public_metadata: &account.public_metadata,
            label: account.label.as_deref(),
            scopes: account.approved_scopes.split_whitespace().collect(),
            id_token: token.id_token.as_deref().filter(|_| newer),
            token_secret: token.secret.as_deref(),
        }
    }
}
