//! `#[serde(rename = "…")]` and `#[serde(rename_all = "…")]`, which mean here what they mean for serde; so that a struct which also
//! derives `Serialize` has one name a field.

use syn::Attribute;

use super::attribute::{Word, words};
use super::case::{Case, NAMES};
use super::vocabulary::Derive;
use crate::diag::{Problem, Site, similar};

/// The case of all names.
pub(crate) fn case(attrs: &[Attribute], derive: Derive, site: Site<'_>) -> Option<Case> {
    let mut found = None;
    for word in words(attrs, "serde", site) {
        let outcome = match word.is("rename_all") {
            true => read_case(&word).map(|case| found = Some(case)),
            false => unsupported(&word, derive, &["crate", "rename"]),
        };
        if let Err(problem) = outcome {
            site.at(word.place).report(problem);
        }
    }
    found
}

/// The name of a field or a variant, where it is given.
pub(crate) fn name(attrs: &[Attribute], derive: Derive, site: Site<'_>) -> Option<String> {
    let mut found = None;
    for word in words(attrs, "serde", site) {
        let outcome = match word.is("rename") {
            true => word.text("type").map(|text| found = Some(text.value())),
            false => unsupported(&word, derive, &["serialize_with", "skip_serializing", "skip_serializing_if"]),
        };
        if let Err(problem) = outcome {
            site.at(word.place).report(problem);
        }
    }
    found
}

fn read_case(word: &Word) -> Result<Case, Problem> {
    let text = word.text("camelCase")?.value();
    if let Some((_, case)) = NAMES.iter().find(|(name, _)| *name == text) {
        return Ok(*case);
    }
    let names = || NAMES.iter().map(|(name, _)| *name);
    let begun = || names().find(|name| name.to_lowercase().starts_with(&text.to_lowercase()));
    let help = match similar(&text, names()).or_else(begun) {
        Some(name) => format!("write `rename_all = \"{name}\"`"),
        None => format!("the cases are {}", NAMES.map(|(name, _)| format!("`{name}`")).join(", ")),
    };
    Err(Problem::new(word.tokens(), format!("`{text}` is not a case that serde knows"), help))
}

/// What only says how the type is serialised concerns nobody but serde, and a response only reads.
fn unsupported(word: &Word, derive: Derive, for_serializing: &[&str]) -> Result<(), Problem> {
    let name = word.name.to_string();
    if derive == Derive::Response && for_serializing.contains(&name.as_str()) {
        return Ok(());
    }
    let help = match name.as_str() {
        "default" => "remove it: a field that is missing or null keeps its default",
        "skip_serializing_if" => "remove it: `None` and `Patch::Keep` are not sent",
        "with" | "deserialize_with" | "serialize_with" => {
            "give the field a type of your own with that `serde` implementation, and mark it `#[clerk(serde)]`"
        }
        "flatten" if derive == Derive::Query => "write `#[clerk(flatten)]`",
        "other" if derive == Derive::Enum => "write `#[clerk(other)] Other(Box<str>)`",
        "skip" | "skip_deserializing" | "skip_serializing" => "remove the field",
        _ => "only names are read from it: `rename` and `rename_all`",
    };
    Err(Problem::new(&word.name, format!("`#[derive({})]` does not support `#[serde({name})]`", derive.name()), help))
}
