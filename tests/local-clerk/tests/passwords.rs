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
        ("md5", "3cb4e732631f47e6eb961f34554b7cde", "correct horse"),
        ("sha256", "4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631", "correct horse"),
        (
            "pbkdf2_sha1",
            "pbkdf2_sha1$1000$seasalt$890be434e175c042f82a187c7a8809f2b5218a93031ddd480be8a6520c28352c",
            "correct horse",
        ),
        (
            "pbkdf2_sha256",
            "pbkdf2_sha256$1000$c2Vhc2FsdA==$mQnueSakb748zqBAC1tmWVZsZbi2zPGZarEzTGdfmso=",
            "correct horse",
        ),
        (
            "pbkdf2_sha256_django",
            "pbkdf2_sha256$1000$seasalt$mQnueSakb748zqBAC1tmWVZsZbi2zPGZarEzTGdfmso=",
            "correct horse",
        ),
        (
            "pbkdf2_sha512",
            "pbkdf2_sha512$1000$seasalt$081c76ae4a6f8f2100a28a4d56e45958e3b14d3470a15e898eb1c04590265a84467fb06597ff8deadb55ff8816bed775e8d27de0ea55a591e6e3821d32b1542e",
            "correct horse",
        ),
        (
            "pbkdf2_sha512_hex",
            "pbkdf2_sha512_hex$1000$73656173616c74$081c76ae4a6f8f2100a28a4d56e45958e3b14d3470a15e898eb1c04590265a84467fb06597ff8deadb55ff8816bed775e8d27de0ea55a591e6e3821d32b1542e",
            "correct horse",
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
    for hasher in ["md5", "sha256", "pbkdf2_sha1", "pbkdf2_sha512_hex", "bcrypt_sha256_django"] {
        for digest in ["x", "pbkdf2_sha1$0$s$00", "pbkdf2_sha1$9999999999$s$00", "pbkdf2_sha512_hex$1$zz$00"] {
            let members = json!({ "username": "malformed", "password_hasher": hasher, "password_digest": digest });
            clerk.post("/users", members).await.refused(422, "form_password_digest_invalid_code");
        }
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

#[tokio::test]
async fn the_bcrypt_of_django_hashes_a_hash() {
    let sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"; // of "hello"
    let digest = format!("bcrypt_sha256${}", bcrypt::hash(sha256, 4).unwrap());
    let clerk = Clerk::start().await;
    let hasher = "bcrypt_sha256_django";
    let members = json!({ "username": "django", "password_hasher": hasher, "password_digest": digest });
    let path = format!("/users/{}/verify_password", clerk.user(members).await);
    clerk.post(&path, json!({ "password": "hello" })).await.ok();
    clerk.post(&path, json!({ "password": sha256 })).await.refused(422, "incorrect_password");
}

#[tokio::test]
async fn an_empty_password_or_digest_is_none() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}", clerk.ada().await);
    for (body, code, name) in [
        (json!({ "password": "" }), "form_password_length_too_short", "password"),
        (json!({ "password": "", "skip_password_checks": true }), "form_password_length_too_short", "password"),
        (
            json!({ "password_digest": "", "password_hasher": "bcrypt" }),
            "form_password_digest_invalid_code",
            "password_digest",
        ),
        (
            json!({ "password_digest": "", "password_hasher": "phpass" }),
            "form_password_digest_invalid_code",
            "password_digest",
        ),
        (json!({ "password_digest": "x", "password_hasher": "" }), "form_param_value_invalid", "password_hasher"),
    ] {
        clerk.patch(&path, body.clone()).await.refused_about(422, code, name);
        let mut new = body;
        new["username"] = json!("somebody");
        clerk.post("/users", new).await.refused_about(422, code, name);
    }
}

#[tokio::test]
async fn a_digest_that_cannot_be_checked_fits_no_password() {
    let clerk = Clerk::start().await;
    for hasher in ["phpass", "scrypt_werkzeug", "ldap_ssha", "awscognito"] {
        let members = json!({ "username": hasher, "password_hasher": hasher, "password_digest": "password" });
        let path = format!("/users/{}/verify_password", clerk.user(members).await);
        for password in ["password", "x"] {
            clerk.post(&path, json!({ "password": password })).await.refused(422, "incorrect_password");
        }
    }
}

#[tokio::test]
async fn a_new_user_may_delete_itself_and_create_organizations() {
    let clerk = Clerk::start().await;
    let user = clerk.post("/users", json!({ "username": "somebody" })).await.ok();
    for (name, value) in [
        ("delete_self_enabled", json!(true)),
        ("create_organization_enabled", json!(true)),
        ("create_organizations_limit", json!(null)),
        ("bypass_client_trust", json!(false)),
        ("banned", json!(false)),
        ("locked", json!(false)),
        ("password_enabled", json!(false)),
        ("deprovisioned", json!(false)),
    ] {
        assert_eq!(user[name], value, "{name}");
    }
}
