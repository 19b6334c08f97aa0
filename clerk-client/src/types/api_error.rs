//! [`ApiError`]: what Clerk says is wrong.

use clerk_macros::ClerkResponse;
use serde::{Deserialize, Serialize};

use super::Metadata;

/// One error of a reply that lists errors, or why a verification failed. What Clerk leaves out is empty.
#[doc(alias = "ClerkError")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct ApiError {
    /// A short text for developers.
    pub message: String,
    /// A longer text that may be shown to people.
    pub long_message: String,
    /// What programs compare: `resource_not_found`, `form_identifier_exists`, ….
    pub code: String,
    /// More about the error, of any shape; often `{"param_name": "email_address"}`.
    pub meta: Metadata,
    /// The trace id, where it is on the item (replies until 2025).
    pub clerk_trace_id: Option<String>,
}

impl ApiError {
    /// The request members that the error is about: `meta.param_name` and `meta.param_names`.
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

#[cfg(test)]
mod tests {
    use super::*;

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
