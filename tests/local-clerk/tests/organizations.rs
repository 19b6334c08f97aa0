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
