use std::time::Duration;

use local_clerk::{Clock, LocalClerk, What};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

/// The secret of RFC 6238's examples, in base 32.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

async fn at(seconds: i64) -> (Clerk, String, String) {
    let clock = Clock::standing_at(seconds * 1000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock)).await;
    let id =
        clerk.user(json!({ "username": "ada_l", "totp_secret": SECRET, "backup_codes": ["first-one", "other"] })).await;
    let path = format!("/users/{id}");
    (clerk, id, path)
}

#[tokio::test]
async fn codes_are_those_of_rfc_6238() {
    for (seconds, code) in
        [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
    {
        let (clerk, _, path) = at(seconds).await;
        let reply = clerk.post(&format!("{path}/verify_totp"), json!({ "code": code })).await;
        assert_eq!(reply.ok(), json!({ "verified": true, "code_type": "totp" }), "{seconds}");
        clerk.local.clock().advance(Duration::from_secs(120));
        let reply = clerk.post(&format!("{path}/verify_totp"), json!({ "code": code })).await;
        reply.refused_about(422, "totp_incorrect_code", "code");
    }
}

#[tokio::test]
async fn a_backup_code_is_consumed_by_its_use() {
    let (clerk, id, path) = at(59).await;
    let path = format!("{path}/verify_totp");
    let reply = clerk.post(&path, json!({ "code": "first-one" })).await;
    assert_eq!(reply.ok(), json!({ "verified": true, "code_type": "backup_code" }));
    clerk.post(&path, json!({ "code": "first-one" })).await.refused(422, "totp_invalid_length");
    clerk.post(&path, json!({ "code": "other" })).await.ok();
    let consumed = clerk.local.effects().into_iter().filter(|effect| effect.what == What::BackupCodeConsumed);
    assert_eq!(consumed.map(|effect| effect.user_id).collect::<Vec<_>>(), [id.clone(), id]);
}

#[tokio::test]
async fn bcrypt_digests_are_taken_for_backup_codes() {
    let clerk = Clerk::start().await;
    let digest = "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
    let id = clerk.user(json!({ "username": "ada_l", "backup_codes": [digest] })).await;
    let path = format!("/users/{id}/verify_totp");
    assert_eq!(clerk.post(&path, json!({ "code": "U*U" })).await.ok()["code_type"], "backup_code");
    clerk.post(&path, json!({ "code": "U*U" })).await.refused(422, "totp_invalid_length");
}

#[tokio::test]
async fn wrong_codes_say_why() {
    let (clerk, _, path) = at(59).await;
    let none = clerk.ada().await;
    let verify = async |path: String, body: Value| clerk.post(&format!("{path}/verify_totp"), body).await;
    verify(path.clone(), json!({ "code": "000000" })).await.refused_about(422, "totp_incorrect_code", "code");
    verify(path.clone(), json!({ "code": "12345678" })).await.refused_about(422, "totp_incorrect_code", "code");
    verify(path.clone(), json!({ "code": "12345" })).await.refused_about(422, "totp_invalid_length", "code");
    verify(path, json!({})).await.refused_about(422, "form_param_missing", "code");
    verify(format!("/users/{none}"), json!({ "code": "000000" })).await.refused(400, "totp_disabled");
    verify(format!("/users/{UNKNOWN}"), json!({ "code": "000000" })).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn factors_are_switched_off_one_by_one_or_together() {
    let (clerk, id, path) = at(59).await;
    let flags = async || {
        let user = clerk.get(&path).await.ok();
        ["totp_enabled", "backup_code_enabled", "two_factor_enabled"].map(|name| user[name] == true)
    };
    assert_eq!(flags().await, [true, true, true]);
    assert_eq!(clerk.get(&path).await.ok()["mfa_enabled_at"], 59_000);
    assert_eq!(clerk.delete(&format!("{path}/backup_code")).await.ok(), json!({ "user_id": id }));
    assert_eq!(flags().await, [true, false, true]);
    assert_eq!(clerk.delete(&format!("{path}/totp")).await.ok(), json!({ "user_id": id }));
    assert_eq!(flags().await, [false, false, false]);
    assert_eq!(clerk.get(&path).await.ok()["mfa_disabled_at"], 59_000);
    clerk.patch(&path, json!({ "totp_secret": SECRET, "backup_codes": ["a"] })).await.ok();
    assert_eq!(flags().await, [true, true, true]);
    assert_eq!(clerk.delete(&format!("{path}/mfa")).await.ok(), json!({ "user_id": id }));
    assert_eq!(flags().await, [false, false, false]);
    for what in ["mfa", "totp", "backup_code"] {
        clerk.delete(&format!("/users/{UNKNOWN}/{what}")).await.refused(404, "resource_not_found");
    }
}

#[tokio::test]
async fn create_totp_lives_until_the_newest_version() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let create = |date: &str| {
        clerk.send(clerk.request(Method::POST, &format!("/users/{id}/totp")).header("clerk-api-version", date))
    };
    create("2026-05-12").await.refused(410, "operation_deprecated");
    let totp = create("2025-11-10").await.ok();
    assert_eq!((&totp["object"], &totp["verified"]), (&json!("totp"), &json!(false)));
    let secret = totp["secret"].as_str().unwrap();
    assert_eq!(secret.len(), 32);
    let uri = totp["uri"].as_str().unwrap();
    assert!(uri.starts_with("otpauth://totp/") && uri.contains(&format!("secret={secret}")), "{uri}");
    assert_eq!(totp["backup_codes"].as_array().unwrap().len(), 10);
    // It counts once a code of it was verified.
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["totp_enabled"], false);
    let code = &totp["backup_codes"][3];
    let reply = clerk.post(&format!("/users/{id}/verify_totp"), json!({ "code": code })).await;
    assert_eq!(reply.ok()["code_type"], "backup_code");
}

#[tokio::test]
async fn a_phone_number_may_be_a_second_factor() {
    let clerk = Clerk::start().await;
    let user = clerk.post("/users", json!({ "phone_number": ["+15555550100"] })).await.ok();
    let (id, phone) = (user["id"].as_str().unwrap(), user["phone_numbers"][0]["id"].as_str().unwrap());
    clerk.local.seed().second_factor(id, phone).unwrap();
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["two_factor_enabled"], true);
    clerk.delete(&format!("/users/{id}/mfa")).await.ok();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!(user["phone_numbers"][0]["reserved_for_second_factor"], false);
}

#[tokio::test]
async fn a_totp_code_counts_once() {
    let (clerk, _, path) = at(59).await;
    let verify = async |code: &str| clerk.post(&format!("{path}/verify_totp"), json!({ "code": code })).await;
    verify("287082").await.ok();
    verify("287082").await.refused_about(422, "totp_incorrect_code", "code");
    // Neither does one from before it, although it is within the tolerance.
    clerk.local.clock().set(89_000);
    verify("287082").await.refused_about(422, "totp_incorrect_code", "code");
}
