//! Connections: names, TCP, proxies and TLS.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use ::hyper::Uri;
use ::hyper::http::uri::Scheme;
use ::hyper::rt::{Read, ReadBufCursor, Write};
use futures_util::future::BoxFuture;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::ServerName;
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tower_service::Service;

use super::proxies::Proxies;
use crate::transport::{LOOPBACK, is_local_name};

/// After how long a silence TCP asks whether the peer is there, and how often; as reqwest does.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

type BoxError = Box<dyn Error + Send + Sync>;
type Connecting<T, E> = BoxFuture<'static, Result<T, E>>;

/// How connections are made.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) timeout: Duration,
    pub(super) proxies: Arc<Proxies>,
    #[cfg_attr(not(feature = "http2"), allow(dead_code, reason = "nothing sets it"))]
    pub(super) http2_only: bool,
    pub(super) tls: Arc<ClientConfig>,
    /// Without HTTP/2.
    pub(super) tls_to_proxy: Arc<ClientConfig>,
}

impl Settings {
    pub(super) fn new() -> io::Result<Self> {
        let provider = CryptoProvider::get_default().cloned();
        #[cfg(feature = "rustls")]
        let provider = provider.or_else(|| Some(Arc::new(rustls::crypto::aws_lc_rs::default_provider())));
        let missing = "no crypto provider is installed: call `install_default` of one, or turn on the feature `rustls`";
        let tls = ClientConfig::builder_with_provider(provider.ok_or_else(|| io::Error::other(missing))?);
        let tls = tls.with_safe_default_protocol_versions().and_then(|tls| tls.with_platform_verifier());
        let mut tls = tls.map_err(io::Error::other)?.with_no_client_auth();
        let tls_to_proxy = Arc::new(tls.clone());
        tls.alpn_protocols = vec![
            #[cfg(feature = "http2")]
            b"h2".into(),
            b"http/1.1".into(),
        ];
        let proxies = Arc::new(Proxies::of_the_environment());
        Ok(Self { timeout: Duration::from_secs(3), proxies, http2_only: false, tls: Arc::new(tls), tls_to_proxy })
    }
}

/// Makes connections; cheap to clone, as each request does it.
#[derive(Clone)]
pub(super) struct Connector {
    tcp: HttpConnector<Resolver>,
    settings: Arc<Settings>,
}

impl Connector {
    pub(super) fn new(settings: Settings) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(settings.timeout));
        tcp.set_keepalive(Some(KEEP_ALIVE));
        tcp.set_keepalive_interval(Some(KEEP_ALIVE));
        tcp.set_keepalive_retries(Some(3));
        #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
        tcp.set_tcp_user_timeout(Some(2 * KEEP_ALIVE));
        Self { tcp, settings: Arc::new(settings) }
    }

    async fn connect(self, uri: Uri) -> Result<MaybeHttpsStream<Route>, BoxError> {
        let route = match self.settings.proxies.of(&uri) {
            Some(proxy) => self.through(&proxy, uri.clone()).await?,
            None => {
                Route { stream: MaybeHttpsStream::Http(self.tcp.clone().call(uri.clone()).await?), is_proxied: false }
            }
        };
        if uri.scheme() == Some(&Scheme::HTTP) {
            return Ok(MaybeHttpsStream::Http(route));
        }
        let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let tls = TlsConnector::from(self.settings.tls.clone());
        Ok(tls.connect(ServerName::try_from(host.to_owned())?, TokioIo::new(route)).await?.into())
    }

    async fn through(&self, proxy: &Intercept, uri: Uri) -> Result<Route, BoxError> {
        let mut to_proxy = HttpsConnector::from((self.tcp.clone(), self.settings.tls_to_proxy.clone()));
        if uri.scheme() == Some(&Scheme::HTTP) {
            return Ok(Route { stream: to_proxy.call(proxy.uri().clone()).await?, is_proxied: true });
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), to_proxy);
        if let Some(authorization) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        Ok(Route { stream: tunnel.call(uri).await?, is_proxied: false })
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Route>;
    type Error = BoxError;
    type Future = Connecting<Self::Response, BoxError>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connecting = self.clone();
        Box::pin(async move { tokio::time::timeout(connecting.settings.timeout, connecting.connect(uri)).await? })
    }
}

/// Asks the system; names under `localhost` are this machine, regardless of what DNS says.
#[derive(Clone, Debug)]
struct Resolver;

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Connecting<Self::Response, io::Error>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            if is_local_name(name.as_str()) {
                return Ok(LOOPBACK.to_vec().into_iter());
            }
            Ok(GaiResolver::new().call(name).await?.collect::<Vec<_>>().into_iter())
        })
    }
}

/// A way to the server.
pub(super) struct Route {
    stream: MaybeHttpsStream<TokioIo<TcpStream>>,
    /// By a proxy that reads the requests; they then name the whole URL.
    is_proxied: bool,
}

impl Connection for Route {
    fn connected(&self) -> Connected {
        // Without the addresses, which each response would otherwise hold a copy of.
        Connected::new().proxy(self.is_proxied)
    }
}

impl Read for Route {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

/// Without vectored writes, which would only spare the copy of a body.
impl Write for Route {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
