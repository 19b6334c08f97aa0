//! Declared inputs. Unknown, missing and wrong members all come in one answer: first the unknown ones in the order in which they
//! were sent, then the others in the order in which they are declared.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::Body;
use crate::ApiVersion;
use crate::problem::Problem;

/// What an operation takes from a request's body.
pub(crate) trait Input: Sized {
    fn members() -> Vec<Declared>;

    /// Takes the members; `None` if one of them was wrong, which the reader remembers.
    fn take(reader: &mut Reader<'_>) -> Option<Self>;

    fn read(body: &Body, version: ApiVersion) -> Result<Self, Problem> {
        let mut reader = Reader::new(body, version, &Self::members());
        let input = Self::take(&mut reader);
        match reader.problems.into_iter().reduce(Problem::and) {
            Some(problem) => Err(problem),
            None => input.ok_or_else(Problem::internal),
        }
    }
}

/// A member as it is declared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared {
    pub(crate) name: &'static str,
    pub(crate) is_required: bool,
    /// The first version that does not have it any more.
    pub(crate) until: Option<ApiVersion>,
}

impl Declared {
    pub(crate) fn new<T: Member>(name: &'static str, until: Option<ApiVersion>) -> Self {
        Self { name, is_required: T::IS_REQUIRED, until }
    }
}

