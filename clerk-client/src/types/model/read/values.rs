//! What fields of a response may be besides models: text, numbers, secrets, and options, lists and maps of them.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::marker::PhantomData;

use secrecy::SecretString;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{Fill, InPlace};

/// Makes values that are small enough to be read first and moved into place then.
macro_rules! fill_by_value {
    ($($type:ty),+) => { $(
        impl<'de> $crate::types::model::read::Fill<'de> for $type {
            fn fill<D: ::serde::Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
                *self = ::serde::Deserialize::deserialize(deserializer)?;
                Ok(())
            }
        }
    )+ };
}
pub(crate) use fill_by_value;

fill_by_value!(String, Box<str>, bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64);
fill_by_value!(serde_json::Value);

impl<'de> Fill<'de> for SecretString {
    const SECRET: bool = true;

    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        *self = Self::deserialize(deserializer).map_err(unquoted::<Self, _>)?;
        Ok(())
    }
}

/// Serde's errors quote what they found; for secrets this one does not.
fn unquoted<'de, T: Fill<'de>, E: Error>(error: E) -> E {
    if T::SECRET { E::custom("invalid type for a secret") } else { error }
}

impl<'de, T: Fill<'de>> Fill<'de> for Option<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        self.insert(T::default()).fill(deserializer)
    }
}

impl<'de, T: Fill<'de>> Fill<'de> for Box<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        T::fill(self, deserializer)
    }
}

impl<'de, T: Fill<'de>> Fill<'de> for Vec<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(Items(self)).map_err(unquoted::<T, _>)
    }
}

/// Reads a list without the items that are null.
struct Items<'a, T>(&'a mut Vec<T>);

impl<'de, T: Fill<'de>> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self(list) = self;
        list.clear();
        while let Some(present) = items.next_element_seed(Next(list))? {
            if !present {
                list.pop();
            }
        }
        Ok(())
    }
}

/// Reads one more item of a list into its place.
struct Next<'a, T>(&'a mut Vec<T>);

impl<'de, T: Fill<'de>> DeserializeSeed<'de> for Next<'_, T> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let Self(list) = self;
        // Room for two large items, not for the usual four: most of these lists have no more.
        if size_of::<T>() > 128 && list.len() == list.capacity() {
            list.reserve_exact(list.len().max(2));
        }
        list.push(T::default());
        match list.last_mut() {
            Some(item) => InPlace(item).deserialize(deserializer),
            None => Ok(false),
        }
    }
}

macro_rules! maps {
    ($($map:ident),+) => { $(
        impl<'de, V: Fill<'de>> Fill<'de> for $map<String, V> {
            fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
                self.clear();
                deserializer.deserialize_map(Entries(self, PhantomData::<V>)).map_err(unquoted::<V, _>)
            }
        }
    )+ };
}
maps!(BTreeMap, HashMap);

/// Reads a map without the entries that are null.
struct Entries<'a, C, V>(&'a mut C, PhantomData<V>);

impl<'de, V: Fill<'de>, C: Extend<(String, V)>> Visitor<'de> for Entries<'_, C, V> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let mut value = V::default();
            if map.next_value_seed(InPlace(&mut value))? {
                self.0.extend([(name, value)]);
            }
        }
        Ok(())
    }
}
