//! The rules, one small function each. A rule reports one kind of mistake and stays quiet where another has spoken.

use syn::{GenericParam, Generics, Ident, LitStr};

use crate::args::Options;
use crate::errors::{Diag, Place};
use crate::model::{Api, Argument, Method};
use crate::reply::text;
use crate::role::Role;
use crate::signature::{argument_type, lifetimes, names_taken_twice, pattern, self_in_reply};
use crate::template::{Segment, Template};
use crate::verb::Verb;

/// Everything about the trait itself.
pub(crate) fn header(api: &Api, modifiers: &[Ident], is_empty: bool, diag: &mut Diag) {
    let name = &api.ident;
    for modifier in modifiers {
        let message = format!("`#[clerk_api]` trait `{name}` cannot be `{modifier}`");
        diag.error(Place::Name, modifier, message, format!("remove `{modifier}`"));
    }
    if is_empty {
        let message = format!("`#[clerk_api]` trait `{name}` has no endpoints");
        diag.error(Place::Name, name, message, "add a method with a verb attribute, such as `#[get(\"/users\")]`");
    }
    generics(api, diag);
    supertraits(api, diag);
    where_clause(api, diag);
}

fn generics(api: &Api, diag: &mut Diag) {
    let params = &api.generics.params;
    if params.is_empty() {
        return;
    }
    let only_lifetimes = params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    let (what, help) = if only_lifetimes {
        ("have lifetime parameters", "a `Call` owns everything it needs")
    } else {
        ("be generic", "an API has one set of endpoints; use the type in an argument or in `Call<…>`")
    };
    diag.error(Place::Generics, params, format!("`#[clerk_api]` trait `{}` cannot {what}", api.ident), help);
}

/// Traits of std that make `dyn` impossible.
pub(crate) const NOT_DYN: [&str; 9] =
    ["Sized", "Clone", "Copy", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// The trait of std that this bound is, if it makes `dyn` impossible.
pub(crate) fn not_dyn(bound: &syn::TypeParamBound) -> Option<&'static str> {
    let syn::TypeParamBound::Trait(bound) = bound else { return None };
    let last = bound.path.segments.last()?;
    NOT_DYN.into_iter().find(|name| bound.maybe.is_none() && last.ident == name)
}

fn supertraits(api: &Api, diag: &mut Diag) {
    for bound in &api.supertraits {
        if let Some(found) = not_dyn(bound) {
            let message = format!("`#[clerk_api]` trait `{}` cannot require `{found}`", api.ident);
            diag.error(
                Place::Generics,
                bound,
                message,
                format!("remove it: with `{found}`, `&dyn {}` is not possible", api.ident),
            );
        }
    }
}

fn where_clause(api: &Api, diag: &mut Diag) {
    if let Some(clause) = api.generics.where_clause.as_ref().filter(|clause| !clause.predicates.is_empty()) {
        let message = format!("`#[clerk_api]` trait `{}` cannot have a where clause", api.ident);
        diag.error(
            Place::Where,
            clause,
            message,
            "remove it; what every implementor must be goes behind the name: `trait Api: Bound`",
        );
    }
}

/// Everything about one endpoint.
pub(crate) fn method(generics: &Generics, method: &Method, diag: &mut Diag) {
    let mut patterns = method.sig.inputs.iter().enumerate();
    let is_sound = patterns.by_ref().fold(true, |sound, (index, input)| pattern(index, input, diag) && sound);
    for argument in &method.arguments {
        argument_type(argument, diag);
    }
    lifetimes(generics, method, diag);
    self_in_reply(method, diag);
    names_taken_twice(method, diag);
    bodies(method, diag);
    keys_taken_twice(method, diag);
    crate::retry::check(method, diag);
    if let Some(template) = method.path.as_ref().and_then(|path| path.template.as_ref()) {
        placeholders(method, template, is_sound, diag);
    }
}

