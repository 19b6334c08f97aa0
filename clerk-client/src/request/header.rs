//! What may be sent as a header.

use http::header::{self, HeaderName, HeaderValue};

/// Says which dated version of the API should answer.
pub(crate) const API_VERSION: HeaderName = HeaderName::from_static("clerk-api-version");

/// What only the client itself, or the HTTP implementation below it, may set.
const RESERVED: [HeaderName; 8] = [
    API_VERSION,
    header::AUTHORIZATION,
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::HOST,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// A header that a program adds, or what is wrong with it.
pub(crate) fn custom(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{}` is not a header name", name.escape_debug()))?;
    if RESERVED.contains(&name) {
        return Err(format!("the header `{name}` is set by the client"));
    }
    let value = text(value).ok_or_else(|| format!("the value of the header `{name}` is not printable ASCII"))?;
    Ok((name, value))
}

/// Printable ASCII only: what else HTTP allows in a value means something different to every server.
pub(crate) fn text(value: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(value).ok().filter(|_| value.is_ascii())
}
