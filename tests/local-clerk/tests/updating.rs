use local_clerk::What;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn absent_null_and_set_are_told_apart() {
    let clerk = Clerk::start().await;
    let members = json!({ "username": "ada_l", "first_name": "Ada", "last_name": "Lovelace", "external_id": "e1" });
    let path = format!("/users/{}", clerk.user(members).await);
    let user = clerk.patch(&path, json!({ "first_name": null, "external_id": null, "last_name": "King" })).await.ok();
    assert_eq!((&user["first_name"], &user["external_id"]), (&Value::Null, &Value::Null));
    assert_eq!((&user["last_name"], &user["username"]), (&json!("King"), &json!("ada_l")));
    for nothing in [json!(null), json!("")] {
        clerk.patch(&path, json!({ "username": "ada_l" })).await.ok();
        assert_eq!(clerk.patch(&path, json!({ "username": nothing })).await.ok()["username"], Value::Null);
    }
    assert_eq!(clerk.list("external_id=e1", "id").await.len(), 0);
}

#[tokio::test]
async fn a_primary_identification_must_be_verified_and_the_users_own() {
    let clerk = Clerk::start().await;
    let user = clerk.post("/users", json!({ "email_address": ["a@example.com", "b@example.com"] })).await.ok();
    let path = format!("/users/{}", user["id"].as_str().unwrap());
    let second = user["email_addresses"][1]["id"].as_str().unwrap();
    let change = json!({ "primary_email_address_id": second, "notify_primary_email_address_changed": true });
    assert_eq!(clerk.patch(&path, change.clone()).await.ok()["primary_email_address_id"], second);
    assert!(clerk.local.effects().iter().any(|effect| effect.what == What::PrimaryEmailAddressChangeNotified));
    clerk.local.seed().verification(user["id"].as_str().unwrap(), second, None).unwrap();
    clerk.patch(&path, change).await.refused_about(422, "form_verification_needed", "primary_email_address_id");
    for name in ["primary_email_address_id", "primary_phone_number_id", "primary_web3_wallet_id", "profile_image_id"] {
        clerk.patch(&path, json!({ name: "idn_unknown" })).await.refused_about(422, "form_resource_not_found", name);
    }
}

#[tokio::test]
async fn metadata_in_updates_ends_with_the_newest_version() {
    let clerk = Clerk::start().await;
    let id = clerk.user(json!({ "username": "ada_l", "public_metadata": { "a": 1, "b": 2 } })).await;
    let update = |date: &'static str| {
        let request = clerk.request(Method::PATCH, &format!("/users/{id}")).header("clerk-api-version", date);
        clerk.send(request.json(&json!({ "public_metadata": { "c": 3 } })))
    };
    update("2026-05-12").await.refused_about(422, "form_param_unknown", "public_metadata");
    for date in ["2021-02-05", "2024-10-01", "2025-04-10", "2025-11-10"] {
        assert_eq!(update(date).await.ok()["public_metadata"], json!({ "c": 3 }), "{date}");
    }
}

#[tokio::test]
async fn refused_updates_change_nothing() {
    let clerk = Clerk::start().await;
    clerk.user(json!({ "username": "taken" })).await;
    let path = format!("/users/{}", clerk.ada().await);
    let before = clerk.get(&path).await.ok();
    for (body, code) in [
        (json!({ "first_name": "X", "username": "taken" }), "form_identifier_exists"),
        (json!({ "first_name": "X", "primary_email_address_id": "idn_x" }), "form_resource_not_found"),
        (json!({ "first_name": "X", "email_address": ["x@example.com"] }), "form_param_unknown"),
        (json!({ "first_name": "X", "sign_out_of_other_sessions": true }), "form_conditional_param_disallowed"),
        (json!({ "first_name": "X", "skip_password_checks": true }), "form_conditional_param_disallowed"),
    ] {
        clerk.patch(&path, body).await.refused(422, code);
    }
    assert_eq!(clerk.get(&path).await.ok(), before);
}

#[tokio::test]
async fn a_new_password_may_end_other_sessions() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let session = clerk.local.seed().session(&id).unwrap();
    let body = json!({ "password": "another long one", "sign_out_of_other_sessions": true });
    clerk.patch(&format!("/users/{id}"), body).await.ok();
    assert!(clerk.local.sessions(&id).is_empty());
    assert!(clerk.local.effects().iter().any(|effect| effect.what == What::SessionsRevoked(vec![session.clone()])));
    let verified = clerk.post(&format!("/users/{id}/verify_password"), json!({ "password": "another long one" })).await;
    assert_eq!(verified.ok(), json!({ "verified": true }));
}

#[tokio::test]
async fn users_of_a_directory_are_not_updated() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    clerk.local.seed().scim(&id, "dir_1", Some("x")).unwrap();
    clerk.patch(&format!("/users/{id}"), json!({ "first_name": "X" })).await.refused(409, "user_managed_by_scim");
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["scim"]["directory_id"], "dir_1");
}

#[tokio::test]
async fn a_deleted_user_is_gone_and_its_identifiers_free() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let deleted = clerk.delete(&format!("/users/{id}")).await.ok();
    assert_eq!(deleted, json!({ "object": "user", "id": id, "deleted": true }));
    clerk.get(&format!("/users/{id}")).await.refused(404, "resource_not_found");
    clerk.delete(&format!("/users/{id}")).await.refused(404, "resource_not_found");
    assert_ne!(clerk.ada().await, id);
}

#[tokio::test]
async fn identifications_are_replaced() {
    let clerk = Clerk::start().await;
    let id = clerk.user(json!({ "email_address": ["a@example.com", "b@example.com"] })).await;
    let path = format!("/users/{id}/email_address");
    let email = clerk.put(&path, json!({ "email_address": "c@example.com" })).await.ok();
    assert_eq!(email["verification"]["status"], "verified");
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!(user["email_addresses"], json!([email]));
    assert_eq!(user["primary_email_address_id"], email["id"]);
    let body = json!({ "email_address": "a@example.com", "identification_status": "reserved" });
    assert_eq!(clerk.put(&path, body).await.ok()["reserved"], true);
    let unknown = format!("/users/{UNKNOWN}/phone_number");
    clerk.put(&unknown, json!({ "phone_number": "+15555550100" })).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn an_empty_id_deletes_nobody() {
    let clerk = Clerk::start().await;
    clerk.ada().await;
    clerk.delete("/users/").await.refused(404, "resource_not_found");
    clerk.delete("/users").await.refused(405, "method_not_allowed");
    clerk.delete("/users/count").await.refused(405, "method_not_allowed");
    assert_eq!(clerk.local.user_count(), 1);
}
