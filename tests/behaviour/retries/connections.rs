//! Connections that end, fall silent, or never begin.

use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Call, Client, CreateUserRequest, ProfileImage, clerk_api};
use clerk_tests::under_test;
use clerk_tests::wire::{Wire, response};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

fn ada() -> CreateUserRequest {
    CreateUserRequest::new().username("ada")
}

/// Accepts connections and never says a word.
async fn silent(scheme: &str) -> (String, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    (format!("{scheme}://{}/v1", listener.local_addr().unwrap()), listener)
}

/// One that is not idempotent, with a body or without.
fn write(client: &Client, has_body: bool) -> Call<()> {
    let writes: &dyn WritesApi = client;
    if has_body { writes.with_body("ada") } else { writes.without_body() }
}

#[clerk_api]
trait WritesApi {
    /// A body of JSON.
    #[post("/writes")]
    fn with_body(&self, #[body] name: &str) -> Call<()>;

    /// No body at all, as `create_totp` has none.
    #[post("/writes/empty")]
    fn without_body(&self) -> Call<()>;
}

#[tokio::test]
async fn a_tls_handshake_that_never_ends_leaves_no_doubt() {
    let (base_url, _listener) = silent("https").await;
    let client = under_test::builder("sk_test_1").base_url(base_url).build().unwrap();
    let timeout = Duration::from_millis(200);
    for has_body in [true, false] {
        let error = write(&client, has_body).timeout(timeout).await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_run()), (ErrorKind::Timeout, false), "{error}");
        assert!(error.to_string().contains("the request was not sent within 200ms"), "{error}");
        let error = write(&client, has_body).attempt_timeout(timeout).max_attempts(2).await.unwrap_err();
        assert_eq!((error.attempts(), error.may_have_run()), (2, false), "it is retried: {error}");
    }
}

#[tokio::test]
async fn a_request_that_was_written_and_not_answered_is_in_doubt() {
    let (base_url, _listener) = silent("http").await;
    for builder in [under_test::builder("sk_test_1"), under_test::http2_builder("sk_test_1")] {
        let client = builder.base_url(&base_url).build().unwrap();
        for has_body in [true, false] {
            let error = write(&client, has_body).timeout(Duration::from_secs(2)).await.unwrap_err();
            let known = (error.kind(), error.may_have_run(), error.attempts());
            assert_eq!(known, (ErrorKind::Timeout, true, 1), "with a body: {has_body}: {error}");
        }
    }
}

/// Refuses each upload when it has seen its head, and lets the client finish, as servers do that linger.
async fn refusing_uploads() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut part = vec![0; 64 * 1024];
            let _ = stream.read(&mut part).await.unwrap();
            let body = r#"{"errors":[{"code":"image_too_large"}]}"#;
            stream.write_all(&response(413, &[], body)).await.unwrap();
            while stream.read(&mut part).await.is_ok_and(|length| length > 0) {}
        }
    });
    base_url
}

#[tokio::test]
async fn a_refusal_in_the_middle_of_an_upload_is_its_error() {
    let client = under_test::builder("sk_test_1").base_url(refusing_uploads().await).build().unwrap();
    for _ in 0..10 {
        let image = ProfileImage::new("ada.png", vec![0; 9_000_000]);
        let error = client.users().update_profile_image("user_1", image).await.unwrap_err();
        assert!(error.has_code("image_too_large") && !error.may_have_run(), "{error}");
        assert_eq!((error.status().map(|status| status.as_u16()), error.attempts()), (Some(413), 1));
    }
}

/// Answers one request on each connection and closes it, although it said that it would stay open; counts them.
fn closing() -> (String, Arc<AtomicUsize>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let closed = Arc::new(AtomicUsize::new(0));
    let counted = closed.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut request = Vec::new();
            while !request.ends_with(b"}") {
                let mut part = [0; 4096];
                let length = stream.read(&mut part).unwrap();
                request.extend_from_slice(&part[..length]);
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"id\":\"u\"}").unwrap();
            // The client has the answer once it has read it all; only then may the connection end.
            std::thread::sleep(Duration::from_millis(5));
            drop(stream);
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (base_url, closed)
}

/// A program that runs its runtime only for its calls sees only then what happened to its connections.
#[test]
fn a_connection_that_was_closed_while_the_runtime_stood_still_is_not_used() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (base_url, closed) = closing();
    let client = under_test::builder("sk_test_1").base_url(base_url).build().unwrap();
    for n in 0..30 {
        let created = runtime.block_on(client.users().create(&ada()));
        assert!(created.is_ok(), "create {n}: {}", created.unwrap_err());
        while closed.load(Ordering::SeqCst) <= n {
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// The connection of the first runtime stands still with it.
#[test]
fn a_timeout_on_another_runtime_than_that_of_the_connections_says_so() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (server, first, second) = (runtime(), runtime(), runtime());
    let wire = server.block_on(Wire::json(r#"{"id":"user_1"}"#));
    let client = under_test::builder("sk_test_1").base_url(wire.base_url()).attempt_timeout(Duration::from_millis(100));
    let client = client.retry_policy(clerk_client::RetryPolicy::disabled()).build().unwrap();
    // The server does not run, so neither is answered.
    for (runtime, says_so) in [(&first, false), (&second, true)] {
        let error = runtime.block_on(client.users().find("user_1")).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(
            error.to_string().contains("not on the Tokio runtime of the client's first call"),
            says_so,
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_url_too_long_for_http_is_an_invalid_request_and_costs_nothing() {
    let wire = Wire::json("[]").await;
    let client = wire.client();
    let query = clerk_client::ListUsers::new().query("x".repeat(100_000));
    for _ in 0..20 {
        let error = client.users().all(&query).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts() <= 1), (ErrorKind::Request, true), "{error}");
        assert!(!error.may_have_run() && !error.is_connect());
    }
    assert!(wire.received().is_empty());
}

#[tokio::test]
async fn a_body_announced_to_be_too_large_is_not_read() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n{".to_vec();
    // The connection stays open, and nothing more comes.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await.unwrap();
        stream.write_all(&head).await.unwrap();
        let _ = stream.read(&mut request).await;
    });
    let client = under_test::builder("sk_test_1").base_url(base_url).build().unwrap();
    let error = client.users().find("user_1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
    assert!(error.body().is_empty());
}

#[tokio::test]
async fn a_body_that_arrives_byte_by_byte_is_whole() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await.unwrap();
        for byte in br#"{"id":"user_1"}"# {
            stream.write_all(&[b'1', b'\r', b'\n', *byte, b'\r', b'\n']).await.unwrap();
            tokio::task::yield_now().await;
        }
        stream.write_all(b"0\r\n\r\n").await.unwrap();
    });
    let client = under_test::builder("sk_test_1").base_url(base_url).build().unwrap();
    assert_eq!(client.users().find("user_1").await.unwrap().id, "user_1");
}

#[tokio::test]
async fn names_under_localhost_are_this_machine_whatever_dns_says() {
    let wire = Wire::raw([response(200, &[], "[]")]).await;
    for host in ["localhost", "clerk.localhost", "no-such-name.localhost"] {
        let base_url = wire.base_url().replace("127.0.0.1", host);
        let client = under_test::builder("sk_test_1").base_url(base_url).build().unwrap();
        assert!(client.users().all(&Default::default()).await.unwrap().is_empty(), "{host}");
    }
}
