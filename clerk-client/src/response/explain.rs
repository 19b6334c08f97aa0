//! Why a body does not decode, without its values: they may be secrets.

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use crate::error::DecodeError;

/// A failure, and where in the JSON it is.
type Failure = serde_path_to_error::Error<serde_json::Error>;

/// Decodes once more, this time keeping track of where it is. The one part of an explanation that is compiled for each type.
pub(super) fn track<T: DeserializeOwned>(text: &str) -> Option<Failure> {
    serde_path_to_error::deserialize::<_, T>(&mut serde_json::Deserializer::from_str(text)).err()
}

/// Explains why `text` does not decode into the type that `track` decodes.
#[cold]
pub(super) fn explain(text: &str, track: fn(&str) -> Option<Failure>) -> DecodeError {
    match track(text) {
        Some(failure) => {
            let path = path_without_values(text, failure.path(), track);
            DecodeError { path, message: message(failure.inner()) }
        }
        // The value itself is sound, so the error is in what follows it.
        None => {
            let end = serde_json::from_str::<IgnoredAny>(text).err();
            DecodeError { path: ".".to_owned(), message: end.as_ref().map(message).unwrap_or_default() }
        }
    }
}

/// A syntax error quotes nothing. Of the others, what serde words itself is taken apart and its values are left out; the text of a type's
/// own error can be anything.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if error.classify() != Category::Data {
        return text;
    }
    let (what, place) = text.rfind(" at line ").map_or((text.as_str(), ""), |at| text.split_at(at));
    format!("{}{place}", without_values(what))
}

fn without_values(message: &str) -> String {
    // The expectation is a text of the type's; what is before it can contain anything, even one that looks like it.
    let expected = message.rfind(", expected ").and_then(|at| message.get(at..)).unwrap_or_default();
    for start in ["invalid type: ", "invalid value: "] {
        if let Some(found) = message.strip_prefix(start) {
            let kind = UNEXPECTED.iter().find(|kind| found.starts_with(**kind)).unwrap_or(&"another value");
            return format!("{start}{kind}{expected}");
        }
    }
    for (start, is_of_the_type) in [
        ("missing field `", true),
        ("duplicate field `", true),
        ("unknown field `", false),
        ("unknown variant `", false),
    ] {
        if message.starts_with(start) {
            let named = if is_of_the_type { message } else { start.trim_end_matches(" `") };
            return format!("{named}{}", if is_of_the_type { "" } else { expected });
        }
    }
    match message.starts_with("invalid length ") {
        true => format!("invalid length{expected}"),
        false => "the type does not accept the value".to_owned(),
    }
}

/// How serde begins to name what it did not expect.
const UNEXPECTED: [&str; 15] = [
    "boolean",
    "integer",
    "floating point",
    "number",
    "character",
    "string",
    "byte array",
    "unit value",
    "null",
    "Option value",
    "newtype struct",
    "sequence",
    "map",
    "enum",
    "unit variant",
];

/// The path, in which keys that are not fields of a struct are values, and hidden.
fn path_without_values(text: &str, path: &Path, track: fn(&str) -> Option<Failure>) -> String {
    let segments: Vec<&Segment> = path.iter().collect();
    let mut shown = String::new();
    for (at, segment) in segments.iter().enumerate() {
        let dot = if shown.is_empty() { "" } else { "." };
        match segment {
            Segment::Seq { index } => shown.push_str(&format!("[{index}]")),
            Segment::Map { key } if is_field(text, &segments, at, track) => shown.push_str(&format!("{dot}{key}")),
            Segment::Map { .. } | Segment::Enum { .. } => shown.push_str(&format!("{dot}…")),
            // The text broke off before the next key.
            Segment::Unknown => {}
        }
    }
    if shown.is_empty() { ".".to_owned() } else { shown }
}

/// Whether the key at this place is a struct's field: a struct does not look for the value under another key, and a map does.
fn is_field(text: &str, path: &[&Segment], at: usize, track: fn(&str) -> Option<Failure>) -> bool {
    let Ok(mut document) = serde_json::from_str::<Value>(text) else { return false };
    let Some(parent) = follow(&mut document, path.get(..at).unwrap_or_default()) else { return false };
    let (Some(members), Some(Segment::Map { key })) = (parent.as_object_mut(), path.get(at)) else { return false };
    let Some(value) = members.remove(key) else { return false };
    let other = format!("{key}\u{fffd}");
    members.insert(other.clone(), value);
    match track(&document.to_string()) {
        None => true,
        Some(failure) => !matches!(failure.path().iter().nth(at), Some(Segment::Map { key }) if *key == other),
    }
}

