//! The resources: what each is made of, what its keys are, and how responses show it. One file a resource.

mod accounts;
mod billing;
mod declare;
mod email_address;
mod identification;
mod image;
mod invitation;
mod membership;
mod organization;
mod passkey;
mod phone_number;
mod session;
mod trusted_device;
mod user;
pub(crate) mod verification;
mod web3_wallet;

pub use accounts::OauthToken;
pub(crate) use accounts::{EnterpriseAccount, ExternalAccount, TokenOf};
pub(crate) use billing::{Credit, money};
use declare::{members, resource};
pub(crate) use email_address::EmailAddress;
pub(crate) use identification::Identification;
pub(crate) use image::Image;
pub(crate) use invitation::{Invitation, STATUSES};
pub(crate) use membership::Membership;
pub(crate) use organization::Organization;
pub(crate) use passkey::Passkey;
pub(crate) use phone_number::PhoneNumber;
pub(crate) use session::Session;
pub(crate) use trusted_device::TrustedDevice;
pub(crate) use user::{BackupCode, Scim, Totp, User};
pub use verification::Verification;
pub(crate) use web3_wallet::Web3Wallet;

/// The first version that shows all members; those before show the ones of January 2025.
const NEWER: crate::ApiVersion = crate::ApiVersion::V2025_03_12;
