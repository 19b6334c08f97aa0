use local_clerk::LocalClerk;
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::support::Clerk;

#[tokio::test]
async fn a_user_gets_everything_it_is_created_with() {
    let clerk = Clerk::start().await;
    let user = clerk
        .post(
            "/users",
            json!({
                "email_address": ["Ada@Example.com", "ada2@example.com"],
                "phone_number": ["+1 (555) 555-0100"],
                "web3_wallet": ["0x52908400098527886E0F7030069857D2E4169EE7"],
                "username": "ada_l", "first_name": "Ada", "last_name": "Lovelace", "locale": "en-GB",
                "external_id": "ext-1", "password": "correct horse", "totp_secret": "GEZDGNBVGY3TQOJQ",
                "backup_codes": ["one", "two"], "delete_self_enabled": false, "create_organization_enabled": false,
                "create_organizations_limit": 3, "bypass_client_trust": true,
                "created_at": "2020-01-02T03:04:05.678+02:00", "legal_accepted_at": "2020-01-02T03:04:05Z",
                "public_metadata": { "big": 12345678901234567890_u64 },
            }),
        )
        .await
        .ok();
    assert_eq!(user["email_addresses"][0]["email_address"], "ada@example.com");
    assert_eq!(user["primary_email_address_id"], user["email_addresses"][0]["id"]);
    assert_eq!(user["phone_numbers"][0]["phone_number"], "+15555550100");
    assert_eq!(user["primary_phone_number_id"], user["phone_numbers"][0]["id"]);
    assert_eq!(user["primary_web3_wallet_id"], user["web3_wallets"][0]["id"]);
    assert_eq!(user["created_at"], 1_577_927_045_678_i64);
    assert_eq!(user["legal_accepted_at"], 1_577_934_245_000_i64);
    assert_eq!(user["create_organizations_limit"], 3);
    for (name, value) in [
        ("username", json!("ada_l")),
        ("external_id", json!("ext-1")),
        ("locale", json!("en-GB")),
        ("password_enabled", json!(true)),
        ("totp_enabled", json!(true)),
        ("backup_code_enabled", json!(true)),
        ("two_factor_enabled", json!(true)),
        ("delete_self_enabled", json!(false)),
        ("create_organization_enabled", json!(false)),
        ("bypass_client_trust", json!(true)),
        ("public_metadata", json!({ "big": 12345678901234567890_u64 })),
    ] {
        assert_eq!(user[name], value, "{name}");
    }
}

#[tokio::test]
async fn taken_identifiers_are_refused_whatever_their_case() {
    let clerk = Clerk::start().await;
    let wallet = "0x52908400098527886E0F7030069857D2E4169EE7";
    let first = json!({
        "email_address": ["ada@example.com"], "phone_number": ["+15555550100"], "username": "ada_l",
        "web3_wallet": [wallet], "external_id": "ext-1",
    });
    clerk.user(first).await;
    for (name, value) in [
        ("email_address", json!(["ADA@example.com"])),
        ("phone_number", json!(["+1 555 555 0100"])),
        ("username", json!("ADA_L")),
        ("web3_wallet", json!([wallet.to_lowercase()])),
    ] {
        clerk.post("/users", json!({ name: value })).await.refused_about(422, "form_identifier_exists", name);
    }
    let external = json!({ "username": "other", "external_id": "ext-1" });
    clerk.post("/users", external).await.refused_about(422, "form_identifier_exists", "external_id");
    assert_eq!(clerk.local.user_count(), 1);
}

