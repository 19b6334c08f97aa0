//! [`ApiError`]: what Clerk says is wrong.

use std::fmt;

use clerk_macros::ClerkResponse;
use serde::{Deserialize, Serialize};

use super::Metadata;

/// One error of a response that lists errors, or the reason why a verification failed. Fields that Clerk does not send are empty.
///
/// See [Clerk's list of error codes](https://clerk.com/docs/guides/development/errors/overview).
#[doc(alias = "ErrorItem")]
#[doc(alias = "ClerkAPIError")]
#[doc(alias = "ClerkError")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct ApiError {
    /// A short text for developers. [`text`](Self::text) is never empty.
    pub message: String,
    /// A longer text, which may be shown to users.
    pub long_message: String,
    /// The code, for programs: `resource_not_found`, `form_identifier_exists`, ….
    pub code: String,
    /// Details of any shape, often `{"param_name": "email_address"}`.
    pub meta: Metadata,
    /// The trace ID, which responses of before 2025 have here rather than beside the errors.
    pub clerk_trace_id: Option<String>,
}

impl ApiError {
    /// Returns the best text that there is: the long message, else the message, else the code, else `unknown error`.
    #[must_use]
    pub fn text(&self) -> &str {
        let texts = [&self.long_message, &self.message, &self.code];
        texts.into_iter().map(|text| text.trim()).find(|text| !text.is_empty()).unwrap_or("unknown error")
    }

    /// Returns the names of the parameters that the error is about, from `meta.param_name` and `meta.param_names`.
    #[must_use]
    pub fn param_names(&self) -> Vec<String> {
        #[derive(Deserialize)]
        struct Params {
            param_name: Option<String>,
            param_names: Option<Vec<String>>,
        }
        let Ok(params) = self.meta.decode::<Params>() else { return Vec::new() };
        params.param_name.into_iter().chain(params.param_names.unwrap_or_default()).collect()
    }
}

/// [`text`](ApiError::text) and, where it is not the same, the code: `That email address is taken. (form_identifier_exists)`.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            text if self.code.is_empty() || text == self.code => f.write_str(text),
            text => write!(f, "{text} ({})", self.code),
        }
    }
}

impl std::error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_the_longest_there_is_and_never_empty() {
        for (json, text, shown) in [
            (r#"{"message":"m","long_message":"l","code":"c"}"#, "l", "l (c)"),
            (r#"{"message":"m","long_message":" ","code":"c"}"#, "m", "m (c)"),
            (r#"{"message":"","code":"c"}"#, "c", "c"),
            (r#"{"message":"m"}"#, "m", "m"),
            ("{}", "unknown error", "unknown error"),
        ] {
            let error: ApiError = serde_json::from_str(json).unwrap();
            assert_eq!((error.text(), error.to_string().as_str()), (text, shown), "{json}");
        }
    }

    #[test]
    fn param_names_come_from_either_spelling() {
        for (meta, expected) in [
            (r#"{"param_name":"a"}"#, vec!["a"]),
            (r#"{"param_names":["a","b"]}"#, vec!["a", "b"]),
            ("{}", vec![]),
            ("[1]", vec![]),
            ("null", vec![]),
        ] {
            let item: ApiError = serde_json::from_str(&format!(r#"{{"code":"c","meta":{meta}}}"#)).unwrap();
            assert_eq!(item.param_names(), expected, "{meta}");
        }
    }
}
