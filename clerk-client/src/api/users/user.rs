//! [`User`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::{EmailAddress, EnterpriseAccount, ExternalAccount, Passkey, PhoneNumber, SamlAccount, Web3Wallet};
use crate::api::organizations::OrganizationMembership;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A user.
///
/// Everything but the [`id`](Self::id) may be missing in a reply; it then reads like null:
/// `None`, false, or empty.
///
/// ```
/// # use clerk_client::User;
/// let user: User = serde_json::from_str(
///     r#"{"id":"user_2a","first_name":"Ada","primary_email_address_id":"idn_1","email_addresses":[
///         {"id":"idn_1","email_address":"ada@example.com","verification":{"status":"verified"}}]}"#,
/// )?;
/// assert_eq!(user.full_name().as_deref(), Some("Ada"));
/// assert!(user.primary_email_address().is_some_and(|address| address.is_verified()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct User {
    /// Starts with `user_`.
    #[clerk(required)]
    pub id: String,
    /// `user`.
    pub object: ObjectType,
    /// The user's id in your own systems.
    pub external_id: Option<String>,
    /// The id of one of [`email_addresses`](Self::email_addresses).
    pub primary_email_address_id: Option<String>,
    /// The id of one of [`phone_numbers`](Self::phone_numbers).
    pub primary_phone_number_id: Option<String>,
    /// The id of one of [`web3_wallets`](Self::web3_wallets).
    pub primary_web3_wallet_id: Option<String>,
    /// The user name.
    pub username: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The language, such as `en-US`. Added by Clerk after January 2025.
    pub locale: Option<String>,
    /// The picture. Deprecated by Clerk: use [`image_url`](Self::image_url).
    pub profile_image_url: Option<String>,
    /// The picture.
    pub image_url: Option<String>,
    /// Whether the user has a picture of their own.
    pub has_image: bool,
    /// Metadata that the user's browser may see and only the backend may change.
    pub public_metadata: Metadata,
    /// Metadata that only the backend may see and change.
    pub private_metadata: Metadata,
    /// Metadata that the user may change: do not trust it.
    pub unsafe_metadata: Metadata,
    /// The e-mail addresses.
    pub email_addresses: Vec<EmailAddress>,
    /// The phone numbers.
    pub phone_numbers: Vec<PhoneNumber>,
    /// The wallets.
    pub web3_wallets: Vec<Web3Wallet>,
    /// The passkeys.
    pub passkeys: Vec<Passkey>,
    /// Whether the user has a password.
    pub password_enabled: bool,
    /// Whether a second factor is set up.
    pub two_factor_enabled: bool,
    /// Whether an authenticator app is set up.
    pub totp_enabled: bool,
    /// Whether there are backup codes.
    pub backup_code_enabled: bool,
    /// When the second factor was turned on.
    pub mfa_enabled_at: Option<Timestamp>,
    /// When the second factor was turned off.
    pub mfa_disabled_at: Option<Timestamp>,
    /// When the password was last changed. Added by Clerk after January 2025.
    pub password_last_updated_at: Option<Timestamp>,
    /// Whether the user has to choose a new password. In none of Clerk's specifications.
    pub requires_password_reset: Option<bool>,
    /// The accounts at OAuth providers.
    pub external_accounts: Vec<ExternalAccount>,
    /// The accounts at SAML connections.
    pub saml_accounts: Vec<SamlAccount>,
    /// The accounts at enterprise connections. Added by Clerk after January 2025.
    pub enterprise_accounts: Vec<EnterpriseAccount>,
    /// The memberships in organizations, where Clerk sends them along. Added by Clerk after
    /// January 2025.
    pub organization_memberships: Vec<OrganizationMembership>,
    /// When the user last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Whether the user is banned.
    pub banned: bool,
    /// Whether the user is locked out.
    pub locked: bool,
    /// Whether a directory has withdrawn the user. Added by Clerk after January 2025.
    pub deprovisioned: Option<bool>,
    /// For how many seconds the user is still locked out.
    pub lockout_expires_in_seconds: Option<i64>,
    /// How many wrong attempts are left before the user is locked out.
    pub verification_attempts_remaining: Option<i64>,
    /// When the user was last changed.
    pub updated_at: Option<Timestamp>,
    /// When the user was created.
    pub created_at: Option<Timestamp>,
    /// Whether the user may delete their account.
    pub delete_self_enabled: bool,
    /// Whether the user may create organizations.
    pub create_organization_enabled: bool,
    /// How many organizations the user may create; 0 for as many as they like.
    pub create_organizations_limit: Option<i64>,
    /// When the user was last active. To the day in some replies, to the millisecond in others.
    pub last_active_at: Option<Timestamp>,
    /// When the user accepted the legal terms.
    pub legal_accepted_at: Option<Timestamp>,
    /// Whether sign-ins on unknown devices go unchecked. Added by Clerk after January 2025.
    pub bypass_client_trust: Option<bool>,
    /// What the directory that manages the user knows. Added by Clerk after January 2025.
    pub scim: Option<ScimMetadata>,
}

impl User {
    /// The e-mail address whose id is [`primary_email_address_id`](Self::primary_email_address_id).
    #[must_use]
    pub fn primary_email_address(&self) -> Option<&EmailAddress> {
        let id = self.primary_email_address_id.as_deref()?;
        self.email_addresses.iter().find(|address| address.id == id)
    }

    /// The phone number whose id is [`primary_phone_number_id`](Self::primary_phone_number_id).
    #[must_use]
    pub fn primary_phone_number(&self) -> Option<&PhoneNumber> {
        let id = self.primary_phone_number_id.as_deref()?;
        self.phone_numbers.iter().find(|number| number.id == id)
    }

    /// The wallet whose id is [`primary_web3_wallet_id`](Self::primary_web3_wallet_id).
    #[must_use]
    pub fn primary_web3_wallet(&self) -> Option<&Web3Wallet> {
        let id = self.primary_web3_wallet_id.as_deref()?;
        self.web3_wallets.iter().find(|wallet| wallet.id == id)
    }

    /// First and last name with a blank between them, or the one there is; `None` when the user has
    /// neither.
    #[must_use]
    pub fn full_name(&self) -> Option<String> {
        let names = [self.first_name.as_deref(), self.last_name.as_deref()];
        let names: Vec<_> = names.into_iter().flatten().map(str::trim).filter(|name| !name.is_empty()).collect();
        (!names.is_empty()).then(|| names.join(" "))
    }
}

/// What the SCIM directory that manages a user knows. Added by Clerk after January 2025.
#[doc(alias = "SCIMUserMetadata")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct ScimMetadata {
    /// The directory's id.
    pub directory_id: String,
    /// Whether the directory is in use.
    pub directory_enabled: Option<bool>,
    /// The user's id in the directory.
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
