//! Connections: accepted, served, broken where a fault says so, and closed in good order.

use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::Router;
use axum::extract::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::faults::Break;

/// Serves until `stop` says true or its sender is gone; then lets requests in flight finish.
pub(crate) async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve_connection(stream, router.clone(), stop.clone()));
                }
                // Out of file handles: waiting is all that helps.
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(5)).await,
            },
            Some(_) = connections.join_next() => {}
            () = told(&mut stop) => break,
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn serve_connection(stream: TcpStream, router: Router, mut stop: watch::Receiver<bool>) {
    let _ = stream.set_nodelay(true);
    let end = End::default();
    let io = TokioIo::new(Breakable { stream, end: Arc::clone(&end) });
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (router, end) = (router.clone(), Arc::clone(&end));
        async move { answer(router, request.map(axum::body::Body::new), &end).await }
    });
    let connection = http1::Builder::new().timer(TokioTimer::new()).serve_connection(io, service);
    let mut connection = pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => {}
        () = told(&mut stop) => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// Waits for the word to stop, without holding on to it.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// How a connection is to end, once that is decided.
type End = Arc<Mutex<Option<Break>>>;

async fn answer(router: Router, request: Request, end: &End) -> Result<Response, io::Error> {
    let reply = router.oneshot(request).await.unwrap_or_else(|never| match never {});
    match reply.extensions().get::<Break>() {
        Some(how) => {
            *end.lock() = Some(*how);
            Err(io::ErrorKind::ConnectionAborted.into())
        }
        None => Ok(reply),
    }
}

/// A connection that ends as it is told to.
struct Breakable {
    stream: TcpStream,
    end: End,
}

impl Drop for Breakable {
    fn drop(&mut self) {
        match *self.end.lock() {
            Some(Break::Reset) => drop(self.stream.set_zero_linger()),
            Some(Break::HalfHeaders) => drop(self.stream.try_write(b"HTTP/1.1 200 OK\r\ncontent-type: appli")),
            Some(Break::Close) | None => {}
        }
    }
}

impl AsyncRead for Breakable {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Breakable {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
