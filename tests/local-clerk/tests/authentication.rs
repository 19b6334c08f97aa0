use reqwest::Method;
use reqwest::header::AUTHORIZATION;
use serde_json::json;

use crate::support::{Clerk, UNKNOWN};

#[tokio::test]
async fn only_a_known_key_in_a_bearer_header_is_let_in() {
    let clerk = Clerk::start().await;
    let cases = [
        (None, "authorization_header_format_invalid"),
        (Some(""), "authorization_header_format_invalid"),
        (Some("Bearer "), "authorization_header_format_invalid"),
        (Some("Basic c2s6"), "authorization_header_format_invalid"),
        (Some("sk_test_without_scheme"), "authorization_header_format_invalid"),
        (Some("Bearer sk_test_unknown"), "clerk_key_invalid"),
    ];
    for (header, code) in cases {
        let url = format!("{}/users", clerk.local.base_url());
        let request = clerk.http.post(url).json(&json!({ "username": "somebody" }));
        let request = header.into_iter().fold(request, |request, value| request.header(AUTHORIZATION, value));
        clerk.send(request).await.refused(401, code);
    }
    assert_eq!(clerk.local.user_count(), 0);
}

#[tokio::test]
async fn every_key_of_the_instance_is_let_in() {
    let builder = local_clerk::LocalClerk::builder().secret_key("sk_test_one").secret_key("sk_test_two");
    let clerk = Clerk::with(builder).await;
    assert_eq!(clerk.local.secret_key(), "sk_test_one");
    for key in ["sk_test_one", "sk_test_two"] {
        let request = clerk.http.get(format!("{}/users", clerk.local.base_url())).bearer_auth(key);
        clerk.send(request).await.ok();
    }
}

#[tokio::test]
async fn every_reply_has_a_trace_id_and_plain_json() {
    let clerk = Clerk::start().await;
    for path in ["/users", "/users?limit=x", "/nowhere"] {
        let reply = clerk.get(path).await;
        assert_eq!(reply.headers["content-type"], "application/json");
        assert_eq!(reply.headers["clerk-trace-id"].len(), 32);
        assert!(reply.headers.contains_key("cf-ray"));
        if reply.status != 200 {
            assert_eq!(reply.json()["clerk_trace_id"], reply.headers["clerk-trace-id"].to_str().unwrap());
        }
    }
}

#[tokio::test]
async fn unknown_paths_and_methods_are_refused() {
    let clerk = Clerk::start().await;
    clerk.act("/users//ban").await.refused(404, "resource_not_found");
    for path in ["/", "/nowhere", "/users/", "/users/a/b/c", "/users/%ff"] {
        clerk.get(path).await.refused(404, "resource_not_found");
    }
    clerk.send(clerk.request(Method::PUT, "/users")).await.refused(405, "method_not_allowed");
    clerk.get(&format!("/users/{UNKNOWN}")).await.refused(404, "resource_not_found");
}

#[tokio::test]
async fn the_version_comes_by_header_or_by_query_and_must_be_known() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let path = format!("/users/{id}");
    let with_header = |date: &str| clerk.request(Method::GET, &path).header("Clerk-API-Version", date);
    for date in ["2021-02-05", "2024-10-01", "2025-04-10", "2025-11-10", "2026-05-12"] {
        clerk.send(with_header(date)).await.ok();
        clerk.get(&format!("{path}?__clerk_api_version={date}")).await.ok();
    }
    clerk.send(with_header("2020-01-01")).await.refused(400, "api_version_invalid");
    clerk.get(&format!("{path}?__clerk_api_version=new")).await.refused(400, "api_version_invalid");
    let both = clerk.request(Method::GET, &format!("{path}?__clerk_api_version=2025-11-10"));
    clerk.send(both.header("Clerk-API-Version", "2025-11-10")).await.refused(400, "api_version_invalid");
}
