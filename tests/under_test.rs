//! Clients with the transport that is under test: the default one, or hyper where the environment says `CLERK_TEST_TRANSPORT=hyper`.

use clerk_client::transport::{HyperTransport, ReqwestTransport};
use clerk_client::{Client, ClientBuilder, SecretString};

/// The settings of a client.
pub fn builder(secret_key: impl Into<SecretString>) -> ClientBuilder {
    let builder = Client::builder(secret_key);
    if is_hyper() { builder.transport(hyper()) } else { builder }
}

/// The settings of a client that has HTTP/2 without TLS.
pub fn http2_builder(secret_key: impl Into<SecretString>) -> ClientBuilder {
    let builder = Client::builder(secret_key);
    if is_hyper() {
        return builder.transport(hyper().no_proxy().http2_prior_knowledge());
    }
    let http = ReqwestTransport::http_builder().http2_prior_knowledge().no_proxy().build();
    builder.http_client(http.expect("settings that are right"))
}

fn is_hyper() -> bool {
    std::env::var_os("CLERK_TEST_TRANSPORT").is_some_and(|transport| transport == "hyper")
}

fn hyper() -> HyperTransport {
    HyperTransport::new().expect("a crypto provider")
}
