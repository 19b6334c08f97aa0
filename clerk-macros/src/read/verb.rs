//! The attribute of a verb: `#[get("/users/<user_id>", …)]`.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Attribute, LitStr, MacroDelimiter, Meta};

use super::part::{Form, Part, bare, describe, first_literal, literal, split, with_commas};
use super::{idempotent, paginate, template};
use crate::diag::{Problem, Words};
use crate::model::{Located, Template, Verb, VerbOptions, flatten, text};

/// What stands in the parentheses.
pub(crate) struct Arguments {
    path: TokenStream,
    pub(crate) options: Vec<Part>,
}

/// Reads the form of the attribute.
pub(crate) fn arguments(verb: Verb, attr: &Attribute) -> Result<Arguments, Problem> {
    let name = verb.name();
    let needs_path = || Problem::new(attr, format!("`#[{name}]` needs a path template"), line(verb, None));
    let list = match &attr.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => list,
        Meta::Path(_) => return Err(needs_path()),
        meta => {
            let path = first_literal(meta.to_token_stream());
            return Err(Problem::new(attr, format!("`#[{name}]` takes its path in parentheses"), line(verb, path)));
        }
    };
    if let Some(mended) = with_commas(&list.tokens) {
        let help = format!("write `#[{name}({})]`", text(&mended));
        return Err(Problem::new(attr, "expected `,`, found `;`", help));
    }
    let mut parts = split(list.tokens.clone()).into_iter();
    let path = parts.next().ok_or_else(needs_path)?;
    Ok(Arguments { path, options: parts.map(Part::of).collect() })
}

/// `write #[get("/users")]`, or an example where that path is none.
fn line(verb: Verb, path: Option<String>) -> String {
    let path = path.filter(|path| template::parse(path).is_ok()).unwrap_or_else(|| "/path".to_owned());
    format!("write `#[{}(\"{path}\")]`", verb.name())
}

impl Arguments {
    /// The literal of the path.
    pub(crate) fn path(&self, verb: Verb) -> Result<LitStr, Problem> {
        let tokens = &self.path;
        let first = tokens.clone().into_iter().next();
        let has_more = tokens.clone().into_iter().nth(1).is_some();
        let begins = first.and_then(|first| syn::parse2::<LitStr>(first.into()).ok());
        if let Some(path) = begins.filter(|_| has_more) {
            return Err(missing_comma(verb, tokens, &path));
        }
        literal(tokens, || self.instead_of_path(verb))
    }

    /// The way out for `#[get(404)]`, `#[get(path = "/users")]`, `#[get(/users/<id>)]`, …
    fn instead_of_path(&self, verb: Verb) -> String {
        let tokens = &self.path;
        let path = match describe(tokens) {
            "a macro call" => Some(all_literals(tokens.clone())).filter(|path| !path.is_empty()),
            _ => first_literal(tokens.clone()),
        };
        let unquoted: String = tokens.to_string().split_whitespace().collect();
        if let Some(line) = self.path_first(verb) {
            return format!("the path comes first: write `{line}`");
        }
        match Part::of(tokens.clone()).form {
            Form::Pair(..) if path.is_some() => {
                format!("the path comes first, without a key: {}", line(verb, path))
            }
            Form::Pair(key, _) => {
                format!("the path comes first, `{key}` after it: `#[{}(\"/path\", …)]`", verb.name())
            }
            _ if unquoted.starts_with('/') => line(verb, Some(unquoted)),
            _ if path.is_none() && matches!(describe(tokens), "a macro call" | "a name") => {
                format!("attributes are read before constants and macros: {}", line(verb, None))
            }
            _ => line(verb, path),
        }
    }

    /// The attribute with the path in front, where it stands behind an option.
    fn path_first(&self, verb: Verb) -> Option<String> {
        let first = Part::of(self.path.clone());
        let at = self.options.iter().position(|part| matches!(part.form, Form::Text))?;
        let path = syn::parse2::<LitStr>(self.options[at].tokens.clone()).ok()?;
        set(&mut VerbOptions::default(), verb, &path, &first).ok()?;
        let others = self.options.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, part)| part);
        let parts: Vec<String> =
            [&self.options[at], &first].into_iter().chain(others).map(|part| text(&part.tokens)).collect();
        Some(format!("#[{}({})]", verb.name(), parts.join(", ")))
    }
}

/// `"/users/count"` for `concat!("/users", "/count")`.
fn all_literals(tokens: TokenStream) -> String {
    let literals = flatten(tokens).filter_map(|token| syn::parse2::<LitStr>(token.into()).ok());
    literals.map(|literal| literal.value()).collect()
}

