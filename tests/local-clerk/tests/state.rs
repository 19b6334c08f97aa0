//! The state as a whole: exported, imported, forgotten, remembered.

use local_clerk::{Clock, ExternalAccount, LocalClerk, Membership, OauthToken, Organization, Verification};
use serde_json::{Value, json};

use crate::support::{Clerk, PNG};

/// A state with a row of every kind.
async fn furnished() -> Clerk {
    let clock = Clock::standing_at(1_767_225_600_000);
    let clerk = Clerk::with(LocalClerk::builder().seed(1).clock(clock).control_endpoints()).await;
    clerk.local.seed().file(include_str!("../sdk/seed.json")).unwrap();
    let id = clerk.list("username=ada_lovelace", "id").await.remove(0);
    let email = clerk.get(&format!("/users/{id}")).await.ok()["email_addresses"][1]["id"].as_str().unwrap().to_owned();
    let waiting = Verification::otp("email_code").status("unverified").attempts(2).error("a_code", "why");
    clerk.local.seed().verification(&id, &email, Some(waiting)).unwrap();
    let credit = json!({ "amount": 5, "action": "increase", "idempotency_key": "k" });
    clerk.post(&format!("/users/{id}/billing/credits"), credit).await.ok();
    let form = reqwest::multipart::Form::new().part("file", reqwest::multipart::Part::bytes(PNG).file_name("a.png"));
    let request = clerk.request(reqwest::Method::POST, &format!("/users/{id}/profile_image")).multipart(form);
    clerk.send(request).await.ok();
    let big = r#"{"public_metadata":{"z":12345678901234567890123,"a":1.10}}"#;
    let request = clerk.request(reqwest::Method::PUT, &format!("/users/{id}/metadata"));
    clerk.send(request.header("content-type", "application/json").body(big)).await.ok();
    let acme = clerk.get("/organizations").await.ok()["data"][0]["id"].as_str().unwrap().to_owned();
    let email = json!({ "email_address": "a@x.example" });
    for (path, body) in [
        (format!("/organizations/{acme}/domains"), json!({ "name": "acme.example" })),
        ("/invitations".into(), email.clone()),
        ("/allowlist_identifiers".into(), json!({ "identifier": "b@x.example", "notify": true })),
        ("/blocklist_identifiers".into(), json!({ "identifier": "*@y.example" })),
        ("/waitlist_entries".into(), email),
        ("/jwt_templates".into(), json!({ "name": "t", "claims": { "z": 1, "a": 2 }, "signing_key": "kept" })),
        ("/redirect_urls".into(), json!({ "url": "app://x" })),
        ("/organization_permissions".into(), json!({ "name": "Sell", "key": "org:seats:sell" })),
        ("/organization_roles".into(), json!({ "name": "Seller", "key": "org:seller" })),
        ("/machines".into(), json!({ "name": "worker" })),
        ("/sign_in_tokens".into(), json!({ "user_id": id })),
        ("/actor_tokens".into(), json!({ "user_id": id, "actor": { "sub": "user_1" } })),
    ] {
        clerk.post(&path, body).await.ok();
    }
    let worker = clerk.get("/machines").await.ok()["data"][0]["id"].clone();
    clerk.post("/machines", json!({ "name": "boss", "scoped_machines": [worker] })).await.ok();
    clerk
}

/// The lists of what does not belong to one user.
const LISTS: [&str; 12] = [
    "/organization_permissions",
    "/organization_roles",
    "/machines",
    "/organization_memberships",
    "/organization_invitations",
    "/organization_domains",
    "/invitations",
    "/allowlist_identifiers",
    "/blocklist_identifiers",
    "/waitlist_entries",
    "/jwt_templates",
    "/redirect_urls",
];

/// Everything that can be read.
async fn all(clerk: &Clerk) -> String {
    let origin = clerk.local.base_url().trim_end_matches("/v1").to_owned();
    let mut text = clerk.get("/users?limit=500").await.text;
    for id in clerk.list("limit=500", "id").await {
        for tail in
            ["billing/credits", "trusted_devices", "organization_invitations", "oauth_access_tokens/oauth_github"]
        {
            text += &clerk.get(&format!("/users/{id}/{tail}")).await.text;
        }
        text += &format!("{:?}", clerk.local.sessions(&id));
    }
    for list in LISTS {
        text += &clerk.get(list).await.text;
    }
    text.replace(&origin, "")
}

#[tokio::test]
async fn an_export_is_imported_to_the_byte() {
    let clerk = furnished().await;
    let export = clerk.local.export().unwrap();
    let kinds = serde_json::from_str::<Value>(&export).unwrap()["rows"].as_object().unwrap().clone();
    for (kind, rows) in &kinds {
        assert!(kind == "passkey" || !rows.as_array().unwrap().is_empty(), "no {kind}");
    }
    let clock = clerk.local.clock().clone();
    let other = Clerk::with(LocalClerk::builder().clock(clock).import(&export)).await;
    assert_eq!(all(&other).await, all(&clerk).await);
    assert_eq!(other.local.export().unwrap(), export);
    // Indexes were made anew, and ids go on where they were.
    other.post("/users", json!({ "username": "ADA_LOVELACE" })).await.refused(422, "form_identifier_exists");
    let (here, there) =
        (clerk.user(json!({ "username": "next" })).await, other.user(json!({ "username": "next" })).await);
    assert_eq!(here, there);
    assert_eq!(other.list("query=lovelace", "username").await, ["ada_lovelace"]);
    other.post("/redirect_urls", json!({ "url": "app://x" })).await.refused(400, "duplicate_record");
}

