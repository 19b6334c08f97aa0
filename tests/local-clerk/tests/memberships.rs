use local_clerk::{LocalClerk, Organization};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

/// An emulator with an organization, and its path.
async fn acme() -> (Clerk, String) {
    let clerk = Clerk::with(LocalClerk::builder()).await;
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    (clerk, format!("/organizations/{acme}/memberships"))
}

#[tokio::test]
async fn members_are_added_changed_and_removed() {
    let (clerk, path) = acme().await;
    let ada = clerk.ada().await;
    let new = json!({ "user_id": ada, "role": "org:billing_admin", "public_metadata": { "seat": { "row": 1 } } });
    let made = clerk.post(&path, new.clone()).await.ok();
    assert_eq!(
        (
            &made["role"],
            &made["role_name"],
            &made["organization"]["members_count"],
            &made["public_user_data"]["user_id"]
        ),
        (&json!("org:billing_admin"), &json!("Billing admin"), &json!(1), &json!(ada))
    );
    clerk.post(&path, new).await.refused(400, "already_a_member_in_organization");
    let member = format!("{path}/{ada}");
    let changed = clerk.patch(&member, json!({ "role": "org:member" })).await.ok();
    assert_eq!((&changed["role"], &changed["id"]), (&json!("org:member"), &made["id"]));
    let merge = json!({ "public_metadata": { "seat": { "row": null, "place": 2 } }, "private_metadata": { "a": 1 } });
    let merged = clerk.patch(&format!("{member}/metadata"), merge).await.ok();
    assert_eq!(merged["public_metadata"], json!({ "seat": { "place": 2 } }));
    assert_eq!(merged["private_metadata"], json!({ "a": 1 }));
    assert_eq!(clerk.get(&format!("/users/{ada}")).await.ok()["organization_memberships"], json!([merged]));
    assert_eq!(clerk.delete(&member).await.ok(), merged, "what it was is shown once more");
    clerk.delete(&member).await.refused(404, "resource_not_found");
    assert_eq!(clerk.get(&path).await.ok(), json!({ "data": [], "total_count": 0 }));
    let names: Vec<_> = clerk.local.events().iter().map(|event| event.name()).collect();
    let verbs = names.iter().filter_map(|name| name.strip_prefix("organization_membership."));
    assert_eq!(verbs.collect::<Vec<_>>(), ["created", "updated", "updated", "deleted"]);
}

#[tokio::test]
async fn wrong_members_are_refused() {
    let (clerk, path) = acme().await;
    let ada = clerk.ada().await;
    for (body, status, code) in [
        (json!({ "user_id": ada, "role": "admin" }), 422, "form_param_value_invalid"),
        (json!({ "user_id": ada, "role": "org:" }), 422, "form_param_value_invalid"),
        (json!({ "user_id": UNKNOWN, "role": "org:admin" }), 404, "resource_not_found"),
        (json!({ "user_id": ada, "role": "org:admin", "public_metadata": [] }), 422, "form_param_type_invalid"),
        (json!({ "role": "org:admin" }), 422, "form_param_missing"),
    ] {
        clerk.post(&path, body).await.refused(status, code);
    }
    clerk.patch(&format!("{path}/{ada}"), json!({ "role": "org:admin" })).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn an_organization_takes_as_many_members_as_it_may_have() {
    let (clerk, _) = acme().await;
    let small = Organization { max_allowed_memberships: Some(1), ..Organization::new("Small") };
    let path = format!("/organizations/{}/memberships", clerk.local.seed().organization(small).unwrap());
    for (name, status) in [("first", 200), ("second", 403)] {
        let user = clerk.user(json!({ "username": name })).await;
        let reply = clerk.post(&path, json!({ "user_id": user, "role": "org:member" })).await;
        assert_eq!(reply.status, status, "{name}: {}", reply.text);
    }
}

#[tokio::test]
async fn members_are_filtered_by_what_their_users_have() {
    let (clerk, path) = acme().await;
    let mut ids = Vec::new();
    for (name, role) in [("ada", "org:admin"), ("grace", "org:member"), ("barbara", "org:member")] {
        let email = format!("{name}@x.example");
        let user =
            clerk.user(json!({ "username": format!("{name}_x"), "first_name": name, "email_address": [email] })).await;
        clerk.post(&path, json!({ "user_id": user, "role": role })).await.ok();
        ids.push(user);
    }
    clerk.user(json!({ "username": "ada_who_is_no_member" })).await;
    clerk.local.seed().activity(&ids[1], None, Some(5000)).unwrap();
    for (query, expected) in [
        (String::new(), vec!["barbara", "grace", "ada"]),
        ("order_by=first_name".into(), vec!["ada", "barbara", "grace"]),
        ("role=org:member".into(), vec!["barbara", "grace"]),
        ("username=ADA_X".into(), vec!["ada"]),
        ("email_address=grace@x.example&email_address=ada@x.example".into(), vec!["grace", "ada"]),
        ("query=a".into(), vec!["barbara", "grace", "ada"]),
        ("username_query=ar".into(), vec!["barbara"]),
        ("email_address_query=GRACE@".into(), vec!["grace"]),
        ("name_query=da".into(), vec!["ada"]),
        (format!("user_id={}", ids[0]), vec!["ada"]),
        (format!("user_id=-{}", ids[0]), vec!["barbara", "grace"]),
        ("last_active_at_after=4999".into(), vec!["grace"]),
        ("phone_number=%2B15555550100".into(), vec![]),
        ("limit=1&offset=1".into(), vec!["grace"]),
    ] {
        let page = clerk.get(&format!("{path}?{query}")).await.ok();
        let data = page["data"].as_array().unwrap();
        let names: Vec<_> = data.iter().map(|item| item["public_user_data"]["first_name"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{query}");
    }
}

#[tokio::test]
async fn older_versions_show_members_without_what_came_later() {
    let (clerk, path) = acme().await;
    let ada = clerk.ada().await;
    let new = json!({ "user_id": ada, "role": "org:member" });
    let old = clerk.request(Method::POST, &path).header("clerk-api-version", "2021-02-05").json(&new);
    let made = clerk.send(old).await.ok();
    assert_eq!((made["public_user_data"].get("banned"), &made["private_metadata"]), (None, &json!({})));
    assert_eq!(clerk.get(&path).await.ok()["data"][0]["public_user_data"]["banned"], Value::Bool(false));
}
