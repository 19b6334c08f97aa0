//! [`User`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::{EmailAddress, EnterpriseAccount, ExternalAccount, Passkey, PhoneNumber, SamlAccount, Web3Wallet};
use crate::api::organizations::OrganizationMembership;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A user.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-user). A response may lack everything but the
/// [`id`](Self::id); what is missing reads like null: `None`, `false` or empty.
///
/// | About | Fields |
/// |---|---|
/// | Identity | [`id`](Self::id), [`external_id`](Self::external_id), [`username`](Self::username), [`first_name`](Self::first_name), [`last_name`](Self::last_name), [`locale`](Self::locale), [`birthday`](Self::birthday), [`gender`](Self::gender), [`image_url`](Self::image_url), [`has_image`](Self::has_image) |
/// | Email, phone, wallets | [`email_addresses`](Self::email_addresses), [`phone_numbers`](Self::phone_numbers), [`web3_wallets`](Self::web3_wallets), and the IDs of the primary ones: [`primary_email_address_id`](Self::primary_email_address_id), [`primary_phone_number_id`](Self::primary_phone_number_id), [`primary_web3_wallet_id`](Self::primary_web3_wallet_id) |
/// | Accounts elsewhere | [`external_accounts`](Self::external_accounts), [`enterprise_accounts`](Self::enterprise_accounts), [`saml_accounts`](Self::saml_accounts), [`scim`](Self::scim) |
/// | Password | [`password_enabled`](Self::password_enabled), [`password_last_updated_at`](Self::password_last_updated_at), [`requires_password_reset`](Self::requires_password_reset) |
/// | Second factors, passkeys | [`two_factor_enabled`](Self::two_factor_enabled), [`totp_enabled`](Self::totp_enabled), [`backup_code_enabled`](Self::backup_code_enabled), [`mfa_enabled_at`](Self::mfa_enabled_at), [`mfa_disabled_at`](Self::mfa_disabled_at), [`passkeys`](Self::passkeys) |
/// | Bans and lockouts | [`banned`](Self::banned), [`locked`](Self::locked), [`lockout_expires_in_seconds`](Self::lockout_expires_in_seconds), [`verification_attempts_remaining`](Self::verification_attempts_remaining), [`deprovisioned`](Self::deprovisioned), [`bypass_client_trust`](Self::bypass_client_trust) |
/// | Permissions | [`delete_self_enabled`](Self::delete_self_enabled), [`create_organization_enabled`](Self::create_organization_enabled), [`create_organizations_limit`](Self::create_organizations_limit) |
/// | Metadata | [`public_metadata`](Self::public_metadata), [`private_metadata`](Self::private_metadata), [`unsafe_metadata`](Self::unsafe_metadata) |
/// | Organizations | [`organization_memberships`](Self::organization_memberships) |
/// | Times | [`created_at`](Self::created_at), [`updated_at`](Self::updated_at), [`last_sign_in_at`](Self::last_sign_in_at), [`last_active_at`](Self::last_active_at), [`legal_accepted_at`](Self::legal_accepted_at) |
///
/// # Examples
///
/// ```no_run
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let user = client.users().find("user_2a").await?;
/// println!("{}", user.full_name().unwrap_or_default());
/// if let Some(address) = user.primary_email_address() {
///     println!("{} (verified: {})", address.email_address, address.is_verified());
/// }
/// # Ok(())
/// # }
/// ```
///
/// A member that has no field here is in the body of the response:
///
/// ```no_run
/// # async fn example(client: clerk_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// #[derive(Default, clerk_client::ClerkResponse)]
/// struct More {
///     nickname: Option<String>,
/// }
///
/// let call = client.users().find("user_2a");
/// let response = call.with_http_info().await?;
/// let more: More = serde_json::from_slice(&response.body)?;
/// println!("{} is {:?}", response.data.id, more.nickname);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct User {
    /// The ID, which starts with `user_`.
    #[clerk(required)]
    pub id: String,
    /// The type of the object: `user`.
    pub object: ObjectType,
    /// The username; `None` if the user has none.
    pub username: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The locale as a BCP 47 tag, such as `en-US`.
    pub locale: Option<String>,
    /// The URL of the image.
    pub image_url: Option<String>,
    /// Whether the user uploaded an image; otherwise Clerk generated it.
    pub has_image: bool,
    /// The ID of one of [`email_addresses`](Self::email_addresses).
    pub primary_email_address_id: Option<String>,
    /// The ID of one of [`phone_numbers`](Self::phone_numbers).
    pub primary_phone_number_id: Option<String>,
    /// The ID of one of [`web3_wallets`](Self::web3_wallets).
    pub primary_web3_wallet_id: Option<String>,
    /// Whether the user has a password.
    pub password_enabled: bool,
    /// Whether a second factor is enabled.
    pub two_factor_enabled: bool,
    /// Whether an authenticator app (TOTP) is enabled.
    pub totp_enabled: bool,
    /// Whether backup codes are enabled.
    pub backup_code_enabled: bool,
    /// The email addresses, verified or not.
    pub email_addresses: Vec<EmailAddress>,
    /// The phone numbers, verified or not.
    pub phone_numbers: Vec<PhoneNumber>,
    /// The web3 wallets.
    pub web3_wallets: Vec<Web3Wallet>,
    /// The passkeys.
    pub passkeys: Vec<Passkey>,
    /// The accounts at OAuth providers.
    pub external_accounts: Vec<ExternalAccount>,
    /// The accounts at SAML connections.
    pub saml_accounts: Vec<SamlAccount>,
    /// The accounts at enterprise connections.
    pub enterprise_accounts: Vec<EnterpriseAccount>,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Metadata,
    /// Metadata that the frontend can read and write: do not trust it.
    pub unsafe_metadata: Metadata,
    /// The user's ID in your own system.
    pub external_id: Option<String>,
    /// When the user last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Whether the user is banned, and cannot sign in.
    pub banned: bool,
    /// Whether the user is locked, and cannot sign in.
    pub locked: bool,
    /// Whether the user was deprovisioned by a SCIM directory.
    pub deprovisioned: Option<bool>,
    /// The number of seconds until the lockout expires; `None` for a locked user means never.
    pub lockout_expires_in_seconds: Option<i64>,
    /// The number of verification attempts left before the user is locked; `None` if the instance has no lockout.
    pub verification_attempts_remaining: Option<i64>,
    /// When the user was created.
    pub created_at: Option<Timestamp>,
    /// When the user was last updated.
    pub updated_at: Option<Timestamp>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: bool,
    /// Whether the user may create organizations.
    pub create_organization_enabled: bool,
    /// Maximum number of organizations that the user may create. 0 means unlimited.
    pub create_organizations_limit: Option<i64>,
    /// When the user was last active, to the day in some responses and to the millisecond in others.
    pub last_active_at: Option<Timestamp>,
    /// When multi-factor authentication was last enabled; kept when it is disabled.
    pub mfa_enabled_at: Option<Timestamp>,
    /// When multi-factor authentication was last disabled; kept when it is enabled again.
    pub mfa_disabled_at: Option<Timestamp>,
    /// When the password was last changed.
    pub password_last_updated_at: Option<Timestamp>,
    /// When the user accepted the legal terms.
    pub legal_accepted_at: Option<Timestamp>,
    /// Whether the user bypasses Device Trust checks during sign-in.
    pub bypass_client_trust: Option<bool>,
    /// The URL of the image. Deprecated by Clerk: use [`image_url`](Self::image_url).
    pub profile_image_url: Option<String>,
    /// The birthday, as text. In responses of older API versions only.
    pub birthday: Option<String>,
    /// The gender, as text. In responses of older API versions only.
    pub gender: Option<String>,
    /// Whether the user must reset their password at the next sign-in. Not in Clerk's OpenAPI documents.
    pub requires_password_reset: Option<bool>,
    /// The organization memberships; `None` if Clerk did not send them.
    pub organization_memberships: Option<Vec<OrganizationMembership>>,
    /// The SCIM directory that manages the user.
    pub scim: Option<ScimMetadata>,
}

