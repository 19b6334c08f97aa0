//! From the arguments of an endpoint's method to its [`Call`].

use std::fmt::Display;

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use crate::call::Pending;
use crate::decode::DecodeError;
use crate::error::{Error, Result};
use crate::multipart::Form;
use crate::transport::{Body, Request};
use crate::{Call, Client, Endpoint, header, path};

/// Collects one request; `#[clerk_api]` writes the code that fills it.
///
/// The first thing that goes wrong is kept and comes out when the [`Call`] is awaited.
pub struct CallBuilder<'a> {
    client: &'a Client,
    endpoint: &'static Endpoint,
    path: String,
    query: String,
    headers: HeaderMap,
    body: Body,
    failure: Option<Error>,
}

impl<'a> CallBuilder<'a> {
    /// Begins a request for `endpoint`; `values` fill the template's placeholders in their order.
    pub fn new(client: &'a Client, endpoint: &'static Endpoint, values: &[&dyn Display]) -> Self {
        let config = client.config();
        let mut path = String::with_capacity(config.base.path().len() + endpoint.path.len() + 32);
        path.push_str(config.base.path());
        let failure = match path::render(&mut path, endpoint.path, values) {
            Ok(()) => shadowed(endpoint, path.get(config.base.path().len()..).unwrap_or_default()),
            Err(refused) => Some(format!("argument `{}` {}", refused.placeholder, refused.reason)),
        };
        let failure = failure.map(Error::request);
        let headers = config.headers.clone();
        Self { client, endpoint, path, query: String::new(), headers, body: Body::Empty, failure }
    }

    /// Ends the description; `decode` reads the body of a 2xx reply.
    pub fn build<T>(self, decode: fn(&[u8]) -> Result<T, DecodeError>) -> Call<T> {
        Call::new(self.finish(), decode)
    }

    fn finish(self) -> Result<Box<Pending>> {
        if let Some(failure) = self.failure {
            return Err(failure.with_endpoint(self.endpoint));
        }
        let config = self.client.config();
        let request = Request {
            endpoint: self.endpoint,
            method: self.endpoint.method.clone(),
            url: config.base.with_path_and_query(&self.path, &self.query),
            headers: self.headers,
            body: self.body,
            response_limit: config.response_limit,
        };
        Ok(Box::new(Pending::new(self.client.clone(), request)))
    }

    pub(crate) fn fail(&mut self, argument: &str, reason: impl Display) {
        self.failure.get_or_insert_with(|| Error::request(format!("argument `{argument}` {reason}")));
    }

    /// Adds `pairs`, encoded as a form, to the query.
    pub(crate) fn add_query(&mut self, argument: &str, pairs: Result<String, serde_html_form::ser::Error>) {
        match pairs {
            Ok(pairs) if pairs.is_empty() => {}
            Ok(pairs) if self.query.is_empty() => self.query = pairs,
            Ok(pairs) => {
                self.query.push('&');
                self.query.push_str(&pairs);
            }
            Err(error) => self.fail(argument, format_args!("cannot be sent as a query: {error}")),
        }
    }

    pub(crate) fn set_body(&mut self, argument: &str, content_type: &'static str, body: Result<Vec<u8>, impl Display>) {
        match body {
            Ok(body) => {
                self.headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
                self.body = Body::Bytes(Bytes::from(body));
            }
            Err(error) => self.fail(argument, format_args!("cannot be sent as a body: {error}")),
        }
    }

    pub(crate) fn set_form(&mut self, argument: &str, form: Form) {
        match form.check() {
            Ok(()) => self.body = Body::Multipart(form),
            Err(reason) => self.fail(argument, reason),
        }
    }

    pub(crate) fn add_header(&mut self, argument: &str, name: &'static str, value: &str) {
        match (HeaderName::from_bytes(name.as_bytes()), header::text(value)) {
            (Ok(name), Some(value)) => {
                self.headers.insert(name, value);
            }
            _ => self.fail(argument, format_args!("cannot be sent as the header `{name}`: it is not printable ASCII")),
        }
    }
}

/// What is wrong when the values make the path of another endpoint, as the id `count` does.
fn shadowed(endpoint: &Endpoint, path: &str) -> Option<String> {
    let other = endpoint.shadowed_by.iter().find(|other| path::matches(other, path))?;
    Some(format!("its path would be that of another endpoint, {} {other}", endpoint.method))
}
