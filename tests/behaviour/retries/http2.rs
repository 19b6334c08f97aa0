//! HTTP/2: streams that the server refuses, connections that it leaves, and connections that fall silent.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::{Client, CreateUserRequest};
use clerk_tests::under_test;
use h2::Reason;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

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

fn client(base_url: &str) -> Client {
    under_test::http2_builder("sk_test_1").base_url(base_url).build().unwrap()
}

#[tokio::test]
async fn a_stream_that_was_refused_has_not_run() {
    for (reason, kind, attempts) in [
        (Reason::REFUSED_STREAM, ErrorKind::Connect, 3),
        (Reason::INTERNAL_ERROR, ErrorKind::Network, 1),
        (Reason::CANCEL, ErrorKind::Network, 1),
    ] {
        let (base_url, count) = resets(reason).await;
        let error = client(&base_url).users().create(&CreateUserRequest::new().username("ada")).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (kind, attempts), "{reason:?}: {error}");
        assert_eq!(error.may_have_run(), attempts == 1, "{error}");
        assert_eq!(count.load(Ordering::SeqCst), attempts as usize);
    }
}

/// A frame of HTTP/2.
fn frame(kind: u8, payload: &[u8]) -> Vec<u8> {
    let length = u8::try_from(payload.len()).unwrap();
    [&[0, 0, length, kind, 0, 0, 0, 0, 0], payload].concat()
}

/// Reads frames until the headers of a request are there; `false` at the end of the connection.
async fn read_request(stream: &mut TcpStream) -> bool {
    loop {
        let mut head = [0; 9];
        if stream.read_exact(&mut head).await.is_err() {
            return false;
        }
        let length = usize::from(head[1]) << 8 | usize::from(head[2]);
        let mut payload = vec![0; length];
        stream.read_exact(&mut payload).await.unwrap();
        if head[3] == 1 {
            return true;
        }
    }
}

/// Answers each request with GOAWAY and closes the connection; counts the requests.
async fn leaves(last_stream: u32, code: u32) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut preface = [0; 24];
            stream.read_exact(&mut preface).await.unwrap();
            stream.write_all(&frame(4, &[])).await.unwrap();
            if read_request(&mut stream).await {
                counted.fetch_add(1, Ordering::SeqCst);
                let payload = [last_stream.to_be_bytes(), code.to_be_bytes()].concat();
                stream.write_all(&frame(7, &payload)).await.unwrap();
                stream.shutdown().await.unwrap();
                while read_request(&mut stream).await {}
            }
        }
    });
    (base_url, count)
}

/// What the server says of the stream decides, and not with which code it says it.
#[tokio::test]
async fn a_stream_above_the_last_one_of_goaway_has_not_run_and_any_other_may_have() {
    for code in [Reason::NO_ERROR, Reason::INTERNAL_ERROR, Reason::ENHANCE_YOUR_CALM] {
        for (last_stream, was_processed) in [(0, false), (1, true), (0x7fff_ffff, true)] {
            let (base_url, count) = leaves(last_stream, code.into()).await;
            let error = client(&base_url).users().create(&CreateUserRequest::new().username("ada")).await.unwrap_err();
            let case = format!("{code:?}, last stream {last_stream}: {error}");
            let kind = if was_processed { ErrorKind::Network } else { ErrorKind::Connect };
            assert_eq!((error.kind(), error.may_have_run()), (kind, was_processed), "{case}");
            assert_eq!(count.load(Ordering::SeqCst), if was_processed { 1 } else { 3 }, "{case}");
        }
    }
}

/// Allows one stream at a time, and never answers; tells when it has the first request.
async fn one_stream() -> (String, oneshot::Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let (tell, told) = oneshot::channel();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut connection =
            h2::server::Builder::new().max_concurrent_streams(1).handshake::<_, bytes::Bytes>(stream).await.unwrap();
        let _first = connection.accept().await.unwrap().unwrap();
        tell.send(()).unwrap();
        while connection.accept().await.is_some() {}
    });
    (base_url, told)
}

#[tokio::test]
async fn a_write_that_waited_for_a_stream_in_vain_has_not_run() {
    let (base_url, told) = one_stream().await;
    let client = client(&base_url);
    let _first = tokio::spawn(client.users().find("user_1"));
    told.await.unwrap();
    let create = client.users().create(&CreateUserRequest::new().username("ada"));
    let error = create.timeout(Duration::from_millis(300)).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_run()), (ErrorKind::Timeout, false), "{error}");
}

