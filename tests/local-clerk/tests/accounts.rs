use std::time::Duration;

use local_clerk::{Clock, EnterpriseAccount, ExternalAccount, LocalClerk, OauthToken};
use serde_json::json;

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn passkeys_and_wallets_are_deleted_once() {
    let clerk = Clerk::start().await;
    let wallet = json!(["0x52908400098527886E0F7030069857D2E4169EE7"]);
    let user = clerk.post("/users", json!({ "username": "ada_l", "web3_wallet": wallet })).await.ok();
    let id = user["id"].as_str().unwrap();
    let passkey = clerk.local.seed().passkey(id, "Laptop").unwrap();
    let wallet = user["web3_wallets"][0]["id"].as_str().unwrap();
    let path = format!("/users/{id}/passkeys/{passkey}");
    assert_eq!(clerk.delete(&path).await.ok(), json!({ "object": "passkey", "id": passkey, "deleted": true }));
    clerk.delete(&path).await.refused(404, "passkey_not_registered");
    let path = format!("/users/{id}/web3_wallets/{wallet}");
    assert_eq!(clerk.delete(&path).await.ok(), json!({ "object": "web3_wallet", "id": wallet, "deleted": true }));
    clerk.delete(&path).await.refused(404, "resource_not_found");
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["primary_web3_wallet_id"], serde_json::Value::Null);
}

#[tokio::test]
async fn the_last_identification_stays() {
    let clerk = Clerk::start().await;
    let wallet = json!(["0x52908400098527886E0F7030069857D2E4169EE7"]);
    let user = clerk.post("/users", json!({ "web3_wallet": wallet })).await.ok();
    let (id, wallet) = (user["id"].as_str().unwrap(), user["web3_wallets"][0]["id"].as_str().unwrap());
    let reply = clerk.delete(&format!("/users/{id}/web3_wallets/{wallet}")).await;
    reply.refused(400, "last_required_identification_deletion_failed");
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok(), user);
}

#[tokio::test]
async fn an_external_account_is_deleted_by_its_own_id_only() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let account =
        ExternalAccount { email_address: "ada@example.com".into(), ..ExternalAccount::new("oauth_google", "1") };
    let account = clerk.local.seed().external_account(&id, account).unwrap();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    let shown = user["external_accounts"][0]["id"].as_str().unwrap();
    assert_eq!(user["email_addresses"][0]["linked_to"], json!([{ "type": "oauth_google", "id": shown }]));
    let path = format!("/users/{id}/external_accounts");
    clerk.delete(&format!("{path}/{shown}")).await.refused(404, "external_account_not_found");
    clerk.delete(&format!("{path}/{account}")).await.ok();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!((&user["external_accounts"], &user["email_addresses"][0]["linked_to"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn enterprise_accounts_show_in_both_lists_when_saml() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    clerk.local.seed().enterprise_account(&id, EnterpriseAccount::saml("saml_okta", "ada@acme.example")).unwrap();
    clerk.local.seed().enterprise_account(&id, EnterpriseAccount::oauth("oauth_custom_acme", "a@b.example")).unwrap();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!(user["saml_accounts"].as_array().unwrap().len(), 1);
    assert_eq!(user["saml_accounts"][0]["verification"]["object"], "verification_saml");
    let protocols: Vec<_> = (0..2).map(|i| user["enterprise_accounts"][i]["protocol"].clone()).collect();
    assert_eq!(protocols, ["saml", "oauth"]);
}

#[tokio::test]
async fn tokens_come_bare_or_paginated_and_are_refreshed() {
    let clock = Clock::standing_at(1_767_225_600_000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock.clone())).await;
    let id = clerk.ada().await;
    let expiring =
        |can_refresh| OauthToken { expires_at: Some(1_767_225_660_000), can_refresh, ..OauthToken::new("old") };
    let seed = |provider: &str, user: &str, token| {
        let scopes = "read write".to_owned();
        let account =
            ExternalAccount { token: Some(token), approved_scopes: scopes, ..ExternalAccount::new(provider, user) };
        clerk.local.seed().external_account(&id, account).unwrap()
    };
    let first = seed("oauth_github", "1", OauthToken::new("gho_1"));
    seed("oauth_github", "2", OauthToken { token_secret: Some("s".into()), ..OauthToken::new("gho_2") });
    seed("oauth_google", "3", expiring(true));
    seed("oauth_apple", "4", expiring(false));
    let path = format!("/users/{id}/oauth_access_tokens");
    let bare = clerk.get(&format!("{path}/oauth_github")).await.ok();
    assert_eq!(
        bare[0],
        json!({
            "object": "oauth_access_token", "external_account_id": first, "provider_user_id": "1", "token": "gho_1",
            "expires_at": null, "provider": "oauth_github", "public_metadata": {}, "label": null, "scopes": ["read", "write"],
        })
    );
    assert_eq!(bare[1]["token_secret"], "s");
    let page = clerk.get(&format!("{path}/oauth_github?paginated=true&limit=1&offset=1")).await.ok();
    assert_eq!((&page["total_count"], &page["data"]), (&json!(2), &json!([bare[1]])));
    assert_eq!(clerk.get(&format!("{path}/oauth_google")).await.ok()[0]["token"], "old");
    clerk.get(&format!("{path}/oauth_apple")).await.ok();
    clock.advance(Duration::from_secs(60));
    let refreshed = clerk.get(&format!("{path}/oauth_google")).await.ok();
    assert_ne!(refreshed[0]["token"], "old");
    assert!(refreshed[0]["expires_at"].as_i64().unwrap() > clock.now());
    clerk.get(&format!("{path}/oauth_apple")).await.refused(422, "oauth_missing_refresh_token");
    assert_eq!(clerk.get(&format!("{path}/oauth_discord")).await.ok(), json!([]));
    clerk.get(&format!("{path}/oauth_tiktok")).await.refused(404, "oauth_token_provider_not_enabled");
    clerk.get(&format!("{path}/github")).await.refused(400, "oauth_unsupported_provider");
    let unknown = format!("/users/{UNKNOWN}/oauth_access_tokens/oauth_github");
    clerk.get(&unknown).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn trusted_devices_are_revoked_once() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let device = clerk.local.seed().trusted_device(&id, "ios", Some("Phone")).unwrap();
    let path = format!("/users/{id}/trusted_devices");
    assert_eq!(clerk.get(&path).await.ok()["data"][0]["id"], device);
    assert_eq!(clerk.delete(&format!("{path}/{device}")).await.ok()["status"], "revoked");
    assert_eq!(clerk.get(&path).await.ok(), json!({ "data": [], "total_count": 0 }));
    clerk.delete(&format!("{path}/{device}")).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn credits_are_counted_once_a_key() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}/billing/credits", clerk.ada().await);
    assert_eq!(clerk.get(&path).await.ok()["balance"], serde_json::Value::Null);
    let change = json!({ "amount": 500, "action": "increase", "idempotency_key": "k" });
    let entry = clerk.post(&path, change.clone()).await.ok();
    assert_eq!(clerk.post(&path, change).await.ok(), entry);
    assert_eq!(clerk.get(&path).await.ok()["balance"]["amount_formatted"], "$5.00");
    let too_much = json!({ "amount": 501, "action": "decrease", "idempotency_key": "l" });
    clerk.post(&path, too_much).await.refused(422, "insufficient_credit_balance");
}

