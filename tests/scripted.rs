//! A server that fails in one way, down to the bytes, and counts what reaches it.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::wire::{read, response};

/// One way to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody listens.
    ConnectRefused,
    /// The certificate is nobody's.
    TlsRejected,
    /// The connection is reset before a byte of the request is read.
    ResetBeforeAByte,
    /// The connection is reset once the request is read.
    ResetAfterTheRequest,
    /// The reply ends within its headers.
    HalfHeaders,
    /// The reply ends within its body.
    HalfBody,
    /// 200 with something that is no JSON.
    Garbage,
    /// A status, with a `Retry-After`.
    Status(u16, Option<&'static str>),
}

impl Outcome {
    /// The 14 that the reliability of a client is judged by.
    pub const ALL: [Self; 14] = [
        Self::ConnectRefused,
        Self::TlsRejected,
        Self::ResetBeforeAByte,
        Self::ResetAfterTheRequest,
        Self::HalfHeaders,
        Self::HalfBody,
        Self::Garbage,
        Self::Status(408, None),
        Self::Status(429, Some("1")),
        Self::Status(429, None),
        Self::Status(500, None),
        Self::Status(503, None),
        Self::Status(521, None),
        Self::Status(524, None),
    ];
}

/// A listening server; it ends with the test's runtime.
#[derive(Debug)]
pub struct Scripted {
    base_url: String,
    seen: Arc<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    connections: AtomicUsize,
    requests: Mutex<HashMap<String, usize>>,
}

impl Scripted {
    /// Fails each request in this way.
    pub async fn start(outcome: Outcome) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port");
        let address = listener.local_addr().expect("a bound port");
        let seen = Arc::new(Seen::default());
        let scheme = if outcome == Outcome::TlsRejected { "https" } else { "http" };
        if outcome != Outcome::ConnectRefused {
            tokio::spawn(serve(listener, outcome, seen.clone()));
        }
        Self { base_url: format!("{scheme}://{address}/v1"), seen }
    }

    /// Where it listens, with `/v1`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// How many connections were made.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    /// How many requests were read whole, of this method and path.
    #[must_use]
    pub fn requests(&self, line: &str) -> usize {
        self.seen.requests.lock().unwrap_or_else(PoisonError::into_inner).get(line).copied().unwrap_or_default()
    }
}

async fn serve(listener: TcpListener, outcome: Outcome, seen: Arc<Seen>) {
    let tls = (outcome == Outcome::TlsRejected).then(self_signed);
    while let Ok((stream, _)) = listener.accept().await {
        seen.connections.fetch_add(1, Ordering::SeqCst);
        let (seen, tls) = (seen.clone(), tls.clone());
        tokio::spawn(async move {
            // A client that hangs up early is a test's business, not the server's.
            match tls {
                Some(tls) => drop(tls.accept(stream).await),
                None => drop(fail(stream, outcome, &seen).await),
            }
        });
    }
}

fn self_signed() -> TlsAcceptor {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key);
    TlsAcceptor::from(Arc::new(config.expect("a certificate and its key")))
}

async fn fail(mut stream: TcpStream, outcome: Outcome, seen: &Seen) -> io::Result<()> {
    if outcome == Outcome::ResetBeforeAByte {
        return stream.set_zero_linger();
    }
    let received = read(&mut stream).await?;
    *seen.requests.lock().unwrap_or_else(PoisonError::into_inner).entry(received.line().to_owned()).or_default() += 1;
    let reply = match outcome {
        Outcome::ResetAfterTheRequest => return stream.set_zero_linger(),
        Outcome::HalfHeaders => b"HTTP/1.1 200 OK\r\ncontent-ty".to_vec(),
        Outcome::HalfBody => b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":\"us".to_vec(),
        Outcome::Status(status, Some(wait)) => response(status, &[("retry-after", wait)], "{}"),
        Outcome::Status(status, None) => response(status, &[], "{}"),
        _ => response(200, &[], "\0\u{1}{]garbage"),
    };
    stream.write_all(&reply).await?;
    stream.shutdown().await
}
