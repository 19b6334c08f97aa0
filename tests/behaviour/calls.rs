//! What can be done with a `Call`.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Call, Client, StatusCode, User};
use clerk_tests::wire::{Wire, response};

const USER: &str = r#"{"id":"user_1","birthday":"1815-12-10"}"#;

#[tokio::test]
async fn with_http_info_gives_data_status_headers_and_body() {
    let wire = Wire::raw([response(201, &[("cf-ray", "8f0a")], USER)]).await;
    let reply = wire.client().users().find("user_1").with_http_info().await.unwrap();
    assert_eq!(reply.data.id, "user_1");
    assert_eq!(reply.status, StatusCode::CREATED);
    assert_eq!(reply.headers["cf-ray"], "8f0a");
    assert_eq!(reply.body, USER, "members without a field are still in the body");
}

#[tokio::test]
async fn nothing_is_sent_until_a_call_is_awaited() {
    let wire = Wire::json(USER).await;
    let client = wire.client();
    let call = client.users().find("user_1");
    assert!(wire.received().is_empty());
    let kept: Vec<Call<User>> = vec![call, client.users().ban("user_2")];
    drop(client);
    for call in kept {
        call.await.unwrap();
    }
    assert_eq!(wire.received().len(), 2);
}

#[tokio::test]
async fn a_call_can_be_sent_from_another_task() {
    let wire = Wire::json(USER).await;
    let call = wire.client().users().find("user_1");
    assert_eq!(tokio::spawn(call.into_future()).await.unwrap().unwrap().id, "user_1");
}

#[tokio::test]
async fn the_request_can_be_had_without_sending_it() {
    let wire = Wire::json(USER).await;
    let request = wire.client().users().ban("a/b").header("x-trace", "1").into_request().unwrap();
    assert_eq!(request.url.path(), "/v1/users/a%2Fb/ban");
    assert_eq!(request.endpoint.name, "ban");
    assert_eq!(request.headers["x-trace"], "1");
    assert!(wire.client().users().ban("..").into_request().is_err());
    assert!(Call::ready(Ok(())).into_request().is_err());
    assert!(wire.received().is_empty());
}

/// Never answers.
struct Silent;

impl Transport for Silent {
    fn send(&self, _: Request) -> TransportFuture<'_> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_when_its_time_is_over() {
    let client = Client::builder("sk_test_1").transport(Silent).timeout(Duration::from_secs(7)).build().unwrap();
    for (call, limit) in [
        (client.users().find("user_1"), 7),
        (client.users().find("user_1").timeout(Duration::from_secs(2)), 2),
        (client.users().update_profile_image("user_1", clerk_client::ProfileImage::new("a.png", "x")), 120),
    ] {
        let start = tokio::time::Instant::now();
        let error = call.await.unwrap_err();
        assert_eq!(start.elapsed().as_secs(), limit);
        assert!(error.is_timeout() && error.may_have_run(), "{error}");
        assert!(error.to_string().contains(&format!("{limit}s")), "{error}");
    }
}

#[test]
fn without_a_runtime_a_call_is_an_error_and_no_panic() {
    let client = Client::new("sk_test_1").unwrap();
    let mut future = std::pin::pin!(client.users().find("user_1").into_future());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else { panic!("no error") };
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("Tokio"), "{error}");
}

/// Says what it was asked.
struct Echo;

impl Transport for Echo {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        let user = format!(r#"{{"id":"{}"}}"#, request.url.path());
        Box::pin(async { Ok(RawResponse::new(200, user)) })
    }
}

#[tokio::test]
async fn another_transport_carries_the_same_calls() {
    let client = Client::builder("sk_test_1").transport(Echo).build().unwrap();
    assert_eq!(client.users().find("user_1").await.unwrap().id, "/v1/users/user_1");
    assert_eq!(client.clone().users().lock("user_1").await.unwrap().id, "/v1/users/user_1/lock");
}

#[test]
fn clients_calls_and_futures_can_be_shared_and_sent() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    fn sent<T: Send + 'static>(_: &T) {}
    shared::<Client>();
    let call = Client::new("sk_test_1").unwrap().users().find("user_1");
    sent(&call);
    sent(&call.into_future());
}