#[tokio::test]
async fn a_balance_may_be_used_up_to_the_last_cent() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let path = format!("/users/{id}/billing/credits");
    let adjust = async |amount: i64, action: &str, key: &str, currency: serde_json::Value| {
        let body = json!({ "amount": amount, "action": action, "idempotency_key": key, "currency": currency });
        clerk.post(&path, body).await
    };
    let entry = adjust(500, "increase", "a", json!("usd")).await.ok();
    assert_eq!(entry["payer_id"], id.replace("user_", "cpayer_"));
    adjust(500, "decrease", "b", json!("USD")).await.ok();
    assert_eq!(clerk.get(&path).await.ok()["balance"]["amount"], 0);
    adjust(1, "decrease", "c", json!(null)).await.refused(422, "insufficient_credit_balance");
    adjust(1, "increase", "d", json!("EUR")).await.refused_about(422, "form_param_value_invalid", "currency");
    adjust(0, "increase", "e", json!(null)).await.refused_about(422, "invalid_credit_amount", "amount");
    adjust(i64::MAX, "increase", "f", json!(null)).await.ok();
    adjust(1, "increase", "g", json!(null)).await.refused_about(422, "form_param_value_invalid", "amount");
    assert_eq!(clerk.get(&path).await.ok()["balance"]["amount"], i64::MAX);
}

#[tokio::test]
async fn a_refreshed_token_is_new_told_once_and_as_long_as_any() {
    let clock = Clock::standing_at(1_767_225_600_000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock.clone())).await;
    let id = clerk.ada().await;
    let token = OauthToken { expires_at: Some(clock.now()), can_refresh: true, ..OauthToken::new("old") };
    let account = ExternalAccount { token: Some(token), ..ExternalAccount::new("oauth_google", "1") };
    let account = clerk.local.seed().external_account(&id, account).unwrap();
    let path = format!("/users/{id}/oauth_access_tokens/oauth_google");
    let refreshes = || {
        let effects = clerk.local.effects();
        effects
            .into_iter()
            .filter(|effect| effect.what == local_clerk::What::OauthTokenRefreshed(account.clone()))
            .count()
    };
    let first = clerk.get(&path).await.ok()[0].clone();
    assert_eq!((first["token"].as_str().unwrap().len(), refreshes()), (40, 1));
    assert_eq!(clerk.get(&path).await.ok()[0], first);
    assert_eq!(refreshes(), 1);
    clock.advance(Duration::from_secs(3600));
    assert_ne!(clerk.get(&path).await.ok()[0]["token"], first["token"]);
    assert_eq!(refreshes(), 2);
}
