//! The same server with HTTP/2 over TLS; it replies with one user.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use data_encoding::BASE64_MIME;
use http::{HeaderValue, Response, header};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::sample;

/// Serves on a thread of its own, and prints where, and the file that has its certificate.
pub(crate) fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()])?;
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let config = ServerConfig::builder().with_no_client_auth();
    let mut config = config.with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"h2".to_vec()];
    let certificate = std::env::temp_dir().join(format!("clerk-client-bench-{}.pem", std::process::id()));
    let encoded = BASE64_MIME.encode(made.cert.der());
    std::fs::write(&certificate, format!("-----BEGIN CERTIFICATE-----\n{encoded}-----END CERTIFICATE-----\n"))?;
    println!("https://{}/v1\n{}", listener.local_addr()?, certificate.display());
    std::thread::spawn(move || accept(listener, &TlsAcceptor::from(Arc::new(config))));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn accept(listener: TcpListener, tls: &TlsAcceptor) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let tls = tls.clone();
        tokio::spawn(async move {
            if let Ok(stream) = tls.accept(stream).await {
                let _ = answer(stream).await;
            }
        });
    }
}

async fn answer(stream: tokio_rustls::server::TlsStream<tokio::net::TcpStream>) -> Result<(), h2::Error> {
    let body = bytes::Bytes::from(sample::one());
    let mut connection = h2::server::handshake(stream).await?;
    while let Some(request) = connection.accept().await {
        let (_request, mut respond) = request?;
        let mut response = Response::default();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response.headers_mut().insert("cf-ray", HeaderValue::from_static("8f0a"));
        respond.send_response(response, false)?.send_data(body.clone(), true)?;
    }
    Ok(())
}
