//! What an argument is to the request: one row a role.

use syn::{Attribute, LitStr};

pub(crate) enum Role {
    /// Fills the placeholder of its name.
    Path,
    Marked {
        kind: Kind,
        /// `#[query("limit")]`: the argument is one member of this name, not the whole.
        member: Option<LitStr>,
        attr: Box<Attribute>,
    },
    /// Not marked, and no placeholder has its name.
    Unmarked,
    /// Marked, but wrongly: an error has been reported, nothing more is judged.
    Broken,
}

/// The role attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Query,
    Body,
    Form,
    Multipart,
    Header,
}

/// What sets one role apart from another.
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    /// The trait of an argument that is the whole query, body or form.
    pub(crate) whole: Option<&'static str>,
    /// The trait of an argument that is one member.
    pub(crate) member: &'static str,
    /// What a member's name is called.
    pub(crate) key: &'static str,
    pub(crate) is_body: bool,
    /// The argument is moved into the call.
    pub(crate) by_value: bool,
    /// With the name of a member.
    pub(crate) example: &'static str,
}

const QUERY: Row = Row {
    kind: Kind::Query,
    name: "query",
    whole: Some("QueryParams"),
    member: "QueryValue",
    key: "query key",
    is_body: false,
    by_value: false,
    example: "#[query(\"limit\")]",
};

/// In the order in which they are listed in messages.
static ROLES: [Row; 5] = [
    QUERY,
    Row {
        kind: Kind::Body,
        name: "body",
        whole: Some("JsonBody"),
        member: "JsonMember",
        key: "member of the body",
        is_body: true,
        example: "#[body(\"user_ids\")]",
        ..QUERY
    },
    Row {
        kind: Kind::Form,
        name: "form",
        whole: Some("FormBody"),
        member: "FormField",
        key: "field of the form",
        is_body: true,
        example: "#[form(\"code\")]",
        ..QUERY
    },
    Row {
        kind: Kind::Multipart,
        name: "multipart",
        whole: Some("MultipartBody"),
        member: "MultipartPart",
        key: "part of the form",
        is_body: true,
        by_value: true,
        example: "#[multipart(\"file\")]",
    },
    Row {
        kind: Kind::Header,
        name: "header",
        whole: None,
        member: "HeaderParam",
        key: "header",
        example: "#[header(\"x-name\")]",
        ..QUERY
    },
];

impl Kind {
    pub(crate) const NAMES: [&str; 5] = ["query", "body", "form", "multipart", "header"];

    pub(crate) fn named(name: &str) -> Option<Self> {
        ROLES.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    pub(crate) fn row(self) -> &'static Row {
        &ROLES[self as usize]
    }

    pub(crate) fn name(self) -> &'static str {
        self.row().name
    }

    pub(crate) fn is_body(self) -> bool {
        self.row().is_body
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, ROLES};

    #[test]
    fn each_role_finds_its_row() {
        for (row, name) in ROLES.iter().zip(Kind::NAMES) {
            assert_eq!((row.name, row.kind.name()), (name, name));
            assert_eq!(Kind::named(name), Some(row.kind));
            assert!(row.example.starts_with(&format!("#[{name}(\"")));
        }
        assert_eq!(Kind::named("path"), None);
    }
}
