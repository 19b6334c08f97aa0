use serde_json::json;

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn a_password_is_right_wrong_or_not_there() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let path = format!("/users/{id}/verify_password");
    assert_eq!(clerk.post(&path, json!({ "password": "correct horse" })).await.ok(), json!({ "verified": true }));
    clerk.post(&path, json!({ "password": "Correct horse" })).await.refused(422, "incorrect_password");
    clerk.post(&path, json!({})).await.refused_about(422, "form_param_missing", "password");
    clerk.post(&path, json!({ "password": 1 })).await.refused_about(422, "form_param_type_invalid", "password");
    clerk.post(&path, json!({ "code": "1" })).await.refused_about(422, "form_param_unknown", "code");
    let none = clerk.user(json!({ "username": "nopassword" })).await;
    let reply = clerk.post(&format!("/users/{none}/verify_password"), json!({ "password": "x" })).await;
    reply.refused(400, "no_password_set");
    let reply = clerk.post(&format!("/users/{UNKNOWN}/verify_password"), json!({ "password": "x" })).await;
    reply.refused(404, "resource_not_found");
}

#[tokio::test]
async fn digests_of_other_systems_are_verified() {
    let digests = [
        ("bcrypt", "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "U*U"),
        ("argon2i", "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8", "password"),
        (
            "argon2id",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "password",
        ),
    ];
    let clerk = Clerk::start().await;
    for (hasher, digest, password) in digests {
        let members =
            json!({ "username": format!("{hasher}_user"), "password_hasher": hasher, "password_digest": digest });
        let path = format!("/users/{}/verify_password", clerk.user(members).await);
        clerk.post(&path, json!({ "password": "not this one" })).await.refused(422, "incorrect_password");
        clerk.post(&path, json!({ "password": password })).await.ok();
    }
    let members = json!({ "username": "legacy", "password_hasher": "phpass", "password_digest": "$P$B" });
    let id = clerk.user(members).await;
    assert_eq!(clerk.get(&format!("/users/{id}")).await.ok()["password_enabled"], true);
}

#[tokio::test]
async fn a_password_is_marked_and_removed() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}", clerk.ada().await);
    let marked = clerk.act(&format!("{path}/password/set_compromised")).await.ok();
    assert_eq!(marked["requires_password_reset"], true);
    let unmarked = clerk.act(&format!("{path}/password/unset_compromised")).await.ok();
    assert_eq!(unmarked["requires_password_reset"], false);
    let removed = clerk.act(&format!("{path}/remove_password")).await.ok();
    assert_eq!(removed["password_enabled"], false);
    assert_eq!(clerk.act(&format!("{path}/remove_password")).await.ok(), removed);
    clerk.act(&format!("{path}/password/set_compromised")).await.refused(400, "no_password_set");
}
