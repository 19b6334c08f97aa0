//! The roles of a method's arguments, against each other and against the verb.

use syn::Type;

use super::is_judged;
use crate::diag::{Problem, Site};
use crate::model::{
    Endpoint, Idempotency, Kind, Param, Role, Verb, is_option, is_scalar, is_value, named, plain, text,
};

pub(crate) fn check(endpoint: &Endpoint, site: Site<'_>) {
    for param in &endpoint.params {
        scalar_as_whole(param, site);
        map_under_a_key(param, site);
    }
    bodies(endpoint, site);
    names_taken_twice(endpoint, site);
    unless_without_a_body(endpoint, site);
}

/// `#[query] limit: u32`: a value without a name. `#[form]` and `#[multipart]` likewise.
fn scalar_as_whole(param: &Param, site: Site<'_>) {
    let (what, takes) = match param.kind() {
        Some(Kind::Query | Kind::Form) if is_value(&param.ty) => ("value", "a struct whose fields have names"),
        Some(Kind::Multipart) if is_part(&param.ty) => ("part", "a whole form"),
        _ => return,
    };
    let Some(kind) = param.kind().filter(|_| param.member().is_none() && is_judged(param, site)) else { return };
    let (role, name) = (kind.name(), &param.name);
    let message = format!("argument `{name}` is one {what}, and `#[{role}]` takes {takes}");
    let help = format!("give it a name: write `#[{role}({name:?})] {}: {}`", ident(param), text(&param.ty));
    site.at(param.place).error(param, message, help);
}

/// A text, a number or a `Part`, or an `Option` of one.
fn is_part(ty: &Type) -> bool {
    is_scalar(ty) || named(ty, &["Part"]).is_some() || is_option(ty).is_some_and(|inner| is_part(&inner))
}

/// `#[query("filter")] filter: &HashMap<…>`: what has names of its own cannot be one value.
fn map_under_a_key(param: &Param, site: Site<'_>) {
    let Some(kind @ (Kind::Query | Kind::Form)) = param.kind() else { return };
    let ty = match plain(&param.ty) {
        Type::Reference(reference) => plain(&reference.elem),
        ty => ty,
    };
    let has_names = named(ty, &["HashMap", "BTreeMap", "IndexMap"]).is_some() || matches!(ty, Type::Tuple(_));
    if param.member().is_none() || !has_names || !is_judged(param, site) {
        return;
    }
    let role = kind.name();
    let message = format!("argument `{}` has names of its own, so it cannot be sent under one", param.name);
    let help = format!("write `#[{role}] {}: {}`", ident(param), text(&param.ty));
    site.at(param.place).error(param, message, help);
}

fn ident(param: &Param) -> String {
    param.ident.as_ref().map_or_else(|| param.name.clone(), ToString::to_string)
}

/// One kind of body, whole or in members, and none on GET.
fn bodies(endpoint: &Endpoint, site: Site<'_>) {
    let is_body = |param: &&Param| param.kind().is_some_and(Kind::is_body);
    let bodies: Vec<&Param> = endpoint.params.iter().filter(is_body).filter(|param| is_judged(param, site)).collect();
    let Some((first, others)) = bodies.split_first() else { return };
    let is_get = endpoint.route.as_ref().is_ok_and(|route| route.verb == Verb::Get);
    if let (true, Role::Marked { kind, attr, .. }) = (is_get, &first.role) {
        let help = format!("send the values as `#[query]`, or use `#[post]` with `#[{}]`", kind.name());
        site.at(first.place).error(attr, "a GET request has no body", help);
        return;
    }
    for second in others {
        if let Some(problem) = two_bodies(first, second) {
            site.at(second.place).report(problem);
        }
    }
}

/// Members of one body are fine; anything else is two bodies.
fn two_bodies(first: &Param, second: &Param) -> Option<Problem> {
    let Role::Marked { kind, attr, .. } = &second.role else { return None };
    let (a, b) = (&first.name, &second.name);
    let are_members = (first.member().is_some(), second.member().is_some());
    let help = match (first.kind()?, *kind, are_members) {
        (first, second, (true, true)) if first == second => return None,
        (first, second, (true, false) | (false, true)) if first == second => {
            format!("put one into the other, or mark both as members: `{}`", second.row().example)
        }
        (Kind::Multipart, Kind::Multipart, _) => format!("add the fields of `{b}` as parts of `{a}`"),
        (first, second, _) if first == second => "put both in one struct, or mark one `#[query]`".to_owned(),
        (Kind::Multipart, _, _) => format!("add the fields of `{b}` as parts: `#[multipart(\"name\")]`"),
        (_, Kind::Multipart, _) => format!("add the fields of `{a}` as parts: `#[multipart(\"name\")]`"),
        _ => "a request is either JSON or a form".to_owned(),
    };
    Some(Problem::predicate(attr, format!("has two bodies, `{a}` and `{b}`"), help))
}

/// One query key, header or member from two arguments. Parts of a multipart form may share a name.
fn names_taken_twice(endpoint: &Endpoint, site: Site<'_>) {
    let mut seen: Vec<(Kind, String, &str)> = Vec::new();
    for param in &endpoint.params {
        let (Some(kind), Some(literal)) = (param.kind(), param.member()) else { continue };
        let name = if kind == Kind::Header { literal.value().to_lowercase() } else { literal.value() };
        let first = seen.iter().find(|(taken_as, taken, _)| *taken_as == kind && *taken == name);
        match first {
            Some((_, _, first)) if kind != Kind::Multipart && is_judged(param, site) => {
                let message = format!("{} `{name}` is already sent by `{first}`", kind.row().key);
                let help = match kind {
                    Kind::Query | Kind::Form => "give it its own key, or take one list: the key is repeated",
                    _ => "give it its own name",
                };
                site.at(param.place).error(literal, message, help);
            }
            _ => seen.push((kind, name, &param.name)),
        }
    }
}

/// `unless` looks into a JSON body, so there must be one; its members are known if they are arguments.
fn unless_without_a_body(endpoint: &Endpoint, site: Site<'_>) {
    let Ok(route) = &endpoint.route else { return };
    let Some(declared) = &route.options.idempotent else { return };
    let Idempotency::Unless(members) = &declared.value else { return };
    if endpoint.params.iter().any(|param| matches!(param.role, Role::Broken)) {
        return;
    }
    let site = site.at(route.place);
    let bodies: Vec<_> = endpoint.params.iter().filter(|param| param.kind() == Some(Kind::Body)).collect();
    if bodies.is_empty() {
        let message = "`unless` looks at the members of a JSON body, and there is none";
        let help = "mark the argument that is the body `#[body]`, or write `idempotent = false`";
        site.error(&declared.tokens, message, help);
        return;
    }
    let sent: Vec<String> = bodies.iter().filter_map(|param| param.member()).map(syn::LitStr::value).collect();
    if sent.len() < bodies.len() {
        return;
    }
    if let Some(member) = members.iter().find(|member| !sent.contains(member)) {
        let message = format!("`unless` names `{member}`, and no argument is that member of the body");
        site.error(&declared.tokens, message, format!("the members are `{}`", sent.join("`, `")));
    }
}
