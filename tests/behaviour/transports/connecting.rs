//! Proxies, TLS, the choice of HTTP/2, and the time that they may take.
//!
//! Certificates and proxies belong to the environment of a process, so each case calls from a process of its own.

use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use clerk_client::error::ErrorKind;
use clerk_client::transport::HyperTransport;
use clerk_client::{Client, CreateUserRequest};
use clerk_tests::under_test;
use clerk_tests::wire::response;
use data_encoding::BASE64_MIME;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

type Seen = Arc<Mutex<Vec<String>>>;

/// A server, and at the same time a proxy that leads to it, in plain text or within TLS: http, CONNECT, and HTTP/2 over TLS.
struct Hub {
    address: String,
    /// The certificate, for `SSL_CERT_FILE`.
    pem: String,
    /// What was seen, in order.
    seen: Seen,
}

impl Hub {
    async fn start() -> Self {
        let names = ["127.0.0.1".to_owned(), "localhost".to_owned(), "clerk.invalid".to_owned()];
        let made = rcgen::generate_simple_self_signed(names).unwrap();
        let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
        let config = ServerConfig::builder().with_no_client_auth();
        let mut config = config.with_single_cert(vec![made.cert.der().clone()], key).unwrap();
        config.alpn_protocols = vec![b"h2".into(), b"http/1.1".into()];
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let encoded = BASE64_MIME.encode(made.cert.der());
        let pem = format!("-----BEGIN CERTIFICATE-----\n{encoded}-----END CERTIFICATE-----\n");
        let seen = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(accept(listener, TlsAcceptor::from(Arc::new(config)), seen.clone()));
        Self { address, pem, seen }
    }
}

async fn accept(listener: TcpListener, tls: TlsAcceptor, seen: Seen) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, tls.clone(), seen.clone()));
    }
}

async fn serve(mut stream: TcpStream, tls: TlsAcceptor, seen: Seen) {
    let mut first = [0];
    stream.peek(&mut first).await.unwrap();
    let is_tls = first == [22];
    if !is_tls && !relay(&mut stream, &seen).await {
        return;
    }
    let mut stream = tls.accept(stream).await.unwrap();
    if stream.get_ref().1.alpn_protocol().is_some() {
        return http2(stream, &seen).await;
    }
    seen.lock().unwrap().push("tls".to_owned());
    if relay(&mut stream, &seen).await {
        http2(tls.accept(stream).await.unwrap(), &seen).await;
    }
}

/// As a proxy does; whether it is a tunnel.
async fn relay(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), seen: &Seen) -> bool {
    let head = head(stream).await;
    let authorization = head.lines().find_map(|line| line.strip_prefix("proxy-authorization: "));
    let line = head.lines().next().unwrap();
    seen.lock().unwrap().push(format!("{line} {}", authorization.unwrap_or("-")));
    let is_tunnel = line.starts_with("connect ");
    let reply = if is_tunnel { b"HTTP/1.1 200 OK\r\n\r\n".to_vec() } else { response(200, &[], "[]") };
    stream.write_all(&reply).await.unwrap();
    stream.flush().await.unwrap();
    is_tunnel
}

async fn http2<S: AsyncRead + AsyncWrite + Unpin>(stream: TlsStream<S>, seen: &Seen) {
    let protocol = stream.get_ref().1.alpn_protocol().unwrap_or_default();
    seen.lock().unwrap().push(String::from_utf8_lossy(protocol).into_owned());
    let mut connection = h2::server::handshake(stream).await.unwrap();
    while let Some(Ok((request, mut respond))) = connection.accept().await {
        seen.lock().unwrap().push(request.uri().to_string());
        let mut body = respond.send_response(Default::default(), false).unwrap();
        body.send_data(bytes::Bytes::from_static(b"[]"), true).unwrap();
    }
}

/// In lower case, as proxies read it.
async fn head(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let head = String::from_utf8(head).unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap();
    let headers = headers.lines().map(|line| match line.split_once(": ") {
        Some((name, value)) => format!("{}: {value}\n", name.to_lowercase()),
        None => line.to_owned(),
    });
    format!("{}\n{}", line.to_lowercase(), headers.collect::<String>())
}

