//! What is wrong with a declaration: a list of errors in source order, each with a way out, and "did you mean".

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Error, Ident};

/// Where in a method a problem sits. Rules run in the order that suits them; this puts their errors into source order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The attribute with this index.
    Attribute(usize),
    /// `pub`, `async`, `const`, …
    Modifier,
    Name,
    Generics,
    Receiver,
    /// The argument with this index.
    Argument(usize),
    Return,
    Where,
    Body,
}

/// The errors of one expansion.
#[derive(Default)]
pub(crate) struct Diag {
    problems: Vec<(Place, Error)>,
    /// How many problems lie before the method that is being read.
    before: usize,
    method: Option<String>,
    left_to_compiler: bool,
}

impl Diag {
    /// From here on, problems belong to this method; their texts name it.
    pub(crate) fn begin_method(&mut self, name: &Ident) {
        self.end_method();
        self.method = Some(name.to_string());
    }

    pub(crate) fn end_method(&mut self) {
        self.problems[self.before..].sort_by_key(|(place, _)| *place);
        self.before = self.problems.len();
        self.method = None;
    }

    /// Adds an error that underlines `tokens`. `help` is what to write instead.
    pub(crate) fn error(&mut self, place: Place, tokens: impl ToTokens, message: impl Display, help: impl Display) {
        let mut message = message.to_string();
        let says = |text: &str, name: &str| {
            text.contains(&format!("method `{name}`")) || text.contains(&format!("of `{name}`"))
        };
        if let Some(method) = self.method.as_ref().filter(|method| !says(&message, method)) {
            message = format!("method `{method}`: {message}");
        }
        let error = Error::new_spanned(tokens, format!("{message}\n= help: {help}"));
        self.problems.push((place, error));
    }

    /// Something is wrong that the compiler words well: nothing is reported, the trait is recovered.
    pub(crate) fn leave_to_compiler(&mut self) {
        self.left_to_compiler = true;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.problems.is_empty() && !self.left_to_compiler
    }

    /// One `compile_error!` per problem.
    pub(crate) fn into_compile_errors(mut self) -> TokenStream {
        self.end_method();
        self.problems.iter().map(|(_, error)| error.to_compile_error()).collect()
    }
}

/// The candidate that `word` is most likely a misspelling of.
pub(crate) fn similar<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    candidates
        .into_iter()
        .map(|candidate| (distance(&plain, &self::plain(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.len().min(word.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `userId`, `user-id` and `user_id` are one word.
fn plain(word: &str) -> Vec<char> {
    word.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::similar;

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        let verbs = ["get", "post", "put", "patch", "delete"];
        for (word, expected) in [
            ("pst", Some("post")),
            ("gte", Some("get")),
            ("GET", Some("get")),
            ("ptach", Some("patch")),
            ("delet", Some("delete")),
            ("remove", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(similar(word, verbs), expected, "{word}");
        }
    }

    #[test]
    fn case_and_separators_do_not_matter() {
        assert_eq!(similar("userId", ["request", "user_id"]), Some("user_id"));
        assert_eq!(similar("user-id", ["user_id"]), Some("user_id"));
    }

    #[test]
    fn the_nearest_candidate_wins() {
        assert_eq!(similar("usr_id", ["user_ip", "user_id"]), Some("user_id"));
        assert_eq!(similar("id", ["user_id", "body"]), None);
    }
}
