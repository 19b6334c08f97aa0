//! The option `paginate` of a verb: how the pages of a list are asked for.
//!
//! `paginate = offset`, `paginate = offset(limit = "page_size", offset = "skip")`, `paginate = cursor(starting_after)`,
//! `paginate = cursor(starting_after, max = 500, timeline = "-created_at", count = "/count")`.

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use super::idempotent::name;
use super::part::{Form, Part, first_literal, literal, split};
use crate::diag::{Problem, Words};
use crate::model::{PageStart, Paginate, Timeline, text};

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
        (&["false", "none", "no", "off"], "remove it: a list without `paginate` is one page"),
        (&["after", "before", "token", "keyset", "starting_after", "ending_before", "next"], CURSOR),
    ],
    list: "write `paginate = offset`, or `paginate = cursor(starting_after)`",
};

pub(crate) fn read(part: &Part) -> Result<Paginate, Problem> {
    match &part.form {
        Form::Pair(_, value) => value_of(part, value.clone()),
        Form::List(_, value) => {
            Err(Problem::new(&part.tokens, "`paginate` takes its value behind `=`", instead_of(part, value.clone())))
        }
        _ => Err(Problem::new(&part.tokens, "`paginate` needs a value", WORDS.list)),
    }
}

/// `write paginate = offset`, if that is what was said in another form.
fn instead_of(part: &Part, said: TokenStream) -> String {
    match value_of(part, said.clone()) {
        Ok(_) => format!("write `paginate = {}`", text(&said)),
        Err(_) => WORDS.list.to_owned(),
    }
}

fn value_of(part: &Part, value: TokenStream) -> Result<Paginate, Problem> {
    match Part::of(value.clone()).form {
        Form::Word(word) if word == "offset" => offset(Vec::new()),
        Form::List(word, list) if word == "offset" => no_name_twice(part, offset(split(list))?),
        Form::List(word, list) if word == "cursor" => {
            let mut parts = split(list);
            let first = parts.first().and_then(name);
            let after = first.ok_or_else(|| cursor_begins_with_a_name(part, &parts))?;
            let mut found = Settings::read(parts.split_off(1), &["limit", "max", "timeline", "count"])?;
            let timeline = found.timeline.take().map(|tokens| timeline(&tokens)).transpose()?;
            no_name_twice(part, found.paginate(PageStart::Cursor { after, timeline }))
        }
        Form::Word(word) if word == "cursor" => Err(cursor_begins_with_a_name(part, &[])),
        Form::Word(word) | Form::List(word, _) | Form::Pair(word, _) => {
            let message = format!("unknown value `{word}` of `paginate`");
            Err(Problem::new(&part.tokens, message, WORDS.help(&word.to_string())))
        }
        Form::Text => {
            let said = first_literal(value).and_then(|text| text.parse().ok()).unwrap_or_default();
            Err(Problem::new(&part.tokens, "the value of `paginate` is a word", instead_of(part, said)))
        }
        Form::Other => Err(Problem::new(&part.tokens, "the value of `paginate` is a word", WORDS.list)),
    }
}

/// One parameter cannot say two things.
fn no_name_twice(part: &Part, found: Paginate) -> Result<Paginate, Problem> {
    let names = found.names();
    match names.iter().enumerate().find(|(index, name)| names[..*index].contains(name)) {
        Some((_, name)) => {
            let help = "give it its own, as in `limit = \"page_limit\"`";
            Err(Problem::new(&part.tokens, format!("`paginate` has two parameters called `{name}`"), help))
        }
        None => Ok(found),
    }
}

fn offset(parts: Vec<TokenStream>) -> Result<Paginate, Problem> {
    let mut found = Settings::read(parts, &["limit", "offset", "max", "count"])?;
    let offset = found.offset.take().unwrap_or_else(|| "offset".to_owned());
    Ok(found.paginate(PageStart::Offset(offset)))
}