/// Declares inputs: `..` takes in the members of another one, `= until` says which version ended a member, and `writes` that a row
/// has a field for each of them, but not for those `beside`. Those that are only `checked` ask for what is not emulated.
macro_rules! input {
    (@writes $name:ident [] $($member:ident)*) => {};
    (@writes $name:ident [$row:ident] $($member:ident)*) => {
        impl $crate::input::Writes for $name {
            type Row = $row;

            fn write(self, row: &mut $row) {
                $($crate::input::Write::write(self.$member, &mut row.$member);)*
            }
        }
    };
    (
        @one [$(#[$meta:meta])*] $name:ident [$($row:ident)?] {
            $(..$part:ident: $part_type:ty,)*
            $($(#[$member_meta:meta])* $member:ident: $type:ty $(= until $version:ident)?,)*
        } {
            $($(#[$aside_meta:meta])* $aside:ident: $aside_type:ty,)*
        } {
            $($checked:ident: $checked_type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name {
            $(pub(crate) $part: $part_type,)*
            $($(#[$member_meta])* pub(crate) $member: $type,)*
            $($(#[$aside_meta])* pub(crate) $aside: $aside_type,)*
        }

        impl $crate::input::Input for $name {
            fn members() -> Vec<$crate::input::Declared> {
                #[allow(unused_mut)]
                let mut members = vec![
                    $($crate::input::Declared::new::<$type>(
                        stringify!($member),
                        [$($crate::ApiVersion::$version)?].first().copied(),
                    ),)*
                    $($crate::input::Declared::new::<$aside_type>(stringify!($aside), None),)*
                    $($crate::input::Declared::new::<$checked_type>(stringify!($checked), None),)*
                ];
                $(members.extend(<$part_type as $crate::input::Input>::members());)*
                members
            }

            fn take(reader: &mut $crate::input::Reader<'_>) -> Option<Self> {
                $(let $part = <$part_type as $crate::input::Input>::take(reader);)*
                $(let $member = reader.member(stringify!($member));)*
                $(let $aside = reader.member(stringify!($aside));)*
                $(reader.member::<$checked_type>(stringify!($checked));)*
                Some(Self { $($part: $part?,)* $($member: $member?,)* $($aside: $aside?,)* })
            }
        }

        $crate::input::input!(@writes $name [$($row)?] $($member)*);
    };
    ($(
        $(#[$meta:meta])*
        struct $name:ident $(writes $row:ident)? { $($members:tt)* }
        $(beside { $($aside:tt)* })?
        $(checked { $($checked:tt)* })?
    )+) => {$(
        $crate::input::input!(
            @one [$(#[$meta])*] $name [$($row)?] { $($members)* } { $($($aside)*)? } { $($($checked)*)? }
        );
    )+};
}
pub(crate) use input;

/// Reads members, and collects what is wrong with them.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    body: &'a Body,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn new(body: &'a Body, version: ApiVersion, members: &[Declared]) -> Self {
        let lives = |member: &Declared| member.until.is_none_or(|until| version < until);
        let is_known = |name: &str| members.iter().any(|member| member.name == name && lives(member));
        let unknown = body.names().filter(|name| !is_known(name)).map(|name| {
            let text = format!("{name} is not a valid parameter for this request.");
            Problem::param("form_param_unknown", name, text)
        });
        Self { body, problems: unknown.collect() }
    }

    pub(crate) fn member<T: Member>(&mut self, name: &str) -> Option<T> {
        T::read(name, self.body.raw(name)).map_err(|problem| self.problems.push(problem)).ok()
    }
}

/// A member: whether it may be absent or null, and what that means.
pub(crate) trait Member: Sized {
    const IS_REQUIRED: bool;

    fn read(name: &str, raw: Option<&RawValue>) -> Result<Self, Problem>;
}

/// The value of a member that is there.
pub(crate) trait Value: Sized {
    /// Whether the blank string means null.
    const BLANK_IS_NULL: bool = false;

    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem>;
}

/// A member in which null means something else than absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field<T> {
    Absent,
    Null,
    Set(T),
}

impl<T> Field<T> {
    pub(crate) fn set(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

/// An input all of whose members are fields of a row.
pub(crate) trait Writes {
    type Row;

    /// Writes what was sent into the fields of the same names.
    fn write(self, row: &mut Self::Row);
}

/// Writes a member into a field.
pub(crate) trait Write<U> {
    fn write(self, to: &mut U);
}

/// Null clears, absent leaves alone.
impl<T, U: From<T>> Write<Option<U>> for Field<T> {
    fn write(self, to: &mut Option<U>) {
        match self {
            Self::Absent => {}
            Self::Null => *to = None,
            Self::Set(value) => *to = Some(value.into()),
        }
    }
}

/// Both null and absent leave alone.
impl<T, U: From<T>> Write<U> for Option<T> {
    fn write(self, to: &mut U) {
        if let Some(value) = self {
            *to = value.into();
        }
    }
}

impl<T, U: From<T>> Write<U> for Required<T> {
    fn write(self, to: &mut U) {
        *to = self.0.into();
    }
}

impl<T: Value> Member for Field<T> {
    const IS_REQUIRED: bool = false;

    fn read(name: &str, raw: Option<&RawValue>) -> Result<Self, Problem> {
        match raw.map(|raw| (raw, raw.get())) {
            None => Ok(Self::Absent),
            Some((_, "null")) => Ok(Self::Null),
            Some((_, "\"\"")) if T::BLANK_IS_NULL => Ok(Self::Null),
            Some((raw, _)) => T::read(name, raw).map(Self::Set),
        }
    }
}

/// Null and absent mean the same.
impl<T: Value> Member for Option<T> {
    const IS_REQUIRED: bool = false;

    fn read(name: &str, raw: Option<&RawValue>) -> Result<Self, Problem> {
        Field::read(name, raw).map(Field::set)
    }
}

/// A member that must be there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Required<T>(pub(crate) T);

impl<T: Value> Member for Required<T> {
    const IS_REQUIRED: bool = true;

    fn read(name: &str, raw: Option<&RawValue>) -> Result<Self, Problem> {
        match raw.filter(|raw| !matches!(raw.get(), "null" | "\"\"" | "[]")) {
            None => Err(Problem::param("form_param_missing", name, format!("{name} must be included."))),
            Some(raw) => T::read(name, raw).map(Self),
        }
    }
}

pub(super) fn typed<T: DeserializeOwned>(name: &str, raw: &RawValue, expected: &str) -> Result<T, Problem> {
    let wrong = |_| Problem::param("form_param_type_invalid", name, format!("{name} must be {expected}."));
    serde_json::from_str(raw.get()).map_err(wrong)
}

impl Value for bool {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        typed(name, raw, "a boolean")
    }
}

impl Value for i64 {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        typed(name, raw, "an integer")
    }
}

impl Value for String {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        typed(name, raw, "a string")
    }
}

impl Value for Vec<String> {
    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        typed(name, raw, "an array of strings")
    }
}
