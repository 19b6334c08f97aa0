//! What belongs to the instance as a whole: who may sign up, templates, addresses to return to.

use serde_json::{Value, json};

use crate::support::Clerk;

#[tokio::test]
async fn an_identifier_is_on_a_list_once_and_says_what_it_is() {
    let clerk = Clerk::start().await;
    for list in ["allowlist_identifiers", "blocklist_identifiers"] {
        let path = format!("/{list}");
        for (text, kept, kind) in [
            ("Ada@Example.com", "ada@example.com", "email_address"),
            ("*@example.com", "*@example.com", "email_address"),
            ("+1 (555) 555-0100", "+15555550100", "phone_number"),
            ("0x52908400098527886E0F7030069857D2E4169EE7", "0x52908400098527886E0F7030069857D2E4169EE7", "web3_wallet"),
        ] {
            let made = clerk.post(&path, json!({ "identifier": text })).await.ok();
            assert_eq!((&made["identifier"], &made["identifier_type"]), (&json!(kept), &json!(kind)), "{text}");
            let twice = clerk.post(&path, json!({ "identifier": text })).await;
            twice.refused_about(400, "duplicate_record", "identifier");
        }
        for wrong in ["nobody", "*@", "*@-x.yz", "@example.com", "12345"] {
            assert_eq!(clerk.post(&path, json!({ "identifier": wrong })).await.status, 422, "{wrong}");
        }
        let listed = clerk.get(&path).await.ok();
        let items = listed.as_array().or_else(|| listed["data"].as_array()).unwrap();
        assert_eq!((items.len(), &items[0]["identifier_type"]), (4, &json!("web3_wallet")), "the newest comes first");
        let item = format!("{path}/{}", items[0]["id"].as_str().unwrap());
        let object = list.strip_suffix('s').unwrap();
        assert_eq!(clerk.delete(&item).await.ok(), json!({ "object": object, "id": items[0]["id"], "deleted": true }));
        clerk.delete(&item).await.refused(404, "resource_not_found");
    }
    assert_eq!(clerk.get("/allowlist_identifiers?paginated=true").await.ok()["total_count"], 3);
}

#[tokio::test]
async fn whoever_is_to_be_told_of_the_allow_list_is_invited() {
    let clerk = Clerk::start().await;
    for (identifier, notify, is_invited) in [
        ("a@x.example", Some(true), true),
        ("b@x.example", Some(false), false),
        ("c@x.example", None, false),
        ("*@y.example", Some(true), false),
        ("+15555550100", Some(true), false),
    ] {
        let body = json!({ "identifier": identifier, "notify": notify });
        let made = clerk.post("/allowlist_identifiers", body).await.ok();
        assert_eq!(made.get("invitation_id").is_some_and(Value::is_string), is_invited, "{made}");
    }
    assert_eq!(clerk.get("/invitations").await.ok()[0]["email_address"], "a@x.example");
}

#[tokio::test]
async fn jwt_templates_have_defaults_and_limits() {
    let clerk = Clerk::start().await;
    let claims = json!({ "user": "{{user.id}}", "n": 1 });
    let made = clerk.post("/jwt_templates", json!({ "name": "supabase", "claims": claims })).await.ok();
    assert_eq!(
        (&made["claims"], &made["lifetime"], &made["allowed_clock_skew"], &made["signing_algorithm"]),
        (&claims, &json!(60), &json!(5), &json!("RS256"))
    );
    let path = format!("/jwt_templates/{}", made["id"].as_str().unwrap());
    for (name, value, status, code) in [
        ("lifetime", json!(29), 422, "form_param_value_invalid"),
        ("allowed_clock_skew", json!(301), 422, "form_param_value_invalid"),
        ("claims", json!({ "sub": "x" }), 400, "jwt_template_reserved_claim"),
        ("claims", json!("x"), 422, "form_param_type_invalid"),
        ("custom_signing_key", json!(true), 422, "form_conditional_param_missing"),
        ("name", json!("supabase"), 422, "form_identifier_exists"),
    ] {
        let mut body = json!({ "name": "other", "claims": {} });
        body[name] = value;
        clerk.post("/jwt_templates", body.clone()).await.refused(status, code);
        if name != "name" {
            clerk.patch(&path, body).await.refused(status, code);
        }
    }
    let key = json!({
        "name": "hasura", "claims": {}, "lifetime": 30, "custom_signing_key": true, "signing_algorithm": "HS256",
        "signing_key": "secret",
    });
    let changed = clerk.patch(&path, key).await.ok();
    assert_eq!((&changed["name"], &changed["lifetime"]), (&json!("hasura"), &json!(30)));
    assert_eq!((&changed["custom_signing_key"], changed.get("signing_key")), (&json!(true), None));
    assert_eq!(clerk.get(&path).await.ok(), changed);
    assert_eq!(clerk.get("/jwt_templates").await.ok(), json!([changed]));
    assert_eq!(clerk.get("/jwt_templates?paginated=true").await.ok(), json!({ "data": [changed], "total_count": 1 }));
    clerk.delete(&path).await.ok();
    clerk.get(&path).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn redirect_urls_are_absolute_and_listed_once() {
    let clerk = Clerk::start().await;
    for url in ["https://example.com/back?a=1", "my-app://oauth-callback", "http://localhost:3000", "http://127.0.0.1"]
    {
        let made = clerk.post("/redirect_urls", json!({ "url": url })).await.ok();
        assert_eq!(made["url"], url);
        assert_eq!(clerk.get(&format!("/redirect_urls/{}", made["id"].as_str().unwrap())).await.ok(), made);
        clerk.post("/redirect_urls", json!({ "url": url })).await.refused_about(400, "duplicate_record", "url");
    }
    for url in ["http://example.com", "http://localhost.example.com", "example.com", "https://", "://x", "https://a b"]
    {
        clerk.post("/redirect_urls", json!({ "url": url })).await.refused_about(422, "form_param_value_invalid", "url");
    }
    assert_eq!(clerk.get("/redirect_urls").await.ok().as_array().unwrap().len(), 4);
}
