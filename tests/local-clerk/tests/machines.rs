use serde_json::{Value, json};

use crate::support::{Clerk, UNKNOWN};

async fn machine(clerk: &Clerk, name: &str) -> Value {
    clerk.post("/machines", json!({ "name": name })).await.ok()
}

fn path(machine: &Value, tail: &str) -> String {
    format!("/machines/{}{tail}", machine["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_machine_shows_its_key_when_it_is_made_and_when_it_is_asked_for() {
    let clerk = Clerk::start().await;
    let made = machine(&clerk, "worker").await;
    assert_eq!((&made["default_token_ttl"], &made["scoped_machines"]), (&json!(3600), &json!([])));
    assert!(made["secret_key"].as_str().unwrap().starts_with("ak_"), "{made}");
    assert_eq!(clerk.get(&path(&made, "")).await.ok().get("secret_key"), None);
    let secret = clerk.get(&path(&made, "/secret_key")).await.ok();
    assert_eq!(secret, json!({ "object": "machine_secret_key", "secret": made["secret_key"] }));
    let rotated = clerk.post(&path(&made, "/secret_key/rotate"), json!({ "previous_token_ttl": 60 })).await.ok();
    assert_ne!(rotated["secret"], secret["secret"]);
    assert_eq!(clerk.get(&path(&made, "/secret_key")).await.ok(), rotated);
    let long = clerk.post(&path(&made, "/secret_key/rotate"), json!({ "previous_token_ttl": 28801 })).await;
    long.refused_about(422, "form_param_value_invalid", "previous_token_ttl");
    let changed = clerk.patch(&path(&made, ""), json!({ "name": "boss", "default_token_ttl": 1 })).await.ok();
    assert_eq!((&changed["name"], &changed["default_token_ttl"]), (&json!("boss"), &json!(1)));
    assert_eq!(
        clerk.get("/machines?query=BOS&order_by=name").await.ok(),
        json!({ "data": [changed], "total_count": 1 })
    );
    clerk.delete(&path(&made, "")).await.ok();
    clerk.get(&path(&made, "")).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn a_machine_may_call_those_in_its_scopes() {
    let clerk = Clerk::start().await;
    let (a, b, c) = (machine(&clerk, "a").await, machine(&clerk, "b").await, machine(&clerk, "c").await);
    let boss = json!({ "name": "boss", "scoped_machines": [a["id"], b["id"]] });
    let boss = clerk.post("/machines", boss).await.ok();
    let names = |shown: &Value| {
        let machines = shown["scoped_machines"].as_array().unwrap();
        machines.iter().map(|machine| machine["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&boss), ["a", "b"]);
    let added = clerk.post(&path(&boss, "/scopes"), json!({ "to_machine_id": c["id"] })).await.ok();
    assert_eq!((&added["from_machine_id"], &added["to_machine_id"]), (&boss["id"], &c["id"]));
    for (to, status, code) in [(c["id"].clone(), 409, "duplicate_record"), (json!(UNKNOWN), 404, "resource_not_found")]
    {
        clerk.post(&path(&boss, "/scopes"), json!({ "to_machine_id": to })).await.refused(status, code);
    }
    let unknown = json!({ "name": "x", "scoped_machines": [UNKNOWN] });
    clerk.post("/machines", unknown).await.refused(404, "resource_not_found");
    assert_eq!(clerk.get("/machines").await.ok()["total_count"], 4, "nothing is left of what was refused");
    let scope = path(&boss, &format!("/scopes/{}", a["id"].as_str().unwrap()));
    assert_eq!(clerk.delete(&scope).await.ok()["deleted"], true);
    clerk.delete(&scope).await.refused(404, "resource_not_found");
    clerk.delete(&path(&b, "")).await.ok();
    assert_eq!(names(&clerk.get(&path(&boss, "")).await.ok()), ["c"], "a scope goes with either machine");
    assert_eq!(clerk.get(&path(&c, "")).await.ok()["scoped_machines"], json!([]), "a scope is one-way");
}