impl User {
    /// Returns the email address whose ID is [`primary_email_address_id`](Self::primary_email_address_id).
    #[must_use]
    pub fn primary_email_address(&self) -> Option<&EmailAddress> {
        let id = self.primary_email_address_id.as_deref()?;
        self.email_addresses.iter().find(|address| address.id == id)
    }

    /// Returns the phone number whose ID is [`primary_phone_number_id`](Self::primary_phone_number_id).
    #[must_use]
    pub fn primary_phone_number(&self) -> Option<&PhoneNumber> {
        let id = self.primary_phone_number_id.as_deref()?;
        self.phone_numbers.iter().find(|number| number.id == id)
    }

    /// Returns the wallet whose ID is [`primary_web3_wallet_id`](Self::primary_web3_wallet_id).
    #[must_use]
    pub fn primary_web3_wallet(&self) -> Option<&Web3Wallet> {
        let id = self.primary_web3_wallet_id.as_deref()?;
        self.web3_wallets.iter().find(|wallet| wallet.id == id)
    }

    /// Returns the first and the last name with a space between them, or the one that is set; `None` if neither is.
    #[must_use]
    pub fn full_name(&self) -> Option<String> {
        let names = [self.first_name.as_deref(), self.last_name.as_deref()];
        let names: Vec<_> = names.into_iter().flatten().map(str::trim).filter(|name| !name.is_empty()).collect();
        (!names.is_empty()).then(|| names.join(" "))
    }
}

