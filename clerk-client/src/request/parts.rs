//! The parts of a request, as the arguments of a method fill them.

use std::fmt::Display;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::multipart::{Form, Part};
use super::{Body, Endpoint, header, path};

pub(super) const JSON: &str = "application/json";
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// A request under construction; `#[clerk_api]` writes the code that fills it.
///
/// The first thing that goes wrong is kept and is returned when the call is awaited.
pub struct Parts {
    pub(crate) endpoint: &'static Endpoint,
    /// The base path included.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Arc<HeaderMap>,
    pub(crate) body: Body,
    pub(crate) failure: Option<String>,
}

impl Parts {
    /// Begins a request for `endpoint`; `values` fill the template's placeholders in their order.
    pub(crate) fn new(
        endpoint: &'static Endpoint,
        base_path: &str,
        headers: Arc<HeaderMap>,
        values: &[&dyn Display],
    ) -> Self {
        let mut path = String::with_capacity(base_path.len() + endpoint.path.len() + 32);
        path.push_str(base_path);
        let failure = match path::render(&mut path, endpoint.path, values) {
            Ok(()) => ambiguous(endpoint, path.get(base_path.len()..).unwrap_or_default()),
            Err(refused) => Some(format!("argument `{}` {}", refused.placeholder, refused.reason)),
        };
        Self { endpoint, path, query: String::new(), headers, body: Body::Empty, failure }
    }

    fn fail(&mut self, argument: &str, reason: impl Display) {
        self.failure.get_or_insert_with(|| format!("argument `{argument}` {reason}"));
    }

    /// Adds `pairs`, encoded as a form, to the query.
    pub(crate) fn add_query(&mut self, argument: &str, pairs: Result<String, String>) {
        match pairs {
            Ok(pairs) if pairs.is_empty() => {}
            Ok(pairs) if self.query.is_empty() => self.query = pairs,
            Ok(pairs) => match shared_name(&self.query, &pairs) {
                Some(name) => self.fail(argument, format_args!("sends `{name}`, as another argument does")),
                None => {
                    self.query.push('&');
                    self.query.push_str(&pairs);
                }
            },
            Err(error) => self.fail(argument, format_args!("cannot be sent as a query: {error}")),
        }
    }

    pub(crate) fn set_body(&mut self, argument: &str, content_type: &'static str, body: Result<Vec<u8>, impl Display>) {
        match body {
            Ok(body) => {
                Arc::make_mut(&mut self.headers).insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
                self.body = Body::Bytes(Bytes::from(body));
            }
            Err(error) => self.fail(argument, format_args!("cannot be sent as a body: {error}")),
        }
    }

    /// Adds one member to the JSON body; one that is null is left out.
    pub(crate) fn add_member(&mut self, argument: &str, key: &str, value: Result<Vec<u8>, String>) {
        let encoded = value.and_then(|value| match serde_json::to_vec(key) {
            Ok(key) => Ok((key, value)),
            Err(error) => Err(error.to_string()),
        });
        let body = encoded.map(|(key, value)| {
            let mut body = self.body.take_bytes().unwrap_or_else(|| b"{}".to_vec());
            if value != b"null" {
                body.pop();
                if body.len() > 1 {
                    body.push(b',');
                }
                body.extend([key.as_slice(), b":", &value, b"}"].concat());
            }
            body
        });
        self.set_body(argument, JSON, body);
    }

    /// Adds `pairs`, encoded as a form, to the form in the body.
    pub(crate) fn add_field(&mut self, argument: &str, pairs: Result<String, String>) {
        let body = pairs.map(|pairs| {
            let mut body = self.body.take_bytes().unwrap_or_default();
            if !body.is_empty() && !pairs.is_empty() {
                body.push(b'&');
            }
            body.extend(pairs.into_bytes());
            body
        });
        self.set_body(argument, FORM, body);
    }

    /// Adds one part to the multipart form in the body; `None` makes the form, and adds nothing.
    pub(crate) fn add_part(&mut self, argument: &str, name: &str, part: Option<Part>) {
        if let Some(Err(reason)) = part.as_ref().map(|part| part.check(name)) {
            return self.fail(argument, reason);
        }
        let mut form = match std::mem::take(&mut self.body) {
            Body::Multipart(form) => form,
            _ => Form::new(),
        };
        form.extend(part.map(|part| (name, part)));
        self.body = Body::Multipart(form);
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
                Arc::make_mut(&mut self.headers).insert(name, value);
            }
            _ => self.fail(argument, format_args!("cannot be sent as the header `{name}`: it is not printable ASCII")),
        }
    }
}

/// A name that is in both of two queries; Clerk would take one of its values, or both.
fn shared_name<'a>(first: &str, second: &'a str) -> Option<&'a str> {
    fn names(pairs: &str) -> impl Iterator<Item = &str> {
        pairs.split('&').filter_map(|pair| pair.split('=').next())
    }
    names(second).find(|name| names(first).any(|known| known == *name))
}

/// What is wrong when the values make the path of another endpoint, as the id `count` does.
fn ambiguous(endpoint: &Endpoint, path: &str) -> Option<String> {
    let other = endpoint.more_specific_paths.iter().find(|other| path::matches(other, path))?;
    Some(format!("its path would be that of another endpoint, {} {other}", endpoint.method))
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    #[test]
    fn each_part_is_looked_at_as_it_is_added() {
        const ENDPOINT: &Endpoint = &Endpoint::new("Api", "upload", Method::POST, "/upload");
        let mut parts = Parts::new(ENDPOINT, "", Arc::default(), &[]);
        parts.add_part("file", "file", Some(Part::new("x")));
        assert!(parts.failure.is_none() && matches!(&parts.body, Body::Multipart(form) if form.len() == 1));
        parts.add_part("file", "fi\nle", Some(Part::new("x")));
        assert!(parts.failure.is_some_and(|reason| reason.starts_with("argument `file` has a part \"fi\\nle\"")));
    }
}
