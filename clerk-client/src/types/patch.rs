//! [`Patch`]: keep, clear or set.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Error, Serialize, Serializer};

/// What to do with a value that Clerk stores: keep it, clear it, or set it.
///
/// In JSON these are: no member, null, the new value. A setter for a `Patch` also takes the bare value, and an `Option` of it, whose
/// `None` keeps what is stored ([`IntoField`](crate::IntoField)).
///
/// # Examples
///
/// ```
/// use clerk_client::{Patch, UpdateUserRequest};
///
/// let request = UpdateUserRequest::new().first_name("Ada").username(Patch::Clear);
/// let json = serde_json::to_string(&request)?;
/// assert_eq!(json, r#"{"first_name":"Ada","username":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// In a type that derives serde's traits, such as the body of a PATCH handler of your own, a `Patch` needs two attributes. Without
/// them, an absent member and [`Keep`](Self::Keep) are errors, rather than a value cleared by accident:
///
/// ```
/// # use clerk_client::Patch;
/// # use serde::{Deserialize, Serialize};
/// #[derive(Deserialize, Serialize)]
/// struct Profile {
///     #[serde(default, skip_serializing_if = "Patch::is_keep")]
///     nickname: Patch<String>,
/// }
///
/// let absent: Profile = serde_json::from_str("{}")?;
/// assert_eq!(absent.nickname, Patch::Keep);
/// let null: Profile = serde_json::from_str(r#"{"nickname":null}"#)?;
/// assert_eq!(null.nickname, Patch::Clear);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "MaybeUndefined")]
#[doc(alias = "Nullable")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// Keep the stored value: nothing is sent.
    #[default]
    Keep,
    /// Clear the stored value: null is sent.
    #[doc(alias = "Null")]
    Clear,
    /// Replace the stored value.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether this keeps the stored value.
    #[must_use]
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Returns the new value, if there is one.
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Returns the same with a reference to the new value.
    #[must_use]
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Keep => Patch::Keep,
            Self::Clear => Patch::Clear,
            Self::Set(value) => Patch::Set(value),
        }
    }

    /// Sets the value if there is one, and clears the stored value otherwise.
    #[must_use]
    pub fn set_or_clear(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::Set)
    }

    /// Sets the value if there is one, and keeps the stored value otherwise.
    #[must_use]
    pub fn set_or_keep(value: Option<T>) -> Self {
        value.map_or(Self::Keep, Self::Set)
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// `None` keeps the stored value; [`set_or_clear`](Patch::set_or_clear) clears it.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        Self::set_or_keep(value)
    }
}

/// [`Patch::Keep`] is an error: serde has to write something, and null would clear.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => Err(S::Error::custom(
                "`Patch::Keep` cannot be written: add `#[serde(skip_serializing_if = \"Patch::is_keep\")]`",
            )),
            Self::Clear => serializer.serialize_none(),
            Self::Set(value) => serializer.serialize_some(value),
        }
    }
}

/// Null is [`Patch::Clear`]. An absent member needs `#[serde(default)]` to be [`Patch::Keep`].
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As a newtype, since serde reads an absent member as the null of an option.
        deserializer.deserialize_newtype_struct("Patch", ClearOrSet(PhantomData))
    }
}

struct ClearOrSet<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ClearOrSet<T> {
    type Value = Patch<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Patch<T>, D::Error> {
        Option::deserialize(deserializer).map(Patch::set_or_clear)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Metadata;

    #[derive(serde::Deserialize, serde::Serialize, Debug, PartialEq)]
    struct Profile {
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        name: Patch<String>,
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        metadata: Patch<Metadata>,
    }

    #[derive(serde::Deserialize, serde::Serialize, Debug, Default)]
    struct WithoutAttributes {
        name: Patch<String>,
    }

    #[test]
    fn every_conversion_sets_and_none_keeps() {
        assert_eq!(Patch::from("a"), Patch::Set("a"));
        assert_eq!(Patch::from(Some(1)), Patch::Set(1));
        assert_eq!(Patch::from(None::<u8>), Patch::<u8>::Keep);
        assert_eq!((Patch::set_or_keep(Some(1)), Patch::set_or_clear(Some(1))), (Patch::Set(1), Patch::Set(1)));
        assert_eq!((Patch::set_or_keep(None::<u8>), Patch::set_or_clear(None::<u8>)), (Patch::Keep, Patch::Clear));
        for (patch, is_keep, set) in
            [(Patch::Keep, true, None), (Patch::Clear, false, None), (Patch::Set(1), false, Some(&1))]
        {
            assert_eq!((patch.is_keep(), patch.as_set()), (is_keep, set));
        }
    }

    #[test]
    fn the_three_values_go_through_json_and_back() {
        for (json, name) in [
            ("{}", Patch::Keep),
            (r#"{"name":null}"#, Patch::Clear),
            (r#"{"name":"Ada"}"#, Patch::Set("Ada".to_owned())),
        ] {
            let profile: Profile = serde_json::from_str(json).unwrap();
            assert_eq!(profile, Profile { name, metadata: Patch::Keep });
            assert_eq!(serde_json::to_string(&profile).unwrap(), json);
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::from_value::<Profile>(value).unwrap(), profile);
        }
        let json = r#"{"metadata":{"z":1,"a":123456789012345678901234567890}}"#;
        let profile: Profile = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&profile).unwrap(), json);
    }

    #[test]
    fn without_the_attributes_nothing_is_cleared_by_accident() {
        let error = serde_json::from_str::<WithoutAttributes>("{}").unwrap_err();
        assert!(error.to_string().starts_with("missing field `name`"), "{error}");
        let error = serde_json::to_string(&WithoutAttributes::default()).unwrap_err();
        assert!(error.to_string().contains("skip_serializing_if"), "{error}");
    }
}
