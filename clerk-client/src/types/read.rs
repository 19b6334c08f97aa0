//! How replies are read: absent and null alike, unknown members skipped, each value straight into
//! its place.

use std::fmt;

use secrecy::SecretString;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// Declares a struct that Clerk sends.
///
/// Every member that is absent or null keeps its default; only the one after `requires` has to be
/// there.
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
                let mut reply = Self::default();
                $crate::types::read::Fill::fill(&mut reply, deserializer)?;
                Ok(reply)
            }
        }

        impl<'de> $crate::types::read::Fill<'de> for $name {
            fn fill<D: ::serde::Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
                struct Members<'a>(&'a mut $name);

                impl<'de> ::serde::de::Visitor<'de> for Members<'_> {
                    type Value = ();

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
                        #[allow(non_camel_case_types)]
                        enum Member { $( $member, )+ Unknown }
                        let member = |name: &str| match name {
                            $( $crate::types::read::wire_name!($member $($wire)?) => Member::$member, )+
                            _ => Member::Unknown,
                        };

                        while let Some(found) = map.next_key_seed($crate::types::read::Name(member))? {
                            match found {
                                $( Member::$member => {
                                    map.next_value_seed($crate::types::read::InPlace(&mut self.0.$member))?;
                                } )+
                                Member::Unknown => {
                                    map.next_value::<::serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        $( if self.0.$required.is_empty() {
                            return Err(::serde::de::Error::missing_field(stringify!($required)));
                        } )?
                        Ok(())
                    }
                }

                deserializer.deserialize_map(Members(self))
            }
        }
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

/// Reads the name of a member and says which one it is.
pub(crate) struct Name<F>(pub(crate) F);

impl<'de, T, F: Fn(&str) -> T> DeserializeSeed<'de> for Name<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T, F: Fn(&str) -> T> Visitor<'_> for Name<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        Ok(self.0(name))
    }
}

/// A value of a reply that is read where it stands: moving structs of this size about costs more
/// than reading them.
pub(crate) trait Fill<'de> {
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

/// For serde's `deserialize_with`, where a struct cannot be a [`reply!`].
pub(crate) fn null_is_default<'de, T: Fill<'de> + Default, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut value = T::default();
    InPlace(&mut value).deserialize(deserializer)?;
    Ok(value)
}

/// Makes values that are small enough to be read first and moved into place then.
macro_rules! fill_by_value {
    ($($type:ty),+) => { $(
        impl<'de> $crate::types::read::Fill<'de> for $type {
            fn fill<D: ::serde::Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
                *self = ::serde::Deserialize::deserialize(deserializer)?;
                Ok(())
            }
        }
    )+ };
}
pub(crate) use fill_by_value;

fill_by_value!(String, bool, i64);

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

impl<'de, T: Fill<'de> + Default> Fill<'de> for Option<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        self.insert(T::default()).fill(deserializer)
    }
}

impl<'de, T: Fill<'de>> Fill<'de> for Box<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        T::fill(self, deserializer)
    }
}

impl<'de, T: Fill<'de> + Default> Fill<'de> for Vec<T> {
    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(Items(self)).map_err(unquoted::<T, _>)
    }
}

/// Reads a list without the items that are null.
struct Items<'a, T>(&'a mut Vec<T>);

impl<'de, T: Fill<'de> + Default> Visitor<'de> for Items<'_, T> {
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

impl<'de, T: Fill<'de> + Default> DeserializeSeed<'de> for Next<'_, T> {
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
