//! The operations of Clerk's Backend API: one table, from which names, routes, limits, handlers and tests come.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use http::Method;

use super::any::{all, all_of, create, delete, delete_of, get, get_of, list, update};
use super::endpoint::*;
use super::*;
use crate::ApiVersion;
use crate::resources::*;

/// The documents that were read: January 2025's, and those of two versions.
const JANUARY_2025: ApiVersion = ApiVersion::V2021_02_05;
const NOVEMBER_2025: ApiVersion = ApiVersion::V2025_11_10;
const MAY_2026: ApiVersion = ApiVersion::V2026_05_12;

/// One line of the table.
struct Entry {
    name: String,
    method: Method,
    path: &'static str,
    tag: &'static str,
    documented_in: ApiVersion,
    endpoint: Option<Endpoint>,
}

macro_rules! operations {
    ($($tag:literal: $($name:ident: $method:ident $path:literal, $version:ident $(=> $endpoint:expr)?;)*)*) => {
        /// An operation of the Backend API.
        ///
        /// Those that are not emulated yet are listed too: their responses can be scripted, and are 501 `not_emulated` otherwise.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Operation {
            $($(#[doc = concat!("`", stringify!($method), " ", $path, "`")] $name,)*)*
        }

        impl Operation {
            /// Every operation of Clerk's documents, and those that were in older ones.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)*)*];
        }

        /// An entry for each operation, in the same order.
        static TABLE: LazyLock<[Entry; Operation::ALL.len()]> = LazyLock::new(|| [$($(Entry {
            name: snake_case(stringify!($name)),
            method: Method::$method,
            path: $path,
            tag: $tag,
            documented_in: $version,
            endpoint: None$(.or(Some($endpoint)))?,
        },)*)*]);
    };
}

include!("table.rs");

fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 8);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

impl Operation {
    fn entry(self) -> &'static Entry {
        TABLE.get(self as usize).unwrap_or(&TABLE[0])
    }

    /// The name in snake case, such as `update_metadata`.
    pub fn name(self) -> &'static str {
        &self.entry().name
    }

    /// The method and the template of the path below the base URL.
    pub fn route(self) -> (Method, &'static str) {
        (self.entry().method.clone(), self.entry().path)
    }

    /// The heading that it stands under in Clerk's documents.
    pub fn tag(self) -> &'static str {
        self.entry().tag
    }

    /// The oldest version whose document has it. Older versions are not refused.
    pub fn documented_in(self) -> ApiVersion {
        self.entry().documented_in
    }

    /// Its handler; `None` where it is not emulated.
    pub(crate) fn endpoint(self) -> Option<&'static Endpoint> {
        self.entry().endpoint.as_ref()
    }

    /// Whether it is emulated. Requests for the others get 501 `not_emulated`.
    pub fn is_emulated(self) -> bool {
        self.endpoint().is_some()
    }

    /// The members that a request's body must have.
    pub fn required_members(self) -> Vec<&'static str> {
        let members = self.endpoint().map(Endpoint::members).unwrap_or_default();
        members.into_iter().filter(|member| member.is_required).map(|member| member.name).collect()
    }

    /// Whether the 2026 limits count it per user too.
    pub(crate) fn is_limited_per_user(self) -> bool {
        matches!(self, Self::Update | Self::UpdateMetadata | Self::ReplaceMetadata)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is no operation's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownOperation;

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no operation of this name")
    }
}

impl std::error::Error for UnknownOperation {}

impl FromStr for Operation {
    type Err = UnknownOperation;

    fn from_str(text: &str) -> Result<Self, UnknownOperation> {
        Self::ALL.iter().copied().find(|operation| operation.name() == text).ok_or(UnknownOperation)
    }
}
