//! How queries are written: what is unset is left out, and what Clerk would take for something else
//! is refused.

use serde::Serialize;
use serde::ser::{Error, SerializeMap, Serializer};

/// How many values Clerk takes for one filter.
const MAX_VALUES: usize = 100;
/// The longest page that Clerk sends. For a longer one it sends 10 rows, without an error.
const MAX_LIMIT: u32 = 500;

/// Writes the members of one query.
pub(crate) struct Query<M>(M);

impl<M: SerializeMap> Query<M> {
    pub(crate) fn start<S: Serializer<SerializeMap = M>>(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// One value, `false` and `0` included.
    pub(crate) fn one<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) -> Result<(), M::Error> {
        match value {
            None => Ok(()),
            Some(value) => self.0.serialize_entry(name, value),
        }
    }

    /// Any number of values, each under the same name. A filter without values, or with an empty one, would find everybody.
    pub(crate) fn many(&mut self, name: &'static str, values: &Option<Vec<String>>) -> Result<(), M::Error> {
        let Some(values) = values else { return Ok(()) };
        let wrong = match values.len() {
            0 => format!("`{name}` has no values, which Clerk would take for no filter"),
            1..=MAX_VALUES if values.iter().all(|value| !value.is_empty()) => {
                return self.0.serialize_entry(name, values);
            }
            1..=MAX_VALUES => format!("`{name}` has an empty value, which Clerk would take for no filter"),
            count => format!("`{name}` has {count} values, but Clerk allows {MAX_VALUES}"),
        };
        Err(M::Error::custom(wrong))
    }

    pub(crate) fn limit(&mut self, limit: Option<u32>) -> Result<(), M::Error> {
        match limit {
            Some(limit @ (0 | 501..)) => {
                Err(M::Error::custom(format_args!("`limit` is {limit}, but Clerk allows 1 to {MAX_LIMIT}")))
            }
            limit => self.one("limit", &limit),
        }
    }

    pub(crate) fn end(self) -> Result<M::Ok, M::Error> {
        self.0.end()
    }
}

/// Includes `id` where a sign says whether to: an id that itself starts with one gets a `+` in front.
pub(crate) fn included(id: impl Into<String>) -> String {
    let id = id.into();
    if id.starts_with(['+', '-']) { format!("+{id}") } else { id }
}

/// Excludes `id` where a sign says whether to.
pub(crate) fn excluded(id: impl AsRef<str>) -> String {
    format!("-{}", id.as_ref())
}

/// Declares methods that add to a filter: one value, and many.
macro_rules! filters {
    ($( $(#[$one_attr:meta])* $one:ident, $(#[$many_attr:meta])* $many:ident; )+) => { $(
        $(#[$one_attr])*
        #[must_use]
        pub fn $one(mut self, $one: impl Into<String>) -> Self {
            self.$one.get_or_insert_default().push($one.into());
            self
        }

        $(#[$many_attr])*
        #[must_use]
        pub fn $many(mut self, $many: impl IntoIterator<Item = impl Into<String>>) -> Self {
            self.$one.get_or_insert_default().extend($many.into_iter().map(Into::into));
            self
        }
    )+ };
}
pub(crate) use filters;

/// Declares methods that add to a filter whose values have signs: include one, include many,
/// exclude one.
macro_rules! signed_filters {
    ($( $(#[$one_attr:meta])* $one:ident, $(#[$many_attr:meta])* $many:ident, $(#[$no_attr:meta])* $no:ident; )+) => { $(
        $(#[$one_attr])*
        #[must_use]
        pub fn $one(mut self, $one: impl Into<String>) -> Self {
            self.$one.get_or_insert_default().push($crate::types::query::included($one));
            self
        }

        $(#[$many_attr])*
        #[must_use]
        pub fn $many(mut self, $many: impl IntoIterator<Item = impl Into<String>>) -> Self {
            self.$one.get_or_insert_default().extend($many.into_iter().map($crate::types::query::included));
            self
        }

        $(#[$no_attr])*
        #[must_use]
        pub fn $no(mut self, $one: impl AsRef<str>) -> Self {
            self.$one.get_or_insert_default().push($crate::types::query::excluded($one));
            self
        }
    )+ };
}
pub(crate) use signed_filters;

/// Declares methods that set one value: of the type itself, or of what turns into it.
macro_rules! values {
    ($( $(#[$attr:meta])* $name:ident: $argument:ty; )+) => { $(
        $(#[$attr])*
        #[must_use]
        pub fn $name(mut self, $name: $argument) -> Self {
            self.$name = Some($name.into());
            self
        }
    )+ };
}
pub(crate) use values;
