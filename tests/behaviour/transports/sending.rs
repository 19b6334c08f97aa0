//! What goes over the wire does not depend on the transport.

use std::sync::Arc;

use clerk_client::error::ErrorKind;
use clerk_client::transport::{HyperTransport, Request, ReqwestTransport, Transport, TransportFuture};
use clerk_client::{Call, Client, ClientBuilder, Form, ListUsers, Part, RetryPolicy, Uri, clerk_api};
use clerk_tests::operations::CASES;
use clerk_tests::wire::{KEY, Received, Wire};

#[clerk_api]
trait UploadsApi {
    /// A form of any parts.
    #[post("/uploads")]
    fn upload(&self, #[multipart] form: Form) -> Call<()>;
}

/// The same client on each transport.
fn clients(set_up: impl Fn(ClientBuilder) -> ClientBuilder) -> [Client; 2] {
    let builder = || set_up(Client::builder(KEY)).retry_policy(RetryPolicy::disabled());
    [builder(), builder().transport(HyperTransport::new().unwrap())].map(|builder| builder.build().unwrap())
}

/// The lines and the body of a request, with the same boundary in each.
fn normalized(received: &Received) -> (Vec<String>, String) {
    let content_type = received.header("content-type").unwrap_or_default();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap_or("-");
    let mut lines: Vec<_> = received.head.lines().map(|line| line.replace(boundary, "-")).collect();
    lines[1..].sort();
    (lines, received.text().replace(boundary, "-"))
}

#[tokio::test]
async fn each_operation_is_sent_alike_by_both_transports() {
    let wire = Wire::json("{}").await;
    let clients = clients(|builder| builder.base_url(wire.base_url()));
    for case in &CASES {
        for client in &clients {
            // What the response means is of no interest.
            let _ = (case.call)(client).await;
        }
    }
    let received = wire.received();
    assert_eq!(received.len(), 2 * CASES.len());
    for (case, pair) in CASES.iter().zip(received.chunks(2)) {
        assert_eq!(normalized(&pair[0]), normalized(&pair[1]), "{}", case.name);
    }
}

#[tokio::test]
async fn each_form_is_sent_alike_by_both_transports() {
    let png = || Part::file("ada.png", &b"\x89PNG\r\n\x1a\n"[..]);
    for form in [
        Form::new(),
        Form::new().text("", ""),
        Form::new().text("title", "Ada\r\nLovelace").text("title", "Ädä"),
        Form::new().text("a b/c%d\"e", "x").part("näme", Part::json(&["a", "b"]).unwrap()),
        Form::new().part("file", png()),
        Form::new().part("file", png().file_name("a \"b\" \\ ä.png").content_type("IMAGE/PNG; charset=UTF-8")),
        Form::new().part("file", Part::new(vec![0; 100_000])).text("last", "x"),
    ] {
        let wire = Wire::json("{}").await;
        for client in &clients(|builder| builder.base_url(wire.base_url())) {
            let uploads: &dyn UploadsApi = client;
            uploads.upload(form.clone()).await.unwrap();
        }
        let received = wire.received();
        assert_eq!(normalized(&received[0]), normalized(&received[1]), "{form:?}");
        let lengths = received.iter().map(|received| received.body.len());
        assert!(lengths.clone().all(|length| length == received[0].body.len()), "{:?}", lengths.collect::<Vec<_>>());
    }
}

/// Sends each user's requests to the server that the user is kept on.
struct Regions<T> {
    transport: T,
    servers: [Uri; 2],
}

impl<T: Transport> Transport for Regions<T> {
    fn send(&self, mut request: Request) -> TransportFuture<'_> {
        let server = &self.servers[usize::from(request.uri().path().ends_with("_eu"))];
        let mut parts = request.uri().clone().into_parts();
        (parts.scheme, parts.authority) = (server.scheme().cloned(), server.authority().cloned());
        request.set_uri(Uri::from_parts(parts).unwrap());
        self.transport.send(request)
    }
}

#[tokio::test]
async fn a_request_goes_where_its_uri_says() {
    let wires = [Wire::json("[]").await, Wire::json("[]").await];
    let servers = || wires.each_ref().map(|wire| wire.base_url().parse().unwrap());
    let http = ReqwestTransport::http_builder().no_proxy().build().unwrap();
    let hyper = HyperTransport::new().unwrap().no_proxy();
    for builder in [
        Client::builder(KEY).transport(Regions { transport: ReqwestTransport::new(http), servers: servers() }),
        Client::builder(KEY).transport(Regions { transport: hyper, servers: servers() }),
    ] {
        let client = builder.retry_policy(RetryPolicy::disabled()).build().unwrap();
        for id in ["user_us", "user_eu", "user_us", "user_eu"] {
            // What the response means is of no interest.
            let _ = client.users().find(id).await;
        }
        client.users().all(&ListUsers::new().query("a b")).await.unwrap();
    }
    let of_region = |region: &str| vec![format!("GET /v1/users/user_{region} HTTP/1.1"); 2];
    let all = vec!["GET /v1/users?query=a+b HTTP/1.1".to_owned()];
    let expected = [[of_region("us"), all].concat(), of_region("eu")];
    for ((wire, server), expected) in wires.iter().zip(servers()).zip(expected) {
        let received = wire.received();
        let lines: Vec<_> = received.iter().filter_map(|received| received.head.lines().next()).collect();
        assert_eq!(lines, [&expected[..], &expected[..]].concat());
        assert!(
            received
                .iter()
                .all(|received| received.header("host") == Uri::authority(&server).map(|host| host.as_str()))
        );
    }
}

/// Sends every request to the same URI.
struct To<T>(T, &'static str);

impl<T: Transport> Transport for To<T> {
    fn send(&self, mut request: Request) -> TransportFuture<'_> {
        request.set_uri(self.1.parse().unwrap());
        self.0.send(request)
    }
}

#[tokio::test]
async fn a_uri_that_is_not_absolute_is_refused_unsent_by_both_transports() {
    let http = || ReqwestTransport::new(ReqwestTransport::http_builder().no_proxy().build().unwrap());
    let hyper = || HyperTransport::new().unwrap().no_proxy();
    for uri in ["/only/path", "*", "127.0.0.1:1", "ftp://127.0.0.1/x", "ws://127.0.0.1/x", "http://127.0.0.1:99999/x"] {
        for builder in
            [Client::builder(KEY).transport(To(http(), uri)), Client::builder(KEY).transport(To(hyper(), uri))]
        {
            let error = builder.build().unwrap().users().find("user_1").await.unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1), "{uri}: {error}");
            assert!(!error.may_have_run(), "{uri}");
        }
    }
}

#[tokio::test]
async fn debug_of_a_transport_shows_nothing_of_a_request() {
    let wire = Wire::json("[]").await;
    let transport = Arc::new(ReqwestTransport::new(ReqwestTransport::http_builder().no_proxy().build().unwrap()));
    struct Shared(Arc<ReqwestTransport>);
    impl Transport for Shared {
        fn send(&self, request: Request) -> TransportFuture<'_> {
            self.0.send(request)
        }
    }
    let client = wire.builder().transport(Shared(transport.clone())).build().unwrap();
    client.users().all(&ListUsers::new().query("planted")).await.unwrap();
    assert!(wire.only().head.contains("planted"));
    assert!(!format!("{transport:?}").contains("planted"), "{transport:?}");
}
