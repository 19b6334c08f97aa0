//! The headers of a request.

use clerk_client::ApiVersion;
use clerk_client::error::ErrorKind;
use clerk_tests::wire::{KEY, Wire, response};

#[tokio::test]
async fn every_request_carries_key_version_agent_and_accept_once() {
    let wire = Wire::json("[]").await;
    let client = wire.builder().user_agent_suffix("my-service/1.2").header("x-team", "core").build().unwrap();
    client.users().all(&Default::default()).await.unwrap();
    let received = wire.only();
    let bearer = format!("Bearer {KEY}");
    for (name, value) in [
        ("authorization", bearer.as_str()),
        ("clerk-api-version", "2025-11-10"),
        ("accept", "application/json"),
        ("user-agent", concat!("clerk-client-rust/", env!("CARGO_PKG_VERSION"), " my-service/1.2")),
        ("x-team", "core"),
    ] {
        assert_eq!(received.headers(name), [value], "{name}");
    }
    assert!(!received.line().contains("__clerk_api_version"));
}

/// These tests are built with reqwest's gzip, as a program may be whose other crates want it.
#[tokio::test]
async fn no_compressed_reply_is_asked_for_so_the_size_limit_counts_what_arrives() {
    let wire = Wire::raw([response(200, &[("content-encoding", "gzip")], "[]")]).await;
    assert!(wire.client().users().all(&Default::default()).await.unwrap().is_empty(), "and none is unpacked");
    assert_eq!(wire.only().header("accept-encoding"), None);
}

#[tokio::test]
async fn the_version_can_be_set_for_the_client_and_for_a_call() {
    let wire = Wire::json("[]").await;
    let client = wire.builder().api_version(ApiVersion::V2021_02_05).build().unwrap();
    client.users().all(&Default::default()).await.unwrap();
    client.users().all(&Default::default()).api_version("2026-05-12").await.unwrap();
    let versions: Vec<_> =
        wire.received().iter().map(|received| received.headers("clerk-api-version").join(",")).collect();
    assert_eq!(versions, ["2021-02-05", "2026-05-12"]);
}

#[tokio::test]
async fn a_call_can_carry_a_header_of_its_own() {
    let wire = Wire::json("[]").await;
    let client = wire.builder().header("x-trace", "1").build().unwrap();
    client.users().all(&Default::default()).header("x-trace", "42").await.unwrap();
    assert_eq!(wire.only().headers("x-trace"), ["42"]);
}

#[tokio::test]
async fn headers_that_are_the_clients_or_no_headers_are_refused() {
    let wire = Wire::json("[]").await;
    let client = wire.client();
    for (name, value) in [
        ("Authorization", "Bearer other"),
        ("clerk-api-version", "2021-02-05"),
        ("Content-Length", "0"),
        ("host", "evil.example"),
        ("transfer-encoding", "chunked"),
        ("x bad", "1"),
        ("", "1"),
        ("x-good", "a\r\nx-evil: 1"),
        ("x-good", "ä"),
    ] {
        let error = client.users().all(&Default::default()).header(name, value).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request, "{name:?}: {value:?}");
        assert!(wire.builder().header(name, value).build().is_err(), "{name:?}: {value:?}");
    }
    assert!(wire.received().is_empty());
}

#[tokio::test]
async fn an_api_version_is_a_date() {
    let wire = Wire::json("[]").await;
    let client = wire.client();
    for version in ["", "latest", "2025-13-45", "2025-00-01", "2025-1-1", "2025-11-100", "2025 11 10", "2025-11-1\n"] {
        let error = client.users().all(&Default::default()).api_version(version).await.unwrap_err();
        let built = wire.builder().api_version(version).build().unwrap_err();
        assert_eq!((error.kind(), built.kind()), (ErrorKind::Request, ErrorKind::Config), "{version:?}");
        assert!(built.to_string().contains("not a date"), "{built}");
    }
    assert!(wire.received().is_empty());
    client.users().all(&Default::default()).api_version("2027-12-31").await.unwrap();
    assert_eq!(wire.only().header("clerk-api-version"), Some("2027-12-31"));
}
