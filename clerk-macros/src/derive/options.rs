//! `#[clerk(…)]` on a struct, an enum, a field or a variant.

use proc_macro2::{Ident, Span};
use syn::{Attribute, LitInt, LitStr, Path, Token, parse_quote};

use super::attribute::{Value, Word, words};
use super::vocabulary;
use super::vocabulary::Derive;
use crate::diag::{Problem, Site, Words};

/// What stands on a field. The spans are those of the words, for errors.
#[derive(Default)]
pub(crate) struct FieldOptions {
    pub(crate) required: Option<Span>,
    pub(crate) serde: Option<Span>,
    pub(crate) flatten: Option<Span>,
    pub(crate) signed: Option<Span>,
    pub(crate) no_setter: Option<Span>,
    pub(crate) range: Option<Range>,
    pub(crate) one: Option<Ident>,
    pub(crate) many: Option<Ident>,
}

/// `range = 1..=500`.
pub(crate) struct Range {
    pub(crate) word: Span,
    pub(crate) first: LitInt,
    pub(crate) last: LitInt,
}

/// `ListUsers::filter`: a query, and the field in which it holds this one.
pub(crate) struct Host {
    pub(crate) query: Path,
    pub(crate) field: Ident,
}

/// What stands on the struct or the enum.
pub(crate) struct ModelOptions {
    pub(crate) root: Path,
    pub(crate) hosts: Vec<Host>,
}

pub(crate) fn on_model(attrs: &[Attribute], derive: Derive, site: Site<'_>) -> ModelOptions {
    let mut options = ModelOptions { root: parse_quote!(::clerk_client), hosts: Vec::new() };
    for_each(attrs, vocabulary::outside(derive), site, |word| match word.name.to_string().as_str() {
        "crate" => path(word).map(|path| options.root = path),
        _ => hosts(word).map(|hosts| options.hosts = hosts),
    });
    options
}

pub(crate) fn on_field(attrs: &[Attribute], derive: Derive, site: Site<'_>) -> FieldOptions {
    let mut options = FieldOptions::default();
    for_each(attrs, vocabulary::inside(derive), site, |word| {
        let span = word.name.span();
        let flag = || word.flag().map(|()| Some(span));
        match word.name.to_string().as_str() {
            "required" => flag().map(|flag| options.required = flag),
            "serde" => flag().map(|flag| options.serde = flag),
            "flatten" => flag().map(|flag| options.flatten = flag),
            "signed" => flag().map(|flag| options.signed = flag),
            "no_setter" => flag().map(|flag| options.no_setter = flag),
            "range" => range(word).map(|range| options.range = Some(range)),
            "one" => method(word, "user_id").map(|name| options.one = Some(name)),
            _ => method(word, "user_ids").map(|name| options.many = Some(name)),
        }
    });
    options
}

/// Whether the variant keeps any other text.
pub(crate) fn is_other(attrs: &[Attribute], site: Site<'_>) -> bool {
    let mut is_other = false;
    for_each(attrs, vocabulary::inside(Derive::Enum), site, |word| word.flag().map(|()| is_other = true));
    is_other
}

/// Calls `read` with each word that is known; the others, and repeated ones, are reported.
fn for_each(attrs: &[Attribute], known: &Words, site: Site<'_>, mut read: impl FnMut(&Word) -> Result<(), Problem>) {
    let mut seen: Vec<String> = Vec::new();
    for word in words(attrs, "clerk", site) {
        let name = word.name.to_string();
        let outcome = if !known.known.contains(&name.as_str()) {
            Err(Problem::new(&word.name, format!("unknown option `{name}`"), known.help(&name)))
        } else if seen.contains(&name) {
            Err(Problem::new(&word.name, format!("`{name}` is there twice"), "remove one"))
        } else {
            read(&word)
        };
        if let Err(problem) = outcome {
            site.at(word.place).report(problem);
        }
        seen.push(name);
    }
}

fn path(word: &Word) -> Result<Path, Problem> {
    let Value::Is(tokens) = &word.value else {
        return Err(word.wrong("takes a path", "write `crate = path::to::clerk_client`"));
    };
    syn::parse2::<Path>(tokens.clone()).map_err(|_| {
        let written = syn::parse2::<LitStr>(tokens.clone()).map(|text| text.value());
        let path = written.ok().filter(|text| syn::parse_str::<Path>(text).is_ok());
        let path = path.as_deref().unwrap_or("path::to::clerk_client");
        word.wrong("takes a path", &format!("write `crate = {path}`"))
    })
}

fn range(word: &Word) -> Result<Range, Problem> {
    let wrong = || {
        let help = "write the least and the largest value: `range = 1..=500`";
        word.wrong("takes two non-negative integer literals", help)
    };
    let Value::Is(tokens) = &word.value else { return Err(wrong()) };
    let parse = |input: syn::parse::ParseStream<'_>| {
        let first = input.parse::<LitInt>()?;
        input.parse::<Token![..=]>()?;
        Ok(Range { word: word.name.span(), first, last: input.parse()? })
    };
    let range = syn::parse::Parser::parse2(parse, tokens.clone()).map_err(|_| wrong())?;
    let (Ok(first), Ok(last)) = (range.first.base10_parse::<u128>(), range.last.base10_parse::<u128>()) else {
        return Err(wrong());
    };
    if !range.first.suffix().is_empty() || !range.last.suffix().is_empty() {
        let help = format!("write `range = {first}..={last}`");
        return Err(word.wrong("has a suffix at a number", &help));
    }
    if first > last {
        return Err(word.wrong("is empty", &format!("write `range = {last}..={first}`")));
    }
    Ok(range)
}

/// The name of a method.
fn method(word: &Word, example: &str) -> Result<Ident, Problem> {
    let text = word.text(example)?;
    let ident = text.parse::<Ident>();
    ident.map_err(|_| word.wrong("is not the name of a method", &format!("write `{} = \"{example}\"`", word.name)))
}

fn hosts(word: &Word) -> Result<Vec<Host>, Problem> {
    let wrong = || {
        let help = "name each query and its field: `flattened_in(ListUsers::filter, CountUsers::filter)`";
        word.wrong("takes the queries that have this one as a field", help)
    };
    let Value::List(tokens) = &word.value else { return Err(wrong()) };
    let list = syn::punctuated::Punctuated::<Path, Token![,]>::parse_terminated;
    let paths = syn::parse::Parser::parse2(list, tokens.clone()).map_err(|_| wrong())?;
    let hosts: Option<Vec<_>> = paths.into_iter().map(host).collect();
    hosts.filter(|hosts| !hosts.is_empty()).ok_or_else(wrong)
}

/// Splits `ListUsers::filter`.
fn host(mut path: Path) -> Option<Host> {
    let field = path.segments.pop()?.ident;
    path.segments.pop_punct();
    (!path.segments.is_empty()).then_some(Host { query: path, field })
}
