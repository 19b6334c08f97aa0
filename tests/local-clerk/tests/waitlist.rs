use serde_json::{Value, json};

use crate::support::Clerk;

async fn join(clerk: &Clerk, email: &str) -> Value {
    clerk.post("/waitlist_entries", json!({ "email_address": email })).await.ok()
}

fn path(entry: &Value, action: &str) -> String {
    format!("/waitlist_entries/{}{action}", entry["id"].as_str().unwrap())
}

#[tokio::test]
async fn whoever_waits_already_keeps_the_place() {
    let clerk = Clerk::start().await;
    let first = join(&clerk, "a@x.example").await;
    assert_eq!(
        (&first["status"], &first["invitation"], &first["is_locked"]),
        (&json!("pending"), &Value::Null, &json!(false))
    );
    assert_eq!(join(&clerk, "A@x.example").await, first);
    let email = |text: &str| json!({ "email_address": text });
    let both = clerk.post("/waitlist_entries/bulk", json!([email("b@x.example"), email("a@x.example")])).await.ok();
    assert_eq!((&both[0]["email_address"], &both[1]), (&json!("b@x.example"), &first));
    let twice = clerk.post("/waitlist_entries/bulk", json!([email("c@x.example"), email("C@x.example")])).await;
    twice.refused_about(422, "form_param_duplicate", "email_address");
    let many: Vec<_> = (0..51).map(|number| email(&format!("{number}@x.example"))).collect();
    clerk.post("/waitlist_entries/bulk", json!(many)).await.refused(400, "bulk_size_exceeded");
    assert_eq!(clerk.get("/waitlist_entries").await.ok()["total_count"], 2);
}

#[tokio::test]
async fn an_entry_is_invited_or_rejected_once() {
    let clerk = Clerk::start().await;
    let (a, b, c) =
        (join(&clerk, "a@x.example").await, join(&clerk, "b@x.example").await, join(&clerk, "c@x.example").await);
    let invited = clerk.act(&path(&a, "/invite")).await.ok();
    assert_eq!(
        (&invited["status"], &invited["invitation"]["email_address"]),
        (&json!("invited"), &json!("a@x.example"))
    );
    let invitations = clerk.get("/invitations").await.ok();
    assert_eq!(invitations, json!([invited["invitation"]]), "it is an invitation like others");
    clerk.act(&path(&b, "/reject")).await.ok();
    for (entry, action, code) in
        [(&a, "/invite", "waitlist_entry_already_invited"), (&b, "/reject", "waitlist_entry_already_rejected")]
    {
        clerk.act(&path(entry, action)).await.refused(409, code);
    }
    clerk.delete(&path(&a, "")).await.refused(409, "waitlist_entry_already_invited");
    let gone = clerk.delete(&path(&c, "")).await.ok();
    assert_eq!(gone, json!({ "object": "waitlist_entry", "id": c["id"], "deleted": true }));
    clerk.delete(&path(&c, "")).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn users_and_those_who_are_invited_are_invited_only_on_demand() {
    let clerk = Clerk::start().await;
    clerk.ada().await;
    clerk.post("/invitations", json!({ "email_address": "b@x.example" })).await.ok();
    for (email, status, code) in
        [("ada@example.com", 422, "form_identifier_exists"), ("b@x.example", 400, "duplicate_record")]
    {
        let entry = join(&clerk, email).await;
        clerk.act(&path(&entry, "/invite")).await.refused(status, code);
        assert_eq!(clerk.get("/waitlist_entries").await.ok()["data"][0]["status"], "pending");
        let invited = clerk.post(&path(&entry, "/invite"), json!({ "ignore_existing": true })).await.ok();
        assert_eq!(invited["status"], "invited");
    }
}

#[tokio::test]
async fn entries_are_filtered_searched_and_ordered() {
    let clerk = Clerk::start().await;
    for email in ["b@x.example", "a@x.example", "c@y.example"] {
        join(&clerk, email).await;
    }
    let b = clerk.get("/waitlist_entries?query=B@").await.ok()["data"][0].clone();
    clerk.act(&path(&b, "/invite")).await.ok();
    for (query, expected) in [
        (String::new(), vec!["c@y.example", "a@x.example", "b@x.example"]),
        ("order_by=email_address".into(), vec!["a@x.example", "b@x.example", "c@y.example"]),
        ("order_by=invited_at".into(), vec!["b@x.example", "a@x.example", "c@y.example"]),
        ("status=pending".into(), vec!["c@y.example", "a@x.example"]),
        ("query=x.ex&limit=1".into(), vec!["a@x.example"]),
        (format!("query={}", b["id"].as_str().unwrap()), vec!["b@x.example"]),
    ] {
        let page = clerk.get(&format!("/waitlist_entries?{query}")).await.ok();
        let data = page["data"].as_array().unwrap();
        let emails: Vec<_> = data.iter().map(|entry| entry["email_address"].as_str().unwrap()).collect();
        assert_eq!(emails, expected, "{query}");
    }
    clerk.get("/waitlist_entries?status=lost").await.refused_about(422, "form_param_value_invalid", "status");
}
