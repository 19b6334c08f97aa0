use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json as object;

use crate::app::{Call, Ids};
use crate::body::Body;
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::json;

pub(super) async fn verify(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["password"])?;
    let id = ids.user_id();
    let digest = call.app.state.read().user(id)?.password.clone();
    let password = body.required("password")?;
    let none = || Problem::bad_request("no_password_set", "The user does not have a password set.");
    let digest = digest.ok_or_else(none)?;
    let matches = tokio::task::spawn_blocking(move || digest.matches(&password));
    let matches = matches.await.map_err(|_| Problem::internal())?;
    call.app.journal.effect(id, What::PasswordVerified(matches));
    if !matches {
        let text = "Incorrect password. Please try again.";
        return Err(Problem::param("incorrect_password", "password", text));
    }
    json(&object!({ "verified": true }))
}
