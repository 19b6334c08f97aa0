//! The resources: what each is made of, what its keys are, and how responses show it. One file a resource.

mod accounts;
mod billing;
mod declare;
mod email_address;
mod identification;
mod image;
mod invitation;
mod jwt_template;
mod machines;
mod membership;
mod organization;
mod organization_domain;
mod organization_invitation;
mod passkey;
mod phone_number;
mod redirect_url;
mod restrictions;
mod roles;
mod session;
mod tokens;
mod trusted_device;
mod user;
pub(crate) mod verification;
mod waitlist_entry;
mod web3_wallet;

pub use accounts::OauthToken;
pub(crate) use accounts::{EnterpriseAccount, ExternalAccount, TokenOf};
pub(crate) use billing::{Credit, money};
pub(crate) use email_address::EmailAddress;
pub(crate) use identification::Identification;
pub(crate) use image::Image;
pub(crate) use invitation::Invitation;
pub(crate) use jwt_template::JwtTemplate;
pub(crate) use machines::{Machine, MachineScope};
pub(crate) use membership::Membership;
pub(crate) use organization::Organization;
use organization::Public;
pub(crate) use organization_domain::OrganizationDomain;
pub(crate) use organization_invitation::{OrganizationInvitation, STATUSES, WithOrganization};
pub(crate) use passkey::Passkey;
pub(crate) use phone_number::PhoneNumber;
pub(crate) use redirect_url::RedirectUrl;
pub(crate) use restrictions::{AllowlistIdentifier, BlocklistIdentifier, INSTANCE};
pub(crate) use roles::{Permission, Role};
pub(crate) use session::Session;
pub(crate) use tokens::{ActorToken, SignInToken};
pub(crate) use trusted_device::TrustedDevice;
pub(crate) use user::{BackupCode, Scim, Totp, User};
pub use verification::Verification;
pub(crate) use waitlist_entry::WaitlistEntry;
pub(crate) use web3_wallet::Web3Wallet;

/// What most resources use.
mod prelude {
    pub(super) use super::declare::{members, resource};
    pub(super) use super::*;
    pub(super) use crate::input::metadata::Metadata;
    pub(super) use crate::list::{Filter, Listed, Orders, Signs};
    pub(super) use crate::problem::Problem;
    pub(super) use crate::show::{Object, Show, View};
    pub(super) use crate::store::{
        Field, Id, Index, Keys, Kind, Order, Resource, SearchText, Slot, Store, Transaction, Value,
    };
}

/// The first version that shows all members; those before show the ones of January 2025.
pub(crate) const NEWER: crate::ApiVersion = crate::ApiVersion::V2025_03_12;
