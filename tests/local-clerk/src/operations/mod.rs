//! What operations do. A handler is a plain function of a context, the ids of the path and a declared input; it knows nothing of HTTP,
//! of locks or of JSON, so that requests, the Rust seeder and seed files share it.

mod accounts;
mod any;
mod attributes;
mod billing;
mod create;
mod devices;
mod email_addresses;
mod endpoint;
mod identifications;
mod image_format;
mod images;
mod invitations;
mod jwt_templates;
mod lists;
mod machines;
mod memberships;
mod metadata;
mod mfa;
mod moderation;
mod oauth;
mod operation;
mod organization_domains;
mod organization_invitations;
mod organizations;
mod password;
mod phone_numbers;
mod redirect_urls;
mod restrictions;
mod roles;
mod route;
mod sessions;
mod tokens;
mod update;
mod waitlist;

pub(crate) use create::NewUser;
pub(crate) use endpoint::{Endpoint, Request};
pub(crate) use images::DEFAULT_IMAGE;
pub use operation::{Operation, UnknownOperation};
pub(crate) use route::{Found, find};

/// What most handlers use.
mod prelude {
    pub(super) use super::any;
    pub(super) use super::endpoint::{Bulk, Outcome};
    pub(super) use crate::input::metadata::Metadata;
    pub(super) use crate::input::text::*;
    pub(super) use crate::input::{Field, Query, Required, Value, Write, Writes, input, invalid};
    pub(super) use crate::instance::{Call, Context};
    pub(super) use crate::journal::What;
    pub(super) use crate::list::List;
    pub(super) use crate::problem::Problem;
    pub(super) use crate::resources::*;
    pub(super) use crate::show::{Show, Shown, View};
    pub(super) use crate::store::{Id, Index, Kind, Resource, Store, Transaction};
}
