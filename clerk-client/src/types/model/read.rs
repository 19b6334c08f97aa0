//! How responses are read: absent and null alike, unknown members skipped, each value straight into its place.
//!
//! `#[derive(ClerkResponse)]` describes a struct by its [`Members`]; all that is done with them is here.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

mod text;
mod values;

use self::text::AsWhole;
pub(crate) use self::text::{TEXT, Whole, whole};
pub(crate) use self::values::fill_by_value;

/// The index of a member that the struct does not have.
pub const UNKNOWN: usize = usize::MAX;

/// A struct that Clerk sends, as `#[derive(ClerkResponse)]` describes it: a table of members.
pub trait Members<'de> {
    /// The name of the struct, for errors.
    const NAME: &'static str;
    /// The names of the members as they stand in JSON, `"name":`, in the order of their indexes.
    const KEYS: &'static [&'static str];
    /// A bit for each member that must be there.
    const REQUIRED: u64;

    /// The index of the member with this name, or [`UNKNOWN`].
    fn index(name: &str) -> usize;

    /// Reads the value of a member into its place; whether there was one, other than null.
    fn read<A: MapAccess<'de>>(&mut self, index: usize, map: &mut A) -> Result<bool, A::Error>;
}

/// Reads a struct: what is absent or null keeps its default, what is unknown is skipped.
pub fn object<'de, T: Members<'de>, D: Deserializer<'de>>(value: &mut T, deserializer: D) -> Result<(), D::Error> {
    deserializer.deserialize_map(Object(value))
}

/// Reads a new struct.
pub fn value<'de, T: Fill<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    value.fill(deserializer)?;
    Ok(value)
}

/// Reads the next member of a struct into its place.
#[inline(always)]
pub fn member<'de, T: Fill<'de>, A: MapAccess<'de>>(member: &mut T, map: &mut A) -> Result<bool, A::Error> {
    map.next_value_seed(InPlace(member))
}

/// Reads the next member of a struct with its own `Deserialize`.
pub fn by_serde<'de, T: Deserialize<'de>, A: MapAccess<'de>>(member: &mut T, map: &mut A) -> Result<bool, A::Error> {
    let found = map.next_value_seed(AsWhole::<Option<T>>(PhantomData))?;
    Ok(found.map(|value| *member = value).is_some())
}

/// Passes over a member that the struct does not have.
#[inline(always)]
pub fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<bool, A::Error> {
    map.next_value::<IgnoredAny>().map(|_| false)
}

struct Object<'a, T>(&'a mut T);

impl<'de, T: Members<'de>> Visitor<'de> for Object<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut found = 0_u64;
        let mut likely = 0;
        while let Some(index) = map.next_key_seed(Name::among(T::KEYS, likely, T::index))? {
            let is_there = self.0.read(index, &mut map)?;
            if T::REQUIRED != 0 && index < 64 {
                found |= u64::from(is_there) << index;
            }
            likely = index.checked_add(1).unwrap_or(likely);
        }
        let missing = T::REQUIRED & !found;
        match T::KEYS.get(missing.trailing_zeros() as usize) {
            Some(key) if missing != 0 => Err(A::Error::missing_field(name_in(key))),
            _ => Ok(()),
        }
    }
}

/// The name in `"name":`.
fn name_in(key: &str) -> &str {
    key.strip_prefix('"').and_then(|rest| rest.strip_suffix("\":")).unwrap_or(key)
}

/// Reads the name of a member and says which one it is: its index, or [`UNKNOWN`].
pub(crate) struct Name<F> {
    likely: &'static str,
    likely_index: usize,
    index: F,
}

impl<F: Fn(&str) -> usize> Name<F> {
    /// One of `keys`: most members come in the order of their declaration, so that the next is likely the one at `likely`.
    #[inline(always)]
    pub(crate) fn among(keys: &'static [&'static str], likely: usize, index: F) -> Self {
        match keys.get(likely) {
            Some(key) => Self { likely: key, likely_index: likely, index },
            None => Self { likely: "", likely_index: UNKNOWN, index },
        }
    }
}

impl<'de, F: Fn(&str) -> usize> DeserializeSeed<'de> for Name<F> {
    type Value = usize;

    #[inline(always)]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, F: Fn(&str) -> usize> Visitor<'de> for Name<F> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    /// A deserializer that can make use of it is told which name is likely.
    #[inline(always)]
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_tuple_struct(self.likely, self.likely_index, self)
    }

    /// It was.
    #[inline(always)]
    fn visit_u64<E: Error>(self, index: u64) -> Result<usize, E> {
        Ok(usize::try_from(index).unwrap_or(UNKNOWN))
    }

    #[inline(always)]
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok((self.index)(name))
    }
}

/// A value of a response that is read where it stands: moving structs of this size about costs more than reading them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a response",
    label = "the type of this field is not a model",
    note = "derive `ClerkResponse` or `ClerkEnum` for a type of your own; `#[clerk(serde)]` reads a field with the `serde::Deserialize` of its type"
)]
pub trait Fill<'de>: Default {
    /// Whether it must not be quoted in errors.
    const SECRET: bool = false;

    /// Reads what is there, which is not null.
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error>;
}

/// Reads a value into its place, or leaves it alone and says `false` when there is only null.
pub(crate) struct InPlace<'a, T>(pub(crate) &'a mut T);

impl<'de, T: Fill<'de>> DeserializeSeed<'de> for InPlace<'_, T> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: Fill<'de>> Visitor<'de> for InPlace<'_, T> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        self.0.fill(deserializer).map(|()| true)
    }
}

/// Reads a new value; null is the default.
pub(crate) fn null_is_default<'de, T: Fill<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::default();
    InPlace(&mut value).deserialize(deserializer)?;
    Ok(value)
}
