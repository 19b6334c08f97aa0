//! Placeholders and arguments that did not find each other: one error for all of a path, not two for each.

use syn::LitStr;

use super::{has_sound_attributes, is_judged};
use crate::diag::{Problem, Site, similar};
use crate::model::{Endpoint, Kind, Param, Role, Template, Verb, is_option, is_scalar, is_value, plain, text};
use crate::read::{is_plain_name, template};

/// An argument that fills a placeholder has no role, and always a value.
pub(crate) fn filled(endpoint: &Endpoint, site: Site<'_>) {
    let Some((_, template)) = endpoint.described() else { return };
    for param in endpoint.params.iter().filter(|param| template.has(&param.name) && is_judged(param, site)) {
        let (Some(ident), name) = (&param.ident, &param.name) else { continue };
        let site = site.at(param.place);
        match &param.role {
            Role::Marked { kind, attr, .. } => {
                let message = format!("argument `{ident}` fills `<{name}>`, so it cannot be `#[{}]`", kind.name());
                site.error(attr, message, "remove the attribute, or rename the placeholder");
            }
            Role::Path if is_option(&param.ty).is_some() => {
                let message = format!("argument `{ident}` fills `<{name}>`, so it cannot be an `Option`");
                site.error(&param.ty, message, format!("declare a second endpoint without `<{name}>`"));
            }
            _ => {}
        }
    }
}

/// Placeholders without an argument, and arguments without a use.
pub(crate) fn check(endpoint: &Endpoint, unfilled: &[&str], site: Site<'_>) {
    let Some((route, template)) = endpoint.described() else { return };
    let mut unused: Vec<&Param> = endpoint.params.iter().filter(|param| is_unused(param, site)).collect();
    let mut missing: Vec<&str> = template.placeholders().filter(|name| !endpoint.has_argument(name)).collect();
    let at_path = site.at(route.place);
    if let Some(name) = template.repeated() {
        at_path.report(repeated(name, &route.literal, &unused));
        return;
    }
    // What no method fills has its error at the prefix; the argument that was meant is not unused.
    let of_prefix: Vec<&str> = missing.iter().copied().filter(|name| unfilled.contains(name)).collect();
    for name in of_prefix {
        take_similar(name, &mut unused);
    }
    missing.retain(|name| !unfilled.contains(name));
    let mut pairs = Vec::new();
    missing.retain(|name| {
        take_similar(name, &mut unused).is_none_or(|found| {
            pairs.push((*name, found));
            false
        })
    });
    let is_alike = !pairs.is_empty();
    take_by_position(&mut missing, &mut unused, &mut pairs);
    // An argument that has its error already, or no readable name, may well have been meant.
    let has_others = endpoint.params.iter().any(|param| matches!(param.role, Role::Broken) || param.ident.is_none());
    if has_others || !endpoint.has_plain_names() {
        missing.clear();
    }
    if !pairs.is_empty() || !missing.is_empty() {
        at_path.report(unmatched(endpoint, &route.literal, &pairs, &missing, is_alike));
    }
    if has_sound_attributes(site) || !pairs.is_empty() {
        for param in unused {
            site.at(param.place).report(not_used(param, route.verb));
        }
    }
}

impl Endpoint {
    fn has_argument(&self, name: &str) -> bool {
        self.params.iter().any(|param| param.name == name)
    }

    fn has_plain_names(&self) -> bool {
        self.source.inputs.iter().all(|input| match input {
            syn::FnArg::Typed(typed) => is_plain_name(&typed.pat),
            syn::FnArg::Receiver(_) => true,
        })
    }
}

/// Marked arguments have their place already, broken ones their error.
fn is_unused(param: &Param, site: Site<'_>) -> bool {
    matches!(param.role, Role::Unmarked) && param.ident.is_some() && is_judged(param, site)
}

/// The unused argument whose name a placeholder most likely means.
fn take_similar<'p>(name: &str, unused: &mut Vec<&'p Param>) -> Option<&'p Param> {
    let candidates: Vec<&Param> = unused.iter().copied().filter(|param| may_be_a_segment(param)).collect();
    let names = || candidates.iter().map(|param| param.name.as_str());
    let alike =
        similar(name, names()).or_else(|| names().find(|other| is_part(name, other) || is_part(other, name)))?;
    let index = unused.iter().position(|param| param.name == alike && may_be_a_segment(param))?;
    Some(unused.remove(index))
}

/// Where as many are left on both sides, in their order: two misspelt placeholders.
fn take_by_position<'p, 'n>(
    missing: &mut Vec<&'n str>,
    unused: &mut Vec<&'p Param>,
    pairs: &mut Vec<(&'n str, &'p Param)>,
) {
    let fits = |(name, param): (&&str, &&Param)| may_be_a_segment(param) && !(is_number(param) && name.ends_with("id"));
    if missing.len() == unused.len() && missing.iter().zip(unused.iter()).all(fits) {
        pairs.extend(missing.drain(..).zip(unused.drain(..)));
    }
}

