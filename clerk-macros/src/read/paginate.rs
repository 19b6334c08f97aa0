//! The option `paginate` of a verb: how the next page of a list is asked for.
//!
//! `paginate = offset`, `paginate = offset(limit = "page_size", offset = "skip")`, `paginate = cursor(starting_after)`,
//! `paginate = cursor(starting_after, limit = "page_size")`.

use proc_macro2::TokenStream;

use super::idempotent::name;
use super::part::{Form, Part, literal, split};
use crate::diag::{Problem, Words};
use crate::model::{Paginate, text};

const OFFSET: &str = "write `paginate = offset`";
const CURSOR: &str =
    "write `paginate = cursor(starting_after)`, with the query parameter that takes the last item's id";

const WORDS: Words = Words {
    known: &["offset", "cursor"],
    shown: |word| match word {
        "cursor" => "paginate = cursor(starting_after)".to_owned(),
        word => format!("paginate = {word}"),
    },
    elsewhere: &[
        (&["true", "page", "pages", "skip", "limit", "page_number", "page_size"], OFFSET),
        (&["after", "before", "token", "keyset", "starting_after", "ending_before", "next"], CURSOR),
    ],
    list: "write `paginate = offset`, or `paginate = cursor(starting_after)`",
};

pub(crate) fn read(part: &Part) -> Result<Paginate, Problem> {
    let Form::Pair(_, value) = &part.form else {
        return Err(Problem::new(&part.tokens, "`paginate` needs a value", WORDS.list));
    };
    let limit = || "limit".to_owned();
    match Part::of(value.clone()).form {
        Form::Word(word) if word == "offset" => Ok(Paginate::Offset { limit: limit(), offset: "offset".to_owned() }),
        Form::List(word, list) if word == "offset" => {
            let [limit, offset] = names(split(list), ["limit", "offset"])?;
            Ok(Paginate::Offset { limit, offset })
        }
        Form::List(word, list) if word == "cursor" => {
            let mut parts = split(list).into_iter();
            let after = parts.next().and_then(|tokens| name(&tokens));
            let after = after.ok_or_else(|| cursor_needs_a_name(part))?;
            let [limit] = names(parts.collect(), ["limit"])?;
            Ok(Paginate::Cursor { limit, after })
        }
        Form::Word(word) if word == "cursor" => Err(cursor_needs_a_name(part)),
        Form::Word(word) | Form::List(word, _) | Form::Pair(word, _) => {
            let message = format!("unknown value `{word}` of `paginate`");
            Err(Problem::new(&part.tokens, message, WORDS.help(&word.to_string())))
        }
        Form::Text | Form::Other => Err(Problem::new(&part.tokens, "the value of `paginate` is a word", WORDS.list)),
    }
}

fn cursor_needs_a_name(part: &Part) -> Problem {
    Problem::new(&part.tokens, "`cursor` needs the name of a query parameter", CURSOR)
}

/// `limit = "page_size"`: the names that differ from those of the keys.
fn names<const N: usize>(parts: Vec<TokenStream>, keys: [&str; N]) -> Result<[String; N], Problem> {
    let mut names = keys.map(str::to_owned);
    let mut seen = Vec::new();
    for part in parts.into_iter().map(Part::of) {
        let key = part.key().map_or_else(String::new, ToString::to_string);
        let known = || keys.map(|key| format!("`{key} = \"…\"`")).join(" and ");
        let Some(index) = keys.iter().position(|known| *known == key) else {
            let message = format!("unexpected `{}` in `paginate`", text(&part.tokens));
            return Err(Problem::new(&part.tokens, message, format!("names that differ are given as {}", known())));
        };
        if seen.contains(&index) {
            return Err(Problem::new(&part.tokens, format!("`{key}` is given twice"), "keep one"));
        }
        seen.push(index);
        let example = format!("{key} = \"page_{key}\"");
        names[index] = literal(&part.value(&example)?, || format!("write `{example}`"))?.value();
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Paginate, Problem> {
        super::read(&Part::of(text.parse().unwrap()))
    }

    #[test]
    fn offsets_and_cursors_are_read_with_the_names_that_differ() {
        let offset =
            |limit: &str, offset: &str| Paginate::Offset { limit: limit.to_owned(), offset: offset.to_owned() };
        let cursor = |limit: &str, after: &str| Paginate::Cursor { limit: limit.to_owned(), after: after.to_owned() };
        for (text, value) in [
            ("paginate = offset", offset("limit", "offset")),
            ("paginate = offset(offset = \"skip\")", offset("limit", "skip")),
            ("paginate = offset(offset = \"skip\", limit = \"page_size\")", offset("page_size", "skip")),
            ("paginate = cursor(starting_after)", cursor("limit", "starting_after")),
            ("paginate = cursor(\"page[after]\", limit = \"n\")", cursor("n", "page[after]")),
        ] {
            assert_eq!(read(text).unwrap(), value, "{text}");
        }
    }

    #[test]
    fn anything_else_has_a_way_out() {
        for (text, help) in [
            ("paginate", WORDS.list),
            ("paginate = ", WORDS.list),
            ("paginate = 3", WORDS.list),
            ("paginate = \"offset\"", WORDS.list),
            ("paginate = ofset", "did you mean `paginate = offset`?"),
            ("paginate = page", OFFSET),
            ("paginate = starting_after", CURSOR),
            ("paginate = cursor", CURSOR),
            ("paginate = cursor()", CURSOR),
            ("paginate = cursor(limit = \"a\")", CURSOR),
            ("paginate = offset(limit)", "write `limit = \"page_limit\"`"),
            ("paginate = offset(limit = 3)", "write `limit = \"page_limit\"`"),
            ("paginate = offset(limit = \"a\", limit = \"b\")", "keep one"),
            ("paginate = offset(size = \"a\")", "names that differ are given as `limit = \"…\"` and `offset = \"…\"`"),
            ("paginate = cursor(a, offset = \"b\")", "names that differ are given as `limit = \"…\"`"),
        ] {
            assert_eq!(read(text).unwrap_err().help(), help, "{text}");
        }
    }
}
