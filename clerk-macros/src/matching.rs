//! Placeholders and arguments that did not find each other: one error for each pair, not two.

use syn::{LitStr, Type};

use crate::check::unraw;
use crate::errors::{Diag, Place, similar};
use crate::model::{Argument, Method};
use crate::reply::{plain, text};
use crate::role::Role;
use crate::template::Template;
use crate::verb::Verb;

impl Argument {
    /// Whether a placeholder has this argument's name.
    pub(crate) fn fills(&self, template: &Template) -> bool {
        self.ident.as_ref().is_some_and(|ident| template.placeholders().any(|name| name == unraw(ident)))
    }
}

/// Reports placeholders without an argument and arguments without a use. `is_sound` is false when an argument has no
/// readable name: then a placeholder may well be meant for it.
pub(crate) fn names(method: &Method, template: &Template, is_sound: bool, diag: &mut Diag) {
    let Some(path) = &method.path else { return };
    let is_filled =
        |name: &str| method.arguments.iter().filter_map(|a| a.ident.as_ref()).any(|ident| unraw(ident) == name);
    let mut unused: Vec<&Argument> = unmarked(method).filter(|argument| !argument.fills(template)).collect();
    let mut missing: Vec<&str> = template.placeholders().filter(|name| !is_filled(name)).collect();
    missing.dedup();
    let only_one_each = missing.len() == 1 && unused.len() == 1;
    for name in missing {
        let meant = take_meant(name, &mut unused, only_one_each);
        if meant.is_none() && !is_sound {
            continue;
        }
        let message = format!("placeholder `<{name}>` matches no argument of `{}`", method.sig.ident);
        let help = match (meant, marked_similar(name, method)) {
            (Some(Meant::Similar(argument)), _) => {
                format!(
                    "an argument with a similar name exists: `{argument}`{}",
                    renamed(&path.literal, name, &argument)
                )
            }
            (Some(Meant::Only(argument)), _) => {
                format!("no placeholder is called `{argument}`{}", renamed(&path.literal, name, &argument))
            }
            (None, Some(argument)) => {
                format!("`{argument}` has a role; remove its attribute if it is meant for the path")
            }
            (None, None) => format!("add an argument: `{}: &str`", as_argument(name)),
        };
        diag.error(path.place, &path.literal, message, help);
    }
    for argument in unused {
        report_unused(argument, path.verb, diag);
    }
}

/// Marked arguments have their place already, broken ones their error.
fn unmarked(method: &Method) -> impl Iterator<Item = &Argument> {
    method.arguments.iter().filter(|argument| matches!(argument.role, Role::Unmarked) && argument.ident.is_some())
}

/// The argument that was meant, and why we think so.
enum Meant {
    Similar(String),
    /// There is no other.
    Only(String),
}

/// The unused argument that a placeholder most likely means.
fn take_meant(name: &str, unused: &mut Vec<&Argument>, only_one_each: bool) -> Option<Meant> {
    let names: Vec<String> = unused.iter().filter_map(|a| a.ident.as_ref()).map(unraw).collect();
    let names = names.iter().map(String::as_str);
    let contained = |other: &&str| is_part(name, other) || is_part(other, name);
    let alike = similar(name, names.clone()).or_else(|| names.clone().find(contained));
    let only = || names.clone().next().filter(|_| only_one_each && is_value(&unused[0].ty));
    let meant = match alike {
        Some(alike) => Meant::Similar(alike.to_owned()),
        None => Meant::Only(only()?.to_owned()),
    };
    let (Meant::Similar(taken) | Meant::Only(taken)) = &meant;
    unused.retain(|argument| argument.ident.as_ref().is_none_or(|ident| unraw(ident) != *taken));
    Some(meant)
}

/// `user` and `id` are parts of `user_id`.
fn is_part(part: &str, whole: &str) -> bool {
    whole.ends_with(&format!("_{part}")) || whole.starts_with(&format!("{part}_"))
}

/// The path with the argument's name in it. A placeholder of the prefix is not in it.
fn renamed(literal: &LitStr, placeholder: &str, argument: &str) -> String {
    let path = literal.value();
    let wrong = format!("<{placeholder}>");
    if !path.contains(&wrong) {
        return String::new();
    }
    format!("; write `\"{}\"`", path.replace(&wrong, &format!("<{argument}>")))
}

fn marked_similar(name: &str, method: &Method) -> Option<String> {
    let marked = method.arguments.iter().filter(|argument| !matches!(argument.role, Role::Unmarked));
    let names: Vec<String> = marked.filter_map(|argument| argument.ident.as_ref()).map(unraw).collect();
    similar(name, names.iter().map(String::as_str)).map(str::to_owned)
}

/// Keywords need `r#`.
fn as_argument(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() { name.to_owned() } else { format!("r#{name}") }
}

fn report_unused(argument: &Argument, verb: Verb, diag: &mut Diag) {
    let Some(ident) = &argument.ident else { return };
    let (name, ty) = (unraw(ident), text(&argument.ty));
    let line = if is_value(&argument.ty) {
        format!("`#[query(\"{name}\")] {ident}: {ty}`")
    } else if matches!(verb, Verb::Get | Verb::Delete) {
        format!("`#[query] {ident}: {ty}`")
    } else {
        format!("`#[body] {ident}: {ty}`")
    };
    let help =
        format!("write {line}, or put `<{name}>` in the path; other roles: `#[body]`, `#[form]`, `#[header(\"…\")]`");
    diag.error(Place::Argument(argument.index), ident, format!("argument `{ident}` is not used by the request"), help);
}

/// Whether a type looks like one value, rather than a struct.
fn is_value(ty: &Type) -> bool {
    let ty = match plain(ty) {
        Type::Reference(reference) => plain(&reference.elem),
        ty => ty,
    };
    let Type::Path(path) = ty else { return matches!(ty, Type::Slice(_) | Type::Array(_)) };
    let scalars = [
        "str", "String", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
        "isize", "f32", "f64", "Option", "Vec", "Cow",
    ];
    let last = path.path.segments.last().map(|segment| segment.ident.to_string());
    last.is_some_and(|name| scalars.contains(&name.as_str()) || name.ends_with("Id"))
}
