use local_clerk::{
    Clock, EnterpriseAccount, ExternalAccount, Invitation, LocalClerk, Membership, Organization, Verification,
};
use serde_json::json;

use crate::support::{Clerk, UNKNOWN};

const FILE: &str = include_str!("../sdk/seed.json");

#[tokio::test]
async fn a_file_sets_up_users_and_organizations() {
    let clerk = Clerk::start().await;
    clerk.local.seed().file(FILE).unwrap();
    let ada = clerk.get("/users?external_id=crew-1").await.ok()[0].clone();
    assert_eq!(ada["passkeys"][0]["name"], "Ada's laptop");
    assert_eq!(ada["external_accounts"].as_array().unwrap().len(), 3);
    assert_eq!(ada["organization_memberships"][0]["organization"]["members_count"], 2);
    assert_eq!(clerk.local.sessions(ada["id"].as_str().unwrap()).len(), 2);
}

#[tokio::test]
async fn errors_name_the_line_and_the_reason_and_change_nothing() {
    let cases = [
        ("{\n\"users\": [\n{", "line 3: EOF while parsing"),
        ("{\n\"user\": []}", "line 2: unknown field `user`"),
        ("[]", "line 1: a seed file is a JSON object"),
        (
            "{\"users\": [\n{\"create\": {\"username\": \"someone\"}},\n{\"create\": {\"username\": \"SOMEONE\"}}]}",
            "line 3: That username is taken",
        ),
        ("{\"users\": [\n\n{\"create\": {\"nickname\": \"x\"}}]}", "line 3: nickname is not a valid parameter"),
        ("{\"users\": [{\"create\": {\"username\": \"someone\"},\n\"passkeys\": [1]}]}", "line 2: invalid type"),
        ("{\"users\": [{}]}", "line 1: missing field `create`"),
        ("{\"users\": [{\"create\": 7}]}", "line 1: The request body must be a JSON object"),
        (
            "{\"organizations\": [\n{\"organization\": {\"name\": \"A\"}, \"members\": [{\"user\": \"bob\"}]}]}",
            "line 2: no user of this file has the key bob",
        ),
        (
            "{\"users\": [{\"key\": \"a\", \"create\": {\"username\": \"user_a\"}},\n{\"key\": \"a\", \"create\": {\"username\": \"user_b\"}}]}",
            "line 2: the key a is used twice",
        ),
    ];
    let clerk = Clerk::start().await;
    for (text, expected) in cases {
        let error = clerk.local.seed().file(text).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(clerk.local.user_count(), 0, "{text}");
    }
}

#[tokio::test]
async fn metadata_is_kept_to_the_byte() {
    let clerk = Clerk::start().await;
    let metadata = r#"{"n":12345678901234567890123,"z":1,"a":1.10}"#;
    let file = format!(
        r#"{{"users":[{{"key":"u","create":{{"username":"somebody","private_metadata":{metadata}}},
            "external_accounts":[{{"provider":"oauth_github","provider_user_id":"1","public_metadata":{metadata}}}]}}],
            "organizations":[{{"organization":{{"name":"Acme","public_metadata":{metadata}}},
            "members":[{{"user":"u","membership":{{"private_metadata":{metadata}}}}}]}}]}}"#
    );
    clerk.local.seed().file(&file).unwrap();
    let text = clerk.get("/users").await.text;
    assert_eq!(text.matches(metadata).count(), 4, "{text}");
}

