//! How the pages of a list are requested.

use super::Endpoint;

/// How the pages of a list are requested: the query parameters that select one, under their names on the wire.
///
/// It is declared beside the path, `#[get("/users", paginate = offset)]` or `paginate = cursor(starting_after)`, and kept in
/// [`Endpoint::pagination`](crate::Endpoint::pagination). [`Call::stream`](crate::Call::stream) and
/// [`Call::pages`](crate::Call::pages) walk a list as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pagination {
    /// Takes the number of items in a page.
    pub limit: &'static str,
    /// The largest page; `None` if it is not declared.
    pub max: Option<u32>,
    /// What the next page begins with.
    pub start: PageStart,
    /// The endpoint that counts the items of all pages with the same query.
    pub count: Option<&'static Endpoint>,
}

/// How the beginning of a page is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PageStart {
    /// This parameter takes the number of items before the page.
    Offset(&'static str),
    /// A parameter takes the `id` of the last item of the page before.
    Cursor {
        /// Takes the `id`.
        after: &'static str,
        /// The time that the list is ordered by, if it is declared.
        timeline: Option<Timeline>,
    },
}

/// A list in the order of a time that each item has and that never changes.
///
/// Pages of such a list can be requested ahead: from a time on, by an offset. In another order, its cursor cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Timeline {
    /// The member of the items that has the time, such as `created_at`.
    pub member: &'static str,
    /// Whether the list is in descending order unless the query says otherwise.
    pub descends: bool,
    /// Takes the order: the member, with `-` in front of it for the descending one.
    pub order: &'static str,
    /// Takes the time, in milliseconds, that all items are after.
    pub after: &'static str,
    /// Takes the time, in milliseconds, that all items are before.
    pub before: &'static str,
    /// Takes the number of items before the page, if there is no cursor.
    pub offset: &'static str,
}

/// What `#[clerk_api]` calls.
#[doc(hidden)]
impl Pagination {
    #[must_use]
    pub const fn offset(limit: &'static str, offset: &'static str) -> Self {
        Self { limit, max: None, start: PageStart::Offset(offset), count: None }
    }

    #[must_use]
    pub const fn cursor(limit: &'static str, after: &'static str) -> Self {
        Self { limit, max: None, start: PageStart::Cursor { after, timeline: None }, count: None }
    }

    #[must_use]
    pub const fn timeline(mut self, member: &'static str, descends: bool, parameters: [&'static str; 4]) -> Self {
        let [order, after, before, offset] = parameters;
        if let PageStart::Cursor { timeline, .. } = &mut self.start {
            *timeline = Some(Timeline { member, descends, order, after, before, offset });
        }
        self
    }

    #[must_use]
    pub const fn max(mut self, max: u32) -> Self {
        self.max = Some(max);
        self
    }

    #[must_use]
    pub const fn count(mut self, endpoint: &'static Endpoint) -> Self {
        self.count = Some(endpoint);
        self
    }
}

/// A `#[query]` struct of a paginated endpoint: it names its parameters, so that a missing one is an error of the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which query parameters it has",
    label = "the query of a paginated endpoint must implement `PageQuery`",
    note = "derive the query, implement `clerk_client::PageQuery`, or take the parameters one by one: `#[query(\"limit\")]`"
)]
pub trait PageQuery {
    /// The names on the wire.
    const MEMBERS: &'static [&'static str];
}

impl<T: PageQuery> PageQuery for Option<T> {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
}

impl<T: PageQuery + ?Sized> PageQuery for &T {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
}

/// Asks for each of these names in one of the lists; the text beside one that is missing is the compiler's error.
#[allow(clippy::panic, reason = "the compiler evaluates it: this is an error of the build")]
pub(crate) const fn require(lists: &[&[&str]], names: &[(&str, &str)]) {
    let mut index = 0;
    while index < names.len() {
        let (name, text) = names[index];
        assert!(any_has(lists, name), "{}", text);
        index += 1;
    }
}

const fn any_has(lists: &[&[&str]], name: &str) -> bool {
    let mut index = 0;
    while index < lists.len() {
        if has(lists[index], name) {
            return true;
        }
        index += 1;
    }
    false
}

const fn has(members: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < members.len() {
        if equal(members[index].as_bytes(), name.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{any_has, require};

    #[test]
    fn every_parameter_must_be_a_member_of_some_query() {
        let query: &[&str] = &["limit", "offset"];
        require(&[query], &[("limit", ""), ("offset", "")]);
        require(&[], &[]);
        for (queries, name, expected) in [
            (&[query] as &[&[&str]], "limit", true),
            (&[&["limit"], &["offset"]], "offset", true),
            (&[query], "skip", false),
            (&[query], "limi", false),
            (&[query], "limits", false),
            (&[query], "", false),
            (&[], "limit", false),
        ] {
            assert_eq!(any_has(queries, name), expected, "{queries:?} {name}");
        }
    }
}
