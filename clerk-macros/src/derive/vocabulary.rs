//! What `#[clerk(…)]` knows in each place, and where to find what is called otherwise elsewhere.

use crate::diag::Words;

/// Which derive is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derive {
    Response,
    Request,
    Query,
    Enum,
}

impl Derive {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Derive::Response => "ClerkResponse",
            Derive::Request => "ClerkRequest",
            Derive::Query => "ClerkQuery",
            Derive::Enum => "ClerkEnum",
        }
    }
}

const RENAMED: (&[&str], &str) =
    (&["rename", "name", "wire", "key"], "names are written as for serde: `#[serde(rename = \"…\")]`");
const ALL_RENAMED: (&[&str], &str) =
    (&["rename_all", "case"], "cases are written as for serde: `#[serde(rename_all = \"camelCase\")]`");
const BY_SERDE: (&[&str], &str) =
    (&["with", "deserialize_with", "serialize_with"], "`serde` uses the type's own `serde` implementation");
const OF_A_PART: (&[&str], &str) = (
    &["required", "serde", "range", "signed", "one", "many", "no_setter", "other"],
    "put it on the field, or on the variant, that it is about",
);
const INTO: (&[&str], &str) =
    (&["into", "strip_option"], "remove it: a setter takes what turns into the value, and an `Option` of it");
const UNSET: (&[&str], &str) = (
    &["skip_serializing_if", "skip_if"],
    "remove it: what is unset is not sent; set or not is a type, `Option<…>` or `Patch<…>`",
);

const IN_A_RESPONSE: Words = Words {
    known: &["required", "serde"],
    shown: str::to_owned,
    elsewhere: &[
        RENAMED,
        BY_SERDE,
        (&["default"], "remove it: a field that is missing or null keeps its default"),
        (&["flatten"], "a response has no flattened fields: list them"),
        (&["optional", "nullable"], "remove it: every field may be missing, except `required` ones"),
        (&["skip", "ignore"], "remove the field: what a response has besides is skipped"),
    ],
    list: "known here: `required`, `serde`",
};

const IN_A_REQUEST: Words = Words {
    known: &["serde", "one", "many", "no_setter"],
    shown: str::to_owned,
    elsewhere: &[
        RENAMED,
        BY_SERDE,
        UNSET,
        (&["required"], "remove it: a field that is no `Option`, `Patch` or list is always sent, and `new` takes it"),
        (&["default", "optional"], "write the type as `Option<…>`"),
        (&["nullable"], "write the type as `Patch<…>`"),
        INTO,
        (&["each", "singular"], "write `one = \"…\"`: the method that adds one value"),
        (&["skip", "setter"], "`no_setter` leaves the method out"),
    ],
    list: "known here: `serde`, `one`, `many`, `no_setter`",
};

const IN_A_QUERY: Words = Words {
    known: &["flatten", "range", "signed", "one", "many", "serde", "no_setter"],
    shown: str::to_owned,
    elsewhere: &[
        RENAMED,
        BY_SERDE,
        UNSET,
        (&["required"], "remove it: a field that is no `Option` is always sent, and `new` takes it"),
        (&["default", "optional"], "write the type as `Option<…>`"),
        (&["max", "min", "maximum", "minimum", "limit"], "write both ends: `range = 1..=500`"),
        (&["exclude"], "`signed` adds a method that excludes a value"),
        INTO,
        (&["each", "singular"], "write `one = \"…\"`: the method that adds one value"),
        (&["skip", "setter"], "`no_setter` leaves the method out"),
    ],
    list: "known here: `flatten`, `range`, `signed`, `one`, `many`, `serde`, `no_setter`",
};

const ON_A_VARIANT: Words = Words {
    known: &["other"],
    shown: str::to_owned,
    elsewhere: &[
        RENAMED,
        (&["default"], "remove it: the default is the empty text"),
        (&["unknown", "fallback", "catch_all", "untagged"], "`other` marks the variant that keeps any other text"),
    ],
    list: "known here: `other`",
};

const ON_A_MODEL: Words = Words {
    known: &["crate"],
    shown: |word| format!("{word} = …"),
    elsewhere: &[
        ALL_RENAMED,
        OF_A_PART,
        (&["flatten"], "it belongs to a field, or write `flattened_in(…)` on a query"),
    ],
    list: "known here: `crate`",
};

const ON_A_QUERY: Words = Words {
    known: &["crate", "flattened_in"],
    shown: |word| if word == "crate" { "crate = …".to_owned() } else { format!("{word}(…)") },
    elsewhere: &[ALL_RENAMED, OF_A_PART, (&["flatten"], "it belongs to a field; here, write `flattened_in(…)`")],
    list: "known here: `crate`, `flattened_in`",
};

/// The words on a field or a variant.
pub(crate) fn inside(derive: Derive) -> &'static Words {
    match derive {
        Derive::Response => &IN_A_RESPONSE,
        Derive::Request => &IN_A_REQUEST,
        Derive::Query => &IN_A_QUERY,
        Derive::Enum => &ON_A_VARIANT,
    }
}

/// The words on the struct or the enum.
pub(crate) fn outside(derive: Derive) -> &'static Words {
    if derive == Derive::Query { &ON_A_QUERY } else { &ON_A_MODEL }
}