#[tokio::test]
async fn a_failed_file_takes_nothing_of_others_away() {
    let clerk = Clerk::start().await;
    clerk.local.seed().file(FILE).unwrap();
    let before = clerk.local.export().unwrap();
    let error = clerk
        .local
        .seed()
        .file(r#"{"organizations":[{"organization":{"name":"A"},"invitations":[{"email_address":"x"}]}]}"#);
    assert!(error.is_err());
    assert_eq!(clerk.local.export().unwrap(), before);
}

#[tokio::test]
async fn a_file_says_what_requests_cannot_and_is_answered_by_ids() {
    let clerk = Clerk::start().await;
    let file = json!({
        "users": [
            {
                "key": "ada", "id": "user_ada", "create": { "email_address": ["a@x.y", "b@x.y"], "phone_number": ["+15555550100"] },
                "verifications": [
                    { "of": "A@x.y", "verification": null },
                    { "of": "b@x.y", "verification": { "kind": "from_oauth", "strategy": "from_oauth_google" } },
                ],
                "second_factors": ["+15555550100"],
            },
            { "create": { "username": "other" } },
        ],
        "organizations": [{ "organization": { "id": "org_acme", "name": "Acme" }, "members": [{ "user": "ada" }] }],
    });
    let seeded = clerk.local.seed().file(&file.to_string()).unwrap();
    assert_eq!((seeded.users[0].as_str(), seeded.keys["ada"].as_str()), ("user_ada", "user_ada"));
    assert_eq!((seeded.users.len(), seeded.organizations), (2, vec!["org_acme".to_owned()]));
    let ada = clerk.get("/users/user_ada").await.ok();
    assert_eq!(ada["email_addresses"][0]["verification"], json!(null));
    assert_eq!(ada["email_addresses"][1]["verification"]["strategy"], "from_oauth_google");
    assert_eq!((&ada["two_factor_enabled"], ada["mfa_enabled_at"].is_i64()), (&json!(true), true));
    assert_eq!(ada["organization_memberships"][0]["organization"]["id"], "org_acme");
}

#[tokio::test]
async fn seeding_obeys_the_rules() {
    let clerk = Clerk::start().await;
    let seed = clerk.local.seed();
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let acme =
        seed.organization(Organization { max_allowed_memberships: Some(1), ..Organization::new("Acme") }).unwrap();
    let small = |what: &str, error: String| assert!(error.contains(what), "{error}");
    seed.membership(&acme, &ada, Membership::default()).unwrap();
    small("has as many members", seed.membership(&acme, &grace, Membership::default()).unwrap_err().to_string());
    let globex = seed.organization(Organization::new("Globex")).unwrap();
    seed.membership(&globex, &ada, Membership::default()).unwrap();
    small("already a member", seed.membership(&globex, &ada, Membership::default()).unwrap_err().to_string());
    seed.external_account(&ada, ExternalAccount::new("oauth_github", "1")).unwrap();
    small(
        "is taken",
        seed.external_account(&grace, ExternalAccount::new("oauth_github", "1")).unwrap_err().to_string(),
    );
    small("No phone number", seed.second_factor(&ada, "idn_none").unwrap_err().to_string());
    small(
        "No identification",
        seed.verification(&ada, "idn_none", Some(Verification::admin())).unwrap_err().to_string(),
    );
    small(
        "No user",
        seed.invitation(&acme, Invitation { inviter_id: Some(UNKNOWN.into()), ..Invitation::new("a@x.y") })
            .unwrap_err()
            .to_string(),
    );
    small("valid email address", seed.invitation(&acme, Invitation::new("a")).unwrap_err().to_string());
    let lost = Invitation { status: "lost".into(), public_metadata: Some(json!([]).into()), ..Invitation::new("a") };
    let error = seed.invitation(&acme, lost).unwrap_err().to_string();
    for what in ["valid email address", "status must be pending, accepted, revoked or expired", "must be an object"] {
        small(what, error.clone());
    }
    small("No user", seed.session(UNKNOWN).unwrap_err().to_string());
    small("already is a user", seed.user(json!({ "id": ada, "username": "other" })).unwrap_err().to_string());
    small(
        "must be an object",
        seed.organization(Organization { public_metadata: Some(json!([]).into()), ..Organization::new("X") })
            .unwrap_err()
            .to_string(),
    );
    let user = clerk.get(&format!("/users/{ada}")).await.ok();
    assert_eq!(
        (&user["mfa_enabled_at"], user["organization_memberships"].as_array().unwrap().len()),
        (&json!(null), 2)
    );
}

#[tokio::test]
async fn made_up_users_are_one_second_apart_and_have_all_that_filters_look_at() {
    let clerk = Clerk::start().await;
    clerk.local.seed().users(3).unwrap();
    let users = clerk.get("/users?order_by=created_at").await.ok();
    for number in 0..3 {
        let user = &users[number];
        assert_eq!(user["created_at"], 1_767_225_600_000_i64 + 1000 * number as i64);
        assert_eq!(user["email_addresses"][0]["email_address"], format!("user{number}@example.com"));
        assert_eq!(
            (&user["username"], &user["external_id"]),
            (&json!(format!("user_{number}")), &json!(format!("external-{number}")))
        );
        assert_eq!((&user["first_name"], &user["last_name"]), (&json!("User"), &json!(format!("Number {number}"))));
        assert_eq!(user["public_metadata"], json!({ "plan": "free", "number": number }));
    }
    assert!(clerk.local.seed().users(1).is_err());
    assert_eq!(clerk.local.user_count(), 3);
}

#[tokio::test]
async fn an_enterprise_account_is_active_and_a_session_is_a_sign_in() {
    let clerk = Clerk::with(LocalClerk::builder().clock(Clock::standing_at(77))).await;
    let id = clerk.ada().await;
    clerk.local.seed().enterprise_account(&id, EnterpriseAccount::oauth("oauth_custom_acme", "a@b.example")).unwrap();
    clerk.local.seed().session(&id).unwrap();
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    assert_eq!(user["enterprise_accounts"][0]["active"], true);
    assert_eq!((&user["last_sign_in_at"], &user["last_active_at"]), (&json!(77), &json!(77)));
}

/// 200 000 entries on as many lines were slow to load when each counted its lines from the beginning.
#[test]
fn lines_are_counted_once_however_many_entries_ask() {
    let looked_at = std::cell::Cell::new(0);
    let ends = (0..1000).map(|line| 10 * line + 9).inspect(|_| looked_at.set(looked_at.get() + 1));
    let mut lines = crate::lines::Lines::new(ends);
    for entry in 0..1000 {
        assert_eq!(lines.at(10 * entry + 3), entry + 1);
        assert_eq!(lines.at(10 * entry + 9), entry + 1);
        assert!(looked_at.get() <= entry + 1, "{} of {entry}", looked_at.get());
    }
}
