//! Who may ask from a browser: pages of this machine, and nobody else's.

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use super::{Response, full};

/// A host without its port.
fn name_of(host: &str) -> &str {
    match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    }
}

/// Whether a name is this machine, or one of those that were allowed.
fn is_local_name(name: &str, allowed: &[String]) -> bool {
    let name = name.to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || allowed.contains(&name)
}

/// Whether a request's host is fine: an address cannot be made to mean another machine, as names can.
fn is_own_host(host: &str, allowed: &[String]) -> bool {
    let name = name_of(host);
    name.parse::<IpAddr>().is_ok() || is_local_name(name, allowed)
}

/// Whether the request's host is this one, and so is the page it comes from, if it comes from one.
pub(super) fn is_trusted(headers: &HeaderMap, allowed: &[String]) -> bool {
    let host = headers.get(header::HOST).map(|host| host.to_str().unwrap_or_default());
    let origin = headers.get(header::ORIGIN);
    host.is_none_or(|host| is_own_host(host, allowed)) && origin.is_none_or(|origin| is_own_page(origin, allowed))
}

/// Whether a page is served by this machine.
fn is_own_page(origin: &HeaderValue, allowed: &[String]) -> bool {
    let host = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    host.map(name_of).is_some_and(|name| match name.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => is_local_name(name, allowed),
    })
}

/// The answer to a browser that asks whether it may ask.
pub(super) fn preflight(method: &Method, headers: &HeaderMap, allowed: &[String]) -> Option<Response> {
    let asks = *method == Method::OPTIONS && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let is_trusted = headers.get(header::ORIGIN).is_some_and(|origin| is_own_page(origin, allowed));
    if !asks || !is_trusted {
        return None;
    }
    let mut response = Response::new(full(""));
    *response.status_mut() = StatusCode::NO_CONTENT;
    let wanted = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let methods = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    wanted.and_then(|wanted| response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_HEADERS, wanted));
    Some(response)
}

/// Lets the page that asked read the response, if it is one of this machine.
pub(super) fn allow(response: &mut Response, origin: Option<HeaderValue>, allowed: &[String]) {
    let Some(origin) = origin.filter(|origin| is_own_page(origin, allowed)) else { return };
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.headers_mut().insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("*"));
    response.headers_mut().append(header::VARY, HeaderValue::from_static("origin"));
}
