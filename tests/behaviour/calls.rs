//! What can be done with a `Call`.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::{Call, Client, StatusCode, User};
use clerk_tests::wire::{Wire, response};
use futures_util::future::join_all;
use futures_util::stream::{self, StreamExt as _};

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
    assert_eq!(tokio::spawn(call).await.unwrap().unwrap().id, "user_1");
}

#[tokio::test]
async fn calls_are_futures_that_can_be_joined_spawned_and_buffered() {
    let wire = Wire::json(USER).await;
    let client = wire.client();
    let found = join_all((0..5).map(|n| client.users().find(&format!("user_{n}")))).await;
    assert!(found.iter().all(Result::is_ok));
    let (one, two) = tokio::join!(client.users().ban("user_1"), client.users().lock("user_1"));
    assert!(one.is_ok() && two.is_ok());
    let ids: Vec<_> = (0..20).map(|n| format!("user_{n}")).collect();
    let found = stream::iter(&ids).map(|id| client.users().find(id)).buffer_unordered(5).count().await;
    assert_eq!(found, 20);
    let optional = tokio::spawn(client.users().find("user_1").optional());
    let with_info = tokio::spawn(client.users().find("user_1").with_http_info());
    assert!(optional.await.unwrap().unwrap().is_some() && with_info.await.unwrap().is_ok());
}

#[tokio::test]
async fn a_clone_is_the_same_call_again() {
    let wire = Wire::json(USER).await;
    let call = wire.client().users().find("user_1").header("x-trace", "42");
    let (first, mut second) = (call.clone(), call.clone());
    first.await.unwrap();
    (&mut second).await.unwrap();
    second.clone().await.expect_err("what has resolved is over");
    call.header("x-trace", "43").await.unwrap();
    let traces: Vec<_> =
        wire.received().iter().map(|received| received.header("x-trace").unwrap().to_owned()).collect();
    assert_eq!(traces, ["42", "42", "43"]);
    let ready = Call::ready(Ok(7));
    assert_eq!((ready.clone().await.unwrap(), ready.await.unwrap()), (7, 7));
    let failed = Call::<()>::ready(Err(clerk_client::Error::api(404, "c", "m")));
    assert!(failed.clone().await.unwrap_err().is_not_found() && failed.await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_call_that_has_resolved_is_an_error_and_no_panic_when_it_is_polled_again() {
    let wire = Wire::json(USER).await;
    for mut call in [wire.client().users().find("user_1"), Call::ready(Ok(User::default()))] {
        (&mut call).await.unwrap();
        let error = (&mut call).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("already resolved"), "{error}");
        assert_eq!(format!("{call:?}"), "Call(resolved)");
        assert!(call.request().is_none() && call.into_request().is_err());
    }
    assert_eq!(wire.received().len(), 1);
}

#[tokio::test]
async fn options_can_be_set_in_any_order() {
    let wire = Wire::raw([response(404, &[], "{}")]).await;
    let second = Duration::from_secs(1);
    let users = wire.client();
    let users = users.users();
    let optional = users.find("u").optional().timeout(second).attempt_timeout(second).queue_timeout(second);
    assert!(optional.max_attempts(1).header("x-a", "1").api_version("2021-02-05").await.unwrap().is_none());
    let info = users.find("u").with_http_info().timeout(second).attempt_timeout(second).queue_timeout(second);
    let error = info.max_attempts(1).header("x-a", "1").api_version("2021-02-05").await.unwrap_err();
    assert!(error.is_not_found());
    for received in wire.received() {
        assert_eq!((received.header("x-a"), received.header("clerk-api-version")), (Some("1"), Some("2021-02-05")));
    }
    let refused = users.find("u").optional().header("authorization", "x").await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Request);
    assert_eq!(wire.received().len(), 2);
}

#[tokio::test]
async fn debug_of_a_call_shows_its_endpoint_or_its_error() {
    let client = Client::new("sk_test_1").unwrap();
    let shown = |call: Call<User>| format!("{call:?}");
    let call = shown(client.users().find("user_1"));
    assert!(call.starts_with("Call(Request { endpoint: UsersApi.find (GET /users/{user_id}), headers: ["), "{call}");
    let refused = shown(client.users().find(""));
    assert!(refused.contains("argument `user_id` is empty"), "{refused}");
    assert_eq!(shown(Call::ready(Ok(User::default()))), "Call(ready)");
    let error = shown(Call::ready(Err(clerk_client::Error::api(404, "gone", ""))));
    assert_eq!(error, "Call(Error { kind: Api, display: Clerk responded 404 Not Found: gone, .. })");
}

#[test]
fn a_call_is_small() {
    assert!(size_of::<Call<User>>() <= 48, "{}", size_of::<Call<User>>());
}

#[tokio::test]
async fn the_request_can_be_had_without_sending_it() {
    let wire = Wire::json(USER).await;
    let request = wire.client().users().ban("a/b").header("x-trace", "1").into_request().unwrap();
    assert_eq!(request.uri().path(), "/v1/users/a%2Fb/ban");
    assert_eq!(request.endpoint.name, "ban");
    assert_eq!(request.headers()["x-trace"], "1");
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
    let mut future = std::pin::pin!(client.users().find("user_1"));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else { panic!("no error") };
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("Tokio"), "{error}");
}

/// Says what it was asked.
struct Echo;

impl Transport for Echo {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        let user = format!(r#"{{"id":"{}"}}"#, request.uri().path());
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
    sent(&call);
}