/// What is there stays: the name comes before it, where there is one, or an example of one.
fn cursor_begins_with_a_name(part: &Part, parts: &[TokenStream]) -> Problem {
    let found = parts.iter().find(|part| name(part).is_some());
    let others = parts.iter().filter(|part| name(part).is_none() && Part::of((*part).clone()).key().is_some());
    let first = found.map_or("starting_after".to_owned(), text);
    let said: Vec<String> = std::iter::once(first).chain(others.map(text)).collect();
    let (message, why) = match found {
        Some(_) => ("the name of the query parameter comes first in `cursor`", ""),
        None => {
            ("`cursor` needs the name of a query parameter", ", with the query parameter that takes the last item's id")
        }
    };
    Problem::new(&part.tokens, message, format!("write `paginate = cursor({})`{why}", said.join(", ")))
}

/// What stands behind the word, `key = value` each.
#[derive(Default)]
struct Settings {
    limit: Option<String>,
    offset: Option<String>,
    max: Option<u32>,
    timeline: Option<TokenStream>,
    count: Option<String>,
}

impl Settings {
    fn read(parts: Vec<TokenStream>, keys: &[&str]) -> Result<Self, Problem> {
        let (mut found, mut seen) = (Self::default(), Vec::new());
        for part in parts.into_iter().map(Part::of) {
            let key = part.key().map_or_else(String::new, ToString::to_string);
            if !keys.contains(&key.as_str()) {
                let message = format!("unexpected `{}` in `paginate`", text(&part.tokens));
                let known: Vec<_> = keys.iter().map(|key| format!("`{}`", example(key))).collect();
                return Err(Problem::new(&part.tokens, message, format!("it takes {}", known.join(", "))));
            }
            if seen.contains(&key) {
                return Err(Problem::new(&part.tokens, format!("`{key}` is given twice"), "keep one"));
            }
            found.set(&key, part.value(example(&key))?)?;
            seen.push(key);
        }
        Ok(found)
    }

    fn set(&mut self, key: &str, value: TokenStream) -> Result<(), Problem> {
        let text = || Ok(Some(literal(&value, || format!("write `{}`", example(key)))?.value()));
        match key {
            "limit" => self.limit = text()?,
            "offset" => self.offset = text()?,
            "count" => self.count = Some(suffix(&value, text()?.unwrap_or_default())?),
            "max" => self.max = Some(page_size(&value)?),
            _ => self.timeline = Some(value),
        }
        Ok(())
    }

    fn paginate(self, start: PageStart) -> Paginate {
        let limit = self.limit.unwrap_or_else(|| "limit".to_owned());
        Paginate { limit, max: self.max, start, count: self.count }
    }
}

fn example(key: &str) -> &'static str {
    match key {
        "limit" => "limit = \"page_limit\"",
        "offset" => "offset = \"page_offset\"",
        "max" => "max = 500",
        "timeline" => "timeline = \"-created_at\"",
        _ => "count = \"/count\"",
    }
}

fn page_size(value: &TokenStream) -> Result<u32, Problem> {
    let number = syn::parse2::<syn::LitInt>(value.clone()).and_then(|number| number.base10_parse::<u32>());
    number
        .ok()
        .filter(|max| *max > 0)
        .ok_or_else(|| Problem::new(value, "`max` is the number of items in the largest page", "write `max = 500`"))
}

/// The path of the count is that of the list, and more.
fn suffix(value: &TokenStream, text: String) -> Result<String, Problem> {
    let is_path = text.len() > 1 && text.starts_with('/') && !text.contains(['<', '>', '?', '#']);
    match is_path {
        true => Ok(text),
        false => Err(Problem::new(value, "`count` follows the path of the list", "write `count = \"/count\"`")),
    }
}

fn timeline(value: &TokenStream) -> Result<Timeline, Problem> {
    let help = "write `timeline = \"created_at\"`, with `-` in front of the name if the default order is descending";
    let text = literal(value, || help.to_owned())?.value();
    let (member, descends) = text.strip_prefix('-').map_or((text.as_str(), false), |member| (member, true));
    match member.is_empty() {
        true => Err(Problem::new(value, "`timeline` needs the name of a member", help)),
        false => Ok(Timeline { member: member.to_owned(), descends }),
    }
}
