//! From the body of a response to a value, or to where in the JSON it stopped.

use std::any::Any;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::explain::{explain, track};
use super::reader;
use crate::error::DecodeError;

/// What a response decodes into: `()` whatever the body is, [`Bytes`] and `String` the body as it is, everything else from JSON.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a Clerk response",
    label = "the type inside `Call<…>` must implement `serde::Deserialize` and borrow nothing",
    note = "for a type of your own, add `#[derive(serde::Deserialize)]`; when the response has no body, write `Call<()>`"
)]
pub trait FromResponse: SendResponse + Sized {
    /// Reads the body of a 2xx response; an empty one reads as `null`.
    ///
    /// # Errors
    /// Where in the JSON it stopped, and why; for a `String`, that the body is not UTF-8.
    fn decode(body: &[u8]) -> Result<Self, DecodeError>;
}

impl<T: DeserializeOwned + SendResponse + 'static> FromResponse for T {
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut value: Option<T> = None;
        as_it_is(&mut value, body)?;
        if let Some(value) = value {
            return Ok(value);
        }
        let json = json(body)?;
        match reader::read(json) {
            Some(value) => Ok(value),
            None => serde_json::from_str(json).map_err(|_| explain(json, track::<T>)),
        }
    }
}

/// Fills an `Option` of `()`, `String` or [`Bytes`], and leaves any other empty.
fn as_it_is(value: &mut dyn Any, body: &[u8]) -> Result<(), DecodeError> {
    if let Some(nothing) = value.downcast_mut::<Option<()>>() {
        *nothing = Some(());
    } else if let Some(text) = value.downcast_mut::<Option<String>>() {
        *text = Some(utf8(body)?.to_owned());
    } else if let Some(bytes) = value.downcast_mut::<Option<Bytes>>() {
        *bytes = Some(Bytes::copy_from_slice(body));
    }
    Ok(())
}

/// What a response must be besides, in words of ours.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of a call: it is not `Send`",
    label = "a `Call` may be awaited on another thread, so its response must be `Send`",
    note = "use `Arc` in the place of `Rc`, and a `Mutex` in the place of a `RefCell` that is shared"
)]
pub trait SendResponse: Send {}

#[diagnostic::do_not_recommend]
impl<T: Send> SendResponse for T {}

/// The text of a body; an empty one reads as `null`.
fn json(body: &[u8]) -> Result<&str, DecodeError> {
    if body.is_empty() { Ok("null") } else { utf8(body) }
}

/// Checked once for the whole body, which is much cheaper than string by string.
fn utf8(body: &[u8]) -> Result<&str, DecodeError> {
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text),
        Err(error) => Err(DecodeError { path: ".".to_owned(), message: error.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Item {
        #[allow(dead_code)]
        id: u8,
    }

    #[test]
    fn a_decode_error_names_the_path_and_no_values() {
        for (body, path, message) in [
            (r#"{"data":[{"id":1},{"id":"planted"}]}"#, "…[1].id", "invalid type: string, expected u8"),
            (r#"{"data":[{}]}"#, "…[0]", "missing field `id`"),
            (r#"{"data":[{"id":1}"#, "…", "EOF while parsing"),
            (r#"{"data":[]} x"#, ".", "trailing characters"),
            ("<html>", ".", "expected value"),
            ("", ".", "invalid type: null"),
        ] {
            let error = <BTreeMap<String, Vec<Item>>>::decode(body.as_bytes()).unwrap_err();
            assert_eq!(error.path, path, "{body}");
            assert!(error.message.starts_with(message), "{}", error.message);
        }
        assert_eq!(Vec::<String>::decode(b"[\"\xff\"]").unwrap_err().path, ".");
    }

    #[test]
    fn an_empty_body_reads_as_null() {
        assert_eq!(Option::<u8>::decode(b"").unwrap(), None);
        assert_eq!(Option::<u8>::decode(b"7").unwrap(), Some(7));
    }

    #[test]
    fn nothing_is_read_from_any_body() {
        for body in [&b""[..], b"\n", b"null", b"{}", b"{\"object\":\"user\"}", b"<html>", b"\xff"] {
            assert!(<()>::decode(body).is_ok(), "{body:?}");
        }
    }

    #[test]
    fn text_and_bytes_are_the_body_as_it_is() {
        for body in [&b""[..], b"\n", b"\"quoted\"", b"ssh-rsa AAAA", "größe".as_bytes()] {
            assert_eq!(String::decode(body).unwrap().as_bytes(), body);
            assert_eq!(Bytes::decode(body).unwrap(), body);
        }
        assert_eq!(Bytes::decode(b"\xff\x00").unwrap(), &b"\xff\x00"[..]);
        let error = String::decode(b"a\xff").unwrap_err();
        assert!(error.message.contains("utf-8"), "{}", error.message);
    }
}
