//! What the code that `#[clerk_api]` writes calls: from the arguments of a method to its [`Call`].

use std::fmt::Display;
use std::sync::Arc;

use super::Call;
use crate::attempt::Pending;
use crate::client::Client;
use crate::error::{DecodeError, Error, Result};
use crate::request::{self, Endpoint, Parts, Progress, Request};
use crate::response::List;

/// Begins a request for `endpoint`; `values` fill the template's placeholders in their order.
pub fn begin(client: &Client, endpoint: &'static Endpoint, values: &[&dyn Display]) -> Parts {
    let config = client.config();
    Parts::new(endpoint, config.base.path(), Arc::clone(&config.headers), values)
}

/// Makes the call; `decode` reads the body of a 2xx response.
pub fn call<T>(client: &Client, parts: Parts, decode: fn(&[u8]) -> Result<T, DecodeError>) -> Call<T> {
    Call::new(finish(client, parts), decode)
}

fn finish(client: &Client, parts: Parts) -> Result<Pending> {
    let endpoint = parts.endpoint;
    if let Some(reason) = parts.failure {
        return Err(Error::request(reason).with_endpoint(endpoint));
    }
    let config = client.config();
    let uri = config.base.uri(parts.path, &parts.query).map_err(|error| error.with_endpoint(endpoint))?;
    let request = Request {
        endpoint,
        method: endpoint.method.clone(),
        uri,
        headers: parts.headers,
        body: parts.body,
        max_response_bytes: config.max_response_bytes,
        progress: Progress::default(),
    };
    Ok(Pending::new(config.shared.clone(), request))
}

/// Holds a paginated endpoint to what it declares: the response is a list, and each of these parameters is a member of one of the
/// queries. Beside each name is what the compiler says if it is missing.
pub const fn paginated<T: List>(queries: &[&[&str]], names: &[(&str, &str)]) {
    request::require(queries, names);
}

/// Holds an endpoint to what it declares: each member that `unless` names is one of the body's, where they are known.
pub const fn unless(members: Option<&[&str]>, names: &[(&str, &str)]) {
    if let Some(members) = members {
        request::require(&[members], names);
    }
}

/// What a trait's provided methods return.
pub fn not_implemented<T>(api: &'static str, name: &'static str) -> Call<T> {
    Call::ready(Err(Error::not_implemented(api, name)))
}
