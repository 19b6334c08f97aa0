//! JSON request bodies: which members are known, of which type, and absent, null and set apart.

use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::metadata::Members;
use crate::problem::Problem;

/// A member of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Field<T> {
    Absent,
    Null,
    Set(T),
}

impl<T> Field<T> {
    /// The value, where null means the same as absent.
    pub(crate) fn set(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Writes what was sent: null clears, absent leaves alone.
    pub(crate) fn write(self, to: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Null => *to = None,
            Self::Set(value) => *to = Some(value),
        }
    }
}

impl Field<String> {
    /// The blank string counts as null.
    pub(crate) fn blank_is_null(self) -> Self {
        match self {
            Self::Set(text) if text.is_empty() => Self::Null,
            other => other,
        }
    }
}

/// The members of a JSON object.
#[derive(Debug)]
pub(crate) struct Body(Vec<(String, Box<RawValue>)>);

impl Body {
    /// Reads an object. No body at all reads as an object without members.
    pub(crate) fn read(headers: &HeaderMap, bytes: &[u8]) -> Result<Self, Problem> {
        if bytes.is_empty() {
            return Ok(Self(Vec::new()));
        }
        if !is_json(headers) {
            return Err(Problem::content_type("application/json"));
        }
        Self::parse(bytes)
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

    /// Refuses members that are not in the list, all of them in one answer.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Problem> {
        let unknown = self.0.iter().map(|(name, _)| name).filter(|name| !known.contains(&name.as_str()));
        let problems = unknown.map(|name| {
            let text = format!("{name} is not a valid parameter for this request.");
            Problem::param("form_param_unknown", name, text)
        });
        problems.reduce(Problem::and).map_or(Ok(()), Err)
    }

    pub(crate) fn raw(&self, name: &str) -> Field<&RawValue> {
        match self.0.iter().find(|(known, _)| known == name) {
            None => Field::Absent,
            Some((_, raw)) if raw.get() == "null" => Field::Null,
            Some((_, raw)) => Field::Set(raw),
        }
    }

    pub(crate) fn string(&self, name: &str) -> Result<Field<String>, Problem> {
        self.typed(name, "a string")
    }

    pub(crate) fn boolean(&self, name: &str) -> Result<Field<bool>, Problem> {
        self.typed(name, "a boolean")
    }

    pub(crate) fn integer(&self, name: &str) -> Result<Field<i64>, Problem> {
        self.typed(name, "an integer")
    }

    pub(crate) fn strings(&self, name: &str) -> Result<Field<Vec<String>>, Problem> {
        self.typed(name, "an array of strings")
    }

    /// The raw text of a member that must be an object, or null.
    pub(crate) fn object(&self, name: &str) -> Result<Field<&RawValue>, Problem> {
        match self.raw(name) {
            Field::Set(raw) if !raw.get().starts_with('{') => Err(wrong_type(name, "an object")),
            field => Ok(field),
        }
    }

    /// A text that must be there.
    pub(crate) fn required(&self, name: &str) -> Result<String, Problem> {
        let missing = || Problem::param("form_param_missing", name, format!("{name} must be included."));
        self.string(name)?.set().filter(|text| !text.is_empty()).ok_or_else(missing)
    }

    fn typed<T: DeserializeOwned>(&self, name: &str, expected: &str) -> Result<Field<T>, Problem> {
        match self.raw(name) {
            Field::Absent => Ok(Field::Absent),
            Field::Null => Ok(Field::Null),
            Field::Set(raw) => match serde_json::from_str(raw.get()) {
                Ok(value) => Ok(Field::Set(value)),
                Err(_) => Err(wrong_type(name, expected)),
            },
        }
    }
}

fn wrong_type(name: &str, expected: &str) -> Problem {
    Problem::param("form_param_type_invalid", name, format!("{name} must be {expected}."))
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}
