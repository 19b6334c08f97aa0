//! The options of `#[clerk_api(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::parse::Parser as _;
use syn::{LitStr, Path};

use super::part::{Form, Part, bare, describe, first_literal, literal, split, with_commas};
use super::template;
use crate::diag::{Problem, Reported, Site, Words, similar};
use crate::model::{Options, Prefix, text};

const WORDS: Words = Words {
    known: &["prefix", "crate"],
    shown: str::to_owned,
    elsewhere: &[(
        &["base", "base_path", "base_url", "path", "url", "root", "scope", "tag"],
        "a common path is written `prefix = \"/v1\"`",
    )],
    list: "known arguments: `prefix = \"/v1\"`, `crate = clerk_client`",
};

/// Reads both; what could not be read is reported, and lost.
pub(crate) fn read(tokens: TokenStream, site: Site<'_>) -> Options {
    let mut options = Options { prefix: Ok(None), krate: Ok(None) };
    if is_refused_by_compiler() {
        options.prefix = Err(Reported);
        return options;
    }
    let mended = with_commas(&tokens);
    if let Some(mended) = &mended {
        site.report(Problem::new(&tokens, "expected `,`, found `;`", format!("write `{}`", text(mended))));
    }
    let mut seen: Vec<String> = Vec::new();
    for part in split(mended.unwrap_or(tokens)).into_iter().map(Part::of) {
        let key = part.key().map_or_else(String::new, ToString::to_string);
        let result = if !key.is_empty() && seen.contains(&key) {
            Err(Problem::new(&part.tokens, format!("`{key}` is given twice"), "keep one"))
        } else {
            set(&mut options, &key, &part)
        };
        if let Err(problem) = result {
            site.report(problem);
        }
        seen.push(key);
    }
    options
}

/// `#[clerk_api = "…"]`, of which only what follows the `=` comes here.
fn is_refused_by_compiler() -> bool {
    let attribute = Span::call_site().source_text().unwrap_or_default();
    attribute.find(['=', '(', '{']).is_some_and(|at| attribute[at..].starts_with('='))
}

fn set(options: &mut Options, key: &str, part: &Part) -> Result<(), Problem> {
    match key {
        "prefix" => {
            options.prefix = Err(Reported);
            options.prefix = Ok(Some(prefix(part)?));
        }
        "crate" => {
            options.krate = Err(Reported);
            options.krate = Ok(Some(krate(part)?));
        }
        _ => {
            let path = first_literal(part.tokens.clone()).filter(|text| text.starts_with('/'));
            if path.is_some() || similar(key, ["prefix"]).is_some() {
                options.prefix = Err(Reported);
            }
            let meant = part.with_equals().filter(|meant| meant.key().is_some_and(|key| key == "crate"));
            if let Some(meant) = meant {
                options.krate = Err(Reported);
                let help = format!("write `{}`", text(&meant.tokens));
                return Err(Problem::new(&part.tokens, "a value stands behind `=`", help));
            }
            return Err(unknown(key, part, path));
        }
    }
    Ok(())
}

fn prefix(part: &Part) -> Result<Prefix, Problem> {
    let example = || match first_literal(part.tokens.clone()).filter(|text| template::parse(text).is_ok()) {
        Some(path) => format!("prefix = \"{path}\""),
        None => "prefix = \"/v1\"".to_owned(),
    };
    let value = part.value(&example())?;
    let in_part = |problem: Problem| problem.on(&part.tokens);
    let literal = literal(&value, || format!("write `{}`", example())).map_err(in_part)?;
    let text = literal.value();
    if matches!(text.as_str(), "" | "/") {
        return Err(Problem::new(&part.tokens, format!("the prefix `{text}` adds nothing"), "remove it"));
    }
    let template = template::parse(&text).map_err(|flaw| template::problem(&flaw, &literal, None, &[]))?;
    match template.repeated() {
        Some(name) => {
            let message = format!("placeholder `<{name}>` appears twice");
            Err(Problem::new(literal, message, "give the second one its own argument"))
        }
        None => Ok(Prefix { literal, template }),
    }
}

fn krate(part: &Part) -> Result<Path, Problem> {
    let value = part.value("crate = clerk_client")?;
    let read = |tokens: TokenStream| Path::parse_mod_style.parse2(tokens);
    read(value.clone()).map_err(|_| {
        let unquoted = syn::parse2::<LitStr>(value.clone()).ok().map(|literal| literal.value());
        let unquoted = unquoted.filter(|text| text.parse().is_ok_and(|tokens| read(tokens).is_ok()));
        let help = match unquoted {
            Some(path) => format!("write `crate = {path}`, without quotes"),
            None => "write `crate = clerk_client`, or the name that it has in your `Cargo.toml`".to_owned(),
        };
        Problem::new(&part.tokens, "expected the path of a crate", help)
    })
}

fn unknown(key: &str, part: &Part, path: Option<String>) -> Problem {
    let path = path.filter(|path| template::parse(path).is_ok());
    let help = match &path {
        Some(path) => format!("write `prefix = \"{path}\"`"),
        None => WORDS.help(key),
    };
    let message = match &part.form {
        Form::Text | Form::Other => format!("unexpected {} in `#[clerk_api]`", bare(describe(&part.tokens))),
        _ => format!("unknown argument `{key}` of `#[clerk_api]`"),
    };
    Problem::new(&part.tokens, message, help)
}
