//! The little of billing that hangs on users: a subscription without items, and a credit balance.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Value, json as object};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::app::{Call, Ids};
use crate::body::Body;
use crate::journal::What;
use crate::problem::Problem;
use crate::query::invalid;
use crate::reply::json;
use crate::state::user::{Credit, User};

pub(super) async fn subscription(call: Call, ids: Ids) -> Result<Response, Problem> {
    let state = call.app.state.read();
    let user = state.user(ids.user_id())?;
    json(&object!({
        "object": "commerce_subscription",
        "id": user.id.replacen("user_", "csub_", 1),
        "instance_id": "ins_2LocalClerk000000000000000",
        "status": "active",
        "payer_id": payer(user),
        "created_at": user.created_at,
        "updated_at": user.updated_at,
        "active_at": user.created_at,
        "past_due_at": null,
        "subscription_items": [],
        "eligible_for_free_trial": false,
    }))
}

pub(super) async fn balance(call: Call, ids: Ids) -> Result<Response, Problem> {
    let state = call.app.state.read();
    let user = state.user(ids.user_id())?;
    let cents = user.credits.iter().fold(0, |sum: i64, credit| sum.saturating_add(credit.cents));
    let balance = (!user.credits.is_empty()).then(|| money(cents));
    json(&object!({ "object": "commerce_credit_balance", "balance": balance }))
}

/// The same idempotency key gives the same entry, and is counted once.
pub(super) async fn adjust(call: Call, ids: Ids, headers: HeaderMap, bytes: Bytes) -> Result<Response, Problem> {
    let body = Body::read(&headers, &bytes)?;
    body.only(&["amount", "action", "currency", "idempotency_key", "note"])?;
    let credit = credit(&call, &body)?;
    let reply = call.change(ids.user_id(), |user, effects| {
        let payer = payer(user);
        if let Some(known) = user.credits.iter().find(|known| known.key == credit.key) {
            return Ok(ledger(known, &payer));
        }
        let sum = user.credits.iter().fold(credit.cents, |sum, known| sum.saturating_add(known.cents));
        if sum < 0 {
            let text = "The credit balance is lower than the amount.";
            return Err(Problem::unprocessable("insufficient_credit_balance", text));
        }
        effects.push(What::Updated);
        let reply = ledger(&credit, &payer);
        user.credits.push(credit);
        Ok(reply)
    })?;
    json(&reply)
}

fn credit(call: &Call, body: &Body) -> Result<Credit, Problem> {
    let amount = body.integer("amount")?.set().unwrap_or(0);
    if amount < 1 {
        return Err(Problem::param("invalid_credit_amount", "amount", "amount must be greater than zero."));
    }
    let cents = match body.required("action")?.as_str() {
        "increase" => amount,
        "decrease" => -amount,
        _ => return Err(Problem::param("invalid_credit_action", "action", "action must be increase or decrease.")),
    };
    if body.string("currency")?.set().is_some_and(|currency| !currency.eq_ignore_ascii_case("usd")) {
        return Err(invalid("currency", "USD"));
    }
    let (id, key) = (call.app.random.id("ccl"), body.required("idempotency_key")?);
    Ok(Credit { id, key, cents, note: body.string("note")?.set(), created_at: call.now })
}

fn payer(user: &User) -> String {
    user.id.replacen("user_", "cpayer_", 1)
}

fn money(cents: i64) -> Value {
    let (sign, cents_only) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    object!({
        "amount": cents,
        "amount_formatted": format!("{sign}${}.{:02}", cents_only / 100, cents_only % 100),
        "currency": "USD",
        "currency_symbol": "$",
    })
}

fn ledger(credit: &Credit, payer: &str) -> Value {
    let at = OffsetDateTime::from_unix_timestamp(credit.created_at / 1000).ok();
    let at = at.and_then(|at| at.format(&Rfc3339).ok());
    object!({
        "object": "commerce_credit_ledger",
        "id": credit.id,
        "payer_id": payer,
        "amount": money(credit.cents),
        "source_type": "grant",
        "source_id": credit.key,
        "note": credit.note,
        "created_at": at,
    })
}
