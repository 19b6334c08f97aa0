//! What holds for every operation of the table, emulated or not.

use local_clerk::{ApiVersion, Operation, Organization};
use reqwest::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use crate::support::{Clerk, Reply};

/// The path with every variable filled in by something that does not exist.
fn path(operation: Operation) -> String {
    let segments = operation.route().1.split('/');
    let filled = segments.map(|segment| match segment {
        "{provider}" => "oauth_google",
        variable if variable.starts_with('{') => "nothing_1",
        literal => literal,
    });
    filled.collect::<Vec<_>>().join("/")
}

/// Members that are all right, for whatever needs some.
fn body(operation: Operation) -> Value {
    let value = |name: &str| match name {
        "email_address" => json!("ada@example.com"),
        "phone_number" => json!("+15555550100"),
        "user_ids" => json!(["nothing_1"]),
        "amount" => json!(1),
        "action" => json!("increase"),
        "name" => json!("correct.horse"),
        "role" => json!("org:member"),
        "key" if operation.name().contains("permission") => json!("org:seats:sell"),
        "key" => json!("org:seller"),
        "actor" => json!({ "sub": "user_1" }),
        "previous_token_ttl" => json!(0),
        "identifier" => json!("ada@example.com"),
        "claims" => json!({ "a": 1 }),
        "url" => json!("https://example.com/back"),
        _ => json!("correct horse"),
    };
    let members = operation.required_members().into_iter().map(|name| (name.to_owned(), value(name)));
    Value::Object(members.collect::<Map<_, _>>())
}

async fn send(clerk: &Clerk, operation: Operation, body: &Value) -> Reply {
    let request = clerk.request(operation.route().0, &path(operation)).header("clerk-api-version", "2025-11-10");
    let has_body = body.as_object().is_some_and(|members| !members.is_empty());
    clerk.send(if has_body { request.json(body) } else { request }).await
}

fn emulated() -> impl Iterator<Item = Operation> {
    Operation::ALL.iter().copied().filter(|operation| operation.is_emulated())
}

#[tokio::test]
async fn names_and_routes_are_told_apart() {
    assert_eq!(Operation::ALL.len(), 250);
    for operation in Operation::ALL {
        assert_eq!(operation.name().parse(), Ok(*operation));
        assert!(operation.route().1.starts_with('/') && !operation.tag().is_empty());
        let same = Operation::ALL
            .iter()
            .filter(|other| other.route() == operation.route() || other.name() == operation.name());
        assert_eq!(same.count(), 1, "{operation}");
    }
}

#[tokio::test]
async fn a_key_is_needed() {
    let clerk = Clerk::start().await;
    for operation in Operation::ALL {
        let url = format!("{}{}", clerk.local.base_url(), path(*operation));
        let reply = clerk.send(clerk.http.request(operation.route().0, url)).await;
        reply.refused(401, "authorization_header_format_invalid");
    }
}

#[tokio::test]
async fn what_is_not_emulated_says_so_by_name() {
    let clerk = Clerk::start().await;
    let missing: Vec<_> = Operation::ALL.iter().filter(|operation| !operation.is_emulated()).collect();
    for operation in &missing {
        let reply = send(&clerk, **operation, &json!({})).await;
        reply.refused(501, "not_emulated");
        assert!(reply.text.contains(operation.name()) && reply.text.contains(operation.route().1), "{}", reply.text);
    }
    assert_eq!(clerk.local.unexpected().len(), missing.len());
    assert!(clerk.local.journal().iter().all(|request| request.operation.is_some()));
}

#[tokio::test]
async fn ids_in_paths_that_name_nothing_are_404() {
    let clerk = Clerk::start().await;
    let user = clerk.ada().await;
    let organization = clerk.local.seed().organization(Organization::new("Acme")).unwrap();
    for operation in emulated().filter(|operation| operation.route().1.contains('{')) {
        if operation == Operation::UpdateProfileImage {
            continue; // takes a form; `images` has this case
        }
        let reply = send(&clerk, operation, &body(operation)).await;
        reply.refused(404, "resource_not_found");
        // The second id of a path, with a first one that is there.
        if operation.route().1.matches('{').count() == 2 && !operation.route().1.contains("{provider}") {
            let owner = if operation.route().1.starts_with("/users") { &user } else { &organization };
            let nested = path(operation).replacen("nothing_1", owner, 1);
            let reply = clerk.send(clerk.request(operation.route().0, &nested).json(&body(operation))).await;
            assert_eq!(reply.status, 404, "{operation}: {}", reply.text);
        }
    }
}

