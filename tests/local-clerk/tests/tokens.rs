use local_clerk::Organization;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn tokens_are_pending_until_they_are_revoked_once() {
    let clerk = Clerk::start().await;
    let ada = clerk.ada().await;
    let actor = json!({ "sub": "user_admin", "role": "support" });
    for (path, body, code) in [
        ("/sign_in_tokens", json!({ "user_id": ada }), "sign_in_token_cannot_be_revoked_code"),
        ("/actor_tokens", json!({ "user_id": ada, "actor": actor }), "actor_token_cannot_be_revoked_code"),
    ] {
        let made = clerk.post(path, body).await.ok();
        assert_eq!((&made["status"], &made["user_id"]), (&json!("pending"), &json!(ada)));
        assert!(made["token"].is_string() && made["url"].as_str().unwrap().contains("ticket="), "{made}");
        assert!(path != "/actor_tokens" || made["actor"] == actor, "{made}");
        let revoke = format!("{path}/{}/revoke", made["id"].as_str().unwrap());
        let revoked = clerk.act(&revoke).await.ok();
        assert_eq!((&revoked["status"], revoked.get("token")), (&json!("revoked"), None));
        clerk.act(&revoke).await.refused(400, code);
    }
    clerk.delete(&format!("/users/{ada}")).await.ok();
    let names = clerk.local.events().iter().map(|event| event.name()).collect::<Vec<_>>();
    assert!(names.contains(&"sign_in_token.deleted".to_owned()), "they go with their user: {names:?}");
}

#[tokio::test]
async fn wrong_tokens_are_refused() {
    let clerk = Clerk::start().await;
    let ada = clerk.ada().await;
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    let actor = |value: Value| json!({ "user_id": ada, "actor": value });
    for (path, body, status, code) in [
        ("/sign_in_tokens", json!({ "user_id": UNKNOWN }), 404, "resource_not_found"),
        ("/sign_in_tokens", json!({ "user_id": ada, "org_id": acme }), 404, "resource_not_found"),
        ("/sign_in_tokens", json!({ "user_id": ada, "expires_in_seconds": 0 }), 422, "form_param_value_invalid"),
        ("/actor_tokens", actor(json!({ "name": "x" })), 422, "form_param_missing"),
        ("/actor_tokens", actor(json!("user_1")), 422, "form_param_type_invalid"),
    ] {
        clerk.post(path, body).await.refused(status, code);
    }
}
