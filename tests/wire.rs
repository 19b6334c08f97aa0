//! A server that records the bytes it is sent and answers with the bytes it is given.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clerk_client::{Client, ClientBuilder};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::under_test;

/// The key that clients of a [`Wire`] send.
pub const KEY: &str = "sk_test_planted_key";

/// One request as it came in.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The request line and the headers, as they came.
    pub head: String,
    /// The body, as it came.
    pub body: Vec<u8>,
}

impl Received {
    /// The request line without the protocol: `GET /v1/users?limit=5`.
    #[must_use]
    pub fn line(&self) -> &str {
        self.head.lines().next().and_then(|line| line.strip_suffix(" HTTP/1.1")).unwrap_or_default()
    }

    /// What follows the `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.line().split_once('?').map(|(_, query)| query)
    }

    /// The values of a header, in order.
    #[must_use]
    pub fn headers(&self, name: &str) -> Vec<&str> {
        let lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }

    /// The only value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        match self.headers(name)[..] {
            [value] => Some(value),
            _ => None,
        }
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A listening server; it ends with the test's runtime.
#[derive(Debug)]
pub struct Wire {
    base_url: String,
    log: Arc<Mutex<Vec<Received>>>,
}

impl Wire {
    /// Answers every request with `200` and this JSON.
    pub async fn json(body: &str) -> Self {
        Self::raw([response(200, &[("content-type", "application/json")], body)]).await
    }

    /// Answers the first request with the first of `replies`, and so on; the last one is used again and again.
    ///
    /// A reply is sent as it is, and the connection is closed behind it.
    pub async fn raw(replies: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a loopback port");
        let address = listener.local_addr().expect("a bound port");
        let log = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(listener, replies.into_iter().collect(), log.clone()));
        Self { base_url: format!("http://{address}/v1"), log }
    }

    /// Where it listens, with `/v1`.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// A client of this server.
    #[must_use]
    pub fn client(&self) -> Client {
        self.builder().build().expect("settings that are right")
    }

    /// The settings of a client of this server.
    pub fn builder(&self) -> ClientBuilder {
        under_test::builder(KEY).base_url(&self.base_url)
    }

    /// All requests so far.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        locked(&self.log).clone()
    }

    /// The only request.
    #[must_use]
    pub fn only(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "{received:#?}");
        received.pop().unwrap_or_default()
    }
}

/// A whole HTTP/1.1 response.
#[must_use]
pub fn response(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} Status\r\ncontent-length: {}\r\nconnection: close\r\n", body.len());
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    format!("{text}\r\n{body}").into_bytes()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(listener: TcpListener, mut replies: VecDeque<Vec<u8>>, log: Arc<Mutex<Vec<Received>>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let reply = match replies.len() {
            0 | 1 => replies.front().cloned().unwrap_or_default(),
            _ => replies.pop_front().unwrap_or_default(),
        };
        // A client that hangs up early is a test's business, not the server's.
        let _ = answer(stream, &reply, &log).await;
    }
}

async fn answer(mut stream: TcpStream, reply: &[u8], log: &Mutex<Vec<Received>>) -> io::Result<()> {
    let received = read(&mut stream).await?;
    locked(log).push(received);
    stream.write_all(reply).await?;
    stream.shutdown().await
}

pub(crate) async fn read(stream: &mut TcpStream) -> io::Result<Received> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        more(stream, &mut bytes).await?;
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let mut received = Received { head, body: bytes.split_off(head_end) };
    if let Some(length) = received.header("content-length").and_then(|length| length.parse().ok()) {
        while received.body.len() < length {
            more(stream, &mut received.body).await?;
        }
    } else if received.header("transfer-encoding").is_some() {
        while !received.body.ends_with(b"0\r\n\r\n") {
            more(stream, &mut received.body).await?;
        }
    }
    Ok(received)
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    match stream.read_buf(bytes).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}
