//! How request bodies are written: what is unset is left out, secrets leave their wrapping only here.

use secrecy::{ExposeSecret, SecretString};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Patch;

/// Declares a request body: the struct, `new`, a method for each member that is not a list, and how
/// it is written.
macro_rules! request {
    (
        $(#[$attr:meta])*
        pub struct $name:ident {
            $( $(#[$member_attr:meta])* pub $member:ident : $kind:ident<$type:ident>, )+
        }
    ) => {
        $(#[$attr])*
        #[derive(Debug, Clone, Default)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$member_attr])* pub $member: $kind<$type>, )+
        }

        impl $name {
            /// A request that says nothing yet.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $( $crate::types::write::setter! { $(#[$member_attr])* $member: $kind<$type> } )+
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut body = serializer.serialize_map(None)?;
                $( $crate::types::write::Member::write(&self.$member, stringify!($member), &mut body)?; )+
                ::serde::ser::SerializeMap::end(body)
            }
        }
    };
}
pub(crate) use request;

macro_rules! setter {
    // Not `impl Into` for these two: a bare `5` would not know its type.
    ($(#[$attr:meta])* $member:ident: Option<bool>) => {
        $crate::types::write::setter! { @ $(#[$attr])* $member: bool }
    };
    ($(#[$attr:meta])* $member:ident: Option<u32>) => {
        $crate::types::write::setter! { @ $(#[$attr])* $member: u32 }
    };
    ($(#[$attr:meta])* $member:ident: Option<$type:ident>) => {
        $crate::types::write::setter! { @ $(#[$attr])* $member: impl Into<$type> }
    };
    ($(#[$attr:meta])* $member:ident: Patch<$type:ident>) => {
        $(#[$attr])*
        #[must_use]
        pub fn $member(mut self, $member: impl Into<Patch<$type>>) -> Self {
            self.$member = $member.into();
            self
        }
    };
    ($(#[$attr:meta])* $member:ident: Vec<$type:ident>) => {};
    (@ $(#[$attr:meta])* $member:ident: $argument:ty) => {
        $(#[$attr])*
        #[must_use]
        pub fn $member(mut self, $member: $argument) -> Self {
            self.$member = Some($member.into());
            self
        }
    };
}
pub(crate) use setter;

/// A member of a request body, which leaves itself out when it is unset.
pub(crate) trait Member {
    fn write<M: SerializeMap>(&self, name: &'static str, body: &mut M) -> Result<(), M::Error>;
}

impl<T: Wire> Member for Option<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, body: &mut M) -> Result<(), M::Error> {
        match self {
            None => Ok(()),
            Some(value) => body.serialize_entry(name, &Written(value)),
        }
    }
}

impl<T: Wire> Member for Patch<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, body: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Keep => Ok(()),
            Self::Clear => body.serialize_entry(name, &()),
            Self::Set(value) => body.serialize_entry(name, &Written(value)),
        }
    }
}

impl<T: Wire> Member for Vec<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, body: &mut M) -> Result<(), M::Error> {
        if self.is_empty() { Ok(()) } else { body.serialize_entry(name, &Written(self)) }
    }
}

/// A value of a request body.
pub(crate) trait Wire {
    fn wire<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

struct Written<'a, T>(&'a T);

impl<T: Wire> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.wire(serializer)
    }
}

impl Wire for SecretString {
    fn wire<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose_secret())
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn wire<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for item in self {
            list.serialize_element(&Written(item))?;
        }
        list.end()
    }
}

/// Makes values that are written as they serialise.
macro_rules! plain {
    ($($type:ty),+) => { $(
        impl $crate::types::write::Wire for $type {
            fn wire<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(self, serializer)
            }
        }
    )+ };
}
pub(crate) use plain;

plain!(String, bool, u32, super::Metadata);
