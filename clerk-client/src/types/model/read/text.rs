//! Values that are kept or read as a whole: from their JSON text where it is at hand.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Unexpected, Visitor};

/// The name of the newtype struct as which such a value asks to be read. A deserializer that has its text passes it as the only member
/// of a map, under the same name; to others it is a newtype struct.
pub(crate) const TEXT: &str = "$clerk_client::text";

/// What can be read from its JSON text as well as by any deserializer.
pub(crate) trait Whole<'de>: Sized {
    fn from_text(text: &'de str) -> Result<Self, serde_json::Error>;

    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de, T: Deserialize<'de>> Whole<'de> for Option<T> {
    fn from_text(text: &'de str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    fn from_deserializer<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

pub(crate) fn whole<'de, T: Whole<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    AsWhole(PhantomData).deserialize(deserializer)
}

pub(super) struct AsWhole<T>(pub(super) PhantomData<T>);

impl<'de, T: Whole<'de>> DeserializeSeed<'de> for AsWhole<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_newtype_struct(TEXT, self)
    }
}

impl<'de, T: Whole<'de>> Visitor<'de> for AsWhole<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::from_deserializer(deserializer)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        match map.next_entry()? {
            Some((TEXT, text)) => T::from_text(text).map_err(A::Error::custom),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}
