//! JSON request bodies.

use http::{HeaderMap, header};
use serde_json::value::RawValue;

use super::metadata::Members;
use crate::problem::Problem;

/// The members of a JSON object, in order.
#[derive(Debug, Default)]
pub(crate) struct Body(Vec<(String, Box<RawValue>)>);

impl Body {
    /// Reads an object. No body at all reads as an object without members.
    pub(crate) fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        if !is_json(headers) {
            return Err(Problem::content_type("application/json"));
        }
        Self::parse(bytes)
    }

    /// Reads an array of objects. No body at all reads as an empty one.
    pub(crate) fn read_all(headers: &HeaderMap, bytes: &[u8]) -> Result<Vec<Self>, Problem> {
        if bytes.is_empty() {
            return Ok(Vec::new());
        }
        if !is_json(headers) {
            return Err(Problem::content_type("application/json"));
        }
        let items: Vec<&RawValue> = serde_json::from_slice(bytes)
            .map_err(|_| Problem::bad_body("The request body must be a JSON array of objects."))?;
        items.into_iter().map(|item| Self::parse(item.get().as_bytes())).collect()
    }

    /// Reads an object from JSON text.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let malformed = |_| Problem::bad_body("The request body is not valid JSON.");
        // Read as a value first: this bounds the depth and checks what the raw text would let pass.
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(malformed)?;
        if !value.is_object() {
            return Err(Problem::bad_body("The request body must be a JSON object."));
        }
        let members: Members = serde_json::from_slice(bytes).map_err(malformed)?;
        Ok(Self(members.0))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn raw(&self, name: &str) -> Option<&RawValue> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, raw)| raw.as_ref())
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}