/// Answers `good` requests on each connection, and then not a word, not even to pings, on a connection that stays open.
async fn falls_silent(good: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut connection = h2::server::handshake(stream).await.unwrap();
                for _ in 0..good {
                    let Some(Ok((_request, mut respond))) = connection.accept().await else { return };
                    let mut body = respond.send_response(Default::default(), false).unwrap();
                    body.send_data(bytes::Bytes::from_static(b"{\"id\":\"u\"}"), true).unwrap();
                }
                // What was sent has to leave; from then on, nobody drives the connection.
                let _ = tokio::time::timeout(Duration::from_millis(50), connection.accept()).await;
                std::future::pending::<()>().await;
            });
        }
    });
    base_url
}

/// With the default pings, one attempt is enough to notice it.
#[tokio::test]
async fn a_connection_that_falls_silent_is_given_up_and_the_call_goes_on_with_another() {
    let client = client(&falls_silent(2).await);
    for n in 0..3 {
        let found = client.users().find("user_1").await;
        assert!(found.is_ok(), "call {n}: {}", found.unwrap_err());
    }
}

/// How a connection ends, after a few requests.
#[derive(Clone, Copy, Debug)]
enum End {
    /// GOAWAY, as a server sends it that is restarted.
    Leaves,
    /// GOAWAY with an error.
    Breaks,
    /// Without a word, while nothing is in flight.
    Closes,
    /// It stays open and says nothing more.
    FallsSilent,
}

/// Serves some requests on each connection before it ends it; counts the requests of each call.
async fn moody() -> (String, Arc<Mutex<HashMap<String, usize>>>, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/v1", listener.local_addr().unwrap());
    let (served, connections) = (Arc::new(Mutex::new(HashMap::new())), Arc::new(AtomicUsize::new(0)));
    let (counted, made) = (served.clone(), connections.clone());
    tokio::spawn(async move {
        let ends = [End::Leaves, End::Closes, End::FallsSilent, End::Breaks].into_iter();
        let ends = ends.chain([End::Closes, End::Leaves, End::Breaks].into_iter().cycle());
        for end in ends {
            let Ok((stream, _)) = listener.accept().await else { return };
            made.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(serve(stream, end, counted.clone()));
        }
    });
    (base_url, served, connections)
}

async fn serve(stream: TcpStream, end: End, served: Arc<Mutex<HashMap<String, usize>>>) {
    let answer = |(request, mut respond): (http::Request<h2::RecvStream>, h2::server::SendResponse<bytes::Bytes>)| {
        let call = request.headers()["x-call"].to_str().unwrap().to_owned();
        *served.lock().unwrap().entry(call).or_default() += 1;
        let mut body = respond.send_response(Default::default(), false).unwrap();
        body.send_data(bytes::Bytes::from_static(b"{\"id\":\"u\"}"), true).unwrap();
    };
    let mut connection = h2::server::handshake(stream).await.unwrap();
    for _ in 0..6 {
        match connection.accept().await {
            Some(Ok(request)) => answer(request),
            _ => return,
        }
    }
    if let End::Leaves = end {
        connection.graceful_shutdown();
        while let Some(Ok(request)) = connection.accept().await {
            answer(request);
        }
        return;
    }
    // The last response has to leave.
    let sent = std::future::poll_fn(|context| connection.poll_closed(context));
    let _ = tokio::time::timeout(Duration::from_millis(50), sent).await;
    match end {
        End::FallsSilent => std::future::pending().await,
        End::Breaks => {
            connection.abrupt_shutdown(Reason::INTERNAL_ERROR);
            while connection.accept().await.is_some() {}
        }
        End::Leaves | End::Closes => {}
    }
}

#[tokio::test]
async fn calls_go_on_while_connections_leave_close_break_and_fall_silent_and_no_write_runs_twice() {
    let (base_url, served, connections) = moody().await;
    let client = client(&base_url);
    let mut in_doubt = 0;
    for n in 0..150 {
        let call = n.to_string();
        if n % 2 == 0 {
            let found = client.users().find("user_1").header("x-call", &call).await;
            assert!(found.is_ok(), "find {n}: {}", found.unwrap_err());
            continue;
        }
        let created = client.users().create(&CreateUserRequest::new().username("ada")).header("x-call", &call).await;
        let runs = served.lock().unwrap().get(&call).copied().unwrap_or_default();
        match created {
            Ok(_) => assert_eq!(runs, 1, "create {n}"),
            Err(error) => {
                assert!(error.may_have_run() && runs <= 1, "create {n} ran {runs} times: {error}");
                in_doubt += 1;
            }
        }
    }
    let connections = connections.load(Ordering::SeqCst);
    assert!(connections > 10 && in_doubt < connections, "at most one each: {in_doubt} of {connections}");
}
