//! Roles of organizations, and what they permit.

use local_clerk::Organization;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

async fn permission(clerk: &Clerk, key: &str) -> Value {
    clerk.post("/organization_permissions", json!({ "name": key, "key": key })).await.ok()
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap()
}

#[tokio::test]
async fn permissions_have_a_key_of_a_feature_and_an_action() {
    let clerk = Clerk::start().await;
    let sell = permission(&clerk, "org:seats:sell").await;
    assert_eq!((&sell["type"], &sell["description"]), (&json!("user"), &json!("")));
    for (key, code) in [
        ("org:seats:sell", "form_identifier_exists"),
        ("org:sys_seats:sell", "form_param_value_invalid"),
        ("org:seats", "form_param_value_invalid"),
        ("org:seats:", "form_param_value_invalid"),
        ("seats:sell", "form_param_value_invalid"),
        ("org:Seats:sell", "form_param_value_invalid"),
    ] {
        let reply = clerk.post("/organization_permissions", json!({ "name": "n", "key": key })).await;
        reply.refused_about(422, code, "key");
    }
    let path = format!("/organization_permissions/{}", id(&sell));
    let changed = clerk.patch(&path, json!({ "name": "Sell seats", "description": "For money" })).await.ok();
    assert_eq!((&changed["name"], &changed["key"]), (&json!("Sell seats"), &sell["key"]));
    assert_eq!(clerk.get(&path).await.ok(), changed);
}

#[tokio::test]
async fn a_role_has_the_permissions_it_is_given() {
    let clerk = Clerk::start().await;
    let (sell, buy) = (permission(&clerk, "org:seats:sell").await, permission(&clerk, "org:seats:buy").await);
    let new = json!({ "name": "Seller", "key": "org:seller", "permissions": [sell["id"]] });
    let role = clerk.post("/organization_roles", new.clone()).await.ok();
    assert_eq!((&role["permissions"], &role["description"]), (&json!([sell]), &Value::Null));
    clerk.post("/organization_roles", new).await.refused_about(422, "form_identifier_exists", "key");
    let unknown = json!({ "name": "n", "key": "org:n", "permissions": [UNKNOWN] });
    clerk.post("/organization_roles", unknown).await.refused(404, "resource_not_found");
    let path = format!("/organization_roles/{}", id(&role));
    let buys = format!("{path}/permissions/{}", id(&buy));
    assert_eq!(clerk.act(&buys).await.ok()["permissions"], json!([sell, buy]));
    clerk.act(&buys).await.refused(409, "organization_role_permission_association_exists");
    assert_eq!(clerk.delete(&buys).await.ok()["permissions"], json!([sell]));
    clerk.delete(&buys).await.refused(404, "organization_role_permission_association_not_found");
    let changed = clerk.patch(&path, json!({ "description": "d", "permissions": [buy["id"]] })).await.ok();
    assert_eq!((&changed["permissions"], &changed["description"]), (&json!([buy]), &json!("d")));
    assert_eq!(clerk.patch(&path, json!({ "description": null })).await.ok()["permissions"], json!([buy]));
    clerk.delete(&format!("/organization_permissions/{}", id(&buy))).await.ok();
    assert_eq!(clerk.get(&path).await.ok()["permissions"], json!([]), "what is gone permits nothing");
}

#[tokio::test]
async fn a_role_that_somebody_has_or_is_to_have_stays() {
    let clerk = Clerk::start().await;
    let ada = clerk.ada().await;
    let acme = format!("/organizations/{}", clerk.local.seed().organization(Organization::new("Acme")).unwrap());
    let role = clerk.post("/organization_roles", json!({ "name": "Seller", "key": "org:seller" })).await.ok();
    let path = format!("/organization_roles/{}", id(&role));
    let member = json!({ "user_id": ada, "role": "org:seller" });
    clerk.post(&format!("{acme}/memberships"), member).await.ok();
    clerk.delete(&path).await.refused(422, "organization_role_assigned_members");
    clerk.delete(&format!("{acme}/memberships/{ada}")).await.ok();
    let guest = json!({ "email_address": "new@x.example", "role": "org:seller" });
    clerk.post(&format!("{acme}/invitations"), guest).await.ok();
    clerk.delete(&path).await.refused(422, "organization_role_exists_in_invitations");
    clerk.delete(&acme).await.ok();
    assert_eq!(clerk.delete(&path).await.ok(), json!({ "object": "role", "id": role["id"], "deleted": true }));
}

#[tokio::test]
async fn roles_and_permissions_are_searched_and_ordered() {
    let clerk = Clerk::start().await;
    for (name, key) in [("Zoe", "a"), ("Ann", "c"), ("Mia", "b")] {
        permission(&clerk, &format!("org:{key}:{key}")).await;
        clerk.post("/organization_roles", json!({ "name": name, "key": format!("org:{key}") })).await.ok();
    }
    let first = clerk.get("/organization_roles?order_by=created_at").await.ok()["data"][0].clone();
    for (query, expected) in [
        (String::new(), vec!["Mia", "Ann", "Zoe"]),
        ("order_by=name".into(), vec!["Ann", "Mia", "Zoe"]),
        ("order_by=-key".into(), vec!["Ann", "Mia", "Zoe"]),
        ("query=ORG:C".into(), vec!["Ann"]),
        ("query=i&limit=1".into(), vec!["Mia"]),
        (format!("query={}", id(&first)), vec!["Zoe"]),
    ] {
        let page = clerk.get(&format!("/organization_roles?{query}")).await.ok();
        let names: Vec<_> =
            page["data"].as_array().unwrap().iter().map(|role| role["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{query}");
    }
    let permissions = clerk.get("/organization_permissions?order_by=key&query=org").await.ok();
    assert_eq!((&permissions["data"][0]["key"], &permissions["total_count"]), (&json!("org:a:a"), &json!(3)));
}
