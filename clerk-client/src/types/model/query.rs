//! How queries are written: what is unset is left out, and what Clerk would take for something else is refused.
//!
//! `#[derive(ClerkQuery)]` calls [`Query`] with each field; all that is done with them is here.

use std::fmt::Display;

use serde::Serialize;
use serde::ser::{Error, SerializeMap, Serializer};

use crate::types::Timestamp;

/// The number of values that Clerk takes for one filter.
const MAX_VALUES: usize = 100;

/// A query, as `#[derive(ClerkQuery)]` describes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be flattened into a query",
    label = "the type of this field is not a query",
    note = "derive `ClerkQuery` for it"
)]
pub trait QueryMembers {
    /// The names of all members.
    const NAMES: &'static [&'static str];

    /// Writes the members that are set.
    fn write<M: SerializeMap>(&self, query: &mut Query<M>) -> Result<(), M::Error>;
}

/// Writes a query.
pub fn serialize<T: QueryMembers, S: Serializer>(members: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut query = Query(serializer.serialize_map(None)?);
    members.write(&mut query)?;
    query.0.end()
}

/// Writes the members of one query.
pub struct Query<M>(M);

impl<M: SerializeMap> Query<M> {
    /// Writes a field, unless it is unset.
    pub fn member<T: QueryField>(&mut self, name: &'static str, field: &T) -> Result<(), M::Error> {
        field.write(name, self)
    }

    /// Writes a number that has to be in a range, unless it is unset.
    pub fn within<N>(&mut self, name: &'static str, number: Option<N>, first: N, last: N) -> Result<(), M::Error>
    where
        N: FilterValue + PartialOrd + Display,
    {
        match number {
            Some(number) if number < first || number > last => {
                Err(M::Error::custom(format_args!("`{name}` is {number}, but Clerk allows {first} to {last}")))
            }
            number => self.member(name, &number),
        }
    }

    /// Writes a field with the `Serialize` of its type, unless it is unset.
    pub fn by_serde<T: Serialize>(&mut self, name: &'static str, field: Option<&T>) -> Result<(), M::Error> {
        field.map_or(Ok(()), |value| self.one(name, value))
    }

    /// One value, `false` and `0` included.
    fn one<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value).map_err(|error| M::Error::custom(format_args!("`{name}`: {error}")))
    }

    /// Any number of values, each under the same name. A filter without values, or with an empty one, would match everybody.
    fn many<T: FilterValue>(&mut self, name: &'static str, values: &[T]) -> Result<(), M::Error> {
        let is_blank = values.iter().any(FilterValue::is_blank);
        let wrong = match values.len() {
            0 => format!("`{name}` has no values, which Clerk would take for no filter"),
            1..=MAX_VALUES if is_blank => format!("`{name}` has an empty value, which Clerk would take for no filter"),
            1..=MAX_VALUES => return self.one(name, values),
            count => format!("`{name}` has {count} values, but Clerk allows {MAX_VALUES}"),
        };
        Err(M::Error::custom(wrong))
    }
}

/// A field of a query: a value or a list of values, or an `Option` of either.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a query",
    label = "the type of this field is neither a value nor a list of values",
    note = "derive `ClerkEnum` for an enum of your own; `#[clerk(serde)]` sends a field with the `serde::Serialize` of its type"
)]
pub trait QueryField {
    /// Writes the values, if there are any.
    fn write<M: SerializeMap>(&self, name: &'static str, query: &mut Query<M>) -> Result<(), M::Error>;
}

impl<T: FilterValue> QueryField for T {
    fn write<M: SerializeMap>(&self, name: &'static str, query: &mut Query<M>) -> Result<(), M::Error> {
        query.one(name, self)
    }
}

impl<T: FilterValue> QueryField for Vec<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, query: &mut Query<M>) -> Result<(), M::Error> {
        query.many(name, self)
    }
}

impl<T: QueryField> QueryField for Option<T> {
    fn write<M: SerializeMap>(&self, name: &'static str, query: &mut Query<M>) -> Result<(), M::Error> {
        self.as_ref().map_or(Ok(()), |field| field.write(name, query))
    }
}

/// One value of a query.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a value in a query",
    label = "not a value that a query can have",
    note = "derive `ClerkEnum` for an enum of your own; `#[clerk(serde)]` sends a field with the `serde::Serialize` of its type"
)]
pub trait FilterValue: Serialize {
    /// Whether it is the empty text.
    fn is_blank(&self) -> bool {
        false
    }
}

impl FilterValue for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! never_blank {
    ($($type:ty),+) => { $( impl FilterValue for $type {} )+ };
}
never_blank!(bool, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64, Timestamp);

/// The number of names in all parts.
#[must_use]
pub const fn count(parts: &[&[&str]]) -> usize {
    let (mut count, mut part) = (0, 0);
    while part < parts.len() {
        count += parts[part].len();
        part += 1;
    }
    count
}

/// All parts in one list.
#[must_use]
pub const fn join<const N: usize>(parts: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut next, mut part) = (0, 0);
    while part < parts.len() {
        let mut index = 0;
        while index < parts[part].len() && next < N {
            all[next] = parts[part][index];
            next += 1;
            index += 1;
        }
        part += 1;
    }
    all
}
