//! Metadata is kept as the text it came in: key order and big integers stay unharmed.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::fmt;

use super::{Value, declare::typed};
use crate::problem::Problem;

/// The most bytes of JSON each of the three kinds of metadata may have.
pub(crate) const MAX_BYTES: usize = 8192;

/// A metadata value; `None` stands for `{}`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata(Option<Box<RawValue>>);

impl PartialEq for Metadata {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().map(|raw| raw.get()) == other.0.as_ref().map(|raw| raw.get())
    }
}

/// A JSON object as it was sent.
#[derive(Clone, Debug)]
pub(crate) struct Object(pub(crate) Box<RawValue>);

impl Value for Object {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        if raw.get().starts_with('{') {
            return Ok(Self(raw.to_owned()));
        }
        typed::<serde_json::Map<String, serde_json::Value>>(name, raw, "an object")
            .and_then(|_| Err(Problem::internal()))
    }
}

impl Value for Metadata {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        Self::new(name, &Object::read(name, raw)?.0)
    }
}

impl<'de> Deserialize<'de> for Metadata {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Self(Some(raw).filter(|raw| raw.get() != "{}")))
    }
}

impl Metadata {
    /// Takes a JSON value, compacted, when it is within the limit.
    pub(crate) fn new(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        let metadata = Self(Some(Tree::read(raw)?.into_raw()?));
        metadata.within_limit(name)
    }

    /// Whether it is an object with a member of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let members = self.0.as_ref().and_then(|raw| serde_json::from_str::<Members>(raw.get()).ok());
        members.is_some_and(|members| members.0.iter().any(|(known, _)| known == name))
    }

    /// The JSON null.
    pub(crate) fn null() -> Self {
        Self(Some(RawValue::NULL.to_owned()))
    }

    /// A deep merge; `null` removes a key at any depth.
    pub(crate) fn merged(&self, name: &str, patch: &RawValue) -> Result<Self, Problem> {
        let mut tree = match &self.0 {
            Some(raw) => Tree::read(raw)?,
            None => Tree::Object(Vec::new()),
        };
        tree.merge(Tree::read(patch)?);
        Self(Some(tree.into_raw()?)).within_limit(name)
    }

    fn within_limit(self, name: &str) -> Result<Self, Problem> {
        match &self.0 {
            Some(raw) if raw.get().len() > MAX_BYTES => {
                let text = format!("{name} must not exceed {MAX_BYTES} bytes.");
                Err(Problem::param("form_param_exceeds_allowed_size", name, text))
            }
            Some(raw) if raw.get() == "{}" => Ok(Self(None)),
            _ => Ok(self),
        }
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(raw) => raw.serialize(serializer),
            None => serializer.serialize_map(Some(0))?.end(),
        }
    }
}

/// JSON with its keys in order and everything but objects as text.
#[derive(Debug)]
enum Tree {
    Object(Vec<(String, Tree)>),
    Text(Box<RawValue>),
}

impl Tree {
    fn read(raw: &RawValue) -> Result<Self, Problem> {
        let value = raw.get().trim_start();
        let broken = |_| Problem::bad_body("The metadata is not valid JSON.");
        if value.starts_with('{') {
            let members: Members = serde_json::from_str(value).map_err(broken)?;
            let members = members.0.into_iter().map(|(key, value)| Ok((key, Self::read(&value)?)));
            return Ok(Self::Object(members.collect::<Result<_, Problem>>()?));
        }
        if value.starts_with('[') {
            let items: Vec<Box<RawValue>> = serde_json::from_str(value).map_err(broken)?;
            let items = items.iter().map(|item| Self::read(item)?.into_raw());
            return text(&items.collect::<Result<Vec<_>, Problem>>()?).map(Self::Text);
        }
        Ok(Self::Text(raw.to_owned()))
    }

    fn is_null(&self) -> bool {
        matches!(self, Self::Text(raw) if raw.get() == "null")
    }

    fn merge(&mut self, patch: Self) {
        let Self::Object(changes) = patch else {
            *self = patch;
            return;
        };
        if matches!(self, Self::Text(_)) {
            *self = Self::Object(Vec::new());
        }
        if let Self::Object(members) = self {
            for (key, change) in changes {
                merge_member(members, key, change);
            }
        }
    }

    fn into_raw(self) -> Result<Box<RawValue>, Problem> {
        match self {
            Self::Text(raw) => Ok(raw),
            object => text(&object),
        }
    }
}

fn merge_member(members: &mut Vec<(String, Tree)>, key: String, change: Tree) {
    if change.is_null() {
        members.retain(|(known, _)| *known != key);
        return;
    }
    match members.iter_mut().find(|(known, _)| *known == key) {
        Some((_, member)) => member.merge(change),
        None => {
            // Merged into nothing rather than pushed, so that nulls inside it are removed too.
            let mut member = Tree::Object(Vec::new());
            member.merge(change);
            members.push((key, member));
        }
    }
}

fn text(value: &impl Serialize) -> Result<Box<RawValue>, Problem> {
    serde_json::value::to_raw_value(value).map_err(|_| Problem::internal())
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(raw) => raw.serialize(serializer),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// An object's members in order, the last of two with one name winning.
pub(crate) struct Members(pub(crate) Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members: Vec<(String, Box<RawValue>)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Box<RawValue>>()? {
            match members.iter_mut().find(|(known, _)| *known == key) {
                Some(member) => member.1 = value,
                None => members.push((key, value)),
            }
        }
        Ok(Members(members))
    }
}
