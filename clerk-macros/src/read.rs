//! From tokens to what they say. Each reader returns a `Result`; what went wrong is reported here.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt as _;
use syn::{Attribute, FnArg, Generics, LitStr, Pat, Path, Signature, parse_quote};

use crate::diag::{Diag, Place, Problem, Reported, Site};
use crate::model::{Api, Endpoint, Header, NoRoute, Options, Param, Route, Template, Verb, VerbOptions, last_name};

mod idempotent;
mod likely;
mod meant;
mod member;
mod options;
mod paginate;
mod param;
mod part;
mod response;
mod role;
mod skipped;
mod sound;
mod source;
mod template;
mod verb;

pub(crate) use self::likely::likely;
use self::meant::Meant;
pub(crate) use self::options::read as options;
pub(crate) use self::sound::{
    by_reference, is_client, is_lifetimes_only, is_plain_name, is_shared_self, is_undeclared, not_dyn,
    receiver_lifetime,
};
use self::source::Method;
pub(crate) use self::source::{Item, Source};
pub(crate) use self::template::parse as template;

/// Reads the whole trait. It never fails: what could not be read is `Err` in its place.
pub(crate) fn api(source: Source, options: &Options, diag: &Diag) -> Api {
    let mut header = source.header;
    header.attrs = trait_attrs(&header, diag);
    let is_empty = source.items.is_empty();
    let mut endpoints = Vec::new();
    let mut names = HashSet::new();
    for (index, item) in source.items.into_iter().enumerate() {
        let site = diag.item(index + 1);
        match item {
            Item::Method(method) => {
                let name = method.sig.ident.clone();
                let is_conditional = method.attrs.iter().any(|attr| last_name(attr).starts_with("cfg"));
                // Under `#[cfg]`, two methods of one name may well be right.
                if is_conditional || names.insert(name.unraw().to_string()) {
                    endpoints.push(endpoint(
                        index + 1,
                        *method,
                        options,
                        &header.generics,
                        site.about("method", &name),
                    ));
                } else {
                    let help = "give the second one a name of its own";
                    site.about("method", &name).report(Problem::predicate(&name, "is declared twice", help));
                }
            }
            Item::Other { attrs, keyword, tokens } => {
                site.report(other_item(&attrs, &keyword, tokens));
            }
            Item::Skipped(tokens) => {
                skipped::accepted_by_the_compiler(&tokens).map(|problem| site.report(problem));
            }
        }
    }
    Api { header, endpoints, is_empty, rest: source.rest }
}

/// What stands on the trait besides `#[clerk_api]`.
fn trait_attrs(header: &Header, diag: &Diag) -> Vec<Attribute> {
    let site = diag.head().about("trait", &header.ident);
    let is_kept = |attr: &&Attribute| meant::on_trait(attr).map(|problem| site.report(problem)).is_none();
    header.attrs.iter().filter(is_kept).cloned().collect()
}

fn other_item(attrs: &[Attribute], keyword: &Ident, tokens: TokenStream) -> Problem {
    let what = match keyword.to_string().as_str() {
        "type" => "a type",
        "const" => "a constant",
        _ => "a macro call",
    };
    if let Some(attr) = attrs.iter().find(|attr| Verb::named(&last_name(attr)).is_some()) {
        let message = format!("`#[{}]` is on {what}, not on a method", last_name(attr));
        return Problem::new(attr, message, "a method is declared as `fn name(&self) -> Call<T>;`");
    }
    let name = tokens.clone().into_iter().nth(1).map_or_else(String::new, |name| name.to_string());
    let help = match what {
        "a type" => format!("move `{name}` out of the trait"),
        "a constant" => {
            "move it out of the trait; a common path is written `#[clerk_api(prefix = \"/users\")]`".to_owned()
        }
        _ => "macros are expanded after `#[clerk_api]`; write the methods out".to_owned(),
    };
    Problem::new(tokens, format!("a `#[clerk_api]` trait may only contain methods, this is {what}"), help)
}

fn endpoint(item: usize, method: Method, options: &Options, api: &Generics, site: Site<'_>) -> Endpoint {
    let Method { attrs, vis, modifiers, sig: mut source, body, end } = method;
    let (attrs, route) = attributes(attrs, &source, options, site);
    // Without a verb, a method is no endpoint: that is its one error.
    let is_silent = matches!(route, Err(NoRoute::NoVerb));
    let template = route.as_ref().ok().and_then(|route| route.template.as_ref().ok());
    let (params, problems) = params(&mut source, template);
    let response = response::read(&source).map_err(|wrong| {
        // `async` has its own error, which shows the whole line.
        if source.asyncness.is_none() && !is_silent {
            site.at(Place::Return).report(wrong.problem);
        }
        wrong.likely
    });
    for (place, problem) in problems.into_iter().filter(|_| !is_silent) {
        site.at(place).report(problem);
    }
    let sig = sound::signature(source.clone(), &response, &krate(options), api);
    Endpoint { item, attrs, vis, modifiers, source, sig, body, end, route, params, response }
}

