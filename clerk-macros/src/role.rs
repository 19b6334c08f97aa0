//! The attributes of an argument: what it is to the request.

use syn::{Attribute, LitStr, Meta};

use crate::args::{Part, describe, split};
use crate::errors::{Diag, Place, similar};
use crate::reply::flatten;

/// What an argument is to the request.
#[derive(Clone)]
pub(crate) enum Role {
    /// Not marked: fills a placeholder, or is a mistake.
    Unmarked,
    /// Marked, but wrongly: an error has been reported, nothing more is judged.
    Broken,
    Query,
    QueryKey(LitStr),
    Body,
    Form,
    Multipart,
    Header(LitStr),
}

/// The role attributes.
pub(crate) const NAMES: [&str; 5] = ["query", "body", "form", "multipart", "header"];

/// What the roles are called elsewhere, and what to write here.
const ELSEWHERE: [(&[&str], &str); 9] = [
    (&["json", "payload", "data", "entity"], "a JSON body is marked `#[body]`"),
    (
        &["param", "arg", "argument", "params"],
        "mark it `#[query(\"key\")]`, or put a placeholder of its name in the path",
    ),
    (&["queries", "query_params", "query_map", "search"], "a query is marked `#[query]` or `#[query(\"key\")]`"),
    (&["field", "fields", "urlencoded", "form_data"], "a form is marked `#[form]`, all its fields in one struct"),
    (&["part", "file", "upload", "files"], "a file upload is marked `#[multipart]`, all its parts in one `Form`"),
    (&["headers", "header_map"], "one argument is one header: `#[header(\"x-name\")]`"),
    (&["cookie", "cookies"], "Clerk's Backend API takes no cookies; send a header with `#[header(\"cookie\")]`"),
    (&["url", "base_url", "timeout"], "set it on the `Client` or on the call"),
    (
        &["serde", "validate", "default"],
        "put it on the field of a struct, and mark the argument `#[query]` or `#[body]`",
    ),
];

impl Role {
    /// As it is written.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Role::Unmarked | Role::Broken => "",
            Role::Query | Role::QueryKey(_) => "query",
            Role::Body => "body",
            Role::Form => "form",
            Role::Multipart => "multipart",
            Role::Header(_) => "header",
        }
    }

    pub(crate) fn is_body(&self) -> bool {
        matches!(self, Role::Body | Role::Form | Role::Multipart)
    }
}

/// Takes the role out of an argument's attributes. What is left may stand in the generated code.
pub(crate) fn read(
    attrs: &mut Vec<Attribute>,
    argument: &str,
    place: Place,
    diag: &mut Diag,
) -> (Role, Option<Attribute>) {
    let mut found: Option<(Role, Attribute)> = None;
    let mut broken = false;
    let mut documented = false;
    for attr in std::mem::take(attrs) {
        let name = last_name(&attr);
        match name.as_str() {
            "allow" | "warn" | "deny" | "forbid" | "expect" => attrs.push(attr),
            "doc" if documented => {}
            "doc" => {
                documented = true;
                let message = format!("argument `{argument}` cannot have a doc comment");
                diag.error(place, &attr, message, "describe it in the docs of the method");
            }
            "cfg" | "cfg_attr" => {
                broken |= name == "cfg_attr";
                let message = format!("argument `{argument}` cannot depend on `#[{name}]`");
                diag.error(place, &attr, message, "put `#[cfg(…)]` on the method, and declare a second one");
            }
            known if NAMES.contains(&known) => match &found {
                Some((first, _)) => report_second(first, known, &attr, argument, place, diag),
                None => match marked(known, &attr, place, diag) {
                    Some(role) => found = Some((role, attr)),
                    None => broken = true,
                },
            },
            unknown => {
                report_unknown(unknown, &attr, argument, place, diag);
                broken = true;
            }
        }
    }
    match found {
        _ if broken => (Role::Broken, None),
        Some((role, attr)) => (role, Some(attr)),
        None => (Role::Unmarked, None),
    }
}

/// The last segment: `#[clerk_client::get]` is `get`.
pub(crate) fn last_name(attr: &Attribute) -> String {
    attr.path().segments.last().map_or_else(String::new, |segment| segment.ident.to_string())
}

fn report_second(first: &Role, second: &str, attr: &Attribute, argument: &str, place: Place, diag: &mut Diag) {
    let first = first.name();
    let message = if first == second {
        format!("argument `{argument}` has `#[{first}]` twice")
    } else {
        format!("argument `{argument}` is both `#[{first}]` and `#[{second}]`")
    };
    diag.error(place, attr, message, "keep one");
}

fn report_unknown(name: &str, attr: &Attribute, argument: &str, place: Place, diag: &mut Diag) {
    if name == "path" {
        let help = format!("remove it: `{argument}` fills the placeholder `<{argument}>`");
        diag.error(place, attr, "`#[path]` is not needed", help);
        return;
    }
    let elsewhere = ELSEWHERE.iter().find(|(names, _)| names.contains(&name));
    let help = match (elsewhere, similar(name, NAMES)) {
        (Some((_, help)), _) => (*help).to_owned(),
        (None, Some(role)) => format!("did you mean `#[{role}]`?"),
        (None, None) => format!("known attributes: {}", NAMES.map(|role| format!("`#[{role}]`")).join(", ")),
    };
    diag.error(place, attr, format!("unknown argument attribute `#[{name}]` on `{argument}`"), help);
}

