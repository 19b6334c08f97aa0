use local_clerk::{Invitation, Membership, Organization};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn memberships_come_in_pages_with_a_total() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    for number in 0..12 {
        let organization = clerk.local.seed().organization(Organization::new(format!("Org {number}"))).unwrap();
        clerk.local.seed().membership(&organization, &id, Membership::new("org:admin")).unwrap();
    }
    let path = format!("/users/{id}/organization_memberships");
    let page = clerk.get(&path).await.ok();
    assert_eq!((page["data"].as_array().unwrap().len(), &page["total_count"]), (10, &json!(12)));
    assert_eq!(page["data"][0]["organization"]["slug"], "org-11");
    let rest = clerk.get(&format!("{path}?offset=10")).await.ok();
    assert_eq!(rest["data"].as_array().unwrap().len(), 2);
    let membership = &rest["data"][1];
    assert_eq!(membership["role"], "org:admin");
    assert_eq!(membership["organization"]["members_count"], 1);
    assert_eq!(membership["public_user_data"]["identifier"], "ada@example.com");
    clerk.get(&format!("{path}?limit=1.0")).await.refused_about(422, "form_param_value_invalid", "limit");
    let unknown = format!("/users/{UNKNOWN}/organization_memberships");
    clerk.get(&unknown).await.refused(404, "resource_not_found");
    assert_eq!(clerk.get("/organization_memberships").await.ok()["total_count"], 12);
}

#[tokio::test]
async fn permissions_may_be_null() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let organization = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    let bare = Membership { permissions: None, ..Membership::new("org:guest") };
    clerk.local.seed().membership(&organization, &id, bare).unwrap();
    let page = clerk.get(&format!("/users/{id}/organization_memberships")).await.ok();
    assert_eq!(page["data"][0]["permissions"], Value::Null);
    assert_eq!(page["data"][0]["role_name"], "Guest");
}

#[tokio::test]
async fn invitations_are_filtered_by_status() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let organization = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    for status in ["pending", "accepted", "revoked", "expired", "pending"] {
        let invitation =
            Invitation { status: status.into(), inviter_id: Some(id.clone()), ..Invitation::new("ADA@example.com") };
        clerk.local.seed().invitation(&organization, invitation).unwrap();
    }
    clerk.local.seed().invitation(&organization, Invitation::new("other@example.com")).unwrap();
    let path = format!("/users/{id}/organization_invitations");
    for (query, count) in
        [("", 5), ("?status=pending", 2), ("?status=expired", 1), ("?status=pending&status=revoked", 3)]
    {
        assert_eq!(clerk.get(&format!("{path}{query}")).await.ok()["total_count"], count, "{query}");
    }
    clerk.get(&format!("{path}?status=lost")).await.refused_about(422, "form_param_value_invalid", "status");
    let newest = clerk.get(&format!("{path}?status=pending&limit=1")).await.ok()["data"][0].clone();
    assert_eq!(newest["public_inviter_data"]["user_id"], id);
    assert_eq!(newest["public_organization_data"]["slug"], "acme");
    assert!(newest["url"].is_string());
    let old = clerk.request(Method::GET, &path).header("clerk-api-version", "2021-02-05");
    assert_eq!(clerk.send(old).await.ok()["data"][0].get("url"), None);
}