/// Where `clerk_client` is found, if that is known.
fn krate(options: &Options) -> Option<Path> {
    let krate = options.krate.as_ref().ok()?;
    Some(krate.clone().unwrap_or_else(|| parse_quote!(::clerk_client)))
}

/// Takes the verb out of a method's attributes.
fn attributes(
    attrs: Vec<Attribute>,
    sig: &Signature,
    options: &Options,
    site: Site<'_>,
) -> (Vec<Attribute>, Result<Route, NoRoute>) {
    let has_verb = attrs.iter().any(|attr| Verb::named(&last_name(attr)).is_some());
    let mut kept = Vec::new();
    let mut found: Option<(Verb, Result<Route, Reported>)> = None;
    let mut is_excused = false;
    for (index, attr) in attrs.into_iter().enumerate() {
        let site = site.at(Place::Attribute(index));
        match Meant::of(&attr, has_verb) {
            Meant::Other => kept.push(attr),
            Meant::Wrong(problem) => drop(site.report(problem)),
            Meant::WrongVerb(problem) => {
                site.report(problem);
                is_excused = true;
            }
            Meant::Verb(verb) => match &found {
                Some((first, _)) => drop(site.report(second_verb(*first, verb, &attr))),
                None => found = Some((verb, route(verb, &attr, sig, options, site, Place::Attribute(index)))),
            },
        }
    }
    let route = match found {
        Some((_, route)) => route.map_err(|Reported| NoRoute::Unreadable),
        None if is_excused => Err(NoRoute::Unreadable),
        None => {
            let help = format!("add one of {}", Verb::known());
            site.at(Place::Name).report(Problem::predicate(&sig.ident, "has no HTTP verb attribute", help));
            Err(NoRoute::NoVerb)
        }
    };
    (kept, route)
}

fn second_verb(first: Verb, second: Verb, attr: &Attribute) -> Problem {
    let message = match (first.name(), second.name()) {
        (first, second) if first == second => format!("`#[{first}]` is given twice"),
        (first, second) => format!("two HTTP verbs, `#[{first}]` and `#[{second}]`"),
    };
    Problem::new(attr, message, "keep one; declare two methods for two endpoints")
}

/// The names of the arguments, for "did you mean".
fn argument_names(sig: &Signature) -> Vec<String> {
    let name = |input: &FnArg| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pat) => Some(pat.ident.unraw().to_string()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    };
    sig.inputs.iter().filter_map(name).collect()
}

fn route(
    verb: Verb,
    attr: &Attribute,
    sig: &Signature,
    options: &Options,
    site: Site<'_>,
    place: Place,
) -> Result<Route, Reported> {
    let report = |problem: Problem| site.report(problem);
    let arguments = verb::arguments(verb, attr).map_err(report)?;
    let literal = arguments.path(verb).map_err(report)?;
    // A prefix that could not be read is one all the same.
    let lost = Template::default();
    let prefix = match &options.prefix {
        Ok(prefix) => prefix.as_ref().map(|prefix| &prefix.template),
        Err(Reported) => Some(&lost),
    };
    let template = verb::path(&literal, prefix, || argument_names(sig)).map_err(report);
    let template = template.and_then(|template| under_prefix(template, options, &literal, site));
    let mut said = VerbOptions::default();
    for part in &arguments.options {
        if let Err(problem) = verb::set(&mut said, verb, &literal, part) {
            site.report(problem);
        }
    }
    Ok(Route { verb, literal, template, options: said, place })
}

/// The whole path; a prefix that could not be read takes it along.
fn under_prefix(template: Template, options: &Options, literal: &LitStr, site: Site<'_>) -> Result<Template, Reported> {
    let Some(prefix) = options.prefix.as_ref().map_err(|reported| *reported)? else { return Ok(template) };
    let prefix = &prefix.template;
    let Some(rest) = template.after(prefix) else { return Ok(template.under(prefix)) };
    let rest = if rest.segments.is_empty() { String::new() } else { rest.declared() };
    let message = format!("the path already starts with the prefix `{}`", prefix.declared());
    Err(site.error(literal, message, format!("write `\"{rest}\"`")))
}

/// Takes the roles out of the arguments.
fn params(sig: &mut Signature, template: Option<&Template>) -> (Vec<Param>, Vec<(Place, Problem)>) {
    let mut params = Vec::new();
    let mut problems = Vec::new();
    for (index, input) in sig.inputs.iter_mut().enumerate() {
        match input {
            // A client in the place of `&self` is no argument; the receiver has the error.
            FnArg::Typed(typed) if index == 0 && is_client(&typed.ty) => {}
            FnArg::Typed(typed) => {
                let (param, wrong) = param::read(index, typed, template);
                problems.extend(wrong.into_iter().map(|problem| (param.place, problem)));
                params.push(param);
            }
            FnArg::Receiver(_) => {}
        }
    }
    (params, problems)
}
