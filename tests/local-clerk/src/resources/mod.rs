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
pub use verification::Verification;
pub(crate) use {
    accounts::*, billing::*, email_address::*, identification::*, image::*, invitation::*, jwt_template::*,
    machines::*, membership::*, organization::*, organization_domain::*, organization_invitation::*, passkey::*,
    phone_number::*, redirect_url::*, restrictions::*, roles::*, session::*, tokens::*, trusted_device::*, user::*,
    waitlist_entry::*, web3_wallet::*,
};

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