#[tokio::test]
async fn memberships_of_all_are_ordered_by_what_their_users_have() {
    let clerk = Clerk::start().await;
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    for (first, last, email) in
        [("Ada", "Lovelace", "b@x.y"), ("Grace", "Hopper", "c@x.y"), ("Barbara", "Liskov", "a@x.y")]
    {
        let user = clerk.user(json!({ "first_name": first, "last_name": last, "email_address": [email] })).await;
        clerk.local.seed().membership(&acme, &user, Membership::default()).unwrap();
    }
    let names = async |query: &str| {
        let page = clerk.get(&format!("/organization_memberships{query}")).await.ok();
        let data = page["data"].as_array().unwrap().clone();
        data.iter()
            .map(|member| member["public_user_data"]["first_name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for (query, expected) in [
        ("", ["Barbara", "Grace", "Ada"]),
        ("?order_by=created_at", ["Ada", "Grace", "Barbara"]),
        ("?order_by=first_name", ["Ada", "Barbara", "Grace"]),
        ("?order_by=-first_name", ["Grace", "Barbara", "Ada"]),
        ("?order_by=%2Blast_name", ["Grace", "Barbara", "Ada"]),
        ("?order_by=email_address", ["Barbara", "Ada", "Grace"]),
        ("?order_by=username", ["Ada", "Grace", "Barbara"]),
        ("?starting_after=unknown", ["Barbara", "Grace", "Ada"]),
    ] {
        assert_eq!(names(query).await, expected, "{query}");
    }
    let wrong = clerk.get("/organization_memberships?order_by=updated_at").await;
    wrong.refused_about(422, "form_param_value_invalid", "order_by");
}

#[tokio::test]
async fn invitations_of_one_moment_come_newest_first_as_memberships_do() {
    let clock = local_clerk::Clock::standing_at(1000);
    let clerk = Clerk::with(local_clerk::LocalClerk::builder().clock(clock)).await;
    let id = clerk.ada().await;
    let (mut invited, mut joined) = (Vec::new(), Vec::new());
    for name in ["One", "Two", "Three"] {
        let organization = clerk.local.seed().organization(Organization::new(name)).unwrap();
        invited.insert(0, clerk.local.seed().invitation(&organization, Invitation::new("ada@example.com")).unwrap());
        joined.insert(0, clerk.local.seed().membership(&organization, &id, Membership::default()).unwrap());
    }
    for (tail, expected) in [("organization_invitations", invited), ("organization_memberships", joined)] {
        let page = clerk.get(&format!("/users/{id}/{tail}")).await.ok();
        let ids: Vec<_> =
            page["data"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids, expected);
    }
}

#[tokio::test]
async fn who_invites_has_a_picture_and_a_name() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let nameless = clerk.local.seed().user(json!({ "skip_user_requirement": true })).unwrap();
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    for inviter in [&id, &nameless] {
        let invitation =
            Invitation { inviter_id: Some(inviter.clone()), expires_at: Some(9), ..Invitation::new("ada@example.com") };
        clerk.local.seed().invitation(&acme, invitation).unwrap();
    }
    let page = clerk.get(&format!("/users/{id}/organization_invitations")).await.ok();
    let inviters: Vec<_> = (0..2).map(|n| page["data"][n]["public_inviter_data"]["identifier"].clone()).collect();
    assert_eq!(inviters, [json!(""), json!("ada@example.com")]);
    assert_eq!(page["data"][0]["expires_at"], 9);
    assert_eq!(page["data"][1]["public_inviter_data"].get("username"), None);
}

#[tokio::test]
async fn organizations_are_created_changed_and_deleted_with_their_members() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let acme = clerk.post("/organizations", json!({ "name": "Acme", "created_by": id })).await.ok();
    assert_eq!(
        (&acme["slug"], &acme["max_allowed_memberships"], &acme["members_count"]),
        (&json!("acme"), &json!(5), &json!(1))
    );
    let memberships = format!("/users/{id}/organization_memberships");
    assert_eq!(clerk.get(&memberships).await.ok()["data"][0]["role"], "org:admin");
    let path = format!("/organizations/{}", acme["id"].as_str().unwrap());
    assert_eq!(clerk.get("/organizations/acme").await.ok(), clerk.get(&path).await.ok());
    let other = clerk.post("/organizations", json!({ "name": "Acme" })).await.ok();
    assert!(other["slug"].as_str().unwrap().starts_with("acme-"), "{other}");
    let taken = clerk.patch(&path, json!({ "slug": other["slug"] })).await;
    taken.refused_about(422, "form_identifier_exists", "slug");
    let changed = clerk.patch(&path, json!({ "slug": "acme-2", "admin_delete_enabled": false })).await.ok();
    assert_eq!(
        (&changed["slug"], &changed["admin_delete_enabled"], &changed["name"]),
        (&json!("acme-2"), &json!(false), &json!("Acme"))
    );
    let metadata =
        clerk.patch(&format!("{path}/metadata"), json!({ "public_metadata": { "a": { "b": 1 } } })).await.ok();
    assert_eq!(metadata["public_metadata"], json!({ "a": { "b": 1 } }));
    let metadata = clerk.put(&format!("{path}/metadata"), json!({ "public_metadata": { "c": 1 } })).await.ok();
    assert_eq!(metadata["public_metadata"], json!({ "c": 1 }));
    let gone = clerk.delete(&path).await.ok();
    assert_eq!(gone, json!({ "object": "organization", "id": acme["id"], "deleted": true }));
    assert_eq!(clerk.get(&memberships).await.ok()["total_count"], 0);
    clerk.get(&path).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn wrong_organizations_are_refused() {
    let clerk = Clerk::start().await;
    for (body, status, code, param) in [
        (json!({ "name": "" }), 422, "form_param_missing", "name"),
        (json!({ "name": "A", "slug": "Not a slug" }), 422, "form_param_format_invalid", "slug"),
        (json!({ "name": "A".repeat(257) }), 422, "form_param_max_length_exceeded", "name"),
        (
            json!({ "name": "A", "max_allowed_memberships": -1 }),
            422,
            "form_param_value_invalid",
            "max_allowed_memberships",
        ),
        (json!({ "name": "A", "created_by": UNKNOWN }), 400, "organization_creator_not_found", "created_by"),
    ] {
        clerk.post("/organizations", body).await.refused_about(status, code, param);
    }
    assert_eq!(clerk.get("/organizations").await.ok(), json!({ "data": [], "total_count": 0 }));
    // Since 2026-05-12, metadata has operations of its own.
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    let (path, change) = (format!("/organizations/{acme}"), json!({ "public_metadata": { "a": 1 } }));
    clerk.patch(&path, change.clone()).await.refused_about(422, "form_param_unknown", "public_metadata");
    let old = clerk.request(Method::PATCH, &path).header("clerk-api-version", "2025-11-10").json(&change);
    assert_eq!(clerk.send(old).await.ok()["public_metadata"], json!({ "a": 1 }));
}

#[tokio::test]
async fn organizations_are_searched_filtered_and_ordered() {
    let clerk = Clerk::start().await;
    let (ada, grace) = (clerk.ada().await, clerk.user(json!({ "username": "grace" })).await);
    let seed = clerk.local.seed();
    let [acme, globex, initech] =
        ["Acme", "globex corp", "Initech"].map(|name| seed.organization(Organization::new(name)).unwrap());
    for (organization, user) in [(&acme, &ada), (&globex, &ada), (&globex, &grace)] {
        seed.membership(organization, user, Membership::default()).unwrap();
    }
    let cases: Vec<(String, &[&str])> = vec![
        (String::new(), &["Initech", "globex corp", "Acme"]),
        ("order_by=name".into(), &["Acme", "Initech", "globex corp"]),
        ("order_by=-members_count".into(), &["globex corp", "Acme", "Initech"]),
        ("query=E".into(), &["Initech", "globex corp", "Acme"]),
        ("query=globex-".into(), &["globex corp"]),
        (format!("query={initech}"), &["Initech"]),
        (format!("query={}", &initech[..10]), &[]),
        (format!("user_id={ada}"), &["globex corp", "Acme"]),
        (format!("user_id=-{grace}"), &["Initech", "Acme"]),
        (format!("organization_id=%2B{acme}&organization_id={initech}"), &["Initech", "Acme"]),
        ("limit=1&offset=1".into(), &["globex corp"]),
    ];
    for (query, expected) in cases {
        let page = clerk.get(&format!("/organizations?{query}")).await.ok();
        let names: Vec<_> =
            page["data"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{query}");
        assert!(page["total_count"] == expected.len() || query.contains("limit"), "{query}");
    }
}
