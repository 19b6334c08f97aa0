//! The attributes of an argument: what it is to the request.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Attribute, LitStr, Meta};

use super::member;
use super::part::{Form, Part, first_literal, literal, split};
use crate::diag::{Problem, Words, similar};
use crate::model::{Kind, last_name, text};

pub(crate) const WORDS: Words = Words {
    known: &Kind::NAMES,
    shown: |role| format!("#[{role}]"),
    elsewhere: &[
        (
            &["json", "payload", "data", "entity"],
            "a JSON body is marked `#[body]`, one member of it `#[body(\"name\")]`",
        ),
        (
            &["param", "arg", "argument", "params"],
            "mark it `#[query(\"key\")]`, or put a placeholder of its name in the path",
        ),
        (&["queries", "query_params", "query_map", "search"], "a query is marked `#[query]` or `#[query(\"key\")]`"),
        (
            &["field", "fields", "urlencoded", "form_data"],
            "a form is marked `#[form]`, one field of it `#[form(\"name\")]`",
        ),
        (
            &["part", "file", "upload", "files"],
            "a part of a multipart form is marked `#[multipart(\"file\")]`, a whole one `#[multipart]`",
        ),
        (&["headers", "header_map"], "one argument is one header: `#[header(\"x-name\")]`"),
        (&["cookie", "cookies"], "Clerk's Backend API takes no cookies; send a header with `#[header(\"cookie\")]`"),
        (&["url", "base_url", "timeout"], "set it on the `Client` or on the call"),
        (
            &["serde", "validate", "default"],
            "put it on the field of a struct, and mark the argument `#[query]` or `#[body]`",
        ),
    ],
    list: "known attributes: `#[query]`, `#[body]`, `#[form]`, `#[multipart]`, `#[header(\"…\")]`",
};

/// Reads `#[query]` or `#[query("limit")]`: the name of the member, if the argument is one.
pub(crate) fn read(kind: Kind, attr: &Attribute, argument: &str) -> Result<Option<LitStr>, Problem> {
    let row = kind.row();
    let name = row.name;
    match &attr.meta {
        Meta::Path(_) if row.whole.is_some() => Ok(None),
        Meta::List(list) if !list.tokens.is_empty() => member(kind, attr, argument, list.tokens.clone()).map(Some),
        Meta::List(_) if row.whole.is_some() => {
            let help = format!("write `{}` for one {}, or `#[{name}]` for the whole", row.example, row.key);
            Err(Problem::new(attr, format!("`#[{name}()]` names nothing"), help))
        }
        meta => {
            let help = format!("write `{}`", with_text(kind, meta.to_token_stream(), argument));
            let message = match meta {
                Meta::NameValue(_) => format!("`#[{name}]` takes the name of the {} in parentheses", row.key),
                _ => format!("`#[{name}]` needs the name of the {}", row.key),
            };
            Err(Problem::new(attr, message, help))
        }
    }
}

fn member(kind: Kind, attr: &Attribute, argument: &str, tokens: TokenStream) -> Result<LitStr, Problem> {
    let name = kind.name();
    let mut parts = split(tokens).into_iter();
    let first = parts.next().unwrap_or_default();
    let literal = literal(&first, || instead_of(kind, &first, argument)).map_err(|problem| problem.on(attr))?;
    member::check(kind, &literal).map_err(|problem| problem.on(attr))?;
    if parts.next().is_none() {
        return Ok(literal);
    }
    let why = if kind == Kind::Header { "the value is the argument" } else { "one argument is one member" };
    let help = format!("write `#[{name}({})]`: {why}", literal.token());
    Err(Problem::new(attr, format!("`#[{name}]` takes one string"), help))
}

