use http::StatusCode;

use super::prelude::*;
use crate::store::Slot;

const LASTS: i64 = 3_600_000;
const LENGTH: usize = 40;

/// An expired token is replaced on the way, when there is a refresh token.
pub(super) fn tokens(call: &mut Call<'_>, id: &str, provider: &str, query: &Query) -> Outcome {
    let list = List::<ExternalAccount>::oldest(query)?;
    let is_paginated = query.boolean("paginated")?.unwrap_or(false);
    let user = call.get::<User>(id)?.id.clone();
    check_provider(call.context, provider)?;
    let slots: Vec<_> = call.slots_of::<ExternalAccount>(Kind::User, &user).collect();
    let account = |slot: &Slot| {
        call.at::<ExternalAccount>(*slot).filter(|account| *account.provider == *provider && account.token.is_some())
    };
    let (slots, ids): (Vec<_>, Vec<_>) =
        slots.iter().filter_map(|slot| Some((*slot, account(slot)?.id.clone()))).unzip();
    ids.iter().try_for_each(|account| refresh(call, account))?;
    let (accounts, total) = list.page_of(slots, call)?;
    let (tokens, view) = (accounts.into_iter().map(|account| TokenOf(account)), call.view());
    Ok(if is_paginated { Shown::page(&view, tokens, total) } else { Shown::list(&view, tokens) })
}

fn check_provider(context: &Context, provider: &str) -> Result<(), Problem> {
    if !provider.starts_with("oauth_") || provider == "oauth_" {
        let text = format!("{provider} is not a supported OAuth provider.");
        return Err(Problem::bad_request("oauth_unsupported_provider", text));
    }
    if context.settings.oauth_providers.iter().any(|known| known == provider) {
        return Ok(());
    }
    let long = format!("The OAuth provider {provider} is not enabled for this instance.");
    let code = "oauth_token_provider_not_enabled";
    Err(Problem::new(StatusCode::NOT_FOUND, code, "OAuth provider not enabled", long))
}

fn refresh(transaction: &mut Transaction<'_>, account: &str) -> Result<(), Problem> {
    let now = transaction.now();
    let token = transaction.get::<ExternalAccount>(account)?.token.clone();
    let Some(mut token) = token.filter(|token| token.expires_at.is_some_and(|at| at <= now)) else { return Ok(()) };
    if !token.can_refresh {
        let text = "The access token has expired, and there is no refresh token.";
        return Err(Problem::unprocessable("oauth_missing_refresh_token", text));
    }
    token.token = transaction.ids().text(LENGTH);
    token.expires_at = Some(now.saturating_add(LASTS));
    transaction.set::<ExternalAccount>(account, |account| account.token = Some(token))
}
