//! What goes over the wire does not depend on the transport.

use clerk_client::transport::HyperTransport;
use clerk_client::{Call, Client, ClientBuilder, Form, Part, RetryPolicy, clerk_api};
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
