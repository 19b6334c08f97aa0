use axum::http::StatusCode;
use axum::response::Response;

use crate::app::{Call, Ids};
use crate::journal::What;
use crate::problem::Problem;
use crate::reply::{OauthToken, Paginated, json};
use crate::state::user::{ExternalAccount, User};

const LASTS: i64 = 3_600_000;

/// An expired token is replaced on the way, when there is a refresh token.
pub(super) async fn tokens(call: Call, ids: Ids) -> Result<Response, Problem> {
    let (id, provider) = (ids.user_id(), ids.second());
    let page = call.query.page()?;
    let paginated = call.query.boolean("paginated")?.unwrap_or(false);
    call.app.state.read().user(id)?;
    check_provider(&call, provider)?;
    call.change(id, |user, effects| refresh(&call, user, provider, effects))?;
    let newer = !call.version.has_seed_shapes();
    let state = call.app.state.read();
    let accounts = state.user(id)?.external_accounts.iter().filter(|account| account.provider == provider);
    let all: Vec<_> =
        accounts.filter_map(|account| Some(OauthToken::new(account, account.token.as_ref()?, newer))).collect();
    let total_count = all.len();
    let data: Vec<_> = all.into_iter().skip(page.offset).take(page.limit).collect();
    if paginated { json(&Paginated { data, total_count }) } else { json(&data) }
}

fn check_provider(call: &Call, provider: &str) -> Result<(), Problem> {
    if !provider.starts_with("oauth_") || provider == "oauth_" {
        let text = format!("{provider} is not a supported OAuth provider.");
        return Err(Problem::bad_request("oauth_unsupported_provider", text));
    }
    if call.app.settings.oauth_providers.iter().any(|known| known == provider) {
        return Ok(());
    }
    let long = format!("The OAuth provider {provider} is not enabled for this instance.");
    let code = "oauth_token_provider_not_enabled";
    Err(Problem::new(StatusCode::NOT_FOUND, code, "OAuth provider not enabled", long))
}

fn refresh(call: &Call, user: &mut User, provider: &str, effects: &mut Vec<What>) -> Result<(), Problem> {
    for account in user.external_accounts.iter_mut().filter(|account| account.provider == provider) {
        if refresh_account(call, account)? {
            effects.push(What::OauthTokenRefreshed(account.id.clone()));
        }
    }
    Ok(())
}

fn refresh_account(call: &Call, account: &mut ExternalAccount) -> Result<bool, Problem> {
    let Some(token) = &mut account.token else { return Ok(false) };
    if token.expires_at.is_none_or(|at| at > call.now) {
        return Ok(false);
    }
    if !token.can_refresh {
        let text = "The access token has expired, and there is no refresh token.";
        return Err(Problem::unprocessable("oauth_missing_refresh_token", text));
    }
    token.token = call.app.random.text(40);
    token.expires_at = Some(call.now.saturating_add(LASTS));
    Ok(true)
}
