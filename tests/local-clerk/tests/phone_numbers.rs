use serde_json::json;

use crate::support::Clerk;

#[tokio::test]
async fn phone_numbers_are_created_verified_made_primary_and_deleted() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let create = async |number: &str, members: serde_json::Value| {
        let mut body = json!({ "user_id": id, "phone_number": number });
        body.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        clerk.post("/phone_numbers", body).await
    };
    let first = create("+1 (555) 555-0100", json!({})).await.ok();
    assert_eq!((&first["phone_number"], &first["verification"]), (&json!("+15555550100"), &json!(null)));
    let second = create("+15555550101", json!({ "verified": true })).await.ok();
    let user = async || clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!(user().await["primary_phone_number_id"], first["id"]);
    create("+15555550101", json!({ "verified": true })).await.refused_about(
        422,
        "form_identifier_exists",
        "phone_number",
    );
    create("+15555550102", json!({ "primary": true })).await.refused_about(422, "form_verification_needed", "primary");
    assert_eq!(user().await["phone_numbers"].as_array().unwrap().len(), 2);
    let path = format!("/phone_numbers/{}", second["id"].as_str().unwrap());
    assert_eq!(clerk.patch(&path, json!({ "primary": true })).await.ok(), second);
    assert_eq!(user().await["primary_phone_number_id"], second["id"]);
    assert_eq!(clerk.get(&path).await.ok(), second);
    let gone = clerk.delete(&path).await.ok();
    assert_eq!(gone, json!({ "object": "phone_number", "id": second["id"], "deleted": true }));
    assert_eq!(user().await["primary_phone_number_id"], first["id"]);
    clerk.delete(&path).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn a_verified_phone_number_can_be_a_second_factor_and_the_first_is_the_default() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let create = async |number: &str, verified: bool| {
        let body = json!({
            "user_id": id, "phone_number": number, "verified": verified, "reserved_for_second_factor": true,
        });
        clerk.post("/phone_numbers", body).await
    };
    create("+15555550100", false).await.refused_about(422, "form_verification_needed", "reserved_for_second_factor");
    let (first, second) = (create("+15555550101", true).await.ok(), create("+15555550102", true).await.ok());
    assert_eq!((&first["default_second_factor"], &second["default_second_factor"]), (&json!(true), &json!(false)));
    let has_factors = async || clerk.get(&format!("/users/{id}")).await.ok()["two_factor_enabled"].clone();
    assert_eq!(has_factors().await, true);
    let path = |phone: &serde_json::Value| format!("/phone_numbers/{}", phone["id"].as_str().unwrap());
    let freed = clerk.patch(&path(&first), json!({ "reserved_for_second_factor": false })).await.ok();
    assert_eq!((&freed["reserved_for_second_factor"], &freed["default_second_factor"]), (&json!(false), &json!(false)));
    assert_eq!(has_factors().await, true);
    clerk.delete(&path(&second)).await.ok();
    assert_eq!(has_factors().await, false);
    assert!(clerk.get(&format!("/users/{id}")).await.ok()["mfa_disabled_at"].is_i64());
}
