use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::json as object;

use crate::app::{Call, Ids};
use crate::body::Body;
use crate::journal::What;
use crate::mfa::{self, CodeType};
use crate::problem::Problem;
use crate::reply::json;
use crate::state::user::{Totp, User};

/// Gone since 2026-05-12. Before, it gives a new secret, not verified yet, and new backup codes.
pub(super) async fn create_totp(call: Call, ids: Ids) -> Result<Response, Problem> {
    if !call.version.has_create_totp() {
        let long = "This operation is no longer part of the API.";
        return Err(Problem::new(StatusCode::GONE, "operation_deprecated", "Operation deprecated", long));
    }
    let totp = Totp::generate(&call.app.random);
    let codes = mfa::generate_backup_codes(&call.app.random);
    let body = call.change(ids.user_id(), |user, effects| {
        let account = user.identifier().unwrap_or(&user.id).to_owned();
        let body = object!({
            "object": "totp",
            "id": totp.id,
            "secret": totp.secret_text(),
            "uri": totp.uri(&account),
            "verified": false,
            "backup_codes": codes,
        });
        let had_second_factor = user.two_factor_enabled();
        user.totp = Some(totp);
        user.backup_codes = Some(mfa::import_backup_codes(codes));
        effects.extend([What::TotpCreated, What::BackupCodesCreated]);
        mfa::note_change(user, had_second_factor, call.now);
        Ok(body)
    })?;
    json(&body)
}

pub(super) async fn verify_totp(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["code"])?;
    call.app.state.read().user(ids.user_id())?;
    let code = body.required("code")?;
    // Backup codes may be bcrypt digests, which take their time.
    let code_type = tokio::task::spawn_blocking(move || {
        call.change(ids.user_id(), |user, effects| {
            let code_type = mfa::verify(user, &code, call.now)?;
            effects.push(match code_type {
                CodeType::Totp => What::TotpVerified,
                CodeType::BackupCode => What::BackupCodeConsumed,
            });
            Ok(code_type)
        })
    });
    let code_type = code_type.await.map_err(|_| Problem::internal())??;
    json(&object!({ "verified": true, "code_type": code_type.name() }))
}

pub(super) async fn disable(call: Call, ids: Ids) -> Result<Response, Problem> {
    switch_off(&call, &ids, What::MfaDisabled, |user| {
        user.totp = None;
        user.backup_codes = None;
        for phone in &mut user.phone_numbers {
            phone.reserved_for_second_factor = false;
            phone.default_second_factor = false;
        }
    })
}

pub(super) async fn delete_totp(call: Call, ids: Ids) -> Result<Response, Problem> {
    switch_off(&call, &ids, What::TotpDeleted, |user| user.totp = None)
}

pub(super) async fn delete_backup_codes(call: Call, ids: Ids) -> Result<Response, Problem> {
    switch_off(&call, &ids, What::BackupCodesDeleted, |user| user.backup_codes = None)
}

fn switch_off(call: &Call, ids: &Ids, what: What, off: impl FnOnce(&mut User)) -> Result<Response, Problem> {
    call.change(ids.user_id(), |user, effects| {
        let had_second_factor = user.two_factor_enabled();
        off(user);
        mfa::note_change(user, had_second_factor, call.now);
        effects.push(what);
        Ok(())
    })?;
    json(&object!({ "user_id": ids.user_id() }))
}
