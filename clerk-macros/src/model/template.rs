//! A path that has been read: `/users/<user_id>/ban`.

/// One part of a path between two slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    Literal(String),
    /// Filled by the argument of this name.
    Placeholder(String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) segments: Vec<Segment>,
}

impl Template {
    /// `prefix` followed by `self`.
    pub(crate) fn under(&self, prefix: &Template) -> Template {
        Template { segments: prefix.segments.iter().chain(&self.segments).cloned().collect() }
    }

    /// What is behind `prefix`, if it begins with it.
    pub(crate) fn after(&self, prefix: &Template) -> Option<Template> {
        let rest = self.segments.strip_prefix(prefix.segments.as_slice())?;
        Some(Template { segments: rest.to_vec() })
    }

    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Placeholder(name) => Some(name.as_str()),
            Segment::Literal(_) => None,
        })
    }

    pub(crate) fn has(&self, placeholder: &str) -> bool {
        self.placeholders().any(|name| name == placeholder)
    }

    /// A placeholder that is there twice.
    pub(crate) fn repeated(&self) -> Option<&str> {
        let names: Vec<&str> = self.placeholders().collect();
        names.iter().enumerate().find(|(index, name)| names[..*index].contains(name)).map(|(_, name)| *name)
    }

    /// Whether some value of the placeholders makes this path one of `other`'s, which has a literal there: the id `count` turns
    /// `/users/<user_id>` into `/users/count`.
    pub(crate) fn may_become(&self, other: &Template) -> bool {
        if self.segments.len() != other.segments.len() {
            return false;
        }
        let mut is_narrower = false;
        for pair in self.segments.iter().zip(&other.segments) {
            match pair {
                (Segment::Literal(ours), Segment::Literal(theirs)) if ours != theirs => return false,
                (Segment::Placeholder(_), Segment::Literal(_)) => is_narrower = true,
                _ => {}
            }
        }
        is_narrower
    }

    /// As OpenAPI writes it: `/users/{user_id}`.
    pub(crate) fn openapi(&self) -> String {
        self.write(|name| format!("{{{name}}}"))
    }

    /// As it is declared: `/users/<user_id>`.
    pub(crate) fn declared(&self) -> String {
        self.write(|name| format!("<{name}>"))
    }

    /// Two templates with one shape are one endpoint.
    pub(crate) fn shape(&self) -> String {
        self.write(|_| "{}".to_owned())
    }

    fn write(&self, placeholder: impl Fn(&str) -> String) -> String {
        let parts = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => format!("/{text}"),
            Segment::Placeholder(name) => format!("/{}", placeholder(name)),
        });
        let path: String = parts.collect();
        if path.is_empty() { "/".to_owned() } else { path }
    }
}
