//! How replies are read: absent and null alike, unknown members skipped, no value held twice.

use std::fmt;
use std::marker::PhantomData;

use secrecy::SecretString;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// Declares a struct that Clerk sends.
///
/// Every member that is absent or null keeps its default; only the one after `requires` has to be there. Members are found
/// by starting behind the last one found: Clerk's order hardly ever changes, so most are found at the first comparison.
macro_rules! reply {
    (
        $(#[$attr:meta])*
        pub struct $name:ident $(requires $required:ident)? {
            $( $(#[$member_attr:meta])* pub $member:ident $(as $wire:literal)? : $type:ty, )+
        }
    ) => {
        $(#[$attr])*
        #[derive(Debug, Clone, Default)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$member_attr])* $(#[serde(rename = $wire)])? pub $member: $type, )+
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Members;

                impl<'de> ::serde::de::Visitor<'de> for Members {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        #[allow(non_camel_case_types)]
                        enum At { $( $member, )+ }
                        const NAMES: &[&str] = &[$( $crate::models::reply::wire_name!($member $($wire)?) ),+];

                        let mut reply = $name::default();
                        let mut next = 0;
                        while let Some(at) = map.next_key_seed($crate::models::reply::Name { names: NAMES, next })? {
                            match at {
                                $( at if at == At::$member as usize => {
                                    reply.$member = map.next_value::<$crate::models::reply::Leniently<_>>()?.0;
                                } )+
                                _ => {
                                    map.next_value::<::serde::de::IgnoredAny>()?;
                                    continue;
                                }
                            }
                            next = at + 1;
                        }
                        $( if reply.$required.is_empty() {
                            return Err(::serde::de::Error::missing_field(stringify!($required)));
                        } )?
                        Ok(reply)
                    }
                }

                deserializer.deserialize_map(Members)
            }
        }

        $crate::models::reply::default_for_null!($name);
    };
}
pub(crate) use reply;

/// The name of a member as Clerk writes it.
macro_rules! wire_name {
    ($member:ident) => {
        stringify!($member)
    };
    ($member:ident $wire:literal) => {
        $wire
    };
}
pub(crate) use wire_name;

/// Finds a member's place among `names`, trying `next` first.
pub(crate) struct Name {
    pub(crate) names: &'static [&'static str],
    pub(crate) next: usize,
}

impl Name {
    fn place_of(&self, name: &str) -> usize {
        let (behind, ahead) = self
            .names
            .split_at_checked(self.next)
            .unwrap_or((self.names, &[]));
        match ahead.iter().position(|known| *known == name) {
            Some(place) => self.next + place,
            None => behind
                .iter()
                .position(|known| *known == name)
                .unwrap_or(usize::MAX),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok(self.place_of(name))
    }
}

/// A member of a reply: null reads like absent.
pub(crate) trait Member<'de>: Sized {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Carries [`Member`] to where serde asks for `Deserialize`.
pub(crate) struct Leniently<T>(pub(crate) T);

impl<'de, T: Member<'de>> Deserialize<'de> for Leniently<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Leniently)
    }
}

/// Makes types members whose null is their default value.
macro_rules! default_for_null {
    ($($type:ty),+) => { $(
        impl<'de> $crate::models::reply::Member<'de> for $type {
            fn read<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <Option<Self> as ::serde::Deserialize>::deserialize(deserializer).map(Option::unwrap_or_default)
            }
        }
    )+ };
}
pub(crate) use default_for_null;

default_for_null!(String, SecretString, bool, i64);

impl<'de, T: Deserialize<'de>> Member<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de>> Member<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(List(PhantomData))
    }
}

/// Reads a list, and nothing from null. Items that are null are left out.
struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_none<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Vec<T>, A::Error> {
        list(items)
    }
}

pub(crate) fn list<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(
    mut items: A,
) -> Result<Vec<T>, A::Error> {
    let mut list = Vec::new();
    while let Some(item) = items.next_element::<Option<T>>()? {
        list.extend(item);
    }
    Ok(list)
}
