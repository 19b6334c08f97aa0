//! What tells the items of a page apart, read from the response, so that it works for items of every type.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use serde_json::value::RawValue;

use crate::types::Timestamp;

/// How the items of a list are told apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyOptions {
    /// The member that has the time, in a list that has a timeline.
    pub(super) time: Option<&'static str>,
    /// Items without an `id` are told apart by all of their text. It is no cursor, which would show it in URLs.
    pub(super) by_text: bool,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// Its `id`; of an item without one, all of its text.
    pub(super) id: Arc<str>,
    /// Its time, in a list that has a timeline.
    pub(super) at: Option<i64>,
}

/// The keys of `count` items in the body.
pub(super) fn keys(body: &[u8], count: usize, options: KeyOptions) -> Option<Vec<Key>> {
    let list = |json: &str| read(json, options).filter(|keys| keys.len() == count);
    let text = std::str::from_utf8(body).ok()?;
    if let Some(keys) = list(text) {
        return Some(keys);
    }
    let envelope: HashMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    envelope.get("data").and_then(|data| list(data.get())).or_else(|| envelope.values().find_map(|raw| list(raw.get())))
}

fn read(json: &str, options: KeyOptions) -> Option<Vec<Key>> {
    if !json.trim_ascii_start().starts_with('[') {
        return None;
    }
    let found = Items(options.time).deserialize(&mut serde_json::Deserializer::from_str(json));
    match found {
        Ok(Some(keys)) => Some(keys),
        _ if !options.by_text => None,
        _ => serde_json::from_str(json).ok().map(by_text),
    }
}

/// Equal items of one page are different ones.
fn by_text(texts: Vec<&RawValue>) -> Vec<Key> {
    let mut seen = HashMap::<&str, u32>::new();
    let keys = texts.into_iter().map(|raw| {
        let text = raw.get();
        let times = seen.entry(text).and_modify(|times| *times += 1).or_insert(1);
        Key { id: if *times == 1 { text.into() } else { format!("{text} {times}").into() }, at: None }
    });
    keys.collect()
}

/// A list of objects that all have an `id`; otherwise `None`.
struct Items<'a>(Option<&'a str>);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = Option<Vec<Key>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = Option<Vec<Key>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut keys = Some(Vec::new());
        while let Some(key) = items.next_element_seed(Item(self.0))? {
            match (&mut keys, key) {
                (Some(keys), Some(key)) => keys.push(key),
                _ => keys = None,
            }
        }
        Ok(keys)
    }
}

/// An object with an `id`; otherwise `None`.
struct Item<'a>(Option<&'a str>);

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = Option<Key>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Item<'_> {
    type Value = Option<Key>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let (mut id, mut at) = (None, None);
        while let Some(name) = members.next_key_seed(Name(self.0))? {
            match name {
                Member::Id => id = members.next_value::<Option<Id>>()?,
                Member::Time => at = members.next_value::<Option<Timestamp>>()?,
                Member::Other => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(id.map(|Id(id)| Key { id, at: at.map(Timestamp::as_millis) }))
    }
}

enum Member {
    Id,
    Time,
    Other,
}

struct Name<'a>(Option<&'a str>);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Member, E> {
        Ok(match name {
            "id" => Member::Id,
            name if Some(name) == self.0 => Member::Time,
            _ => Member::Other,
        })
    }
}

/// Text or a number.
struct Id(Arc<str>);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrNumber;

        impl<'de> Visitor<'de> for TextOrNumber {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a number")
            }

            fn visit_str<E>(self, id: &str) -> Result<Id, E> {
                Ok(Id(id.into()))
            }

            fn visit_u64<E>(self, id: u64) -> Result<Id, E> {
                Ok(Id(id.to_string().into()))
            }

            fn visit_i64<E>(self, id: i64) -> Result<Id, E> {
                Ok(Id(id.to_string().into()))
            }

            // A number, if some crate of the program has turned on `arbitrary_precision` of `serde_json`.
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Id, A::Error> {
                Number::deserialize(MapAccessDeserializer::new(map)).map(|id| Id(id.to_string().into()))
            }
        }

        deserializer.deserialize_any(TextOrNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(body: &str, count: usize) -> Option<Vec<String>> {
        let options = KeyOptions { time: Some("created_at"), by_text: true };
        let found = keys(body.as_bytes(), count, options)?;
        Some(
            found
                .iter()
                .map(|key| format!("{}{}", key.id, key.at.map_or(String::new(), |at| format!("@{at}"))))
                .collect(),
        )
    }

    #[test]
    fn items_are_told_apart_by_their_id_or_else_by_all_of_their_text() {
        for (body, expected) in [
            (
                r#"[{"id":"a","created_at":7,"x":{"id":"no"}},{"created_at":"1970-01-01T00:00:00.009Z","id":"b"}]"#,
                ["a@7", "b@9"],
            ),
            (r#"{"total_count":9,"data":[{"id":"a"},{"id":"b"}]}"#, ["a", "b"]),
            (r#"{"links":["x"],"people":[{"id":1},{"id":-2}]}"#, ["1", "-2"]),
            (r#" [{"id":"a\u0062"},{"i\u0064":"c"}]"#, ["ab", "c"]),
            (r#"[{"id":"a"},{"name":"b"}]"#, [r#"{"id":"a"}"#, r#"{"name":"b"}"#]),
            (r#"[{"id":"a"},{"id":null}]"#, [r#"{"id":"a"}"#, r#"{"id":null}"#]),
            (r#"["x",3]"#, [r#""x""#, "3"]),
        ] {
            assert_eq!(ids(body, 2).unwrap(), expected, "{body}");
        }
    }

    #[test]
    fn an_item_without_an_id_is_no_cursor() {
        let keys = |body: &str| keys(body.as_bytes(), 2, KeyOptions { time: None, by_text: false });
        assert!(keys(r#"[{"id":"a"},{"id":2}]"#).is_some());
        for body in [r#"[{"id":"a"},{"name":"Ada"}]"#, r#"[{"id":"a"},{"id":null}]"#, r#"["x","y"]"#] {
            assert_eq!(keys(body), None, "{body}");
        }
    }

    #[test]
    fn a_body_without_as_many_items_has_no_keys() {
        for body in ["", "{}", "7", r#"[{"id":"a"}]"#, r#"{"data":7}"#, r#"{"data":[{"id":"a"}]}"#, "[1,2", "\u{0}"] {
            assert_eq!(ids(body, 2), None, "{body}");
        }
    }
}
