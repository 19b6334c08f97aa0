//! Nothing is sent without time for it.

use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{CreateUserRequest, RateLimit};
use tokio::time::Instant;

use super::stub::{Reply, Stub};

const SECOND: Duration = Duration::from_secs(1);

fn ada() -> CreateUserRequest {
    CreateUserRequest::new().username("ada")
}

#[tokio::test(start_paused = true)]
async fn a_call_without_time_sends_nothing() {
    let stub = Stub::always(Reply::Ok);
    let (client, patient) = (stub.client(), stub.builder().queue_timeout(SECOND * 3600).build().unwrap());
    for client in [&client, &patient] {
        let error = client.users().create(&ada()).timeout(Duration::ZERO).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), stub.count()), (ErrorKind::Timeout, 0, 0));
        assert!(!error.may_have_run() && error.to_string().contains("not sent within 0ns"), "{error}");
    }
}

/// As a machine that was suspended: the clock has moved on, and no timer has fired.
#[tokio::test(start_paused = true)]
async fn nothing_is_sent_after_the_deadline_regardless_of_what_kept_the_thread() {
    for reply in [Reply::StatusAfter(429, "1".to_owned()), Reply::Status(429), Reply::NoConnection] {
        let stub = Stub::always(reply.clone());
        let client = stub.client();
        let mut call = std::pin::pin!(client.users().create(&ada()).timeout(SECOND * 20));
        while stub.count() == 0 {
            assert!(futures_poll(call.as_mut()).await.is_none());
        }
        tokio::time::advance(SECOND * 3600).await;
        let error = call.await.unwrap_err();
        assert_eq!((error.attempts(), stub.count()), (1, 1), "{reply:?}: {error}");
        assert!(error.to_string().contains("no time left"), "the last error is returned: {error}");
        assert!(!error.may_have_run());
    }
}

#[tokio::test(start_paused = true)]
async fn nor_from_the_queue() {
    let stub = Stub::always(Reply::Ok);
    let client = stub.builder().rate_limit(RateLimit::per_10_seconds(1)).build().unwrap();
    client.users().find("user_1").await.unwrap();
    let mut call = std::pin::pin!(client.users().create(&ada()));
    assert!(futures_poll(call.as_mut()).await.is_none());
    tokio::time::advance(SECOND * 3600).await;
    let error = call.await.unwrap_err();
    assert_eq!((error.attempts(), stub.count()), (0, 1), "{error}");
    assert!(!error.may_have_run());
}

/// Polls once.
async fn futures_poll<F: Future>(mut future: std::pin::Pin<&mut F>) -> Option<F::Output> {
    std::future::poll_fn(|context| match future.as_mut().poll(context) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => std::task::Poll::Ready(None),
    })
    .await
}

/// With less time than an answer takes, a certain refusal would become an unknown outcome.
#[tokio::test(start_paused = true)]
async fn a_write_that_was_refused_is_retried_only_with_time_for_an_answer() {
    for milliseconds in (1_000..3_000).step_by(10) {
        for (latency, reply) in [(50, Reply::StatusAfter(429, "1".to_owned())), (300, Reply::NoConnection)] {
            let stub = Stub::always(reply).latency(Duration::from_millis(latency));
            let timeout = Duration::from_millis(milliseconds);
            let start = Instant::now();
            let error = stub.client().users().create(&ada()).timeout(timeout).await.unwrap_err();
            assert!(!error.may_have_run(), "{milliseconds} ms, {latency} ms on the way: {error}");
            assert!(start.elapsed() <= timeout);
        }
    }
    let stub = Stub::always(Reply::NoConnection).latency(Duration::from_millis(300));
    let read = stub.client().users().find("user_1").timeout(Duration::from_millis(410)).await.unwrap_err();
    assert_eq!(read.attempts(), 2, "a read may be cut off: {read}");
}
