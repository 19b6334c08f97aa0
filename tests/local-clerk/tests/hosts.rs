//! Where it listens, and who may ask from where.

use std::net::{Ipv4Addr, Ipv6Addr};

use local_clerk::{LocalClerk, Method};
use reqwest::header::{ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_ORIGIN, HOST, ORIGIN};
use serde_json::json;

use crate::support::Clerk;

#[tokio::test]
async fn it_listens_where_it_is_told_to() {
    let any = LocalClerk::builder().host(Ipv4Addr::UNSPECIFIED).start().await.unwrap();
    assert!(any.base_url().starts_with("http://127.0.0.1:"), "{}", any.base_url());
    // Where there is no IPv6, there is nothing to see.
    let Ok(both) = LocalClerk::builder().host(Ipv4Addr::LOCALHOST).host(Ipv6Addr::LOCALHOST).start().await else {
        return;
    };
    for url in [both.base_url().to_owned(), both.base_url().replace("127.0.0.1", "[::1]")] {
        let reply = reqwest::Client::new().get(format!("{url}/users")).bearer_auth(both.secret_key()).send().await;
        assert_eq!(reply.unwrap().status(), 200, "{url}");
    }
}

#[tokio::test]
async fn image_urls_lead_where_the_request_went() {
    let clerk = Clerk::start().await;
    let path = format!("/users/{}", clerk.ada().await);
    for host in ["clerk:4010", "localhost:1", "[::1]:4010"] {
        let request = clerk.request(Method::GET, &path).header(HOST, host);
        assert_eq!(clerk.send(request).await.ok()["image_url"], format!("http://{host}/images/default"));
    }
    let request = clerk.request(Method::GET, &path).header(HOST, "a\"b");
    let url = clerk.send(request).await.ok()["image_url"].as_str().unwrap().to_owned();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    assert_eq!(clerk.http.get(url).send().await.unwrap().headers()["content-type"], "image/svg+xml");
}

#[tokio::test]
async fn health_needs_no_key() {
    let clerk = Clerk::start().await;
    let origin = clerk.local.base_url().trim_end_matches("/v1").to_owned();
    for (path, status) in [("/", 200), ("/health", 200), ("/favicon.ico", 404), ("/v1", 401), ("/images/img_none", 404)]
    {
        assert_eq!(clerk.http.get(format!("{origin}{path}")).send().await.unwrap().status(), status, "{path}");
    }
    assert!(clerk.local.journal().iter().all(|request| request.path == "/v1"));
}

#[tokio::test]
async fn pages_of_this_machine_may_ask_and_no_others() {
    let clerk = Clerk::start().await;
    for (origin, is_allowed) in [
        ("http://localhost:3000", true),
        ("https://app.localhost", true),
        ("http://127.0.0.1:3000", true),
        ("http://[::1]:3000", true),
        ("https://example.com", false),
        ("http://localhost.example.com", false),
        ("http://10.0.0.1", false),
        ("null", false),
    ] {
        let ask =
            clerk.http.request(Method::OPTIONS, format!("{}/users", clerk.local.base_url())).header(ORIGIN, origin);
        let ask = ask
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "authorization");
        let reply = clerk.send(ask).await;
        let allowed = reply.headers.get(ACCESS_CONTROL_ALLOW_ORIGIN).map(|origin| origin.to_str().unwrap());
        assert_eq!((reply.status == 204, allowed == Some(origin)), (is_allowed, is_allowed), "{origin}");
        assert_eq!(reply.headers.contains_key(ACCESS_CONTROL_ALLOW_HEADERS), is_allowed);
        let get = clerk.send(clerk.request(Method::GET, "/users").header(ORIGIN, origin)).await;
        assert_eq!(get.headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN), is_allowed, "{origin}");
    }
}

