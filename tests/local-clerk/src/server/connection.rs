//! How a connection ends, when a fault says how.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::io::AsyncWrite;
use tokio::net::TcpStream;

/// How a connection ends in place of a response; as an extension, it marks a response that must not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Break {
    Reset,
    Close,
    HalfHeaders,
}

/// How a connection is to end, once that is decided.
pub(super) type End = Arc<Mutex<Option<Break>>>;

pub(super) async fn close(mut stream: TcpStream, end: Option<Break>) {
    match end {
        Some(Break::Reset) => drop(stream.set_zero_linger()),
        Some(Break::HalfHeaders) => drop(stream.try_write(b"HTTP/1.1 200 OK\r\ncontent-type: appli")),
        Some(Break::Close) => {}
        None => drop(poll_fn(|context| Pin::new(&mut stream).poll_shutdown(context)).await),
    }
}
