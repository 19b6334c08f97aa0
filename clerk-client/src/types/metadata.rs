//! [`Metadata`]: JSON that belongs to the caller, kept as text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::finite;
use super::model::read::{Fill, Name, UNKNOWN, Whole, null_is_default, whole};

/// The text of an empty object, which is stored as no text at all so that it costs no allocation.
const EMPTY: &str = "{}";

/// What metadata that cannot be sent begins with, which no JSON does; the rest says why.
const INVALID: char = '\0';

/// Metadata of a user, an account or an organization: any JSON, exactly as it was sent.
///
/// Kept as JSON text: key order, nulls and large integers are preserved, and it is parsed only on access.
/// [`decode`](Self::decode) reads all of it as a type of your own, [`get`](Self::get) one key, and [`encode`](Self::encode) is
/// the way back. Metadata that Clerk did not send is null; where a request holds such metadata, `{}` is sent.
///
/// Two values are equal if their text is.
///
/// # Examples
///
/// ```
/// use clerk_client::Metadata;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize, PartialEq, Debug)]
/// struct Billing {
///     plan: String,
///     seats: u32,
/// }
///
/// let metadata = Metadata::encode(&Billing { plan: "pro".into(), seats: 3 })?;
/// assert_eq!(metadata.as_str(), r#"{"plan":"pro","seats":3}"#);
/// assert_eq!(metadata.get::<u32>("seats")?, Some(3));
/// assert_eq!(metadata.decode::<Billing>()?.plan, "pro");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "UserPublicMetadata")]
#[doc(alias = "UserPrivateMetadata")]
#[doc(alias = "UserUnsafeMetadata")]
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Metadata(Option<Box<str>>);

impl Metadata {
    /// Serializes `value` into metadata.
    ///
    /// # Errors
    ///
    /// `value` cannot be written as JSON: a map has keys that are not text, or a number is NaN or infinite, which would be written
    /// as null and remove a key.
    pub fn encode(value: &(impl Serialize + ?Sized)) -> Result<Self, serde_json::Error> {
        finite::check(value).map_err(serde_json::Error::custom)?;
        serde_json::to_string(value).map(Self::from_json)
    }

    /// Metadata that cannot be sent: whoever tries gets `reason`.
    pub(super) fn invalid(reason: &str) -> Self {
        Self(Some(format!("{INVALID}{reason}").into()))
    }

    /// Returns the JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self.0.as_deref() {
            Some("") => EMPTY,
            Some(text) if !text.starts_with(INVALID) => text,
            _ => "null",
        }
    }

    /// Whether it is null, or Clerk did not send it.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.0.is_none()
    }

    /// Whether it is null or an object without keys.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_deref().is_none_or(str::is_empty)
    }

    /// Reads all of it as a `T`, which may borrow from it.
    ///
    /// # Errors
    ///
    /// The JSON is not a `T`. Metadata that Clerk did not send is null, which an `Option` takes.
    pub fn decode<'a, T: Deserialize<'a>>(&'a self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.as_str())
    }

    /// Reads the value of `key` as a `T`, or returns `None` if there is no such key.
    ///
    /// # Errors
    ///
    /// The value is not a `T` (the error names the key), or the metadata is neither an object nor null.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, key: &str) -> Result<Option<T>, serde_json::Error> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut text = serde_json::Deserializer::from_str(self.as_str());
        let Some(value) = text.deserialize_map(Find { key })? else { return Ok(None) };
        let value = serde_json::from_str(value.get());
        value.map(Some).map_err(|error| serde_json::Error::custom(format_args!("`{key}`: {error}")))
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
            Some(text) if text.starts_with(INVALID) => Err(S::Error::custom(text.trim_start_matches(INVALID))),
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
        *self = whole(deserializer)?;
        Ok(())
    }
}

impl<'de> Whole<'de> for Metadata {
    fn from_text(text: &'de str) -> Result<Self, serde_json::Error> {
        Ok(Self::from_json(text))
    }

    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Ok(Self::from_json(Box::<str>::from(raw)))
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
        let index = |name: &str| if name == self.key { 0 } else { UNKNOWN };
        while let Some(index) = map.next_key_seed(Name::among(&[], 0, index))? {
            let member = map.next_value()?;
            if index != UNKNOWN {
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
        for null in [Metadata::default(), serde_json::Value::Null.into(), Metadata::encode(&()).unwrap()] {
            assert!(null.is_null());
            assert_eq!(null, read("null"));
        }
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
        assert_eq!(
            metadata.get::<u8>("a\n").unwrap_err().to_string(),
            "`a\n`: invalid type: string \"x\", expected u8 at line 1 column 3"
        );
        assert!(read("[1]").get::<u8>("a").is_err());
    }

    #[test]
    fn the_whole_is_read_as_the_callers_type() {
        let metadata = read(r#"{"a":1,"b":2}"#);
        assert_eq!(metadata.decode::<BTreeMap<&str, u8>>().unwrap(), BTreeMap::from([("a", 1), ("b", 2)]));
        assert_eq!(read("null").decode::<Option<u8>>().unwrap(), None);
        assert!(read("null").decode::<u8>().is_err());
        assert_eq!(Metadata::encode(&BTreeMap::from([("a", 1)])).unwrap().as_str(), r#"{"a":1}"#);
    }

    #[test]
    fn what_json_cannot_hold_is_not_encoded() {
        assert!(Metadata::encode(&BTreeMap::from([((1, 2), 3)])).is_err());
        for number in [f64::NAN, f64::INFINITY] {
            assert!(Metadata::encode(&BTreeMap::from([("score", number)])).is_err(), "{number}");
        }
        let invalid = Metadata::invalid("reason");
        assert_eq!(serde_json::to_string(&invalid).unwrap_err().to_string(), "reason");
        assert_eq!((invalid.as_str(), invalid.is_null(), invalid.is_empty()), ("null", false, false));
    }
}