/// The SCIM directory that manages a user.
#[doc(alias = "SCIMUserMetadata")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct ScimMetadata {
    /// The directory's ID.
    pub directory_id: String,
    /// Whether the directory is enabled.
    pub directory_enabled: Option<bool>,
    /// The user's ID in the directory.
    pub external_id: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(json: &str) -> User {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_primary_identifications_are_found_by_their_ids() {
        let user = user(
            r#"{"id":"user_1","primary_email_address_id":"idn_2","primary_phone_number_id":"idn_3","primary_web3_wallet_id":"idn_9",
            "email_addresses":[{"id":"idn_1","email_address":"a@x.io"},{"id":"idn_2","email_address":"b@x.io"}],
            "phone_numbers":[{"id":"idn_3","phone_number":"+15555550100"}],"web3_wallets":[{"id":"idn_4"}]}"#,
        );
        assert_eq!(user.primary_email_address().map(|address| address.email_address.as_str()), Some("b@x.io"));
        assert_eq!(user.primary_phone_number().map(|number| number.phone_number.as_str()), Some("+15555550100"));
        assert_eq!(user.primary_web3_wallet(), None);
        let wallet =
            self::user(r#"{"id":"u","primary_web3_wallet_id":"idn_4","web3_wallets":[{"id":"idn_3"},{"id":"idn_4"}]}"#);
        assert_eq!(wallet.primary_web3_wallet().map(|wallet| wallet.id.as_str()), Some("idn_4"));
    }

    #[test]
    fn memberships_that_were_not_sent_are_not_none_at_all() {
        for (json, expected) in [
            (r#"{"id":"u"}"#, None),
            (r#"{"id":"u","organization_memberships":null}"#, None),
            (r#"{"id":"u","organization_memberships":[]}"#, Some(0)),
            (r#"{"id":"u","organization_memberships":[{"id":"orgmem_1"}]}"#, Some(1)),
        ] {
            assert_eq!(user(json).organization_memberships.map(|list| list.len()), expected, "{json}");
        }
    }

    #[test]
    fn the_full_name_is_made_of_the_names_there_are() {
        let cases = [
            (r#"{"id":"u","first_name":"Ada","last_name":"Lovelace"}"#, Some("Ada Lovelace")),
            (r#"{"id":"u","first_name":"Ada","last_name":null}"#, Some("Ada")),
            (r#"{"id":"u","first_name":" ","last_name":"Lovelace "}"#, Some("Lovelace")),
            (r#"{"id":"u","first_name":""}"#, None),
        ];
        for (json, name) in cases {
            assert_eq!(user(json).full_name().as_deref(), name, "{json}");
        }
    }
}