#[tokio::test]
async fn each_required_member_is_missed_by_name_before_anything_is_looked_for() {
    let clerk = Clerk::start().await;
    let mut seen = 0;
    for operation in emulated() {
        for name in operation.required_members() {
            for nothing in [None, Some(json!(null))] {
                let mut body = body(operation);
                body.as_object_mut().unwrap().remove(name);
                body["unless_empty"] = json!(1);
                nothing.into_iter().for_each(|null| body[name] = null);
                let reply = send(&clerk, operation, &body).await;
                let errors = reply.json()["errors"].clone();
                assert_eq!(errors[0]["code"], "form_param_unknown", "{operation}: {}", reply.text);
                assert_eq!(errors[1]["code"], "form_param_missing", "{operation}: {}", reply.text);
                assert_eq!(errors[1]["meta"]["param_name"], *name);
                seen += 1;
            }
        }
    }
    assert!(seen > 10);
}

#[tokio::test]
async fn all_that_is_wrong_comes_in_one_answer() {
    let clerk = Clerk::start().await;
    let body = r#"{"b":1,"amount":0,"action":"double","a":2,"currency":"EUR"}"#;
    let request = clerk.request(reqwest::Method::POST, "/users/user_1/billing/credits");
    let reply = clerk.send(request.header(CONTENT_TYPE, "application/json").body(body)).await;
    let errors = reply.json()["errors"].as_array().unwrap().clone();
    let names: Vec<_> = errors.iter().map(|error| error["meta"]["param_name"].as_str().unwrap()).collect();
    assert_eq!(reply.status, 422);
    assert_eq!(names, ["b", "a", "amount", "action", "currency", "idempotency_key"]);
}

#[tokio::test]
async fn every_version_is_served_and_no_other() {
    let clerk = Clerk::start().await;
    let versions: Vec<_> = ApiVersion::all().map(ApiVersion::date).collect();
    assert_eq!(versions, ["2021-02-05", "2024-10-01", "2025-03-12", "2025-04-10", "2025-11-10", "2026-05-12"]);
    for operation in emulated() {
        for date in &versions {
            let request = clerk.request(operation.route().0, &path(operation)).header("clerk-api-version", *date);
            assert_ne!(clerk.send(request).await.status, 400, "{operation}");
        }
        let request = clerk.request(operation.route().0, &path(operation)).header("clerk-api-version", "2023-01-01");
        clerk.send(request).await.refused(400, "api_version_invalid");
    }
}

#[tokio::test]
async fn a_version_is_asked_for_once() {
    let clerk = Clerk::start().await;
    let twice = clerk.request(reqwest::Method::GET, "/users").header("clerk-api-version", "2025-11-10");
    clerk.send(twice.header("clerk-api-version", "2026-05-12")).await.refused(400, "api_version_invalid");
    let twice = "/users?__clerk_api_version=2025-11-10&__clerk_api_version=2025-11-10";
    clerk.get(twice).await.refused(400, "api_version_invalid");
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let clerk = Clerk::start().await;
    clerk.local.seed().user(json!({ "id": "nothing_1", "username": "somebody" })).unwrap();
    for operation in emulated().filter(|operation| operation.route().0 == reqwest::Method::GET) {
        let get = clerk.get(&path(operation)).await;
        let head = clerk.send(clerk.request(reqwest::Method::HEAD, &path(operation))).await;
        assert_eq!((head.status, head.text.as_str()), (get.status, ""), "{operation}");
        assert_eq!(head.headers[CONTENT_TYPE], get.headers[CONTENT_TYPE]);
    }
}
