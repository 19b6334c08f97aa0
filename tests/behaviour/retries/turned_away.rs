//! HTTP/2 has a word for "not looked at"; it is told from "broken".

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use clerk_client::error::ErrorKind;
use clerk_client::{Client, CreateUserRequest};
use h2::Reason;
use tokio::net::TcpListener;

/// Resets each stream for this reason; counts them.
async fn resets(reason: Reason) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let counted = counted.clone();
            tokio::spawn(async move {
                let mut connection = h2::server::handshake(stream).await.unwrap();
                while let Some(Ok((_request, mut respond))) = connection.accept().await {
                    counted.fetch_add(1, Ordering::SeqCst);
                    respond.send_reset(reason);
                }
            });
        }
    });
    (base_url, count)
}

#[tokio::test]
async fn a_stream_that_was_refused_has_not_run() {
    for (reason, kind, attempts) in [
        (Reason::REFUSED_STREAM, ErrorKind::Connect, 3),
        (Reason::INTERNAL_ERROR, ErrorKind::Network, 1),
        (Reason::CANCEL, ErrorKind::Network, 1),
    ] {
        let (base_url, count) = resets(reason).await;
        let http = reqwest::Client::builder().http2_prior_knowledge().no_proxy().retry(reqwest::retry::never());
        let client =
            Client::builder("sk_test_1").base_url(base_url).http_client(http.build().unwrap()).build().unwrap();
        let error = client.users().create(&CreateUserRequest::new().username("ada")).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (kind, attempts), "{reason:?}: {error}");
        assert_eq!(error.may_have_run(), attempts == 1, "{error}");
        assert_eq!(count.load(Ordering::SeqCst), attempts as usize);
    }
}
