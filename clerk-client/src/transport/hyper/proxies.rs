//! Which requests go through a proxy.

use std::io;

use ::hyper::Uri;
use ::hyper::header::HeaderValue;
use ::hyper::http::uri::Scheme;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::transport::is_loopback;

/// The proxies of a transport; none by default.
#[derive(Debug, Default)]
pub(super) struct Proxies {
    matcher: Option<Matcher>,
    /// What is on this machine is called directly.
    spares_this_machine: bool,
}

impl Proxies {
    /// Those of the environment, or of the system where reqwest reads that.
    pub(super) fn of_the_environment() -> Self {
        Self { matcher: Some(Matcher::from_system()), spares_this_machine: true }
    }

    /// One proxy for all requests.
    pub(super) fn all(url: &str) -> io::Result<Self> {
        let matcher = Matcher::builder().all(url).build();
        match matcher.intercept(&Uri::from_static("https://api.clerk.com")) {
            Some(proxy) if matches!(proxy.uri().scheme_str(), Some("http" | "https")) => {
                Ok(Self { matcher: Some(matcher), spares_this_machine: false })
            }
            _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "the proxy is not an http or https URL")),
        }
    }

    /// The proxy for this URL.
    pub(super) fn of(&self, uri: &Uri) -> Option<Intercept> {
        let matcher = self.matcher.as_ref()?;
        let is_spared = self.spares_this_machine && uri.host().is_some_and(is_loopback);
        if is_spared { None } else { matcher.intercept(uri) }
    }

    /// What a plain http request shows to its proxy; a tunnel is authorized when it is opened.
    pub(super) fn authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        let is_plain = uri.scheme() == Some(&Scheme::HTTP);
        is_plain.then(|| self.of(uri)).flatten()?.basic_auth().cloned()
    }
}
