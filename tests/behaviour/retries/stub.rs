//! A transport that answers by script, so that the clock can stand still.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::transport::{RawResponse, Request, Transport, TransportError, TransportErrorKind, TransportFuture};
use clerk_client::{Client, ClientBuilder, HeaderMap};
use tokio::time::Instant;

/// What one attempt ends with.
#[derive(Clone, Debug)]
pub(super) enum Reply {
    Ok,
    Status(u16),
    /// With `Retry-After`.
    StatusAfter(u16, String),
    /// 503, and Clerk says why.
    Maintenance,
    Reset,
    NoConnection,
    Never,
}

type Script = dyn Fn(usize, &Request) -> Reply + Send + Sync;

/// Answers request number n, from zero, with what the script says.
#[derive(Clone)]
pub(super) struct Stub {
    script: Arc<Script>,
    sent: Arc<Mutex<Vec<(Instant, String)>>>,
    /// How long each answer takes.
    latency: Duration,
}

impl Stub {
    pub(super) fn new(script: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        Self { script: Arc::new(script), sent: Arc::default(), latency: Duration::ZERO }
    }

    /// The same answer each time.
    pub(super) fn always(reply: Reply) -> Self {
        Self::new(move |_, _| reply.clone())
    }

    /// One answer after the other, and success behind them.
    pub(super) fn list(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<_> = replies.into_iter().collect();
        Self::new(move |n, _| replies.get(n).cloned().unwrap_or(Reply::Ok))
    }

    pub(super) fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    pub(super) fn builder(&self) -> ClientBuilder {
        Client::builder("sk_test_1").transport(self.clone())
    }

    pub(super) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// When each request was sent, and its path.
    pub(super) fn sent(&self) -> Vec<(Instant, String)> {
        self.sent.lock().unwrap().clone()
    }

    pub(super) fn count(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

impl Transport for Stub {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(async move {
            let n = {
                let mut sent = self.sent.lock().unwrap();
                sent.push((Instant::now(), request.url.path().to_owned()));
                sent.len() - 1
            };
            let reply = (self.script)(n, &request);
            if !self.latency.is_zero() {
                tokio::time::sleep(self.latency).await;
            }
            answer(reply).await
        })
    }
}

async fn answer(reply: Reply) -> Result<RawResponse, TransportError> {
    match reply {
        Reply::Ok => Ok(RawResponse::new(200, r#"{"id":"user_1","object":"user","deleted":true}"#)),
        Reply::Status(status) => Ok(RawResponse::new(status, "{}")),
        Reply::Maintenance => Ok(RawResponse::new(503, r#"{"errors":[{"code":"maintenance_mode"}]}"#)),
        Reply::StatusAfter(status, wait) => {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", wait.parse().unwrap());
            let mut reply = RawResponse::new(status, "{}");
            reply.headers = headers;
            Ok(reply)
        }
        Reply::Reset => Err(TransportError::new(TransportErrorKind::Network, "reset")),
        Reply::NoConnection => Err(TransportError::new(TransportErrorKind::Connect, "refused")),
        Reply::Never => std::future::pending().await,
    }
}
