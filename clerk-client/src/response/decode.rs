//! From the body of a reply to a value, or to where in the JSON it stopped.

use serde::de::DeserializeOwned;

use super::explain::explain;
use crate::error::DecodeError;

/// What a reply decodes into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a Clerk response",
    label = "the type inside `Call<…>` must implement `serde::Deserialize` and borrow nothing",
    note = "for a type of your own, add `#[derive(serde::Deserialize)]`; when the response has no body, write `Call<()>`"
)]
pub trait FromResponse: SendReply + Sized {
    /// Reads the body of a 2xx reply; an empty one reads as `null`.
    ///
    /// # Errors
    /// Where in the JSON it stopped, and why.
    fn decode(body: &[u8]) -> Result<Self, DecodeError>;
}

impl<T: DeserializeOwned + SendReply> FromResponse for T {
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let text = utf8(body)?;
        serde_json::from_str(text).map_err(|_| explain::<T>(text))
    }
}

/// What a reply must be besides, in words of ours.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the reply of a call: it is not `Send`",
    label = "a `Call` may be awaited on another thread, so its reply must be `Send`",
    note = "use `Arc` in the place of `Rc`, and a `Mutex` in the place of a `RefCell` that is shared"
)]
pub trait SendReply: Send {}

#[diagnostic::do_not_recommend]
impl<T: Send> SendReply for T {}

/// Checked once for the whole body, which is much cheaper than string by string.
fn utf8(body: &[u8]) -> Result<&str, DecodeError> {
    match std::str::from_utf8(body) {
        Ok("") => Ok("null"),
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
        assert_eq!(String::decode(b"\"\xff\"").unwrap_err().path, ".");
    }

    #[test]
    fn an_empty_body_reads_as_null() {
        assert!(<()>::decode(b"").is_ok());
        assert_eq!(Option::<u8>::decode(b"").unwrap(), None);
        assert_eq!(Option::<u8>::decode(b"7").unwrap(), Some(7));
    }
}
