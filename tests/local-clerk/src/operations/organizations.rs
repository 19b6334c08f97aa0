use axum::response::Response;

use crate::app::{Call, Ids};
use crate::problem::Problem;
use crate::query::invalid;
use crate::reply::{InvitationView, MembershipView, Paginated, json};

const STATUSES: [&str; 4] = ["pending", "accepted", "revoked", "expired"];

pub(super) async fn memberships(call: Call, ids: Ids) -> Result<Response, Problem> {
    let page = call.query.page()?;
    let state = call.app.state.read();
    let view = call.view(&state);
    let user = state.user(ids.user_id())?;
    let newest_first = user.memberships.iter().rev().skip(page.offset).take(page.limit);
    let data: Vec<_> = newest_first.map(|membership| MembershipView { membership, user, view }).collect();
    json(&Paginated { data, total_count: user.memberships.len() })
}

pub(super) async fn invitations(call: Call, ids: Ids) -> Result<Response, Problem> {
    let page = call.query.page()?;
    let statuses = call.query.all("status")?;
    if statuses.iter().any(|status| !STATUSES.contains(status)) {
        return Err(invalid("status", "pending, accepted, revoked or expired"));
    }
    let state = call.app.state.read();
    let view = call.view(&state);
    let mut found = state.invitations_of(state.user(ids.user_id())?);
    found.retain(|invitation| statuses.is_empty() || statuses.contains(&invitation.status.as_str()));
    let total_count = found.len();
    let data = found.into_iter().skip(page.offset).take(page.limit);
    let data: Vec<_> = data.map(|invitation| InvitationView { invitation, view }).collect();
    json(&Paginated { data, total_count })
}

/// The memberships of all users, the newest users first.
pub(super) async fn all_memberships(call: Call) -> Result<Response, Problem> {
    let page = call.query.page()?;
    let state = call.app.state.read();
    let view = call.view(&state);
    let users = state.index.created().iter().rev().filter_map(|(_, slot)| state.at(*slot));
    let all: Vec<_> =
        users.flat_map(|user| user.memberships.iter().map(move |membership| (user, membership))).collect();
    let total_count = all.len();
    let data = all.into_iter().skip(page.offset).take(page.limit);
    let data: Vec<_> = data.map(|(user, membership)| MembershipView { membership, user, view }).collect();
    json(&Paginated { data, total_count })
}
