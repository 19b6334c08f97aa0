//! Values that a schema allows, every member present: what a response may hold at the most.

use serde_json::{Map, Value, json};

use crate::document::Document;

/// Recursive schemas end here.
const DEPTH: usize = 12;

/// A moment as text, and as the milliseconds that are written for it.
const MOMENT: (&str, u64) = ("2026-01-31T12:00:00.250Z", 1_769_860_800_250);

/// One value of the schema; where it allows several shapes, `variant` chooses.
pub(crate) fn of(document: &Document, schema: &Value, variant: usize) -> Value {
    value(document, schema, variant, "item", 0)
}

fn value(document: &Document, schema: &Value, variant: usize, name: &str, depth: usize) -> Value {
    let schema = document.resolve(schema);
    if depth > DEPTH {
        return Value::Null;
    }
    if let Some(shape) = ["oneOf", "anyOf"].iter().find_map(|key| schema[*key].as_array()) {
        let shapes: Vec<_> = shape.iter().filter(|shape| shape["type"] != "null").collect();
        if !shapes.is_empty() {
            return value(document, shapes[variant % shapes.len()], variant, name, depth + 1);
        }
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let parts = parts.iter().map(|part| value(document, part, variant, name, depth + 1));
        let members = parts.filter_map(|part| part.as_object().cloned()).flatten();
        return Value::Object(members.collect());
    }
    if let Some(constant) = schema.get("const") {
        return constant.clone();
    }
    if let Some(choices) = schema["enum"].as_array() {
        let choices: Vec<_> = choices.iter().filter(|choice| !choice.is_null()).collect();
        return choices.get(variant % choices.len().max(1)).map_or(Value::Null, |choice| (*choice).clone());
    }
    match kind(schema) {
        "object" => Value::Object(members(document, schema, variant, depth)),
        "array" => json!([value(document, &schema["items"], variant, name, depth + 1)]),
        "string" if schema["format"] == "date-time" => json!(MOMENT.0),
        "string" => json!(format!("some {name}")),
        "integer" => json!(1_700_000_000_123_u64),
        "number" => json!(62.5),
        "boolean" => json!(true),
        _ => json!({ "any": name }),
    }
}

fn members(document: &Document, schema: &Value, variant: usize, depth: usize) -> Map<String, Value> {
    match schema["properties"].as_object() {
        Some(properties) => properties
            .iter()
            .map(|(name, schema)| (name.clone(), value(document, schema, variant, name, depth + 1)))
            .collect(),
        None if schema.get("additionalProperties").is_some_and(|more| *more != json!(false)) => {
            Map::from_iter([("any".to_owned(), json!("member"))])
        }
        None => Map::new(),
    }
}

/// The type; in OpenAPI 3.1 it can be a list with `null` in it.
fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(kind) => kind,
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or(""),
        _ if schema.get("properties").is_some() => "object",
        _ => "",
    }
}

/// What of `sample` is not in `read`, as JSON paths.
pub(crate) fn lost(sample: &Value, read: &Value, path: &str) -> Vec<String> {
    match (sample, read) {
        (Value::Object(sample), Value::Object(read)) => sample
            .iter()
            .flat_map(|(name, value)| match read.get(name) {
                Some(read) => lost(value, read, &format!("{path}.{name}")),
                None => vec![format!("{path}.{name}")],
            })
            .collect(),
        (Value::Array(sample), Value::Array(read)) => {
            sample.iter().zip(read).flat_map(|(sample, read)| lost(sample, read, path)).collect()
        }
        _ if sample == read || (*sample == json!(MOMENT.0) && *read == json!(MOMENT.1)) => Vec::new(),
        _ => vec![format!("{path} ({sample} read as {read})")],
    }
}