/// Reads the attribute of a role.
fn marked(name: &str, attr: &Attribute, place: Place, diag: &mut Diag) -> Option<Role> {
    match name {
        "query" if matches!(attr.meta, Meta::Path(_)) => Some(Role::Query),
        "query" => {
            let key = one_string(attr, "query", "#[query(\"limit\")]", place, diag)?;
            check_key(&key, place, diag).then_some(Role::QueryKey(key))
        }
        "header" => {
            let header = one_string(attr, "header", "#[header(\"x-name\")]", place, diag)?;
            check_header(&header, place, diag).then_some(Role::Header(header))
        }
        "body" => no_arguments(attr, name, Role::Body, place, diag),
        "form" => no_arguments(attr, name, Role::Form, place, diag),
        _ => no_arguments(attr, name, Role::Multipart, place, diag),
    }
}

fn no_arguments(attr: &Attribute, name: &str, role: Role, place: Place, diag: &mut Diag) -> Option<Role> {
    if matches!(attr.meta, Meta::Path(_)) {
        return Some(role);
    }
    let help = match name {
        "body" => "`#[body]` is JSON; use `#[form]` or `#[multipart]` for the others".to_owned(),
        "multipart" => "write `#[multipart]`; the names of the parts are in the `Form`".to_owned(),
        _ => format!("write `#[{name}]`; the names are those of the struct's fields"),
    };
    let message = format!("`#[{name}]` takes no arguments");
    match &attr.meta {
        Meta::List(list) if !list.tokens.is_empty() => diag.error(place, &list.tokens, message, help),
        _ => diag.error(place, attr, message, help),
    }
    None
}

/// The text in `#[query("…")]` or `#[header("…")]`.
fn one_string(attr: &Attribute, name: &str, example: &str, place: Place, diag: &mut Diag) -> Option<LitStr> {
    let what = if name == "header" { "the name of the header" } else { "the key" };
    let Meta::List(list) = &attr.meta else {
        diag.error(
            place,
            attr,
            format!("`#[{name}]` needs {what}"),
            format!("write `{}`", with_text(attr, name, example)),
        );
        return None;
    };
    let mut parts = split(list.tokens.clone()).into_iter();
    let Some(first) = parts.next() else {
        let or = if name == "query" { "`#[query]` or " } else { "" };
        diag.error(place, attr, format!("`#[{name}]` needs {what}"), format!("write {or}`{example}`"));
        return None;
    };
    let literal = match syn::parse2::<LitStr>(first.clone()) {
        Ok(literal) => literal,
        Err(_) => {
            let message = format!("expected a string literal, found {}", describe(&first));
            let help = match Part::read(first.clone(), |_| ())
                .filter(|part| !part.has_equals() && describe(&first) == "a name")
            {
                Some(part) => format!("write `#[{name}(\"{}\")]`", part.key),
                None => format!("write `{}`", with_text(attr, name, example)),
            };
            diag.error(place, first, message, help);
            return None;
        }
    };
    if let Some(second) = parts.next() {
        let what = if name == "header" { "the value is the argument" } else { "one argument is one key" };
        let help = format!("write `#[{name}(\"{}\")]`: {what}", literal.value());
        diag.error(place, second, format!("`#[{name}]` takes one string"), help);
        return None;
    }
    Some(literal)
}

/// `#[query = "limit"]` and `#[query(name = "limit")]` as they should be.
fn with_text(attr: &Attribute, name: &str, example: &str) -> String {
    let tokens = quote::ToTokens::to_token_stream(&attr.meta);
    let literal = flatten(tokens).find_map(|token| syn::parse2::<LitStr>(token.into()).ok());
    literal.map_or_else(|| example.to_owned(), |literal| format!("#[{name}(\"{}\")]", literal.value()))
}

fn check_key(key: &LitStr, place: Place, diag: &mut Diag) -> bool {
    let text = key.value();
    if text.is_empty() {
        diag.error(place, key, "the query key is empty", "write `#[query]` for a struct whose fields are the keys");
        return false;
    }
    let odd = text.chars().find(|c| c.is_whitespace() || c.is_control() || "?&=#<>{}".contains(*c));
    if odd.is_some() {
        let plain: String = text.chars().filter(|c| c.is_alphanumeric() || "_-.[]".contains(*c)).collect();
        diag.error(
            place,
            key,
            format!("`{text}` is not a query key"),
            format!("write `#[query(\"{plain}\")]`; the value is the argument"),
        );
    }
    odd.is_none()
}

/// What the client sets on every request.
const RESERVED: [(&str, &str); 8] = [
    ("authorization", "configure the secret key on `Client`"),
    ("clerk-api-version", "configure the API version on `Client`"),
    ("user-agent", "configure a suffix on `Client::builder`"),
    ("content-type", "it follows from `#[body]`, `#[form]` or `#[multipart]`"),
    ("content-length", "it follows from the body"),
    ("transfer-encoding", "it follows from the body"),
    ("host", "it follows from the base URL of the `Client`"),
    ("connection", "connections are the business of the transport"),
];

fn check_header(header: &LitStr, place: Place, diag: &mut Diag) -> bool {
    let text = header.value();
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if let Some((_, help)) = RESERVED.iter().find(|(name, _)| *name == text.to_lowercase()) {
        diag.error(place, header, format!("`{text}` is set by the client"), help);
        return false;
    }
    if text.is_empty() {
        diag.error(place, header, "the name of the header is empty", "write `#[header(\"x-name\")]`");
        return false;
    }
    if text.chars().all(is_token) {
        return true;
    }
    let help = if text.contains(':') {
        let name = text.split(':').next().unwrap_or_default().trim();
        format!("write `#[header(\"{name}\")]`; the value is the argument")
    } else if text.contains([' ', '\t']) {
        format!("a header name has no spaces: `#[header(\"{}\")]`", text.trim().replace([' ', '\t'], "-"))
    } else {
        "a header name is letters, digits and `-`: `#[header(\"x-name\")]`".to_owned()
    };
    diag.error(place, header, format!("`{text}` is not a header name"), help);
    false
}
