//! Reads a path: `/users/<user_id>/ban`. Knows text only; spans are the caller's business.

use syn::LitStr;

use crate::diag::{Problem, similar};
use crate::model::{Segment, Template};

mod flaw;
mod foreign;
mod name;
mod segment;
#[cfg(test)]
mod tests;

use self::flaw::{Flaw, visible};
pub(crate) use self::name::identifier;

const SHAPE: &str = "a path is `/`, then segments with one `/` between them";

pub(crate) fn parse(text: &str) -> Result<Template, Flaw> {
    if let Some(flaw) = not_a_path(text) {
        return Err(flaw);
    }
    let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
    let read: Vec<_> = parts.iter().map(|part| segment::read(part)).collect();
    let mut flaw = Flaw { messages: outer(text), ..Flaw::default() };
    let mended = parts.iter().zip(&read).map(|(part, read)| match read {
        Ok(_) => Some((*part).to_owned()),
        Err(flaw) => flaw.mended.clone(),
    });
    flaw.mended = mended.collect::<Option<Vec<_>>>().map(|parts| format!("/{}", parts.join("/")));
    let mut segments: Vec<Segment> = Vec::new();
    for read in read {
        match read {
            Ok(segment) => segments.push(segment),
            Err(wrong) => {
                flaw.messages.extend(wrong.messages);
                flaw.advice.extend(wrong.advice);
            }
        }
    }
    if flaw.messages.is_empty() { Ok(Template { segments }) } else { Err(flaw) }
}

/// One error for the literal. Placeholders are called what the method's arguments are called.
pub(crate) fn problem(flaw: &Flaw, literal: &LitStr, prefix: Option<&Template>, arguments: &[String]) -> Problem {
    let readable = |text: String| text.chars().map(visible).collect::<String>();
    Problem::new(literal, readable(flaw.messages.join("; ")), readable(help(flaw, prefix, arguments)))
}

fn help(flaw: &Flaw, prefix: Option<&Template>, arguments: &[String]) -> String {
    let mended = flaw.mended.as_ref().and_then(|path| parse(path).ok()).map(|path| renamed(path, arguments));
    let mended = mended.map(|path| prefix.and_then(|prefix| path.after(prefix)).unwrap_or(path));
    let mut advice = flaw.advice.clone();
    advice.dedup();
    let advice = advice.join("; ");
    match mended {
        Some(path) if advice.is_empty() => format!("write `\"{}\"`", path.declared()),
        Some(path) => format!("{advice}: write `\"{}\"`", path.declared()),
        None if advice.is_empty() => SHAPE.to_owned(),
        None => advice,
    }
}

/// `<userId>` becomes `<user_id>` where that is an argument.
fn renamed(path: Template, arguments: &[String]) -> Template {
    let rename = |segment: &Segment| match segment {
        Segment::Placeholder(name) if !arguments.contains(name) => {
            let nearest = similar(name, arguments.iter().map(String::as_str));
            Segment::Placeholder(nearest.unwrap_or(name).to_owned())
        }
        segment => segment.clone(),
    };
    let renamed = Template { segments: path.segments.iter().map(rename).collect() };
    if renamed.repeated().is_none() { renamed } else { path }
}

/// What makes the rest of the text not worth judging.
fn not_a_path(text: &str) -> Option<Flaw> {
    let trimmed = text.trim();
    if text.is_empty() {
        return Some(Flaw::new("the path template is empty").advice("the root of the API is `/`").mended("/"));
    }
    if trimmed != text {
        let mended = parse(trimmed)
            .map_or_else(|flaw| flaw.mended.filter(|_| !trimmed.is_empty()), |_| Some(trimmed.to_owned()));
        return Some(Flaw { mended, ..Flaw::new(format!("path template `{text}` has spaces around it")) });
    }
    if let Some((_, path)) = text.split_once(' ').filter(|(verb, path)| is_verb(verb) && path.starts_with('/')) {
        return Some(
            Flaw::new("path template contains the verb").advice("the attribute is the verb").mended(path.trim()),
        );
    }
    if text.contains("://") {
        let help = "write the path only; the host comes from the `Client`";
        return Some(Flaw::new("path template contains a scheme").advice(help));
    }
    if let Some(at) = query_start(text) {
        return Some(query(&text[at..]).mended(&text[..at]));
    }
    if text.contains('\\') {
        let path = text.replace('\\', "/");
        let flaw = Flaw::new(format!("path template `{text}` contains `\\`")).advice("segments are separated by `/`");
        return Some(flaw.mended(format!("/{}", path.trim_start_matches('/'))));
    }
    fragment(text)
}

/// `/users#top`, and not the `#` of `<r#type>`.
fn fragment(text: &str) -> Option<Flaw> {
    let at = text.match_indices('#').map(|(at, _)| at).find(|at| !text[..*at].ends_with("<r"))?;
    let flaw = Flaw::new("path template contains a fragment").advice("a `#fragment` is never sent");
    Some(flaw.mended(&text[..at]))
}

fn is_verb(word: &str) -> bool {
    ["get", "post", "put", "patch", "delete", "head", "options"].contains(&word.to_lowercase().as_str())
}

/// A `?` that begins a query, and is not the `?` of an optional placeholder of some other framework.
fn query_start(text: &str) -> Option<usize> {
    let at = text.find('?')?;
    let segment = text[..at].rsplit('/').next().unwrap_or_default();
    let optional = text[at + 1..].starts_with(['>', '}']) || (segment.starts_with(':') && !text[at..].contains('='));
    (!optional).then_some(at)
}

fn query(query: &str) -> Flaw {
    let keys = query[1..].split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    let keys = keys.map(|key| key.trim_matches(['<', '>', '{', '}', '.']));
    let arguments: Vec<String> =
        keys.filter(|key| identifier(key)).map(|key| format!("`#[query(\"{key}\")] {key}: u32`")).collect();
    let flaw = Flaw::new(format!("path template contains a query string, `{query}`"));
    match arguments.as_slice() {
        [] => flaw.advice("a query is a `#[query]` argument"),
        arguments => flaw.advice(format!("the query is an argument, {}", arguments.join(", "))),
    }
}

/// Slashes that are missing or too many.
fn outer(text: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    if !text.starts_with('/') {
        flaws.push("must start with `/`");
    }
    if text.trim_end_matches('/').contains("//") || (text.len() > 1 && text.trim_matches('/').is_empty()) {
        flaws.push("has an empty segment");
    } else if text.len() > 1 && text.ends_with('/') {
        flaws.push("ends with `/`");
    }
    if flaws.is_empty() { Vec::new() } else { vec![format!("path template `{text}` {}", flaws.join(" and "))] }
}
