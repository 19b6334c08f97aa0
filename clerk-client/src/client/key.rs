//! The secret key, checked.

use http::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, Result};

/// The `Authorization` header for `key`, marked so that nobody prints it.
pub(super) fn authorization(key: &SecretString) -> Result<HeaderValue> {
    let key = key.expose_secret();
    let wrong = if key.is_empty() {
        Some("is empty")
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        Some("holds a space, a line break, or another character that is not printable ASCII")
    } else if key.starts_with("pk_") {
        Some("is a publishable key (`pk_…`); the Backend API needs the secret one (`sk_…`)")
    } else {
        None
    };
    match (wrong, HeaderValue::from_str(&format!("Bearer {key}"))) {
        (None, Ok(mut header)) => {
            header.set_sensitive(true);
            Ok(header)
        }
        (wrong, _) => Err(Error::config(format!("the secret key {}", wrong.unwrap_or("cannot be a header")))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_cannot_be_a_secret_key_is_refused_and_not_shown() {
        for key in ["", " ", "sk_test_planted\n", "sk_test planted", "sk_tést_planted", "pk_test_planted"] {
            let error = authorization(&SecretString::from(key)).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("planted"), "{error}");
        }
    }

    #[test]
    fn the_header_is_sensitive() {
        let header = authorization(&SecretString::from("sk_test_planted")).unwrap();
        assert_eq!(header, "Bearer sk_test_planted");
        assert_eq!(format!("{header:?}"), "Sensitive");
    }
}
