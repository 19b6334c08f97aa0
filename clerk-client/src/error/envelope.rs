//! Clerk's error envelope: `{"errors": [{code, message, long_message, meta}], "clerk_trace_id": …}`.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::types::ApiError;

/// No error of Clerk's is larger. An item of three bytes takes fifty times that in memory, so others are not read.
const LARGEST: usize = 1024 * 1024;

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    errors: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    clerk_trace_id: Option<String>,
}

/// Reads what can be read: an item that is no error object is left out, a body that is no envelope has none.
pub(super) fn parse(body: &[u8]) -> (Vec<ApiError>, Option<String>) {
    let Some(envelope) = envelope(body) else { return (Vec::new(), None) };
    let items: Vec<ApiError> = envelope
        .errors
        .unwrap_or_default()
        .into_iter()
        .filter_map(|item| serde_json::from_str(item.get()).ok())
        .collect();
    let on_item = items.iter().find_map(|item| item.clerk_trace_id.clone());
    (items, envelope.clerk_trace_id.or(on_item))
}

fn envelope(body: &[u8]) -> Option<Envelope<'_>> {
    if body.len() <= LARGEST { serde_json::from_slice(body).ok() } else { None }
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
    fn a_body_too_large_to_be_an_error_of_clerks_is_not_read() {
        let body = |spaces: usize| format!(r#"{{"errors":[{{"code":"a"}}{}]}}"#, " ".repeat(spaces));
        assert_eq!(codes(&body(LARGEST - 100)), ["a"]);
        assert_eq!(codes(&body(LARGEST)), Vec::<String>::new());
    }

    #[test]
    fn the_trace_id_is_found_on_the_envelope_and_on_the_item() {
        assert_eq!(parse(br#"{"errors":[],"clerk_trace_id":"t"}"#).1.as_deref(), Some("t"));
        assert_eq!(parse(br#"{"errors":[{"clerk_trace_id":"t"}]}"#).1.as_deref(), Some("t"));
    }
}
