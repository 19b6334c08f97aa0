//! The verbs of HTTP that Clerk uses.

/// `get`, `post`, `put`, `patch` or `delete`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    const ALL: [Verb; 5] = [Verb::Get, Verb::Post, Verb::Put, Verb::Patch, Verb::Delete];

    pub(crate) const NAMES: [&str; 5] = ["get", "post", "put", "patch", "delete"];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.name() == name)
    }

    /// As the attribute is called.
    pub(crate) fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// As HTTP writes it.
    pub(crate) fn method(self) -> &'static str {
        ["GET", "POST", "PUT", "PATCH", "DELETE"][self as usize]
    }

    /// What RFC 9110 says of it.
    pub(crate) fn is_idempotent(self) -> bool {
        matches!(self, Verb::Get | Verb::Put | Verb::Delete)
    }

    pub(crate) fn known() -> String {
        Self::NAMES.map(|name| format!("`#[{name}]`")).join(", ")
    }
}
