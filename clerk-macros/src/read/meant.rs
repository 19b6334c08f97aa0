//! What an attribute of a method was meant as.

use proc_macro2::TokenTree;
use quote::ToTokens as _;
use syn::{AttrStyle, Attribute, Meta};

use super::part::first_literal;
use super::template;
use crate::diag::{Problem, Words};
use crate::model::{Kind, Verb, flatten, last_name, text};

pub(crate) enum Meant {
    Verb(Verb),
    /// As a verb, or as something else of ours; it is not.
    Wrong(Problem),
    /// As a verb that cannot be read: the method counts as having one.
    WrongVerb(Problem),
    /// The user's own.
    Other,
}

const VERBS: Words = Words {
    known: &Verb::NAMES,
    shown: |verb| format!("#[{verb}]"),
    elsewhere: &[],
    list: "known verbs: `#[get]`, `#[post]`, `#[put]`, `#[patch]`, `#[delete]`",
};

/// Words that mean something of their own, however near they are to a verb.
const OTHER: [&str; 10] =
    ["doc", "cfg", "cfg_attr", "allow", "expect", "deprecated", "must_use", "inline", "test", "path"];

impl Meant {
    /// Where the method has a verb already, other attributes may well be the user's own.
    pub(crate) fn of(attr: &Attribute, has_verb: bool) -> Self {
        let name = last_name(attr);
        match (Verb::named(&name), attr.style) {
            (Some(verb), AttrStyle::Outer) => return Meant::Verb(verb),
            (Some(_), AttrStyle::Inner(_)) => {
                let message = format!("`#![{name}]` is an attribute of the trait");
                return Meant::WrongVerb(Problem::new(attr, message, "without the `!`, it is one of the method"));
            }
            (None, _) => {}
        }
        if name == "clerk_api" {
            let help = "it goes on the trait; the method has a verb";
            return Meant::Wrong(Problem::new(attr, "`#[clerk_api]` is on a method", help));
        }
        if let Some(inner) = conditional(attr) {
            let help = format!("declare the method twice, each with a `#[cfg(…)]` and a `#[{inner}(…)]` of its own");
            return Meant::WrongVerb(Problem::new(attr, format!("`#[{inner}]` cannot depend on `#[cfg_attr]`"), help));
        }
        if attr.path().segments.len() > 1 || OTHER.contains(&name.as_str()) {
            return Meant::Other;
        }
        if Kind::named(&name).is_some() {
            let message = format!("`#[{name}]` is on the method, not on an argument");
            let help = format!("put it in front of the argument: `{} name: &T`", text(attr));
            return Meant::Wrong(Problem::new(attr, message, help));
        }
        if ["idempotent", "paginate"].contains(&name.as_str()) {
            let said = match &attr.meta {
                Meta::List(list) => format!("{name} = {}", text(&list.tokens)),
                meta => text(meta),
            };
            let help = format!("put it behind the path of the verb, as in `#[get(\"/users\", {said})]`");
            return Meant::Wrong(Problem::new(attr, format!("`{name}` is an option of the verb"), help));
        }
        misspelt(&name, attr, has_verb).map_or(Meant::Other, Meant::WrongVerb)
    }
}

/// `#[pst("/users")]`, `#[GET("/users")]`, `#[get_mapping("/users")]`, `#[route(GET, "/users")]`.
fn misspelt(name: &str, attr: &Attribute, has_verb: bool) -> Option<Problem> {
    let plain = name.to_lowercase();
    let path = first_literal(attr.meta.to_token_stream()).filter(|text| template::parse(text).is_ok());
    let unknown = |help: String| Problem::new(attr, format!("unknown HTTP verb attribute `#[{name}]`"), help);
    if ["head", "options", "trace", "connect", "query_method"].contains(&plain.as_str()) {
        let message = format!("`#[{name}]` is not a verb of `#[clerk_api]`");
        return Some(Problem::new(attr, message, VERBS.list));
    }
    let nearest = crate::diag::similar(name, Verb::NAMES).or_else(|| VERBS.part_of(name));
    let is_verb_in_capitals = Verb::named(&plain).is_some();
    if has_verb && !is_verb_in_capitals {
        return None;
    }
    let routing = ["route", "request", "endpoint", "http", "api", "url"].contains(&plain.as_str());
    let said = nearest.or_else(|| said_inside(attr));
    match (said, path) {
        (Some(verb), Some(path)) => Some(unknown(format!("write `#[{verb}({path:?})]`"))),
        (Some(verb), None) if nearest.is_some() => Some(unknown(format!("did you mean `#[{verb}]`?"))),
        (None, Some(_)) => Some(unknown(VERBS.list.to_owned())),
        _ if routing => Some(unknown(VERBS.list.to_owned())),
        _ => None,
    }
}

/// The verb in `#[request(GET, "/users")]`.
fn said_inside(attr: &Attribute) -> Option<&'static str> {
    let said = |token: TokenTree| {
        let word = token.to_string().trim_matches('"').to_lowercase();
        Verb::named(&word).map(Verb::name)
    };
    let Meta::List(list) = &attr.meta else { return None };
    flatten(list.tokens.clone()).find_map(said)
}

/// The verb in `#[cfg_attr(…, get("/path"))]`.
fn conditional(attr: &Attribute) -> Option<String> {
    let Meta::List(list) = &attr.meta else { return None };
    if !list.path.is_ident("cfg_attr") {
        return None;
    }
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()).filter(|name| Verb::named(name).is_some()),
        _ => None,
    })
}

/// What stands on the trait besides `#[clerk_api]`, if it is ours and wrong.
pub(crate) fn on_trait(attr: &Attribute) -> Option<Problem> {
    let name = last_name(attr);
    let problem = |message: &str, help: &str| Some(Problem::predicate(attr, message, help));
    match name.as_str() {
        "clerk_api" => problem("has `#[clerk_api]` twice", "keep one"),
        "prefix" => {
            let path = first_literal(attr.meta.to_token_stream()).filter(|text| template::parse(text).is_ok());
            let path = path.unwrap_or_else(|| "/v1".to_owned());
            problem("has `#[prefix]`", &format!("write `#[clerk_api(prefix = {path:?})]`"))
        }
        _ if Verb::named(&name).is_some() => {
            problem(&format!("has `#[{name}]`, which goes on a method"), "put it on a method of the trait")
        }
        _ if Kind::named(&name).is_some() => {
            problem(&format!("has `#[{name}]`, which goes on an argument"), "put it on an argument of a method")
        }
        _ => None,
    }
}