#[tokio::test]
async fn bad_members_are_refused_by_name() {
    let clerk = Clerk::start().await;
    let cases: &[(Value, &str, &str)] = &[
        (json!({ "nickname": "x" }), "form_param_unknown", "nickname"),
        (json!({ "first_name": 7 }), "form_param_type_invalid", "first_name"),
        (json!({ "email_address": "ada@example.com" }), "form_param_type_invalid", "email_address"),
        (json!({ "email_address": ["ada"] }), "form_param_format_invalid", "email_address"),
        (json!({ "email_address": ["a@x.y", "A@x.y"] }), "form_param_duplicate", "email_address"),
        (json!({ "phone_number": ["555"] }), "form_param_format_invalid", "phone_number"),
        (json!({ "web3_wallet": ["0x12"] }), "form_param_format_invalid", "web3_wallet"),
        (json!({ "username": "abc" }), "form_username_invalid_length", "username"),
        (json!({ "username": "a b c d" }), "form_username_invalid_character", "username"),
        (json!({ "username": "12345" }), "form_username_needs_non_number_char", "username"),
        (json!({ "username": "+15555550100" }), "form_username_cannot_be_phone_number", "username"),
        (json!({ "password": "short" }), "form_password_length_too_short", "password"),
        (json!({ "password": "x".repeat(73) }), "form_password_size_in_bytes_exceeded", "password"),
        (json!({ "password": "password123" }), "form_password_pwned", "password"),
        (json!({ "password_digest": "x" }), "form_conditional_param_missing", "password_hasher"),
        (json!({ "password_hasher": "md5" }), "form_conditional_param_missing", "password_digest"),
        (json!({ "password_digest": "x", "password_hasher": "rot13" }), "form_param_value_invalid", "password_hasher"),
        (
            json!({ "password_digest": "x", "password_hasher": "bcrypt" }),
            "form_password_digest_invalid_code",
            "password_digest",
        ),
        (json!({ "created_at": "yesterday" }), "form_param_invalid_time", "created_at"),
        (json!({ "created_at": 1767225600 }), "form_param_type_invalid", "created_at"),
        (json!({ "totp_secret": "not base 32!" }), "invalid_totp_secret_code", "totp_secret"),
        (json!({ "create_organizations_limit": -1 }), "form_param_value_invalid", "create_organizations_limit"),
        (json!({ "create_organizations_limit": 1.5 }), "form_param_type_invalid", "create_organizations_limit"),
        (json!({ "public_metadata": [1] }), "form_param_type_invalid", "public_metadata"),
        (json!({ "public_metadata": { "x": "y".repeat(8200) } }), "form_param_exceeds_allowed_size", "public_metadata"),
        (
            json!({ "email_address": ["a@x.y"], "email_address_identification_status": ["verified", "reserved"] }),
            "form_param_array_length_mismatch",
            "email_address_identification_status",
        ),
    ];
    for (body, code, name) in cases {
        clerk.post("/users", body.clone()).await.refused_about(422, code, name);
    }
    assert_eq!(clerk.local.user_count(), 0);
}

#[tokio::test]
async fn all_unknown_members_are_named_in_one_answer() {
    let clerk = Clerk::start().await;
    let reply = clerk.post("/users", json!({ "a": 1, "username": "someone", "b": 2 })).await;
    let named: Vec<_> = (0..2).map(|i| reply.json()["errors"][i]["meta"]["param_name"].clone()).collect();
    assert_eq!(named, ["a", "b"]);
}

#[tokio::test]
async fn what_the_instance_demands_must_be_there_or_be_skipped() {
    let clerk = Clerk::with(LocalClerk::builder().require_password().require_email_address()).await;
    let reply = clerk.post("/users", json!({ "username": "someone" })).await;
    reply.refused(422, "form_data_missing");
    assert_eq!(reply.json()["errors"][0]["meta"]["param_names"], json!(["password", "email_address"]));
    let skipping = json!({ "skip_password_requirement": true, "skip_user_requirement": true });
    clerk.post("/users", skipping).await.ok();
}

#[tokio::test]
async fn reserved_identifications_are_not_verified() {
    let clerk = Clerk::start().await;
    let user = clerk
        .post(
            "/users",
            json!({
                "email_address": ["a@example.com", "b@example.com"],
                "email_address_identification_status": ["reserved", "verified"],
            }),
        )
        .await
        .ok();
    assert_eq!(user["email_addresses"][0]["reserved"], true);
    assert_eq!(user["email_addresses"][0]["verification"], Value::Null);
    assert_eq!(user["email_addresses"][1]["verification"]["status"], "verified");
}

#[tokio::test]
async fn a_user_may_be_created_banned_and_locked() {
    let clerk = Clerk::start().await;
    let user = clerk.post("/users", json!({ "username": "troll", "banned": true, "locked": true })).await.ok();
    assert_eq!((&user["banned"], &user["locked"]), (&json!(true), &json!(true)));
    let poor = Clerk::with(LocalClerk::builder().without_bans()).await;
    let refused = poor.post("/users", json!({ "username": "troll", "banned": true })).await;
    refused.refused(402, "unsupported_subscription_plan_features");
}

#[tokio::test]
async fn only_json_objects_are_read() {
    let clerk = Clerk::start().await;
    let send = |kind: &'static str, body: &'static str| {
        clerk.send(clerk.request(Method::POST, "/users").header(CONTENT_TYPE, kind).body(body))
    };
    for body in ["{", "[]", "null", "7", "\"x\"", "{\"username\":\"\\ud800\"}", "{\"a\":1e999}"] {
        send("application/json", body).await.refused(400, "request_body_invalid");
    }
    send("text/plain", "{}").await.refused(415, "unsupported_content_type");
    send("application/x-www-form-urlencoded", "username=abcd").await.refused(415, "unsupported_content_type");
    send("application/json; charset=utf-8", "{\"username\":\"someone\"}").await.ok();
}

#[tokio::test]
async fn a_body_beyond_all_bounds_is_refused() {
    let clerk = Clerk::start().await;
    let body = vec![b' '; 13 * 1024 * 1024];
    let request = clerk.request(Method::POST, "/users").header(CONTENT_TYPE, "application/json").body(body);
    clerk.send(request).await.refused(413, "request_body_too_large");
}
