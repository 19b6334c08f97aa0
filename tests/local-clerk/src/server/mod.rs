//! HTTP: connections are accepted, served, and closed in good time.

mod connection;
mod guard;
mod log;
pub(crate) mod multipart;
mod pipeline;

use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::broken_body::BrokenBody;
pub(crate) use connection::Break;
use connection::End;
pub(crate) use log::Log;
pub(crate) use pipeline::json;

pub(crate) type Body = Either<Full<bytes::Bytes>, BrokenBody>;
pub(crate) type Response = http::Response<Body>;

/// A response's body of some bytes.
pub(crate) fn full(bytes: impl Into<bytes::Bytes>) -> Body {
    Either::Left(Full::new(bytes.into()))
}

/// How long requests in flight may take once the end has come.
const GRACE: Duration = Duration::from_millis(1500);

/// Serves until `stop` says true or its sender is gone; then gives requests in flight some time.
pub(crate) async fn serve(listeners: Vec<TcpListener>, app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    for listener in listeners {
        connections.spawn(accept(listener, Arc::clone(&app), stop.clone()));
    }
    stopped(&mut stop).await;
    let all_end = async { while connections.join_next().await.is_some() {} };
    // Whoever is not done by then is cut off: a client must not keep the server alive.
    let _ = tokio::time::timeout(GRACE, all_end).await;
}

async fn accept(listener: TcpListener, app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve_connection(stream, Arc::clone(&app), stop.clone()));
                }
                // Out of file handles: waiting is all that helps.
                Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
            },
            Some(_) = connections.join_next() => {}
            () = stopped(&mut stop) => break,
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn serve_connection(stream: TcpStream, app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let _ = stream.set_nodelay(true);
    let end = End::default();
    let told = Arc::clone(&end);
    let service = service_fn(move |request: http::Request<Incoming>| {
        let (app, end) = (Arc::clone(&app), Arc::clone(&told));
        Box::pin(async move { answer(&app, request, &end).await })
    });
    let mut connection = http1::Builder::new().timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        _ = poll_fn(|context| connection.poll_without_shutdown(context)) => {}
        () = stopped(&mut stop) => {
            std::pin::Pin::new(&mut connection).graceful_shutdown();
            let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
        }
    }
    let end = end.lock().take();
    connection::close(connection.into_parts().io.into_inner(), end).await;
}

/// Waits for the word to stop, without holding on to it.
async fn stopped(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn answer(app: &Arc<App>, request: http::Request<Incoming>, end: &End) -> Result<Response, io::Error> {
    let response = pipeline::answer(app, request).await;
    match response.extensions().get::<Break>() {
        Some(how) => {
            *end.lock() = Some(*how);
            Err(io::ErrorKind::ConnectionAborted.into())
        }
        None => Ok(response),
    }
}
