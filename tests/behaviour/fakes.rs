//! Testing code that uses the client, without any server.

use clerk_client::error::ErrorKind;
use clerk_client::transport::{RawResponse, TransportError, TransportErrorKind};
use clerk_client::{Call, Client, Error, User, UsersApi};
use clerk_tests::wire::{Wire, response};

/// The code under test: it knows the trait, not the client.
async fn greeting(users: &dyn UsersApi, id: &str) -> Result<String, Error> {
    let user = users.find(id).await?;
    Ok(format!("Hello, {}!", user.full_name().unwrap_or(user.id)))
}

struct Fake;

impl UsersApi for Fake {
    fn find(&self, user_id: &str) -> Call<User> {
        let mut user = User::default();
        user.id = user_id.to_owned();
        user.first_name = Some("Ada".to_owned());
        Call::ready(Ok(user))
    }
}

#[tokio::test]
async fn a_fake_overrides_what_the_test_needs() {
    assert_eq!(greeting(&Fake, "user_1").await.unwrap(), "Hello, Ada!");
    let reply = Fake.find("user_1").with_http_info().await.unwrap();
    assert_eq!(reply.status.as_u16(), 200);
}

#[tokio::test]
async fn what_a_fake_leaves_out_says_so() {
    let error = Fake.ban("user_1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotImplemented);
    assert!(error.to_string().contains("`UsersApi::ban` is not implemented by this test double"), "{error}");
}

/// The same answers, from a server and from a fake.
#[tokio::test]
async fn an_error_of_a_fake_is_in_every_accessor_as_the_real_one() {
    let headers = [("retry-after", "7"), ("content-type", "application/json"), ("cf-ray", "ray")];
    let body = r#"{"errors":[{"code":"c","message":"m","long_message":"l","meta":{"param_name":"p"}}],"meta":{"a":1}}"#;
    for (status, body) in [(404, body), (422, body), (429, body), (500, "<html>"), (503, body), (200, "{")] {
        let wire = Wire::raw([response(status, &headers, body)]).await;
        let real = wire.client().users().find("user_1").max_attempts(1).await.unwrap_err();
        let mut raw = RawResponse::new(status, body);
        raw.headers = real.headers().clone();
        let fake = Error::from_response(raw).with_endpoint(real.endpoint().unwrap());
        let fake = Call::<User>::ready(Err(fake)).await.unwrap_err();
        assert_eq!(facts(&real), facts(&fake));
    }
}

fn facts(error: &Error) -> impl std::fmt::Debug + PartialEq {
    let asked = (error.kind(), error.status(), error.headers().clone(), error.body().clone(), error.errors().to_vec());
    let told = (error.meta().cloned(), error.trace_id().map(str::to_owned), error.retry_after(), error.attempts());
    let is = (error.is_not_found(), error.is_rate_limited(), error.is_timeout(), error.is_connect());
    let means = (error.may_have_run(), error.may_be_deleted(), error.has_code("c"), error.endpoint().cloned());
    (asked, told, is, means)
}

#[tokio::test]
async fn errors_of_the_network_can_be_made_too() {
    use TransportErrorKind::{Connect, Network, Request, Timeout, TooLarge};
    for (kind, expected, may_have_run, attempts) in [
        (Connect, ErrorKind::Connect, false, 1),
        (Timeout, ErrorKind::Timeout, true, 1),
        (Network, ErrorKind::Network, true, 1),
        (TooLarge, ErrorKind::TooLarge, true, 1),
        (Request, ErrorKind::Request, false, 0),
    ] {
        let error = Call::<User>::ready(Err(Error::from_transport(TransportError::new(kind, "x")))).await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_run(), error.attempts()), (expected, may_have_run, attempts));
        assert_eq!((error.is_connect(), error.is_timeout()), (kind == Connect, kind == Timeout));
        assert!(error.status().is_none() && error.headers().is_empty() && error.body().is_empty());
    }
}

#[tokio::test]
async fn not_found_of_a_fake_is_none_for_an_optional_call_and_other_errors_stay() {
    let call = |status| Call::<User>::ready(Err(Error::api(status, "c", "m")));
    assert!(call(404).optional().await.unwrap().is_none());
    assert!(call(410).optional().await.unwrap_err().has_code("c"));
    assert!(call(404).with_http_info().await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn options_on_a_ready_call_change_nothing() {
    let call = Fake.find("user_1").timeout(std::time::Duration::ZERO).header("x", "y").api_version("2021-02-05");
    assert_eq!(call.await.unwrap().id, "user_1");
}

#[test]
fn the_client_is_a_users_api() {
    let client = Client::new("sk_test_1").unwrap();
    let boxed: Box<dyn UsersApi> = Box::new(client.clone());
    let shared: std::sync::Arc<dyn UsersApi> = std::sync::Arc::new(client);
    assert!(boxed.find("").into_request().is_err() && shared.find("u").into_request().is_ok());
}
