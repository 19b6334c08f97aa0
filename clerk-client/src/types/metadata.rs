//! [`Metadata`]: JSON that belongs to the caller, kept as text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::model::read::{Fill, Name, null_is_default};

/// The text of an empty object, which is stored as no text at all so that it costs no allocation.
const EMPTY: &str = "{}";

/// Metadata of a user, an account or an organization: any JSON, exactly as it was sent.
///
/// It is kept as text, so the order of its keys, nulls and integers of any size come through
/// unharmed, and nothing is built that nobody looks at. [`decode`](Self::decode) turns the whole of
/// it into your own type, [`get`](Self::get) one member. Metadata that Clerk left out reads as
/// null.
///
/// ```
/// # use clerk_client::Metadata;
/// # use serde::{Deserialize, Serialize};
/// #[derive(Serialize, Deserialize, PartialEq, Debug)]
/// struct Billing { plan: String, seats: u32 }
///
/// let metadata = Metadata::new(&Billing { plan: "pro".into(), seats: 3 })?;
/// assert_eq!(metadata.as_str(), r#"{"plan":"pro","seats":3}"#);
/// assert_eq!(metadata.get::<u32>("seats")?, Some(3));
/// assert_eq!(metadata.decode::<Billing>()?.plan, "pro");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Two values are equal when their text is.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Metadata(Option<Box<str>>);

impl Metadata {
    /// Metadata that says what `value` says.
    ///
    /// # Errors
    /// When `value` cannot be written as JSON, such as a map whose keys are not text.
    pub fn new(value: &(impl Serialize + ?Sized)) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(Self::from_json)
    }

    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self.0.as_deref() {
            None => "null",
            Some("") => EMPTY,
            Some(text) => text,
        }
    }

    /// Whether it is null or was not sent.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.0.is_none()
    }

    /// Whether it holds nothing: null, or an object without members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_deref().is_none_or(str::is_empty)
    }

    /// Reads the whole of it as a `T`, which may borrow from it.
    ///
    /// # Errors
    /// When the JSON is not a `T`. Metadata that was not sent is null: an `Option` takes that too.
    pub fn decode<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.as_str())
    }

    /// Reads the member `key` as a `T`; `None` when there is no such member.
    ///
    /// # Errors
    /// When the member is not a `T`, or the metadata is neither an object nor null.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, key: &str) -> Result<Option<T>, serde_json::Error> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut text = serde_json::Deserializer::from_str(self.as_str());
        match text.deserialize_map(Find { key })? {
            Some(member) => serde_json::from_str(member.get()).map(Some),
            None => Ok(None),
        }
    }

    /// `text` is JSON without blanks around it.
    fn from_json(text: impl Into<Box<str>> + AsRef<str>) -> Self {
        match text.as_ref() {
            "null" => Self(None),
            EMPTY => Self(Some(Box::default())),
            _ => Self(Some(text.into())),
        }
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Metadata").field(&format_args!("{self}")).finish()
    }
}

/// The JSON text.
impl fmt::Display for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<serde_json::Value> for Metadata {
    fn from(value: serde_json::Value) -> Self {
        Self::from_json(value.to_string())
    }
}

impl Serialize for Metadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_deref() {
            None => serializer.serialize_none(),
            Some("") => serializer.serialize_map(Some(0))?.end(),
            Some(text) => serde_json::from_str::<&RawValue>(text).map_err(S::Error::custom)?.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Metadata {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        null_is_default(deserializer)
    }
}

impl<'de> Fill<'de> for Metadata {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        *self = Self::from_json(Box::<str>::from(raw));
        Ok(())
    }
}

/// Finds one member of an object without building the others.
struct Find<'k> {
    key: &'k str,
}

impl<'de> Visitor<'de> for Find<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("metadata that is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(wanted) = map.next_key_seed(Name(|name: &str| name == self.key))? {
            let member = map.next_value()?;
            if wanted {
                found = Some(member);
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn read(json: &str) -> Metadata {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn any_json_comes_through_unharmed() {
        let cases = [
            "null",
            "{}",
            "[]",
            "7",
            r#""""#,
            r#"{"z":1,"a":2,"m":{"y":null,"b":[null]}}"#,
            r#"{"id":9007199254740993,"huge":123456789012345678901234567890,"price":1.10}"#,
            r#"{"emoji":"\ud83d\ude00","twice":1,"twice":2}"#,
            r#"{ "blanks" : [ 1 , 2 ] }"#,
        ];
        for json in cases {
            assert_eq!(read(json).as_str(), json);
            assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
            assert_eq!(read(json), read(json).clone());
        }
    }

    #[test]
    fn null_and_nothing_are_told_apart() {
        for (json, null, empty) in
            [("null", true, true), ("{}", false, true), ("[]", false, false), (r#"{"a":1}"#, false, false)]
        {
            assert_eq!((read(json).is_null(), read(json).is_empty()), (null, empty), "{json}");
        }
        assert_eq!(Metadata::default(), read("null"));
        assert_eq!(Metadata::from(serde_json::json!({})), read("{}"));
    }

    #[test]
    fn one_member_is_read_without_the_others() {
        let metadata = read(r#"{"a\n":"x","id":9007199254740993,"none":null,"list":[1,2]}"#);
        assert_eq!(metadata.get::<u64>("id").unwrap(), Some(9_007_199_254_740_993));
        assert_eq!(metadata.get::<&str>("a\n").unwrap(), Some("x"));
        assert_eq!(metadata.get::<Vec<u8>>("list").unwrap(), Some(vec![1, 2]));
        assert_eq!(metadata.get::<Option<u8>>("none").unwrap(), Some(None));
        assert_eq!(metadata.get::<u8>("other").unwrap(), None);
        assert_eq!(read("null").get::<u8>("a").unwrap(), None);
        assert!(metadata.get::<u8>("a\n").is_err());
        assert!(read("[1]").get::<u8>("a").is_err());
    }

    #[test]
    fn the_whole_is_read_as_the_callers_type() {
        let metadata = read(r#"{"a":1,"b":2}"#);
        assert_eq!(metadata.decode::<BTreeMap<&str, u8>>().unwrap(), BTreeMap::from([("a", 1), ("b", 2)]));
        assert_eq!(read("null").decode::<Option<u8>>().unwrap(), None);
        assert!(read("null").decode::<u8>().is_err());
        assert!(Metadata::new(&BTreeMap::from([((1, 2), 3)])).is_err());
    }
}
