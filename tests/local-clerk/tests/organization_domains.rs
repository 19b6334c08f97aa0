use local_clerk::{Clock, LocalClerk, Organization};
use serde_json::{Value, json};

use crate::support::Clerk;

const NOW: i64 = 1_767_225_600_000;

#[tokio::test]
async fn a_domain_belongs_to_one_organization() {
    let clerk = Clerk::start().await;
    let seed = clerk.local.seed();
    let [acme, globex] = ["Acme", "Globex"].map(|name| seed.organization(Organization::new(name)).unwrap());
    let path = |organization: &str| format!("/organizations/{organization}/domains");
    let made = clerk.post(&path(&acme), json!({ "name": "Acme.example" })).await.ok();
    assert_eq!(
        (&made["name"], &made["enrollment_mode"], &made["verification"]["status"], &made["ownership_verification"]),
        (&json!("acme.example"), &json!("manual_invitation"), &json!("verified"), &Value::Null)
    );
    for (organization, body, code) in [
        (&acme, json!({ "name": "acme.example" }), "organization_domain_already_exists_same_organization"),
        (&globex, json!({ "name": "ACME.example" }), "organization_domain_already_exists"),
        (&globex, json!({ "name": "gmail.com" }), "organization_domain_common"),
        (&globex, json!({ "name": "no domain" }), "form_param_format_invalid"),
        (&globex, json!({ "name": "a.example", "enrollment_mode": "open" }), "form_param_value_invalid"),
    ] {
        clerk.post(&path(organization), body).await.refused(422, code);
    }
    let foreign = format!("{}/{}", path(&globex), made["id"].as_str().unwrap());
    for reply in [clerk.delete(&foreign).await, clerk.patch(&foreign, json!({ "verified": false })).await] {
        reply.refused(404, "resource_not_found");
    }
    clerk.delete(&format!("/organizations/{acme}")).await.ok();
    assert_eq!(clerk.get("/organization_domains").await.ok()["total_count"], 0, "it goes with its organization");
}

#[tokio::test]
async fn ownership_is_verified_once() {
    let clock = Clock::standing_at(NOW);
    let clerk = Clerk::with(LocalClerk::builder().clock(clock.clone())).await;
    let acme = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    let path = format!("/organizations/{acme}/domains");
    let made = clerk.post(&path, json!({ "name": "acme.example", "verified": false })).await.ok();
    assert_eq!(made["affiliation_verification"]["status"], "unverified");
    let domain = format!("{path}/{}", made["id"].as_str().unwrap());
    for _ in 0..2 {
        let owned = clerk.act(&format!("{domain}/verify_ownership")).await.ok();
        let proof = &owned["ownership_verification"];
        assert_eq!((&proof["strategy"], &proof["verified_at"]), (&json!("manual_override"), &json!(NOW)));
        clock.set(NOW + 1000);
    }
    let change = json!({ "verified": true, "enrollment_mode": "automatic_suggestion" });
    let changed = clerk.patch(&domain, change).await.ok();
    assert_eq!(changed["affiliation_verification"]["status"], "verified");
    assert_eq!(changed["enrollment_mode"], "automatic_suggestion");
    let gone = clerk.delete(&domain).await.ok();
    assert_eq!(gone, json!({ "object": "organization_domain", "id": made["id"], "deleted": true }));
}

#[tokio::test]
async fn domains_are_filtered_and_searched() {
    let clerk = Clerk::start().await;
    let seed = clerk.local.seed();
    let [acme, globex] = ["Acme", "Globex"].map(|name| seed.organization(Organization::new(name)).unwrap());
    for (organization, name, mode, verified) in [
        (&acme, "b.example", "automatic_invitation", true),
        (&acme, "a.example", "enterprise_sso", false),
        (&globex, "c.test", "manual_invitation", true),
    ] {
        let body = json!({ "name": name, "enrollment_mode": mode, "verified": verified });
        clerk.post(&format!("/organizations/{organization}/domains"), body).await.ok();
    }
    for (list, expected) in [
        (format!("/organizations/{acme}/domains"), vec!["a.example", "b.example"]),
        (format!("/organizations/{acme}/domains?verified=true"), vec!["b.example"]),
        (format!("/organizations/{acme}/domains?enrollment_mode=-enterprise_sso"), vec!["b.example"]),
        ("/organization_domains?order_by=name".into(), vec!["a.example", "b.example", "c.test"]),
        ("/organization_domains?query=EXAMPLE".into(), vec!["a.example", "b.example"]),
        ("/organization_domains?domains=c.test&domains=a.example".into(), vec!["c.test", "a.example"]),
        (format!("/organization_domains?organization_id={globex}"), vec!["c.test"]),
        (format!("/organization_domains?query={globex}"), vec!["c.test"]),
    ] {
        let page = clerk.get(&list).await.ok();
        let names: Vec<_> =
            page["data"].as_array().unwrap().iter().map(|domain| domain["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{list}");
    }
    clerk.get("/organization_domains?verified=maybe").await.refused_about(422, "form_param_value_invalid", "verified");
}
