use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;

use super::update::revoke_sessions;
use crate::app::{Call, Ids};
use crate::body::Body;
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::{UserView, json};
use crate::state::user::User;

const MOST_AT_ONCE: usize = 50;

pub(super) async fn ban(call: Call, ids: Ids) -> Result<Response, Problem> {
    refuse_without_plan(&call)?;
    call.change_and_show(ids.user_id(), ban_user)
}

pub(super) async fn unban(call: Call, ids: Ids) -> Result<Response, Problem> {
    refuse_without_plan(&call)?;
    call.change_and_show(ids.user_id(), unban_user)
}

pub(super) async fn ban_many(call: Call, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    many(&call, &headers, &bytes, ban_user)
}

pub(super) async fn unban_many(call: Call, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    many(&call, &headers, &bytes, unban_user)
}

type Change = fn(&mut User, &mut Vec<What>) -> Result<(), Problem>;

fn ban_user(user: &mut User, effects: &mut Vec<What>) -> Result<(), Problem> {
    user.banned = true;
    effects.push(What::Banned);
    revoke_sessions(user, effects);
    Ok(())
}

fn unban_user(user: &mut User, effects: &mut Vec<What>) -> Result<(), Problem> {
    user.banned = false;
    effects.push(What::Unbanned);
    Ok(())
}

/// All of the users or, when one of them is unknown, none.
fn many(call: &Call, headers: &HeaderMap, bytes: &Bytes, change: Change) -> Result<Response, Problem> {
    refuse_without_plan(call)?;
    let body = Body::read(headers, bytes)?;
    body.only(&["user_ids"])?;
    let ids = body.strings("user_ids")?.set().unwrap_or_default();
    if ids.is_empty() {
        let text = "user_ids must be included.";
        return Err(Problem::param("form_param_missing", "user_ids", text));
    }
    if ids.len() > MOST_AT_ONCE {
        let text = "user_ids must not have more than 50 items.";
        return Err(Problem::bad_request("bulk_size_exceeded", text).about("user_ids"));
    }
    let mut state = call.app.state.write();
    ids.iter().try_for_each(|id| state.user(id).map(drop))?;
    for id in &ids {
        call.change_in(&mut state, id, change)?;
    }
    let view = call.view(&state);
    let users = ids.iter().map(|id| Ok(UserView { user: state.user(id)?, view }));
    json(&users.collect::<Result<Vec<_>, Problem>>()?)
}

pub(super) fn refuse_without_plan(call: &Call) -> Result<(), Problem> {
    if call.app.settings.can_ban { Ok(()) } else { Err(Problem::no_such_plan()) }
}

pub(super) async fn lock(call: Call, ids: Ids) -> Result<Response, Problem> {
    call.change_and_show(ids.user_id(), |user, effects| {
        user.lock_expires_at = Some(lock_end(&call));
        effects.push(What::Locked);
        Ok(())
    })
}

pub(super) async fn unlock(call: Call, ids: Ids) -> Result<Response, Problem> {
    call.change_and_show(ids.user_id(), |user, effects| {
        user.lock_expires_at = None;
        effects.push(What::Unlocked);
        Ok(())
    })
}

pub(super) fn lock_end(call: &Call) -> i64 {
    let lasts = i64::try_from(call.app.settings.lockout.as_millis()).unwrap_or(i64::MAX);
    call.now.saturating_add(lasts)
}
