//! Clerk's JSON, member by member, in the shape of the version asked for.

mod accounts;
mod identifications;
mod organizations;
mod user;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::Problem;
use crate::state::State;

pub(crate) use accounts::{OauthToken, TrustedDeviceView};
pub(crate) use identifications::{EmailAddressView, PhoneNumberView};
pub(crate) use organizations::{InvitationView, MembershipView};
pub(crate) use user::UserView;

/// What a reply depends on besides the thing it shows.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) state: &'a State,
    /// Whether only the members of January 2025 are shown.
    pub(crate) seed_shapes: bool,
    pub(crate) now: i64,
    pub(crate) origin: &'a str,
    pub(crate) lockout_attempts: i64,
}

impl View<'_> {
    pub(crate) fn image_url(&self, image_id: Option<&str>) -> String {
        format!("{}/images/{}", self.origin, image_id.unwrap_or("default"))
    }
}

/// A list with the number of all its items.
#[derive(Serialize)]
pub(crate) struct Paginated<T> {
    pub(crate) data: Vec<T>,
    pub(crate) total_count: usize,
}

#[derive(Serialize)]
pub(crate) struct TotalCount {
    object: &'static str,
    total_count: usize,
}

impl TotalCount {
    pub(crate) fn new(total_count: usize) -> Self {
        Self { object: "total_count", total_count }
    }
}

#[derive(Serialize)]
pub(crate) struct DeletedObject<'a> {
    pub(crate) object: &'static str,
    pub(crate) id: &'a str,
    pub(crate) deleted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<&'a str>,
}

impl<'a> DeletedObject<'a> {
    pub(crate) fn new(object: &'static str, id: &'a str) -> Self {
        Self { object, id, deleted: true, external_id: None }
    }
}

/// A 200 with a JSON body.
pub(crate) fn json(value: &impl Serialize) -> Result<Response, Problem> {
    let body = serde_json::to_vec(value).map_err(|_| Problem::internal())?;
    let content_type = (header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok((StatusCode::OK, [content_type], body).into_response())
}
