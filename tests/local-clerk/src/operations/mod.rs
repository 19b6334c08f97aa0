//! The operations, and where they are routed.

mod accounts;
mod attributes;
mod billing;
mod create;
mod devices;
mod identifications;
mod images;
mod lists;
mod metadata;
mod mfa;
mod moderation;
mod oauth;
mod organizations;
mod password;
mod update;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, delete, get, patch, post, put};

use crate::app::App;
use crate::gate::gate;
use crate::problem::Problem;

pub(crate) use create::create_user;

pub(crate) fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for (path, methods) in routes() {
        router = router.route(&format!("/v1{path}"), methods);
    }
    router
        .fallback(|| async { Problem::not_found("There is nothing at this path.") })
        .method_not_allowed_fallback(|| async { Problem::method_not_allowed() })
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&app), gate))
        .merge(images::public(app))
}

fn routes() -> Vec<(&'static str, MethodRouter)> {
    vec![
        ("/users", get(lists::all).post(create::create)),
        ("/users/count", get(lists::count)),
        ("/users/{user_id}", get(lists::find).patch(update::update).delete(update::delete)),
        ("/users/{user_id}/ban", post(moderation::ban)),
        ("/users/{user_id}/unban", post(moderation::unban)),
        ("/users/{user_id}/lock", post(moderation::lock)),
        ("/users/{user_id}/unlock", post(moderation::unlock)),
        ("/users/{user_id}/profile_image", post(images::set).delete(images::remove)),
        ("/users/{user_id}/metadata", patch(metadata::merge).put(metadata::replace)),
        ("/users/{user_id}/oauth_access_tokens/{provider}", get(oauth::tokens)),
        ("/users/{user_id}/organization_memberships", get(organizations::memberships)),
        ("/users/{user_id}/organization_invitations", get(organizations::invitations)),
        ("/users/{user_id}/verify_password", post(password::verify)),
        ("/users/{user_id}/verify_totp", post(mfa::verify_totp)),
        ("/users/{user_id}/mfa", delete(mfa::disable)),
        ("/users/{user_id}/backup_code", delete(mfa::delete_backup_codes)),
        ("/users/{user_id}/totp", post(mfa::create_totp).delete(mfa::delete_totp)),
        ("/users/{user_id}/passkeys/{passkey_identification_id}", delete(accounts::delete_passkey)),
        ("/users/{user_id}/web3_wallets/{web3_wallet_identification_id}", delete(accounts::delete_web3_wallet)),
        ("/users/{user_id}/external_accounts/{external_account_id}", delete(accounts::delete_external_account)),
        ("/organization_memberships", get(organizations::all_memberships)),
        ("/users/ban", post(moderation::ban_many)),
        ("/users/unban", post(moderation::unban_many)),
        ("/users/{user_id}/email_address", put(identifications::replace_email_address)),
        ("/users/{user_id}/phone_number", put(identifications::replace_phone_number)),
        ("/users/{user_id}/remove_password", post(password::remove)),
        ("/users/{user_id}/password/set_compromised", post(password::set_compromised)),
        ("/users/{user_id}/password/unset_compromised", post(password::unset_compromised)),
        ("/users/{user_id}/trusted_devices", get(devices::list)),
        ("/users/{user_id}/trusted_devices/{trusted_device_id}", delete(devices::revoke)),
        ("/users/{user_id}/billing/subscription", get(billing::subscription)),
        ("/users/{user_id}/billing/credits", get(billing::balance).post(billing::adjust)),
    ]
}
