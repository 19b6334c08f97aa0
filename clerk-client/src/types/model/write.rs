//! How request bodies are written: what is unset is left out, secrets leave their wrapping only here.
//!
//! `#[derive(ClerkRequest)]` calls [`Body`] with each field; all that is done with them is here.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use secrecy::{ExposeSecret, SecretString};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use crate::types::{Metadata, Patch, Timestamp};

/// Writes the members of one body.
pub struct Body<M>(M);

impl<M: SerializeMap> Body<M> {
    /// Begins the object.
    pub fn start<S: Serializer<SerializeMap = M>>(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// Writes a field, unless it is unset.
    pub fn member<T: RequestField>(&mut self, name: &'static str, field: &T) -> Result<(), M::Error> {
        match field.state() {
            Patch::Keep => Ok(()),
            Patch::Clear => self.0.serialize_entry(name, &()),
            Patch::Set(value) => self.0.serialize_entry(name, &Written(value)),
        }
    }

    /// Writes a field with the `Serialize` of its type, unless it is unset.
    pub fn by_serde<T: Serialize>(&mut self, name: &'static str, field: Patch<&T>) -> Result<(), M::Error> {
        match field {
            Patch::Keep => Ok(()),
            Patch::Clear => self.0.serialize_entry(name, &()),
            Patch::Set(value) => self.0.serialize_entry(name, value),
        }
    }

    /// Ends the object.
    pub fn end(self) -> Result<M::Ok, M::Error> {
        self.0.end()
    }
}

/// A body whose members have names that are known: `#[derive(ClerkRequest)]` lists them.
pub trait RequestMembers {
    /// The names of all members.
    const NAMES: &'static [&'static str];
}

/// The members that a body is known to have.
pub struct Known<T: ?Sized>(PhantomData<T>);

impl<T: RequestMembers + ?Sized> Known<T> {
    /// All of them.
    pub const MEMBERS: Option<&'static [&'static str]> = Some(T::NAMES);
}

/// Any other body: [`Known`]'s own constant, where there is one, comes before that of a trait.
pub trait Unknown {
    /// Nothing is known.
    const MEMBERS: Option<&'static [&'static str]> = None;
}

impl<T: ?Sized> Unknown for Known<T> {}

/// A field of a request body: a value, or an `Option` or a [`Patch`] of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a request",
    label = "the type of this field is not a model",
    note = "derive `ClerkRequest` or `ClerkEnum` for a type of your own; `#[clerk(serde)]` sends a field with the `serde::Serialize` of its type"
)]
pub trait RequestField {
    /// What is sent if it is set.
    type Value: RequestValue;

    /// Whether it is sent.
    fn state(&self) -> Patch<&Self::Value>;
}

impl<T: RequestValue> RequestField for T {
    type Value = T;

    fn state(&self) -> Patch<&T> {
        Patch::Set(self)
    }
}

impl<T: RequestValue> RequestField for Option<T> {
    type Value = T;

    fn state(&self) -> Patch<&T> {
        Patch::set_or_keep(self.as_ref())
    }
}

impl<T: RequestValue> RequestField for Patch<T> {
    type Value = T;

    fn state(&self) -> Patch<&T> {
        self.as_ref()
    }
}

/// A value of a request body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent in a request body",
    label = "the type of this field is not a model",
    note = "derive `ClerkRequest` or `ClerkEnum` for a type of your own; `#[clerk(serde)]` sends a field with the `serde::Serialize` of its type"
)]
pub trait RequestValue {
    /// Writes it as Clerk wants it.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

struct Written<'a, T>(&'a T);

impl<T: RequestValue> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// Exposed: it is what the request is for.
impl RequestValue for SecretString {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose_secret())
    }
}

/// RFC 3339, although responses have milliseconds.
impl RequestValue for Timestamp {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self
            .to_rfc3339()
            .ok_or_else(|| S::Error::custom(format_args!("{self} is out of the range of RFC 3339")))?;
        serializer.serialize_str(&text)
    }
}

/// Where Clerk takes metadata, null is refused: no metadata is an empty object.
impl RequestValue for Metadata {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_null() { serializer.serialize_map(Some(0))?.end() } else { self.serialize(serializer) }
    }
}

impl<T: RequestValue> RequestValue for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Written))
    }
}

impl<V: RequestValue> RequestValue for BTreeMap<String, V> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, value)| (name, Written(value))))
    }
}

impl<V: RequestValue> RequestValue for HashMap<String, V> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, value)| (name, Written(value))))
    }
}

/// JSON has no infinity and no "not a number"; they would be written as null, which clears a value.
macro_rules! finite {
    ($($type:ty),+) => { $(
        impl RequestValue for $type {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if !self.is_finite() {
                    return Err(S::Error::custom(format_args!("{self} is not a finite number")));
                }
                self.serialize(serializer)
            }
        }
    )+ };
}
finite!(f32, f64);

/// Makes values that are written as they serialize.
macro_rules! plain {
    ($($type:ty),+) => { $(
        impl RequestValue for $type {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    )+ };
}
plain!(String, Box<str>, &'static str, bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
plain!(serde_json::Value);
