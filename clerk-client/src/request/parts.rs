//! The parts of a request, as the arguments of a method fill them.

use std::fmt::Display;

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::multipart::Form;
use super::{Body, Endpoint, header, path};

/// A request under construction; `#[clerk_api]` writes the code that fills it.
///
/// The first thing that goes wrong is kept and is returned when the call is awaited.
pub struct Parts {
    pub(crate) endpoint: &'static Endpoint,
    /// The base path included.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) failure: Option<String>,
}

impl Parts {
    /// Begins a request for `endpoint`; `values` fill the template's placeholders in their order.
    pub(crate) fn new(
        endpoint: &'static Endpoint,
        base_path: &str,
        headers: HeaderMap,
        values: &[&dyn Display],
    ) -> Self {
        let mut path = String::with_capacity(base_path.len() + endpoint.path.len() + 32);
        path.push_str(base_path);
        let failure = match path::render(&mut path, endpoint.path, values) {
            Ok(()) => shadowed(endpoint, path.get(base_path.len()..).unwrap_or_default()),
            Err(refused) => Some(format!("argument `{}` {}", refused.placeholder, refused.reason)),
        };
        Self { endpoint, path, query: String::new(), headers, body: Body::Empty, failure }
    }

    fn fail(&mut self, argument: &str, reason: impl Display) {
        self.failure.get_or_insert_with(|| format!("argument `{argument}` {reason}"));
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
