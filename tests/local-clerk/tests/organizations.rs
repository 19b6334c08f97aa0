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
