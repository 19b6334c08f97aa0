//! Clerk's error envelope: `{"errors": [{code, message, long_message, meta}], "meta": …, "clerk_trace_id": …}`.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::types::{ApiError, Metadata};

/// No error of Clerk's is larger. An item of three bytes takes fifty times that in memory, so others are not read.
const LARGEST: usize = 1024 * 1024;

/// What the body of an error says.
pub(super) struct Envelope {
    pub(super) items: Vec<ApiError>,
    pub(super) meta: Option<Metadata>,
    pub(super) trace_id: Option<String>,
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow, default)]
    errors: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    meta: Option<Metadata>,
    #[serde(default)]
    clerk_trace_id: Option<String>,
}

/// Reads what can be read; an item that is not an error object is left out.
pub(super) fn parse(body: &[u8]) -> Option<Envelope> {
    let raw: Raw<'_> = if body.len() <= LARGEST { serde_json::from_slice(body).ok()? } else { return None };
    let items = raw.errors.unwrap_or_default().into_iter();
    let items: Vec<ApiError> = items.filter_map(|item| serde_json::from_str(item.get()).ok()).collect();
    let on_item = items.iter().find_map(|item| item.clerk_trace_id.clone());
    let meta = raw.meta.filter(|meta| !meta.is_null());
    Some(Envelope { items, meta, trace_id: raw.clerk_trace_id.or(on_item) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(body: &str) -> Vec<String> {
        parse(body.as_bytes())
            .map_or_else(Vec::new, |envelope| envelope.items.into_iter().map(|item| item.code).collect())
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
        for body in [r#"{"errors":[],"clerk_trace_id":"t"}"#, r#"{"errors":[{"clerk_trace_id":"t"}]}"#] {
            assert_eq!(parse(body.as_bytes()).unwrap().trace_id.as_deref(), Some("t"));
        }
    }

    #[test]
    fn meta_beside_the_errors_is_read() {
        for (body, expected) in [
            (r#"{"errors":[],"meta":{"client":{"id":"c"}}}"#, Some(r#"{"client":{"id":"c"}}"#)),
            (r#"{"errors":[],"meta":null}"#, None),
            (r#"{"errors":[{"code":"a","meta":{}}]}"#, None),
        ] {
            let meta = parse(body.as_bytes()).unwrap().meta;
            assert_eq!(meta.as_ref().map(Metadata::as_str), expected, "{body}");
        }
    }
}