/// A text, a number, or a type of the user's own, by value; not a list, and not a struct behind a reference.
fn may_be_a_segment(param: &Param) -> bool {
    match plain(&param.ty) {
        syn::Type::Reference(reference) => is_scalar(&reference.elem) || text(&*reference.elem).ends_with("Id"),
        ty => is_scalar(ty) || !is_value(ty),
    }
}

fn is_number(param: &Param) -> bool {
    is_scalar(&param.ty) && !["str", "String", "Cow"].iter().any(|word| text(&param.ty).contains(word))
}

/// `user` and `id` are parts of `user_id`.
fn is_part(part: &str, whole: &str) -> bool {
    whole.ends_with(&format!("_{part}")) || whole.starts_with(&format!("{part}_"))
}

/// `/<id>/passkeys/<id>` with `id` and `passkey_id`.
fn repeated(name: &str, literal: &LitStr, unused: &[&Param]) -> Problem {
    let other = unused.iter().find(|param| may_be_a_segment(param) && is_part(name, &param.name));
    let path = literal.value();
    let mended = other.zip(path.rfind(&format!("<{name}>"))).map(|(other, at)| {
        let end = at + name.len() + 2;
        format!("{}<{}>{}", &path[..at], other.name, &path[end..])
    });
    let help = match mended.filter(|path| template(path).is_ok_and(|template| template.repeated().is_none())) {
        Some(path) => format!("write `{path:?}`"),
        None => "give the second one its own argument".to_owned(),
    };
    Problem::new(literal, format!("placeholder `<{name}>` appears twice"), help)
}

fn unmatched(
    endpoint: &Endpoint,
    literal: &LitStr,
    pairs: &[(&str, &Param)],
    missing: &[&str],
    is_alike: bool,
) -> Problem {
    let wrong: Vec<&str> = pairs.iter().map(|(name, _)| *name).chain(missing.iter().copied()).collect();
    let message = match wrong.as_slice() {
        [name] => format!("placeholder `<{name}>` matches no argument"),
        names => format!("placeholders `<{}>` match no argument", names.join(">`, `<")),
    };
    let mut help: Vec<String> = Vec::new();
    if let Some((_, first)) = pairs.first() {
        let what = match (pairs.len(), is_alike) {
            (1, true) => format!("an argument with a similar name exists: `{}`", first.name),
            (1, false) => format!("no placeholder is called `{}`", first.name),
            _ => format!(
                "the arguments are `{}`",
                pairs.iter().map(|(_, p)| p.name.as_str()).collect::<Vec<_>>().join("`, `")
            ),
        };
        help.push(what);
        help.extend(renamed(literal, pairs));
    }
    help.extend(missing.iter().map(|name| missing_argument(endpoint, name)));
    Problem::new(literal, message, help.join("; "))
}

/// The path with the arguments' names in it. A placeholder of the prefix is not in it.
fn renamed(literal: &LitStr, pairs: &[(&str, &Param)]) -> Option<String> {
    let mut path = literal.value();
    for (name, param) in pairs {
        path = path.replace(&format!("<{name}>"), &format!("<{}>", param.name));
    }
    let is_better = path != literal.value() && template(&path).is_ok_and(|path: Template| path.repeated().is_none());
    is_better.then(|| format!("write `{path:?}`"))
}

fn missing_argument(endpoint: &Endpoint, name: &str) -> String {
    let marked = endpoint.params.iter().filter(|param| matches!(param.role, Role::Marked { .. }));
    match similar(name, marked.map(|param| param.name.as_str())) {
        Some(argument) => format!("`{argument}` has a role; remove its attribute if it is meant for the path"),
        None => format!("add an argument: `{}: &str`", as_argument(name)),
    }
}

/// Keywords need `r#`.
fn as_argument(name: &str) -> String {
    let is_plain = name != "gen" && syn::parse_str::<syn::Ident>(name).is_ok();
    if is_plain { name.to_owned() } else { format!("r#{name}") }
}

fn not_used(param: &Param, verb: Verb) -> Problem {
    let (name, ty) = (&param.name, text(&param.ty));
    let ident = param.ident.as_ref().map_or_else(|| name.clone(), ToString::to_string);
    let is_value = is_value(&param.ty) || ty.ends_with("Id");
    let line = match verb {
        _ if is_value => format!("#[{}({name:?})] {ident}: {ty}", Kind::Query.name()),
        Verb::Get | Verb::Delete => format!("#[query] {ident}: {ty}"),
        _ => format!("#[body] {ident}: {ty}"),
    };
    let in_path = if may_be_a_segment(param) { format!(", or put `<{name}>` in the path") } else { String::new() };
    let help = format!("write `{line}`{in_path}; other roles: `#[body]`, `#[form]`, `#[header(\"…\")]`");
    Problem::new(param, format!("argument `{ident}` is not used by the request"), help)
}