/// `#[get("/x" idempotent = false)]`
fn missing_comma(verb: Verb, tokens: &TokenStream, path: &LitStr) -> Problem {
    let rest: TokenStream = tokens.clone().into_iter().skip(1).collect();
    let mut options = VerbOptions::default();
    let option = Part::of(rest);
    let help = if set(&mut options, verb, path, &option).is_ok() && template::parse(&path.value()).is_ok() {
        format!("write `#[{}({path}, {})]`", verb.name(), text(&option.tokens), path = path.token())
    } else {
        line(verb, Some(path.value()))
    };
    Problem::new(tokens, "unexpected tokens after the path template", help)
}

/// The template in the literal. Under a prefix, it may be empty.
pub(crate) fn path(
    literal: &LitStr,
    prefix: Option<&Template>,
    arguments: impl FnOnce() -> Vec<String>,
) -> Result<Template, Problem> {
    match (literal.value().as_str(), prefix) {
        ("", Some(_)) => Ok(Template::default()),
        (path, prefix) => template::parse(path).map_err(|flaw| template::problem(&flaw, literal, prefix, &arguments())),
    }
}

const NOT_IDEMPOTENT: &str = "write `idempotent = false`";

const OPTIONS: Words = Words {
    known: &["idempotent", "paginate"],
    shown: str::to_owned,
    elsewhere: &[
        (&["not", "non_idempotent", "not_idempotent", "unsafe"], NOT_IDEMPOTENT),
        (&["retries", "idempotency", "attempts", "backoff", "safe"], "write `idempotent`, or `idempotent = false`"),
        (
            &["pagination", "paginated", "page", "pages", "offset", "cursor"],
            "write `paginate = offset`, or `paginate = cursor(starting_after)`",
        ),
        (&["path", "url", "uri", "route"], "the path comes first, without a key: `#[get(\"/users\")]`"),
        (&["data", "body", "json"], "mark the argument that is the body: `#[body] request: &T`"),
        (&["form", "multipart"], "mark the argument: `#[form] form: &T` or `#[multipart] form: Form`"),
        (&["query", "params"], "mark the argument: `#[query] query: &T` or `#[query(\"key\")] key: u32`"),
        (&["header", "headers", "accept", "format"], "mark the argument: `#[header(\"x-name\")] value: &str`"),
        (&["timeout"], "set it on the call: `.timeout(duration)`"),
        (&["status", "code", "response"], "any 2xx succeeds; write `Call<()>` where the response has no body"),
    ],
    list: "known arguments: `idempotent`, `paginate`",
};

/// Sets the option that `part` is.
pub(crate) fn set(options: &mut VerbOptions, verb: Verb, path: &LitStr, part: &Part) -> Result<(), Problem> {
    let key = part.key().map_or_else(String::new, ToString::to_string);
    let twice = || Problem::new(&part.tokens, format!("`{key}` is given twice"), "keep one");
    let tokens = part.tokens.clone();
    match key.as_str() {
        "idempotent" if options.idempotent.is_some() => Err(twice()),
        "paginate" if options.paginate.is_some() => Err(twice()),
        "idempotent" => {
            options.idempotent = Some(Located { value: idempotent::read(part)?, tokens });
            Ok(())
        }
        "paginate" => {
            options.paginate = Some(Located { value: paginate::read(part)?, tokens });
            Ok(())
        }
        "retry" => Err(idempotent::instead_of_retry(verb, path, part)),
        _ => Err(unknown(verb, &key, path, part)),
    }
}

fn unknown(verb: Verb, key: &str, path: &LitStr, part: &Part) -> Problem {
    let name = verb.name();
    if let Some(meant) = part.with_equals() {
        return match set(&mut VerbOptions::default(), verb, path, &meant) {
            Ok(()) => {
                Problem::new(&part.tokens, "a value stands behind `=`", format!("write `{}`", text(&meant.tokens)))
            }
            Err(problem) => problem.on(&part.tokens),
        };
    }
    match &part.form {
        Form::Text => Problem::new(&part.tokens, "unexpected second path template", "declare one method per endpoint"),
        Form::Other => {
            let message = format!("unexpected {} after the path of `#[{name}]`", bare(describe(&part.tokens)));
            let help = if text(&part.tokens) == "!idempotent" { NOT_IDEMPOTENT } else { OPTIONS.list };
            Problem::new(&part.tokens, message, help)
        }
        _ => {
            let help = OPTIONS.help(key);
            let problem = Problem::new(&part.tokens, format!("unknown argument `{key}` of `#[{name}]`"), &help);
            if help.starts_with("did you mean") { problem.on(part.key()) } else { problem }
        }
    }
}