/// What to write where there is no string.
fn instead_of(kind: Kind, tokens: &TokenStream, argument: &str) -> String {
    let word = match Part::of(tokens.clone()).form {
        Form::Word(word) => word.to_string(),
        _ => return format!("write `{}`", with_text(kind, tokens.clone(), argument)),
    };
    let formats = ["json", "form", "multipart", "xml", "text"];
    if kind == Kind::Body && formats.contains(&word.as_str()) {
        return "`#[body]` is JSON; use `#[form]` or `#[multipart]` for the others".to_owned();
    }
    if word == "flatten" && kind.row().whole.is_some() {
        return format!("its fields are the members: write `#[{}]`", kind.name());
    }
    format!("write `#[{}(\"{word}\")]`", kind.name())
}

/// `#[query = "limit"]` and `#[query(name = "limit")]` as they should be; without a text, the name is the argument's.
fn with_text(kind: Kind, tokens: TokenStream, argument: &str) -> String {
    let is_name = |text: &String| {
        let literal = LitStr::new(text, proc_macro2::Span::call_site());
        member::check(kind, &literal).is_ok()
    };
    let own = Some(argument.to_owned()).filter(|name| kind != Kind::Header && is_name(name));
    let found = first_literal(tokens).filter(is_name).or(own);
    found.map_or_else(|| kind.row().example.to_owned(), |text| format!("#[{}({text:?})]", kind.name()))
}

/// An attribute that is no role. `argument` is its name; `is_placeholder` says whether one has that name.
pub(crate) fn unknown(attr: &Attribute, ty: &str, argument: &str, template: Option<&[&str]>) -> Problem {
    let name = last_name(attr);
    let meant = first_literal(attr.meta.to_token_stream()).unwrap_or_else(|| argument.to_owned());
    let has = |name: &str| template.is_some_and(|placeholders| placeholders.contains(&name));
    let is_path = ["path", "path_param", "path_variable", "placeholder", "param"].contains(&name.as_str());
    if is_path && has(argument) {
        let help = format!("remove it: `{argument}` fills the placeholder `<{argument}>`");
        return Problem::new(attr, format!("`#[{name}]` is not needed"), help);
    }
    if is_path && has(&meant) {
        let help = format!("the argument of its name fills a placeholder: write `{meant}: {ty}`");
        return Problem::new(attr, format!("`#[{name}]` is not needed"), help);
    }
    let said_elsewhere = WORDS.elsewhere.iter().any(|(words, _)| words.contains(&name.as_str()));
    let meant_role = WORDS.part_of(&name).or_else(|| similar(&name, Kind::NAMES)).filter(|_| !said_elsewhere);
    let help = match (name.as_str(), meant_role) {
        ("path" | "path_param" | "path_variable" | "placeholder", _) => {
            format!("put `<{argument}>` in the path; the argument of its name fills it")
        }
        (_, Some(role)) => instead_of_unknown(role, attr, argument),
        _ => WORDS.help(&name),
    };
    Problem::new(attr, format!("unknown argument attribute `#[{name}]` on `{argument}`"), help)
}

/// `#[query_param("limit")]` is `#[query("limit")]`.
fn instead_of_unknown(role: &str, attr: &Attribute, argument: &str) -> String {
    let Some(kind) = Kind::named(role) else { return WORDS.help(role) };
    match first_literal(attr.meta.to_token_stream()) {
        Some(_) => format!("write `{}`", with_text(kind, attr.meta.to_token_stream(), argument)),
        None if kind.row().whole.is_some() => format!("write `#[{role}]`"),
        None => format!("write `{}`", kind.row().example),
    }
}

/// Two roles on one argument.
pub(crate) fn second(first: Kind, second: Kind, attr: &Attribute, argument: &str) -> Problem {
    let (first, second) = (first.name(), second.name());
    let message = if first == second {
        format!("argument `{argument}` has `#[{first}]` twice")
    } else {
        format!("argument `{argument}` is both `#[{first}]` and `#[{second}]`")
    };
    Problem::new(attr, message, format!("keep one: remove `{}`", text(attr)))
}
