//! The verb attributes: `#[get("/users/<user_id>")]`.

use proc_macro2::TokenStream;
use syn::{Attribute, Ident, LitStr, Meta};

use crate::args::{Part, bare, describe, split};
use crate::errors::{Diag, Place, similar};
use crate::retry;
use crate::template::Template;

/// The five verbs that Clerk uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    pub(crate) const ALL: [Verb; 5] = [Verb::Get, Verb::Post, Verb::Put, Verb::Patch, Verb::Delete];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.name() == name)
    }

    /// As the attribute is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Verb::Get => "get",
            Verb::Post => "post",
            Verb::Put => "put",
            Verb::Patch => "patch",
            Verb::Delete => "delete",
        }
    }

    /// As HTTP writes it.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Put => "PUT",
            Verb::Patch => "PATCH",
            Verb::Delete => "DELETE",
        }
    }

    pub(crate) fn known() -> String {
        Self::ALL.map(|verb| format!("`#[{}]`", verb.name())).join(", ")
    }
}

/// The option that a verb takes after its path.
const RETRY: &str = "retry";

const KNOWN: &str = "known argument: `retry = \"never\"`";

/// What other frameworks write into the verb, and where it goes here.
const ELSEWHERE: [(&[&str], &str); 7] = [
    (&["retries", "idempotent", "idempotency", "attempts", "backoff"], KNOWN),
    (&["path", "url", "uri", "route"], "the path comes first, without a key: `#[get(\"/users\")]`"),
    (&["data", "body", "json"], "mark the argument that is the body: `#[body] request: &T`"),
    (&["form", "multipart"], "mark the argument: `#[form] form: &T` or `#[multipart] form: Form`"),
    (&["query", "params"], "mark the argument: `#[query] query: &T` or `#[query(\"key\")] key: u32`"),
    (&["header", "headers", "accept", "format"], "mark the argument: `#[header(\"x-name\")] value: &str`"),
    (&["timeout"], "set it on the call: `.timeout(duration)`"),
];

/// The path of a verb attribute, as far as it can be read.
pub(crate) struct Path {
    pub(crate) literal: LitStr,
    /// `None` when the text is no path.
    pub(crate) template: Option<Template>,
    pub(crate) retry: Option<retry::Declared>,
}

/// Reads `#[get("/path", …)]`.
pub(crate) fn read(verb: Verb, attr: &Attribute, place: Place, diag: &mut Diag) -> Option<Path> {
    let name = verb.name();
    let write = format!("write `#[{name}(\"/path\")]`");
    let list = match &attr.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => list,
        Meta::Path(_) => {
            diag.error(place, attr, format!("`#[{name}]` needs a path template"), write);
            return None;
        }
        meta => {
            let help = match first_literal(meta) {
                Some(path) => format!("write `#[{name}(\"{path}\")]`"),
                None => write,
            };
            diag.error(place, attr, format!("`#[{name}]` takes its path in parentheses"), help);
            return None;
        }
    };
    let mut parts = split(list.tokens.clone()).into_iter();
    let Some(first) = parts.next() else {
        diag.error(place, attr, format!("`#[{name}]` needs a path template"), write);
        return None;
    };
    let mut path = read_path(verb, first, place, diag)?;
    let mut options = Vec::new();
    for part in parts {
        let Some(option) = read_option(verb, part, place, diag) else { continue };
        if options.contains(&option.key) {
            diag.error(place, &option.key, format!("`{}` is given twice", option.key), "keep one");
            continue;
        }
        path.retry = retry::read(&option, place, diag);
        options.push(option.key);
    }
    Some(path)
}

/// The path in `#[get = "/users"]` or `#[get { path = "/users" }]`.
fn first_literal(meta: &Meta) -> Option<String> {
    let tokens = match meta {
        Meta::NameValue(pair) => quote::ToTokens::to_token_stream(&pair.value),
        Meta::List(list) => list.tokens.clone(),
        Meta::Path(_) => return None,
    };
    tokens.into_iter().find_map(|token| syn::parse2::<LitStr>(token.into()).ok()).map(|literal| literal.value())
}

fn read_path(verb: Verb, tokens: TokenStream, place: Place, diag: &mut Diag) -> Option<Path> {
    let name = verb.name();
    let literal = match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(literal) => literal,
        Err(_) => {
            let (message, help) = not_a_literal(name, &tokens);
            diag.error(place, tokens, message, help);
            return None;
        }
    };
    if !literal.suffix().is_empty() {
        let help = format!("write `\"{}\"`", literal.value());
        diag.error(place, &literal, format!("unexpected suffix `{}` of the path", literal.suffix()), help);
        return None;
    }
    let template = match Template::parse(&literal.value()) {
        Ok(template) => Some(template),
        Err(flaws) => {
            for flaw in flaws {
                diag.error(place, &literal, flaw.message, flaw.help);
            }
            None
        }
    };
    Some(Path { literal, template, retry: None })
}

