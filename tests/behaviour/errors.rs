//! What an error tells.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Error, StatusCode, User};
use clerk_tests::under_test;
use clerk_tests::wire::{Wire, response};

async fn find(reply: Vec<u8>) -> Error {
    let outcome: clerk_client::Result<User> =
        Wire::raw([reply]).await.client().users().find("user_1").max_attempts(1).await;
    outcome.unwrap_err()
}

#[tokio::test]
async fn an_error_of_clerk_tells_code_status_items_and_trace() {
    let body = r#"{"errors":[
        {"code":"form_identifier_exists","message":"taken","long_message":"That email address is taken.","meta":{"param_name":"email_address"}},
        {"code":"form_param_unknown","message":"unknown","meta":{"param_names":["a","b"]}}],"clerk_trace_id":"trace_1"}"#;
    let error = find(response(422, &[("content-type", "application/json")], body)).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status(), Some(StatusCode::UNPROCESSABLE_ENTITY));
    assert!(error.has_code("form_param_unknown") && !error.has_code("resource_not_found"));
    assert_eq!(error.errors().len(), 2);
    assert_eq!(error.errors()[0].param_names(), ["email_address"]);
    assert_eq!(error.errors()[1].param_names(), ["a", "b"]);
    assert_eq!(error.trace_id(), Some("trace_1"));
    assert_eq!(error.body(), body);
    assert!(!error.may_have_run());
    assert_eq!(
        error.to_string(),
        "UsersApi.find (GET /users/{user_id}): Clerk responded 422 Unprocessable Entity: form_identifier_exists \
         (email_address: That email address is taken), form_param_unknown (a, b: unknown) [trace trace_1]"
    );
}

#[tokio::test]
async fn anything_but_2xx_is_an_error_whatever_its_body() {
    for status in [300, 301, 302, 304, 400, 401, 404, 409, 410, 422, 429, 500, 502, 503, 520, 599] {
        for body in
            ["", "<html>Bad gateway</html>", r#"{"errors":[]}"#, r#"{"errors":[{"co"#, r#"{"id":"user_1"}"#, "null"]
        {
            // A 304 has no body; HTTP says so.
            let body = if status == 304 { "" } else { body };
            let error = find(response(status, &[("location", "http://127.0.0.1:1/")], body)).await;
            assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status), "{body}: {error}");
            assert!(error.errors().is_empty());
            assert_eq!(error.body(), body);
        }
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let target = Wire::json("{}").await;
    let location = format!("{}/users/user_2", target.base_url());
    let error = find(response(307, &[("location", &location)], "")).await;
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(error.headers()["location"], location);
    assert!(target.received().is_empty());
}

#[tokio::test]
async fn the_trace_id_comes_from_body_header_or_ray() {
    for (headers, body, trace) in [
        (vec![("clerk-trace-id", "header"), ("cf-ray", "ray")], r#"{"clerk_trace_id":"body"}"#, Some("body")),
        (vec![], r#"{"errors":[{"clerk_trace_id":"item"}]}"#, Some("item")),
        (vec![("cf-ray", "ray"), ("clerk-trace-id", "header")], "", Some("header")),
        (vec![("cf-ray", "ray")], "<html>", Some("ray")),
        (vec![], "{}", None),
    ] {
        assert_eq!(find(response(500, &headers, body)).await.trace_id(), trace, "{body}");
    }
}

#[tokio::test]
async fn a_429_tells_how_long_to_wait() {
    let error = find(response(429, &[("retry-after", "7")], r#"{"errors":[{"code":"too_many_requests"}]}"#)).await;
    assert!(error.is_rate_limited() && !error.may_have_run());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(find(response(429, &[("retry-after", "soon")], "")).await.retry_after(), None);
}

#[tokio::test]
async fn what_may_have_run_is_told_from_what_was_refused() {
    for (status, body, may_have_run) in [
        (400, "", false),
        (401, "", false),
        (404, "", false),
        (408, "", true),
        (422, "", false),
        (429, "", false),
        (500, "", true),
        (502, "", true),
        (503, "", true),
        (503, r#"{"errors":[{"code":"maintenance_mode"}]}"#, false),
        (504, "", true),
        (520, "", true),
        (521, "", false),
        (525, "", false),
    ] {
        assert_eq!(find(response(status, &[], body)).await.may_have_run(), may_have_run, "{status} {body}");
    }
}

#[tokio::test]
async fn a_reply_that_is_cut_short_or_no_http_is_a_network_error() {
    let whole = response(200, &[], r#"{"id":"user_1"}"#);
    for reply in [whole[..whole.len() - 3].to_vec(), whole[..20].to_vec(), b"SSH-2.0-OpenSSH\r\n".to_vec(), Vec::new()]
    {
        let error = find(reply).await;
        assert_eq!(error.kind(), ErrorKind::Network, "{error}");
        assert!(error.may_have_run());
        assert!(error.to_string().starts_with("UsersApi.find (GET /users/{user_id}): connection broken"), "{error}");
    }
}

#[tokio::test]
async fn a_cut_error_is_still_an_error_of_its_status() {
    let whole = response(404, &[], r#"{"errors":[{"code":"resource_not_found"}]}"#);
    let error = find(whole[..whole.len() - 3].to_vec()).await;
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let wire = Wire::raw([response(200, &[], &format!(r#"{{"id":"{}"}}"#, "x".repeat(100_000)))]).await;
    let error = wire.builder().max_response_bytes(50_000).build().unwrap().users().find("user_1").await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::TooLarge, 200));
    assert!(error.to_string().contains("50000 bytes"), "{error}");
    assert!(error.body().len() <= 16 * 1024, "what is kept is bounded");
    assert!(wire.client().users().find("user_1").await.is_ok(), "32 MiB by default");
}

#[tokio::test]
async fn a_reply_that_an_http_client_of_ones_own_unpacks_is_held_to_the_limit_by_what_it_unpacks_to() {
    let packed = include_bytes!("megabyte.json.gz");
    let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", packed.len());
    let wire = Wire::raw([[head.as_bytes(), packed].concat()]).await;
    let builder = || wire.builder().http_client(reqwest::Client::builder().gzip(true).build().unwrap());
    let error = builder().max_response_bytes(100_000).build().unwrap().users().find("user_1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{} bytes arrived: {error}", packed.len());
    let unpacked = builder().build().unwrap().users().find("user_1").await.unwrap_err();
    assert_eq!(unpacked.kind(), ErrorKind::Decode, "a megabyte of text is no user: {unpacked}");
}

#[tokio::test]
async fn two_hundred_megabytes_are_given_up_at_the_limit() {
    // Chunked, so that nothing announces the size.
    let mut reply = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nC800000\r\n\"".to_vec();
    reply.resize(200 * 1024 * 1024, b'x');
    let error = find(reply).await;
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.body().len(), 16 * 1024);
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_connect_error() {
    let port = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let client = under_test::builder("sk_test_1").base_url(format!("http://127.0.0.1:{port}")).build().unwrap();
    let error = client.users().create(&Default::default()).await.unwrap_err();
    assert!(error.is_connect() && !error.may_have_run(), "{error}");
    let cause = std::error::Error::source(&error).expect("the cause");
    assert!(!cause.to_string().contains("http://"), "{cause}");
}