/// At most one body, and none on GET.
fn bodies(method: &Method, diag: &mut Diag) {
    let mut bodies = method.arguments.iter().filter(|argument| argument.role.is_body());
    let Some(first) = bodies.next() else { return };
    if method.path.as_ref().is_some_and(|path| path.verb == Verb::Get) {
        let role = first.role.name();
        let help = format!("send the values as `#[query]`, or use `#[post]` with `#[{role}]`");
        diag.error(Place::Argument(first.index), &first.attr, "a GET request has no body", help);
        return;
    }
    for second in bodies {
        let (a, b) = (name_of(first), name_of(second));
        let help = match (&first.role, &second.role) {
            (Role::Multipart, _) => format!("add the fields of `{b}` as parts of `{a}`"),
            (_, Role::Multipart) => format!("add the fields of `{a}` as parts of `{b}`"),
            (first, second) if first.name() == second.name() => {
                "put both in one struct, or mark one `#[query]`".to_owned()
            }
            _ => "a request is either JSON or a form".to_owned(),
        };
        let message = format!("method `{}` has two bodies, `{a}` and `{b}`", method.sig.ident);
        diag.error(Place::Argument(second.index), &second.attr, message, help);
    }
}

fn name_of(argument: &Argument) -> String {
    argument.ident.as_ref().map_or_else(|| "_".to_owned(), ToString::to_string)
}

/// One query key, or one header, from two arguments.
fn keys_taken_twice(method: &Method, diag: &mut Diag) {
    let mut seen: Vec<(bool, String, String)> = Vec::new();
    for argument in &method.arguments {
        let (is_header, key, literal) = match &argument.role {
            Role::QueryKey(key) => (false, key.value(), key),
            Role::Header(name) => (true, name.value().to_lowercase(), name),
            _ => continue,
        };
        if let Some((_, _, first)) = seen.iter().find(|(kind, taken, _)| *kind == is_header && *taken == key) {
            let what = if is_header { "header" } else { "query key" };
            let message = format!("{what} `{key}` is already sent by `{first}`");
            let help = if is_header {
                "give it its own name"
            } else {
                "give it its own key, or take one list: the key is repeated"
            };
            diag.error(Place::Argument(argument.index), literal, message, help);
            continue;
        }
        seen.push((is_header, key, name_of(argument)));
    }
}

/// Placeholders against arguments.
fn placeholders(method: &Method, template: &Template, is_sound: bool, diag: &mut Diag) {
    let Some(path) = &method.path else { return };
    for (index, segment) in template.segments.iter().enumerate() {
        if let Segment::Placeholder(name) = segment.clone() {
            if template.segments[..index].contains(segment) {
                let message = format!("placeholder `<{name}>` appears twice");
                diag.error(path.place, &path.literal, message, "give the second one its own argument");
            }
        }
    }
    for argument in &method.arguments {
        if argument.fills(template) {
            filling(argument, diag);
        }
    }
    crate::matching::names(method, template, is_sound, diag);
}

/// An argument that fills a placeholder has no role, and always a value.
fn filling(argument: &Argument, diag: &mut Diag) {
    let name = name_of(argument);
    let place = Place::Argument(argument.index);
    let placeholder = name.trim_start_matches("r#");
    if let Some(attr) = &argument.attr {
        let message =
            format!("argument `{name}` fills `<{placeholder}>`, so it cannot be `#[{}]`", argument.role.name());
        diag.error(place, attr, message, "remove the attribute, or rename the placeholder");
    } else if text(&argument.ty).starts_with("Option<") && matches!(argument.role, Role::Unmarked) {
        let message = format!("argument `{name}` fills `<{placeholder}>`, so it cannot be an `Option`");
        diag.error(place, &argument.ty, message, format!("declare a second endpoint without `<{placeholder}>`"));
    }
}

/// The prefix of the trait, written again in the path.
pub(crate) fn prefix_repeated(template: &Template, options: &Options, literal: &LitStr, place: Place, diag: &mut Diag) {
    let prefix = &options.prefix.segments;
    if prefix.is_empty() || !template.segments.starts_with(prefix) {
        return;
    }
    let rest = Template { segments: template.segments[prefix.len()..].to_vec() };
    let message = format!("the path already starts with the prefix `{}`", options.prefix.declared());
    diag.error(place, literal, message, format!("write `\"{}\"`", rest.declared()));
}

/// `type` for `r#type`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}
