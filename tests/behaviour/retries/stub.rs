//! A transport that answers by script, so that the clock can stand still.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::transport::{RawResponse, Request, Transport, TransportError, TransportErrorKind, TransportFuture};
use clerk_client::{Client, ClientBuilder, HeaderMap};
use tokio::time::Instant;

/// What one attempt ends with.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Ok,
    Status(u16),
    /// With `Retry-After`.
    StatusAfter(u16, String),
    /// 503, and Clerk says why.
    Maintenance,
    /// 200 with something else.
    Undecodable,
    TooLarge,
    Reset,
    NoConnection,
    Never,
}

type Script = dyn Fn(usize, &Request) -> Reply + Send + Sync;

/// Answers request number n, from zero, with what the script says.
#[derive(Clone)]
pub(crate) struct Stub {
    script: Arc<Script>,
    sent: Arc<Mutex<Vec<(Instant, String)>>>,
    /// How long each answer takes.
    latency: Duration,
    on_end: Arc<dyn Fn() + Send + Sync>,
}

impl Stub {
    pub(crate) fn new(script: impl Fn(usize, &Request) -> Reply + Send + Sync + 'static) -> Self {
        Self { script: Arc::new(script), sent: Arc::default(), latency: Duration::ZERO, on_end: Arc::new(|| ()) }
    }

    /// The same answer each time.
    pub(crate) fn always(reply: Reply) -> Self {
        Self::new(move |_, _| reply.clone())
    }

    /// One answer after the other, and success behind them.
    pub(crate) fn list(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<_> = replies.into_iter().collect();
        Self::new(move |n, _| replies.get(n).cloned().unwrap_or(Reply::Ok))
    }

    /// Refuses what goes beyond a quota, as Clerk does.
    pub(crate) fn limited(quota: Quota) -> Self {
        let quota = Mutex::new(quota);
        Self::new(move |_, _| quota.lock().unwrap().reply())
    }

    pub(crate) fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Calls this before each answer.
    pub(crate) fn on_end(mut self, on_end: impl Fn() + Send + Sync + 'static) -> Self {
        self.on_end = Arc::new(on_end);
        self
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder("sk_test_1").transport(self.clone())
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// When each request was sent, and its path.
    pub(crate) fn sent(&self) -> Vec<(Instant, String)> {
        self.sent.lock().unwrap().clone()
    }

    pub(crate) fn times(&self) -> Vec<Instant> {
        self.sent.lock().unwrap().iter().map(|(at, _)| *at).collect()
    }

    pub(crate) fn count(&self) -> usize {
        self.sent.lock().unwrap().len()
    }
}

/// A number of requests in ten seconds, some of which another program uses.
#[derive(Clone, Debug)]
pub(crate) struct Quota {
    limit: usize,
    /// Whether the ten seconds begin anew for all requests together.
    is_fixed: bool,
    /// How many of its requests come evenly in ten seconds.
    others: usize,
    /// When the next of those comes.
    next_other: Option<Instant>,
    counted: VecDeque<Instant>,
}

const WINDOW: Duration = Duration::from_secs(10);

impl Quota {
    pub(crate) fn sliding(limit: usize) -> Self {
        Self { limit, is_fixed: false, others: 0, next_other: None, counted: VecDeque::new() }
    }

    pub(crate) fn fixed(limit: usize) -> Self {
        Self { is_fixed: true, ..Self::sliding(limit) }
    }

    pub(crate) fn shared(self, others: usize) -> Self {
        Self { others, ..self }
    }

    fn reply(&mut self) -> Reply {
        let now = Instant::now();
        while self.others > 0 && self.next_other.is_none_or(|next| next <= now) {
            let next = self.next_other.unwrap_or(now);
            self.count(next);
            self.next_other = Some(next + WINDOW / u32::try_from(self.others).unwrap());
        }
        if self.count(now) {
            return Reply::Ok;
        }
        let wait = self.counted[0] + WINDOW - now;
        Reply::StatusAfter(429, wait.as_secs_f64().ceil().max(1.0).to_string())
    }

    fn count(&mut self, now: Instant) -> bool {
        while self.counted.front().is_some_and(|first| *first + WINDOW <= now) {
            match self.is_fixed {
                true => self.counted.clear(),
                false => drop(self.counted.pop_front()),
            }
        }
        let has_room = self.counted.len() < self.limit;
        if has_room {
            self.counted.push_back(now);
        }
        has_room
    }
}

impl Transport for Stub {
    fn send(&self, request: Request) -> TransportFuture<'_> {
        Box::pin(async move {
            let n = {
                let mut sent = self.sent.lock().unwrap();
                sent.push((Instant::now(), request.uri().path().to_owned()));
                sent.len() - 1
            };
            let reply = (self.script)(n, &request);
            if !self.latency.is_zero() {
                tokio::time::sleep(self.latency).await;
            }
            (self.on_end)();
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
        Reply::Undecodable => Ok(RawResponse::new(200, "<html>")),
        Reply::TooLarge => Err(TransportError::new(TransportErrorKind::TooLarge, "")),
        Reply::Reset => Err(TransportError::new(TransportErrorKind::Network, "reset")),
        Reply::NoConnection => Err(TransportError::new(TransportErrorKind::Connect, "refused")),
        Reply::Never => std::future::pending().await,
    }
}
