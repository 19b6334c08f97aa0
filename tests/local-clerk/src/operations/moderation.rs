use axum::response::Response;

use super::update::revoke_sessions;
use crate::app::{Call, Ids};
use crate::journal::What;
use crate::problem::Problem;

pub(super) async fn ban(call: Call, ids: Ids) -> Result<Response, Problem> {
    refuse_without_plan(&call)?;
    call.change_and_show(ids.user_id(), |user, effects| {
        user.banned = true;
        effects.push(What::Banned);
        revoke_sessions(user, effects);
        Ok(())
    })
}

pub(super) async fn unban(call: Call, ids: Ids) -> Result<Response, Problem> {
    refuse_without_plan(&call)?;
    call.change_and_show(ids.user_id(), |user, effects| {
        user.banned = false;
        effects.push(What::Unbanned);
        Ok(())
    })
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
