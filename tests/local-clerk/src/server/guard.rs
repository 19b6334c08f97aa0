//! Who may ask from a browser: pages of this machine, and nobody else's.

use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};

use super::{Reply, full};

/// Whether a host, with or without a port, is this machine, or one of the names that were allowed.
fn is_local(host: &str, allowed: &[String]) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.to_ascii_lowercase();
    // An address cannot be made to mean another machine, as names can.
    let is_address = name.parse::<std::net::IpAddr>().is_ok();
    is_address || name == "localhost" || name.ends_with(".localhost") || allowed.contains(&name)
}

/// Whether the request's host is this one, and so is the page it comes from, if it comes from one.
pub(super) fn is_trusted(headers: &HeaderMap, allowed: &[String]) -> bool {
    let host = headers.get(header::HOST).map(|host| host.to_str().unwrap_or_default());
    host.is_none_or(|host| is_local(host, allowed))
        && headers.get(header::ORIGIN).is_none_or(|origin| is_own_page(origin, allowed))
}

/// Pages of other machines may not steer this one, whatever address they use for it.
fn is_own_page(origin: &HeaderValue, allowed: &[String]) -> bool {
    let host = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    let is_loopback = |host: &str| {
        let name = host.trim_start_matches('[').split([']', ':']).next().unwrap_or_default();
        name.parse::<std::net::IpAddr>().map_or(true, |address| address.is_loopback()) || host.starts_with("[::1]")
    };
    host.is_some_and(|host| is_local(host, allowed) && is_loopback(host))
}

/// The answer to a browser that asks whether it may ask.
pub(super) fn preflight(method: &Method, headers: &HeaderMap, allowed: &[String]) -> Option<Reply> {
    let asks = *method == Method::OPTIONS && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let is_trusted = headers.get(header::ORIGIN).is_some_and(|origin| is_own_page(origin, allowed));
    if !asks || !is_trusted {
        return None;
    }
    let mut reply = Response::new(full(""));
    *reply.status_mut() = StatusCode::NO_CONTENT;
    let wanted = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let methods = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
    reply.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    wanted.and_then(|wanted| reply.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_HEADERS, wanted));
    Some(reply)
}

/// Lets the page that asked read the response, if it is one of this machine.
pub(super) fn allow(reply: &mut Reply, origin: Option<HeaderValue>, allowed: &[String]) {
    let Some(origin) = origin.filter(|origin| is_own_page(origin, allowed)) else { return };
    reply.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    reply.headers_mut().insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("*"));
    reply.headers_mut().append(header::VARY, HeaderValue::from_static("origin"));
}