#[tokio::test]
async fn a_wrong_import_changes_nothing_and_says_why() {
    let clerk = furnished().await;
    let before = clerk.local.export().unwrap();
    let twice = before.replacen("\"username\":null", "\"username\":\"ada_lovelace\"", 1);
    for (text, reason) in [
        ("{", "EOF"),
        (r#"{"format":2,"rows":{}}"#, "format 2"),
        (r#"{"format":1,"rows":{"cat":[]}}"#, "no rows called cat"),
        (r#"{"format":1,"rows":{"user":[{}]}}"#, "user: missing field"),
        (twice.as_str(), "That username is taken"),
    ] {
        let error = clerk.local.import(text).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
        assert_eq!(clerk.local.export().unwrap(), before);
    }
}

#[tokio::test]
async fn snapshots_are_gone_back_to_as_often_as_wanted() {
    let clerk = furnished().await;
    clerk.local.snapshot("furnished");
    let before = all(&clerk).await;
    for _ in 0..2 {
        for id in clerk.list("limit=500", "id").await {
            clerk.delete(&format!("/users/{id}")).await.ok();
        }
        assert_eq!(clerk.local.user_count(), 0);
        assert!(clerk.local.restore("furnished"));
        assert_eq!(all(&clerk).await, before);
    }
    assert!(!clerk.local.restore("other"));
}

#[tokio::test]
async fn a_reset_forgets_all_but_settings_clock_and_snapshots() {
    let clerk = furnished().await;
    clerk.local.snapshot("furnished");
    clerk.local.configure(|settings| settings.can_ban = false);
    clerk.local.faults().add(local_clerk::Fault::status(500));
    clerk.local.reset();
    assert_eq!((clerk.local.user_count(), clerk.local.journal().len(), clerk.local.faults().remaining()), (0, 0, 0));
    assert!(!clerk.local.settings().can_ban);
    clerk.user(json!({ "username": "ada_lovelace" })).await;
    assert!(clerk.local.restore("furnished"));
}

#[tokio::test]
async fn a_refused_request_uses_no_ids_up() {
    let run = async |refused: bool| {
        let clerk = Clerk::with(LocalClerk::builder().seed(7)).await;
        clerk.user(json!({ "username": "taken" })).await;
        if refused {
            let body = json!({ "username": "taken", "email_address": ["a@example.com"] });
            clerk.post("/users", body).await.refused(422, "form_identifier_exists");
        }
        clerk.user(json!({ "username": "other" })).await
    };
    assert_eq!(run(true).await, run(false).await);
}

#[tokio::test]
async fn events_tell_every_change_in_order_with_before_and_after() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    clerk.patch(&format!("/users/{id}"), json!({ "first_name": "Augusta" })).await.ok();
    clerk.patch(&format!("/users/{id}"), json!({ "first_name": "Augusta" })).await.ok();
    clerk.post("/users", json!({ "email_address": ["ada@example.com"] })).await.refused(422, "form_identifier_exists");
    clerk.delete(&format!("/users/{id}")).await.ok();
    let events = clerk.local.events();
    let names: Vec<_> = events.iter().map(local_clerk::Event::name).collect();
    assert_eq!(
        names,
        ["email_address.created", "user.created", "user.updated", "email_address.deleted", "user.deleted"]
    );
    assert_eq!(events.iter().map(local_clerk::Event::number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(events[2].id(), id);
    let name = |row: Option<Value>| row.map(|row| row["first_name"].clone());
    assert_eq!((name(events[2].before()), name(events[2].after())), (Some(json!("Ada")), Some(json!("Augusta"))));
    assert_eq!((events[1].before(), events[4].after()), (None, None));
}

#[tokio::test]
async fn a_change_of_a_part_is_a_change_of_its_user() {
    let clock = Clock::standing_at(1000);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock.clone())).await;
    let id = clerk.ada().await;
    let updated_at = async || clerk.get(&format!("/users/{id}")).await.ok()["updated_at"].clone();
    clock.set(2000);
    let passkey = clerk.local.seed().passkey(&id, "Laptop").unwrap();
    assert_eq!(updated_at().await, 2000);
    clock.set(3000);
    clerk.delete(&format!("/users/{id}/passkeys/{passkey}")).await.ok();
    assert_eq!(updated_at().await, 3000);
    clock.set(4000);
    clerk.patch(&format!("/users/{id}"), json!({ "first_name": "Ada" })).await.ok();
    assert_eq!(updated_at().await, 3000, "nothing was changed");
    // What is no part of it: its sessions and memberships.
    let organization = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    clerk.local.seed().membership(&organization, &id, Membership::default()).unwrap();
    assert_eq!(updated_at().await, 3000);
    let account = ExternalAccount { token: Some(OauthToken::new("t")), ..ExternalAccount::new("oauth_github", "1") };
    clerk.local.seed().external_account(&id, account).unwrap();
    assert_eq!(updated_at().await, 4000);
}