/// The message and the way out for `#[get(404)]`, `#[get(path = "/users")]`, `#[get(/users/<id>)]`, …
fn not_a_literal(verb: &str, tokens: &TokenStream) -> (String, String) {
    let expected = "expected a string literal";
    let mut found = describe(tokens);
    let mut help = format!("write `#[{verb}(\"/path\")]`");
    let mut literals = tokens.clone().into_iter().filter_map(|token| syn::parse2::<LitStr>(token.into()).ok());
    let text: String = tokens.to_string().split_whitespace().collect();
    if let Some(part) = Part::read(tokens.clone(), |_| ()).filter(Part::has_equals) {
        found = "a key";
        if let Some(path) = literals.next() {
            help = format!("the path comes first, without a key: `#[{verb}(\"{}\")]`", path.value());
        } else {
            help = format!("the path comes first, `{}` after it: `#[{verb}(\"/path\", …)]`", part.key);
        }
    } else if let Some(path) = literals.next() {
        return (
            "unexpected tokens around the path template".to_owned(),
            format!("write `#[{verb}(\"{}\")]`", path.value()),
        );
    } else if text.starts_with('/') {
        found = "a path without quotes";
        help = format!("write `#[{verb}(\"{text}\")]`");
    } else if matches!(found, "a macro call" | "a name") {
        help = format!("attributes are read before constants and macros: write `#[{verb}(\"/path\")]`");
    }
    (format!("{expected}, found {found}"), help)
}

/// An option that there is; what is none has its error.
fn read_option(verb: Verb, tokens: TokenStream, place: Place, diag: &mut Diag) -> Option<Part> {
    let name = verb.name();
    if syn::parse2::<LitStr>(tokens.clone()).is_ok() {
        diag.error(place, tokens, "unexpected second path template", "declare one method per endpoint");
        return None;
    }
    let part = Part::read(tokens, |tokens| {
        let message = format!("unexpected {} after the path of `#[{name}]`", bare(describe(&tokens)));
        diag.error(place, tokens, message, KNOWN);
    })?;
    if part.key == RETRY {
        return Some(part);
    }
    let key = part.key.to_string();
    let elsewhere = ELSEWHERE.iter().find(|(keys, _)| keys.contains(&key.as_str()));
    let help = match (similar(&key, [RETRY]), elsewhere) {
        (Some(option), _) => format!("did you mean `{option}`?"),
        (None, Some((_, help))) => (*help).to_owned(),
        (None, None) => KNOWN.to_owned(),
    };
    diag.error(place, &part.key, format!("unknown argument `{key}` of `#[{name}]`"), help);
    None
}

/// A word in the place of a verb that is none.
pub(crate) enum Strange {
    /// Looks like a verb: the error and the way out.
    Verb(String, String),
    /// Belongs on an argument.
    Role,
}

/// Whether an attribute that we do not know was meant as a verb, or as the role of an argument.
/// Where a verb is there already, other attributes may well be the user's own.
pub(crate) fn strange(name: &Ident, attr: &Attribute, has_verb: bool) -> Option<Strange> {
    let name = name.to_string();
    if is_other_attribute(&name) {
        return None;
    }
    if crate::role::NAMES.contains(&name.as_str()) {
        return Some(Strange::Role);
    }
    let unknown = format!("unknown HTTP verb attribute `#[{name}]`");
    let plain = name.to_lowercase();
    if let Some(verb) = Verb::named(&plain).filter(|_| plain != name) {
        return Some(Strange::Verb(unknown, format!("did you mean `#[{}]`?", verb.name())));
    }
    if ["head", "options", "trace", "connect", "query_method"].contains(&plain.as_str()) {
        let message = format!("`#[{name}]` is not a verb of `#[clerk_api]`");
        return Some(Strange::Verb(message, format!("known verbs: {}", Verb::known())));
    }
    if has_verb {
        return None;
    }
    if let Some(verb) = similar(&name, Verb::ALL.map(Verb::name)) {
        return Some(Strange::Verb(unknown, format!("did you mean `#[{verb}]`?")));
    }
    let takes_path = first_literal(&attr.meta).is_some_and(|text| text.starts_with('/'));
    let routing = ["route", "request", "endpoint", "http", "api", "url"].contains(&plain.as_str());
    if takes_path || routing {
        return Some(Strange::Verb(unknown, format!("known verbs: {}", Verb::known())));
    }
    None
}

/// Words that mean something of their own, however near they are to a verb.
fn is_other_attribute(name: &str) -> bool {
    matches!(
        name,
        "doc" | "cfg" | "cfg_attr" | "allow" | "expect" | "deprecated" | "must_use" | "inline" | "test" | "path"
    )
}
