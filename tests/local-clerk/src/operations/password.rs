use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json as object;

use super::update::revoke_sessions;
use crate::app::{Call, Ids};
use crate::body::Body;
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::json;
use crate::state::user::User;

pub(super) async fn verify(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["password"])?;
    let id = ids.user_id();
    let digest = call.app.state.read().user(id)?.password.clone();
    let password = body.required("password")?;
    let digest = digest.ok_or_else(no_password)?;
    let matches = tokio::task::spawn_blocking(move || digest.matches(&password));
    let matches = matches.await.map_err(|_| Problem::internal())?;
    call.app.journal.effect(id, What::PasswordVerified(matches));
    if !matches {
        let text = "Incorrect password. Please try again.";
        return Err(Problem::param("incorrect_password", "password", text));
    }
    json(&object!({ "verified": true }))
}

/// Without a password the user comes back as it was, and nothing is noted.
pub(super) async fn remove(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["sign_out_of_other_sessions"])?;
    let sign_out = body.boolean("sign_out_of_other_sessions")?.set().unwrap_or(false);
    call.change_and_show(ids.user_id(), |user, effects| {
        if user.password.take().is_some() {
            user.password_last_updated_at = None;
            user.password_compromised = false;
            effects.push(What::PasswordRemoved);
        }
        if sign_out {
            revoke_sessions(user, effects);
        }
        Ok(())
    })
}

pub(super) async fn set_compromised(
    call: Call,
    ids: Ids,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["revoke_all_sessions"])?;
    let revoke = body.boolean("revoke_all_sessions")?.set().unwrap_or(false);
    call.change_and_show(ids.user_id(), |user, effects| {
        mark(user, true, effects)?;
        if revoke {
            revoke_sessions(user, effects);
        }
        Ok(())
    })
}

pub(super) async fn unset_compromised(call: Call, ids: Ids) -> Result<Response, Problem> {
    call.change_and_show(ids.user_id(), |user, effects| mark(user, false, effects))
}

fn mark(user: &mut User, compromised: bool, effects: &mut Vec<What>) -> Result<(), Problem> {
    if user.password.is_none() {
        return Err(no_password());
    }
    user.password_compromised = compromised;
    effects.push(What::Updated);
    Ok(())
}

fn no_password() -> Problem {
    Problem::bad_request("no_password_set", "The user does not have a password set.")
}