#[tokio::test]
async fn both_transports_connect_as_the_environment_says() {
    const AUTHORIZED: &str = "Basic YWRhOnBhc3M=";
    let hub = Hub::start().await;
    let address = &hub.address;
    let certificate = std::env::temp_dir().join(format!("clerk-tests-{}.pem", std::process::id()));
    std::fs::write(&certificate, &hub.pem).unwrap();
    let proxy = format!("http://ada:pass@{address}");
    let over_tls = proxy.replace("http://", "https://");
    let local = format!("https://{address}");
    let by_name = local.replace("127.0.0.1", "localhost");
    let (http, https) = ("http://clerk.invalid", "https://clerk.invalid");
    let tunnel = format!("connect clerk.invalid:443 http/1.1 {AUTHORIZED}");
    let in_plain = format!("get http://clerk.invalid/v1/users http/1.1 {AUTHORIZED}");
    for transport in ["reqwest", "hyper"] {
        for (base_url, variables, expected) in [
            (local.as_str(), vec![], vec!["h2", &*format!("{local}/v1/users")]),
            (&by_name, vec![], vec!["h2", &format!("{by_name}/v1/users")]),
            (&local, vec![("HTTPS_PROXY", "http://127.0.0.1:1")], vec!["h2", &format!("{local}/v1/users")]),
            (https, vec![("HTTPS_PROXY", &*proxy)], vec![&tunnel, "h2", "https://clerk.invalid/v1/users"]),
            (https, vec![("https_proxy", &proxy)], vec![&tunnel, "h2", "https://clerk.invalid/v1/users"]),
            (https, vec![("ALL_PROXY", &proxy)], vec![&tunnel, "h2", "https://clerk.invalid/v1/users"]),
            (https, vec![("HTTPS_PROXY", &over_tls)], vec!["tls", &tunnel, "h2", "https://clerk.invalid/v1/users"]),
            (http, vec![("HTTP_PROXY", &proxy)], vec![&in_plain]),
            (https, vec![("HTTPS_PROXY", &proxy), ("NO_PROXY", "clerk.invalid")], vec![]),
            (https, vec![("HTTP_PROXY", &proxy)], vec![]),
        ] {
            let mut call = Command::new(std::env::current_exe().unwrap());
            call.args(["--exact", "transports::connecting::call", "--ignored", "--nocapture"]);
            for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
                call.env_remove(name).env_remove(name.to_lowercase());
            }
            call.env("CLERK_TEST_TRANSPORT", transport)
                .env("CLERK_API_URL", base_url)
                .env("SSL_CERT_FILE", &certificate);
            let output = call.envs(variables.clone()).stderr(Stdio::null()).output().await.unwrap();
            let printed = String::from_utf8_lossy(&output.stdout);
            let outcome = if expected.is_empty() { "outcome: Some(Connect)" } else { "outcome: None" };
            let case = format!("{transport}, {base_url} with {variables:?}: {printed}");
            assert!(printed.contains(outcome), "{case}");
            assert_eq!(std::mem::take(&mut *hub.seen.lock().unwrap()), expected, "{case}");
        }
    }
    std::fs::remove_file(certificate).unwrap();
}

#[tokio::test]
#[ignore = "a part of `both_transports_connect_as_the_environment_says`"]
async fn call() {
    let base_url = std::env::var("CLERK_API_URL").unwrap();
    let client = under_test::builder("sk_test_1").base_url(base_url).danger_allow_http(true).build().unwrap();
    let outcome = client.users().all(&Default::default()).max_attempts(1).await;
    println!("outcome: {:?}", outcome.err().map(|error| error.kind()));
}

#[tokio::test]
async fn a_proxy_of_hypers_own_is_used_for_this_machine_too() {
    let hub = Hub::start().await;
    let transport = HyperTransport::new().unwrap().proxy(&format!("http://ada:pass@{}", hub.address)).unwrap();
    let shown = format!("{transport:?}");
    assert!(!shown.contains("pass") && !shown.contains("YWRhOnBhc3M"), "{shown}");
    let client = |transport| {
        let builder = Client::builder("sk_test_1").base_url("http://localhost:1/v1").transport(transport);
        builder.build().unwrap()
    };
    client(transport.clone()).users().all(&Default::default()).await.unwrap();
    let seen = std::mem::take(&mut *hub.seen.lock().unwrap());
    assert_eq!(seen, ["get http://localhost:1/v1/users http/1.1 Basic YWRhOnBhc3M="]);
    let error = client(transport.no_proxy()).users().all(&Default::default()).max_attempts(1).await.unwrap_err();
    assert!(error.is_connect() && hub.seen.lock().unwrap().is_empty(), "{error}");
}

#[test]
fn a_proxy_that_hyper_cannot_use_is_refused() {
    for url in ["", "not a url", "socks5://127.0.0.1:1080", "ftp://127.0.0.1", "/path"] {
        let error = HyperTransport::new().unwrap().proxy(url).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput, "{url}");
    }
}

/// Connecting has a time of its own, and its end is known to be before the request.
#[tokio::test]
async fn a_connection_that_takes_too_long_has_not_sent_a_write_and_is_retried() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("https://{}/v1", listener.local_addr().unwrap());
    let timeout = Duration::from_millis(100);
    let builder = || Client::builder("sk_test_1").base_url(&base_url);
    let hyper = HyperTransport::new().unwrap().connect_timeout(timeout);
    for builder in [builder().connect_timeout(timeout), builder().transport(hyper)] {
        let client = builder.build().unwrap();
        let error = client.users().create(&CreateUserRequest::new().username("ada")).await.unwrap_err();
        let known = (error.kind(), error.may_have_run(), error.attempts());
        assert_eq!(known, (ErrorKind::Connect, false, 3), "{error}");
    }
}
