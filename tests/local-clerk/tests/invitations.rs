//! Invitations to organizations, and to sign up.

use local_clerk::{Clock, LocalClerk, Organization};
use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

const NOW: i64 = 1_767_225_600_000;
const DAY: i64 = 86_400_000;

async fn start() -> Clerk {
    Clerk::with(LocalClerk::builder().clock(Clock::standing_at(NOW))).await
}

/// An organization with a member, the path of its invitations, and the member's id.
async fn acme(clerk: &Clerk) -> (String, String) {
    let ada = clerk.ada().await;
    let acme = clerk.post("/organizations", json!({ "name": "Acme", "created_by": ada })).await.ok();
    (format!("/organizations/{}/invitations", acme["id"].as_str().unwrap()), ada)
}

fn emails(page: &Value) -> Vec<&str> {
    let list = page.as_array().or_else(|| page["data"].as_array()).unwrap();
    list.iter().map(|item| item["email_address"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_organization_invites_and_takes_it_back() {
    let clerk = start().await;
    let (path, ada) = acme(&clerk).await;
    let new = json!({
        "email_address": "Grace@Example.com", "role": "org:admin", "inviter_user_id": ada, "expires_in_days": 2,
        "public_metadata": { "a": 1 }, "redirect_url": "https://acme.example/join", "notify": false,
    });
    let made = clerk.post(&path, new.clone()).await.ok();
    assert_eq!((&made["email_address"], &made["status"]), (&json!("grace@example.com"), &json!("pending")));
    assert_eq!((&made["inviter_id"], &made["role_name"]), (&json!(ada), &json!("Admin")));
    assert_eq!(made["expires_at"], NOW + 2 * DAY);
    assert_eq!(made.get("public_organization_data"), None, "only lists of several organizations say which");
    clerk.post(&path, new).await.refused_about(400, "duplicate_record", "email_address");
    let invitation = format!("{path}/{}", made["id"].as_str().unwrap());
    assert_eq!(clerk.get(&invitation).await.ok(), made);
    assert_eq!(clerk.get(&path).await.ok()["data"][0], made);
    let organization = path.strip_suffix("/invitations").unwrap();
    assert_eq!(clerk.get(organization).await.ok()["pending_invitations_count"], 1);
    clerk.post(&format!("{invitation}/revoke"), json!({ "requesting_user_id": ada })).await.ok();
    let again = clerk.act(&format!("{invitation}/revoke")).await;
    again.refused(404, "organization_invitation_not_pending");
    let revoked = clerk.get(&invitation).await.ok();
    assert_eq!((&revoked["status"], &revoked["url"]), (&json!("revoked"), &Value::Null));
    assert_eq!(clerk.get(organization).await.ok()["pending_invitations_count"], 0);
    let other = clerk.local.seed().organization(Organization::new("Other")).unwrap();
    let foreign = format!("/organizations/{other}/invitations/{}", made["id"].as_str().unwrap());
    clerk.get(&foreign).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn wrong_invitations_to_an_organization_are_refused() {
    let clerk = start().await;
    let (path, ada) = acme(&clerk).await;
    let stranger = clerk.user(json!({ "username": "stranger" })).await;
    let with = |name: &str, value: Value| {
        let mut body = json!({ "email_address": "new@example.com", "role": "org:member" });
        body[name] = value;
        body
    };
    for (body, status, code) in [
        (with("email_address", json!("nobody")), 422, "form_param_format_invalid"),
        (with("email_address", json!("ada@example.com")), 400, "already_a_member_in_organization"),
        (with("role", json!("member")), 422, "form_param_value_invalid"),
        (with("expires_in_days", json!(366)), 422, "form_param_value_invalid"),
        (with("expires_in_days", json!(0)), 422, "form_param_value_invalid"),
        (with("redirect_url", json!("http://acme.example")), 422, "form_param_value_invalid"),
        (with("inviter_user_id", json!(UNKNOWN)), 404, "resource_not_found"),
        (with("inviter_user_id", json!(stranger)), 403, "not_a_member_in_organization"),
        (with("seat", json!(1)), 422, "form_param_unknown"),
    ] {
        clerk.post(&path, body).await.refused(status, code);
    }
    assert_eq!(clerk.get(&path).await.ok()["total_count"], 0);
    let made = clerk.post(&path, with("inviter_user_id", json!(ada))).await.ok();
    assert_eq!(made["expires_at"], NOW + 30 * DAY);
    let revoke = format!("{path}/{}/revoke", made["id"].as_str().unwrap());
    let by_stranger = clerk.post(&revoke, json!({ "requesting_user_id": stranger })).await;
    by_stranger.refused(403, "not_a_member_in_organization");
}

#[tokio::test]
async fn invitations_in_bulk_are_made_together_or_not_at_all() {
    let clerk = start().await;
    let (path, _) = acme(&clerk).await;
    let new = |email: &str| json!({ "email_address": email, "role": "org:member" });
    let bulk = format!("{path}/bulk");
    let made = clerk.post(&bulk, json!([new("a@x.example"), new("b@x.example")])).await.ok();
    assert_eq!((emails(&made), &made["total_count"]), (vec!["a@x.example", "b@x.example"], &json!(2)));
    let half = clerk.post(&bulk, json!([new("c@x.example"), new("a@x.example")])).await;
    half.refused(400, "duplicate_record");
    let eleven: Vec<_> = (0..11).map(|number| new(&format!("{number}@x.example"))).collect();
    clerk.post(&bulk, json!(eleven)).await.refused(400, "bulk_size_exceeded");
    clerk.post(&bulk, json!(new("c@x.example"))).await.refused(400, "request_body_invalid");
    clerk.post(&bulk, json!([{ "role": "org:member" }])).await.refused_about(
        422,
        "form_param_missing",
        "email_address",
    );
    assert_eq!(clerk.get(&path).await.ok()["total_count"], 2);
    let app = |email: &str| json!({ "email_address": email });
    let made = clerk.post("/invitations/bulk", json!([app("a@x.example"), app("b@x.example")])).await.ok();
    assert_eq!(emails(&made), ["a@x.example", "b@x.example"]);
    let user = json!([app("c@x.example"), { "email_address": "ada@example.com", "ignore_existing": true }]);
    clerk.post("/invitations/bulk", user).await.refused(422, "form_identifier_exists");
    assert_eq!(clerk.get("/invitations?paginated=true").await.ok()["total_count"], 2);
}

#[tokio::test]
async fn invitations_to_organizations_are_listed_and_searched() {
    let clerk = start().await;
    let (path, _) = acme(&clerk).await;
    for email in ["b@x.example", "a@x.example", "c@y.example"] {
        clerk.post(&path, json!({ "email_address": email, "role": "org:member" })).await.ok();
    }
    let first = clerk.get(&format!("{path}?email_address=B@x.example")).await.ok()["data"][0]["id"].clone();
    clerk.act(&format!("{path}/{}/revoke", first.as_str().unwrap())).await.ok();
    for (list, expected) in [
        (path.clone(), vec!["c@y.example", "a@x.example", "b@x.example"]),
        (format!("{path}?order_by=email_address"), vec!["a@x.example", "b@x.example", "c@y.example"]),
        (format!("{path}?status=revoked"), vec!["b@x.example"]),
        (format!("{path}/pending"), vec!["c@y.example", "a@x.example"]),
        (format!("{path}/pending?limit=1&offset=1"), vec!["a@x.example"]),
        ("/organization_invitations?query=X.EX".into(), vec!["a@x.example", "b@x.example"]),
        ("/organization_invitations?status=pending&query=x.ex".into(), vec!["a@x.example"]),
        (format!("/organization_invitations?query={}", first.as_str().unwrap()), vec!["b@x.example"]),
    ] {
        assert_eq!(emails(&clerk.get(&list).await.ok()), expected, "{list}");
    }
    let all = clerk.get("/organization_invitations").await.ok();
    assert_eq!(all["data"][0]["public_organization_data"]["slug"], "acme");
}

#[tokio::test]
async fn an_instance_invites_nobody_twice_unless_asked_to() {
    let clerk = start().await;
    clerk.ada().await;
    let new = json!({ "email_address": "new@example.com", "public_metadata": { "a": 1 }, "expires_in_days": 1 });
    let made = clerk.post("/invitations", new.clone()).await.ok();
    assert_eq!(
        (&made["status"], &made["revoked"], &made["expires_at"]),
        (&json!("pending"), &json!(false), &json!(NOW + DAY))
    );
    assert!(made["url"].as_str().unwrap().contains(made["id"].as_str().unwrap()), "{made}");
    clerk.post("/invitations", new.clone()).await.refused_about(400, "duplicate_record", "email_address");
    let user = json!({ "email_address": "ADA@example.com" });
    clerk.post("/invitations", user.clone()).await.refused(422, "form_identifier_exists");
    for mut body in [new.clone(), user] {
        body["ignore_existing"] = json!(true);
        clerk.post("/invitations", body).await.ok();
    }
    let path = format!("/invitations/{}/revoke", made["id"].as_str().unwrap());
    let revoked = clerk.act(&path).await.ok();
    assert_eq!((&revoked["status"], &revoked["revoked"], revoked.get("url")), (&json!("revoked"), &json!(true), None));
    clerk.act(&path).await.refused(400, "invitation_already_revoked");
    for (query, expected) in [
        ("", vec!["ada@example.com", "new@example.com"]),
        ("?status=revoked", vec!["new@example.com"]),
        ("?order_by=email_address", vec!["ada@example.com", "new@example.com"]),
        (
            "?order_by=-expires_at&status=pending&status=revoked",
            vec!["ada@example.com", "new@example.com", "new@example.com"],
        ),
        ("?query=ada", vec!["ada@example.com"]),
        ("?limit=1&offset=1", vec!["new@example.com"]),
    ] {
        assert_eq!(emails(&clerk.get(&format!("/invitations{query}")).await.ok()), expected, "{query}");
    }
    clerk.get("/invitations?order_by=status").await.refused_about(422, "form_param_value_invalid", "order_by");
}