fn follow<'a>(document: &'a mut Value, path: &[&Segment]) -> Option<&'a mut Value> {
    path.iter().try_fold(document, |value, segment| match segment {
        Segment::Seq { index } => value.get_mut(index),
        Segment::Map { key } => value.get_mut(key),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer};

    use super::*;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only their decoding is of interest")]
    struct Item {
        id: u8,
        #[serde(default)]
        flag: bool,
        #[serde(default)]
        unit: (),
        #[serde(default)]
        named: BTreeMap<String, Item>,
        kind: Option<Kind>,
        strict: Option<Strict>,
        pair: Option<[u8; 2]>,
        own: Option<Own>,
    }

    #[derive(Debug, Deserialize)]
    enum Kind {
        First,
        Second,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only its decoding is of interest")]
    struct Strict {
        known: Option<u8>,
    }

    #[derive(Debug)]
    struct Own;

    impl<'de> Deserialize<'de> for Own {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(serde::de::Error::custom(format!("I do not like {text}, expected {text}")))
        }
    }

    #[test]
    fn an_explanation_names_place_and_kind_and_no_value() {
        for (body, path, message) in [
            (r#"[{"id":"planted"}]"#, "[0].id", "invalid type: string, expected u8"),
            (r#"[{"id":"planted, expected planted"}]"#, "[0].id", "invalid type: string, expected u8"),
            (r#"[{"id":714253}]"#, "[0].id", "invalid value: integer, expected u8"),
            (r#"[{"id":71.4253}]"#, "[0].id", "invalid type: floating point, expected u8"),
            (r#"[{"id":true}]"#, "[0].id", "invalid type: boolean, expected u8"),
            (r#"[{"id":null}]"#, "[0].id", "invalid type: null, expected u8"),
            (r#"[{"id":[714253]}]"#, "[0].id", "invalid type: sequence, expected u8"),
            (r#"[{"id":{"planted":1}}]"#, "[0].id", "invalid type: map, expected u8"),
            (r#"[{"id":1,"flag":714253}]"#, "[0].flag", "invalid type: integer, expected a boolean"),
            (r#"[{"id":1,"kind":"planted"}]"#, "[0].kind", "unknown variant, expected `First` or `Second`"),
            (r#"[{"id":1,"strict":{"planted":1}}]"#, "[0].strict.…", "unknown field, expected `known`"),
            (r#"[{"id":1,"pair":[7]}]"#, "[0].pair", "invalid length, expected an array of length 2"),
            (r#"[{"id":1,"own":"planted"}]"#, "[0].own", "the type does not accept the value"),
            (r#"[{"id":1,"id":2}]"#, "[0]", "duplicate field `id`"),
            (r#"[{}]"#, "[0]", "missing field `id`"),
            (r#"[{"id":1,"named":{"planted@example.com":{}}}]"#, "[0].named.…", "missing field `id`"),
            (r#"[{"id":1,"named":{"id":{"id":"planted"}}}]"#, "[0].named.….id", "invalid type: string, expected u8"),
            (
                r#"[{"id":1,"named":{"a":{"id":1,"named":{"b":{"id":1,"flag":714253}}}}}]"#,
                "[0].named.….named.….flag",
                "invalid type: integer, expected a boolean",
            ),
            (r#"[{"id":1"#, "[0]", "EOF while parsing an object"),
            (r#"[] planted"#, ".", "trailing characters"),
            ("planted", ".", "expected value"),
        ] {
            let error = explain(body, track::<Vec<Item>>);
            assert_eq!(error.path, path, "{body}: {}", error.message);
            let (said, place) = error.message.split_once(" at line ").unwrap_or_else(|| panic!("{}", error.message));
            assert_eq!(said, message, "{body}");
            assert!(place.starts_with("1 column "), "{place}");
        }
    }
}