#[tokio::test]
async fn only_this_machine_steers_it() {
    let builder = LocalClerk::builder().control_endpoints().allow_host("Clerk");
    let clerk = Clerk::with(builder).await;
    let url = format!("{}/_local/faults", clerk.local.base_url().trim_end_matches("/v1"));
    for (host, origin, is_allowed) in [
        ("localhost:4010", None, true),
        ("127.0.0.1", None, true),
        ("[::1]:4010", None, true),
        ("172.17.0.2:4010", None, true),
        ("clerk:4010", None, true),
        ("evil.example:4010", None, false),
        ("localhost.evil.example", None, false),
        ("localhost:4010", Some("http://localhost:3000"), true),
        ("localhost:4010", Some("https://evil.example"), false),
        ("127.0.0.1:4010", Some("http://10.0.0.1"), false),
        ("localhost:4010", Some("null"), false),
    ] {
        let request = clerk.http.post(&url).header(HOST, host).header("content-type", "text/plain").body("[]");
        let request = origin.into_iter().fold(request, |request, origin| request.header(ORIGIN, origin));
        let status = clerk.send(request).await.status;
        assert_eq!(status, if is_allowed { 204 } else { 403 }, "{host} {origin:?}");
    }
}

#[tokio::test]
async fn every_key_has_an_instance_of_its_own_where_that_is_asked_for() {
    let clerk = Clerk::with(LocalClerk::builder().instance_per_key().control_endpoints()).await;
    let as_key = |key: &str, method: Method, path: &str| {
        clerk.http.request(method, format!("{}{path}", clerk.local.base_url().trim_end_matches("/v1"))).bearer_auth(key)
    };
    for (key, username) in [("sk_test_one", "somebody"), ("sk_test_two", "somebody")] {
        let create = as_key(key, Method::POST, "/v1/users").json(&json!({ "username": username }));
        clerk.send(create).await.ok();
    }
    let fault = json!([{ "fault": { "status": 503 }, "always": true }]);
    clerk.send(as_key("sk_test_one", Method::POST, "/_local/faults").json(&fault)).await;
    assert_eq!(clerk.send(as_key("sk_test_one", Method::GET, "/v1/users")).await.status, 503);
    assert_eq!(clerk.send(as_key("sk_test_two", Method::GET, "/v1/users")).await.ok().as_array().unwrap().len(), 1);
    assert_eq!(clerk.local.user_count(), 0);
    let journal = clerk.send(as_key("sk_test_two", Method::GET, "/_local/journal")).await.ok();
    assert_eq!(journal["requests"].as_array().unwrap().len(), 2);
    clerk.send(as_key("other", Method::GET, "/v1/users")).await.refused(401, "clerk_key_invalid");
}

#[tokio::test]
async fn every_instance_begins_with_what_was_set_up() {
    let clock = local_clerk::Clock::standing_at(5000);
    let clerk = Clerk::with(LocalClerk::builder().instance_per_key().users(3).clock(clock)).await;
    clerk.ada().await;
    let url = format!("{}/users", clerk.local.base_url());
    let create = clerk.http.post(&url).bearer_auth("sk_test_one").json(&json!({ "username": "somebody" }));
    assert_eq!(clerk.send(create).await.ok()["created_at"], 5000);
    for (key, count) in [("sk_test_one", 4), ("sk_test_two", 3), (clerk.local.secret_key(), 4)] {
        let counted = clerk.send(clerk.http.get(format!("{url}/count")).bearer_auth(key)).await.ok();
        assert_eq!(counted["total_count"], count, "{key}");
    }
}

#[tokio::test]
async fn the_default_key_may_be_one_of_several() {
    let default = LocalClerk::start().await.unwrap().secret_key().to_owned();
    let clerk = Clerk::with(LocalClerk::builder().secret_key(&default).secret_key("sk_test_b")).await;
    for key in [default.as_str(), "sk_test_b"] {
        clerk.send(clerk.http.get(format!("{}/users", clerk.local.base_url())).bearer_auth(key)).await.ok();
    }
}
