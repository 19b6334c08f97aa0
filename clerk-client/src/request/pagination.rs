//! How the next page of a list is requested.

/// The query parameters that select a page of a list; the names are those on the wire.
///
/// It is declared beside the path, `#[get("/users", paginate = offset)]` or `paginate = cursor(starting_after)`, and kept in
/// [`Endpoint::pagination`](crate::Endpoint::pagination).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Pagination {
    /// The next page begins after a number of items.
    Offset {
        /// Takes the number of items in a page.
        limit: &'static str,
        /// Takes the number of items before the page.
        offset: &'static str,
    },
    /// The next page begins after an item.
    Cursor {
        /// Takes the number of items in a page.
        limit: &'static str,
        /// Takes the id of the last item of the page before.
        after: &'static str,
    },
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

/// Whether each of these parameters is a member of one of the queries.
pub(crate) const fn has_all(queries: &[&[&str]], names: &[&str]) -> bool {
    let mut name = 0;
    while name < names.len() {
        let mut found = false;
        let mut query = 0;
        while query < queries.len() {
            found |= has(queries[query], names[name]);
            query += 1;
        }
        if !found {
            return false;
        }
        name += 1;
    }
    true
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
    use super::has_all;

    #[test]
    fn every_parameter_must_be_a_member_of_some_query() {
        let query: &[&str] = &["limit", "offset"];
        assert!(has_all(&[query], &["limit", "offset"]));
        assert!(has_all(&[&["limit"], &["offset"]], &["limit", "offset"]));
        assert!(has_all(&[], &[]));
        for missing in ["skip", "limi", "limits", ""] {
            assert!(!has_all(&[query], &["limit", missing]), "{missing}");
        }
        assert!(!has_all(&[], &["limit"]));
    }
}
