//! Clerk's error envelope: `{"errors": [{code, message, long_message, meta}], "clerk_trace_id": …}`.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::models::Metadata;

/// One error of a reply. What the reply leaves out is empty.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ErrorItem {
    /// What programs compare: `resource_not_found`, `form_identifier_exists`, ….
    #[serde(default, deserialize_with = "text")]
    pub code: String,
    /// A short text for developers.
    #[serde(default, deserialize_with = "text")]
    pub message: String,
    /// A longer text that may be shown to people.
    #[serde(default, deserialize_with = "text")]
    pub long_message: String,
    /// More about the error, of any shape; often `{"param_name": "email_address"}`.
    #[serde(default)]
    pub meta: Metadata,
    /// The trace id, where the reply has it on the item (replies until 2025).
    #[serde(default)]
    pub clerk_trace_id: Option<String>,
}

impl ErrorItem {
    /// The request members that the error is about: `meta.param_name` and `meta.param_names`.
    #[must_use]
    pub fn param_names(&self) -> Vec<String> {
        #[derive(Deserialize)]
        struct Params {
            param_name: Option<String>,
            param_names: Option<Vec<String>>,
        }
        let Ok(params) = serde_json::from_str::<Params>(self.meta.as_str()) else { return Vec::new() };
        params.param_name.into_iter().chain(params.param_names.unwrap_or_default()).collect()
    }
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    errors: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    clerk_trace_id: Option<String>,
}

/// Reads what can be read: an item that is no error object is left out, a body that is no envelope has none.
pub(super) fn parse(body: &[u8]) -> (Vec<ErrorItem>, Option<String>) {
    let Ok(envelope) = serde_json::from_slice::<Envelope<'_>>(body) else { return (Vec::new(), None) };
    let items: Vec<ErrorItem> = envelope
        .errors
        .unwrap_or_default()
        .into_iter()
        .filter_map(|item| serde_json::from_str(item.get()).ok())
        .collect();
    let on_item = items.iter().find_map(|item| item.clerk_trace_id.clone());
    (items, envelope.clerk_trace_id.or(on_item))
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(body: &str) -> Vec<String> {
        parse(body.as_bytes()).0.into_iter().map(|item| item.code).collect()
    }

    #[test]
    fn every_item_is_kept_and_anything_may_be_missing() {
        for (body, expected) in [
            (r#"{"errors":[{"code":"a","message":"m","long_message":"l"},{"code":"b"}]}"#, vec!["a", "b"]),
            (r#"{"errors":[{"message":"","long_message":null,"code":""}]}"#, vec![""]),
            (r#"{"errors":[]}"#, vec![]),
            (r#"{"errors":null}"#, vec![]),
            (r#"{"errors":[1,{"code":"a"}],"extra":{}}"#, vec!["a"]),
            (r#"{"errors":"no"}"#, vec![]),
            ("<html>", vec![]),
            ("", vec![]),
            (r#"{"errors":[{"code":"a"#, vec![]),
        ] {
            assert_eq!(codes(body), expected, "{body}");
        }
    }

    #[test]
    fn the_trace_id_is_found_on_the_envelope_and_on_the_item() {
        assert_eq!(parse(br#"{"errors":[],"clerk_trace_id":"t"}"#).1.as_deref(), Some("t"));
        assert_eq!(parse(br#"{"errors":[{"clerk_trace_id":"t"}]}"#).1.as_deref(), Some("t"));
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
            let (items, _) = parse(format!(r#"{{"errors":[{{"code":"c","meta":{meta}}}]}}"#).as_bytes());
            assert_eq!(items[0].param_names(), expected, "{meta}");
        }
    }
}
