//! A user as it is kept. What a reply shows of it is written in `reply`.

use crate::metadata::Metadata;
use crate::password::Password;
use crate::state::verification::Verification;

/// The place of a user in the order of creation; never given twice.
pub(crate) type Slot = u64;

#[derive(Clone, Debug, Default)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) external_id: Option<String>,
    pub(crate) primary_email_address_id: Option<String>,
    pub(crate) primary_phone_number_id: Option<String>,
    pub(crate) primary_web3_wallet_id: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) image_id: Option<String>,
    pub(crate) public_metadata: Metadata,
    pub(crate) private_metadata: Metadata,
    pub(crate) unsafe_metadata: Metadata,
    pub(crate) email_addresses: Vec<EmailAddress>,
    pub(crate) phone_numbers: Vec<PhoneNumber>,
    pub(crate) web3_wallets: Vec<Web3Wallet>,
    pub(crate) passkeys: Vec<Passkey>,
    pub(crate) external_accounts: Vec<ExternalAccount>,
    pub(crate) enterprise_accounts: Vec<EnterpriseAccount>,
    pub(crate) memberships: Vec<Membership>,
    pub(crate) password: Option<Password>,
    pub(crate) password_last_updated_at: Option<i64>,
    pub(crate) password_compromised: bool,
    pub(crate) totp: Option<Totp>,
    pub(crate) backup_codes: Option<Vec<BackupCode>>,
    pub(crate) mfa_enabled_at: Option<i64>,
    pub(crate) mfa_disabled_at: Option<i64>,
    pub(crate) last_sign_in_at: Option<i64>,
    pub(crate) last_active_at: Option<i64>,
    pub(crate) banned: bool,
    pub(crate) lock_expires_at: Option<i64>,
    pub(crate) deprovisioned: bool,
    pub(crate) scim: Option<Box<Scim>>,
    pub(crate) sessions: Vec<String>,
    pub(crate) trusted_devices: Vec<TrustedDevice>,
    pub(crate) credits: Vec<Credit>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) delete_self_enabled: bool,
    pub(crate) create_organization_enabled: bool,
    pub(crate) create_organizations_limit: Option<i64>,
    pub(crate) legal_accepted_at: Option<i64>,
    pub(crate) bypass_client_trust: bool,
}

impl User {
    pub(crate) fn two_factor_enabled(&self) -> bool {
        self.totp_enabled() || self.phone_numbers.iter().any(|phone| phone.reserved_for_second_factor)
    }

    pub(crate) fn totp_enabled(&self) -> bool {
        self.totp.as_ref().is_some_and(|totp| totp.verified)
    }

    pub(crate) fn backup_code_enabled(&self) -> bool {
        self.backup_codes.is_some()
    }

    /// When the lock ends, if the user is locked now.
    pub(crate) fn locked_until(&self, now: i64) -> Option<i64> {
        self.lock_expires_at.filter(|until| *until > now)
    }

    pub(crate) fn primary_email_address(&self) -> Option<&EmailAddress> {
        let id = self.primary_email_address_id.as_deref()?;
        self.email_addresses.iter().find(|email| email.id == id)
    }

    pub(crate) fn primary_phone_number(&self) -> Option<&PhoneNumber> {
        let id = self.primary_phone_number_id.as_deref()?;
        self.phone_numbers.iter().find(|phone| phone.id == id)
    }

    pub(crate) fn primary_web3_wallet(&self) -> Option<&Web3Wallet> {
        let id = self.primary_web3_wallet_id.as_deref()?;
        self.web3_wallets.iter().find(|wallet| wallet.id == id)
    }

    /// The text that stands for the user to others, as in memberships.
    pub(crate) fn identifier(&self) -> Option<&str> {
        let email = self.primary_email_address().map(|email| email.email_address.as_str());
        let phone = || self.primary_phone_number().map(|phone| phone.phone_number.as_str());
        let wallet = || self.primary_web3_wallet().map(|wallet| wallet.web3_wallet.as_str());
        email.or_else(phone).or(self.username.as_deref()).or_else(wallet)
    }

    /// How many ways to be identified the user has.
    pub(crate) fn identifications(&self) -> usize {
        self.email_addresses.len()
            + self.phone_numbers.len()
            + self.web3_wallets.len()
            + self.external_accounts.len()
            + self.enterprise_accounts.len()
            + usize::from(self.username.is_some())
    }
}

#[derive(Clone, Debug)]
pub(crate) struct EmailAddress {
    pub(crate) id: String,
    pub(crate) email_address: String,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    pub(crate) linked_to: Vec<Link>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct PhoneNumber {
    pub(crate) id: String,
    pub(crate) phone_number: String,
    pub(crate) reserved_for_second_factor: bool,
    pub(crate) default_second_factor: bool,
    pub(crate) reserved: bool,
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Web3Wallet {
    pub(crate) id: String,
    pub(crate) web3_wallet: String,
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Passkey {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) last_used_at: i64,
    pub(crate) verification: Option<Verification>,
}

#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) kind: String,
    pub(crate) id: String,
}

#[derive(Clone, Debug)]
pub(crate) struct ExternalAccount {
    /// The `eac_` id, which deletes it.
    pub(crate) id: String,
    pub(crate) identification_id: String,
    pub(crate) provider: String,
    pub(crate) provider_user_id: String,
    pub(crate) approved_scopes: String,
    pub(crate) email_address: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) image_url: String,
    pub(crate) username: Option<String>,
    pub(crate) public_metadata: Metadata,
    pub(crate) label: Option<String>,
    pub(crate) verification: Option<Verification>,
    pub(crate) token: Option<Token>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) token: String,
    pub(crate) secret: Option<String>,
    pub(crate) id_token: Option<String>,
    pub(crate) expires_at: Option<i64>,
    pub(crate) can_refresh: bool,
}

/// A SAML or other enterprise account; SAML ones show in `saml_accounts` too.
#[derive(Clone, Debug)]
pub(crate) struct EnterpriseAccount {
    pub(crate) id: String,
    pub(crate) saml_id: Option<String>,
    pub(crate) provider: String,
    pub(crate) active: bool,
    pub(crate) email_address: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) provider_user_id: Option<String>,
    pub(crate) last_authenticated_at: Option<i64>,
    pub(crate) public_metadata: Metadata,
    pub(crate) verification: Option<Verification>,
    pub(crate) connection_id: String,
    pub(crate) connection_name: String,
    pub(crate) domain: String,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) id: String,
    pub(crate) organization_id: String,
    pub(crate) role: String,
    pub(crate) role_name: String,
    pub(crate) permissions: Option<Vec<String>>,
    pub(crate) public_metadata: Metadata,
    pub(crate) private_metadata: Metadata,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug)]
pub(crate) struct Totp {
    pub(crate) id: String,
    pub(crate) secret: Vec<u8>,
    pub(crate) verified: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BackupCode {
    Plain(String),
    Bcrypt(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Scim {
    pub(crate) directory_id: String,
    pub(crate) external_id: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct TrustedDevice {
    pub(crate) id: String,
    pub(crate) platform: String,
    pub(crate) name: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) revoked_at: Option<i64>,
}

/// A change of the credit balance.
#[derive(Clone, Debug)]
pub(crate) struct Credit {
    pub(crate) id: String,
    pub(crate) key: String,
    pub(crate) cents: i64,
    pub(crate) note: Option<String>,
    pub(crate) created_at: i64,
}
