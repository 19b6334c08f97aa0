//! Rules between the parts of a model: one small function each.

use std::collections::BTreeMap;

use proc_macro2::Span;
use quote::quote_spanned;
use syn::ext::IdentExt;

use super::methods::{Method, methods};
use super::model::{Field, Model, OpenEnum};
use super::shape::{Shape, is_integer, optional};
use super::vocabulary::Derive;
use crate::diag::{Diag, Place, Problem};
use crate::model::text;

type Rule = fn(&Field) -> Result<(), Problem>;

/// Reports what breaks a rule, and marks the fields that are not expanded for it.
pub(crate) fn model(model: &mut Model, diag: &Diag) {
    const RULES: [Rule; 6] = [required, ranged, list, flattened, unset, sent_by_serde];
    for field in &mut model.fields {
        for rule in RULES {
            if let Err(problem) = rule(field) {
                field.site(diag).report(problem);
                field.is_broken = true;
            }
        }
    }
    for field in &mut model.fields {
        if let Err(problem) = optional_once(model.derive, field) {
            field.site(diag).report(problem);
            field.is_broken = true;
        }
    }
    wire_names(&mut model.fields, diag);
    if model.derive != Derive::Response {
        method_names(&mut model.fields, diag);
    }
}

/// Underlines a word of an attribute.
fn at(word: Span, message: &str, help: impl Into<String>) -> Problem {
    Problem::predicate(quote_spanned!(word=> here), message, help.into())
}

fn required(field: &Field) -> Result<(), Problem> {
    let Some(word) = field.options.required else { return Ok(()) };
    if let Shape::Optional(inner) | Shape::OptionalList(inner) = &field.shape {
        let inner = quote::quote!(#inner);
        let help = format!("remove `required`, or write the type without `Option`: `{inner}`");
        return Err(at(word, "is required, so it cannot be an `Option`", help));
    }
    if field.number > 64 {
        return Err(at(word, "is required, so it has to be among the first 64 fields", "move it up"));
    }
    Ok(())
}

fn ranged(field: &Field) -> Result<(), Problem> {
    match &field.options.range {
        Some(range) if !is_integer(&field.ty) => Err(at(
            range.word,
            "has a range, but is not an integer",
            "write its type as `Option<u32>`, or remove `range`",
        )),
        _ => Ok(()),
    }
}

fn list(field: &Field) -> Result<(), Problem> {
    let options = &field.options;
    let word = options.signed.or(options.one.as_ref().map(|name| name.span()));
    match word.or(options.many.as_ref().map(|name| name.span())) {
        Some(word) if !matches!(field.shape, Shape::OptionalList(_)) => {
            let help = "write its type as `Option<Vec<…>>`, or remove `one`, `many` and `signed`";
            let why = if field.shape.is_list() { "is given to `new`" } else { "takes one value" };
            Err(at(word, &format!("{why}, so it has no methods that add values"), help))
        }
        _ => Ok(()),
    }
}

fn flattened(field: &Field) -> Result<(), Problem> {
    match field.options.flatten {
        Some(word) if !matches!(field.shape, Shape::Plain) => {
            let help = "write the type of the inner query itself; unset fields of it are not sent";
            Err(at(word, "is flattened, so it has to be a query", help))
        }
        Some(word) if field.options.serde.is_some() => Err(at(
            word,
            "is flattened, so it is not sent by `serde`",
            "remove `serde`, and derive `ClerkQuery` for its type",
        )),
        _ => Ok(()),
    }
}

fn unset(field: &Field) -> Result<(), Problem> {
    match field.options.no_setter {
        Some(word) if field.shape.is_always_sent() && field.options.flatten.is_none() => Err(at(
            word,
            "has no setter anyway: `new` takes it",
            "remove `no_setter`, or write the type as `Option<…>`",
        )),
        _ => Ok(()),
    }
}

fn sent_by_serde(field: &Field) -> Result<(), Problem> {
    match (field.options.serde, &field.options.range) {
        (Some(word), Some(_)) => Err(at(word, "is an integer, which needs no `serde`", "remove `serde`")),
        _ => Ok(()),
    }
}

/// Absent, null and a value are one type, `Patch<T>`; a query has no null.
fn optional_once(derive: Derive, field: &Field) -> Result<(), Problem> {
    let inner = optional(&field.ty).filter(|_| derive != Derive::Response && field.options.serde.is_none());
    let Some(inner) = inner else { return Ok(()) };
    let is_patch = matches!(field.shape, Shape::Patch(_));
    let once = std::iter::successors(Some(inner), |ty| optional(ty)).last().map(text).unwrap_or_default();
    let (message, help) = match derive {
        Derive::Query if is_patch => {
            ("is a `Patch`, and a query has no null", format!("write its type as `Option<{once}>`"))
        }
        _ if optional(inner).is_none() => return Ok(()),
        Derive::Query => ("is optional twice", format!("write its type as `Option<{once}>`")),
        _ => ("is optional twice", format!("absent, null or a value is a `Patch`: write its type as `Patch<{once}>`")),
    };
    Err(Problem::predicate(&field.ty, message, help))
}

/// Two fields cannot be one member of the JSON or of the query.
fn wire_names(fields: &mut [Field], diag: &Diag) {
    let mut seen = BTreeMap::new();
    for field in fields.iter_mut().filter(|field| field.options.flatten.is_none()) {
        if let Some(first) = seen.insert(field.wire.clone(), field.ident.clone()) {
            field.is_broken = true;
            // The compiler says it of two fields with one name.
            if first == field.ident {
                continue;
            }
            let message = format!("has the name `{}`, which `{first}` has already", field.wire);
            let problem = Problem::predicate(&field.ident, message, "give it another: `#[serde(rename = \"…\")]`");
            field.site(diag).report(problem);
        }
    }
}

/// Two methods cannot have one name, and `new` is taken.
fn method_names(fields: &mut [Field], diag: &Diag) {
    let mut seen = BTreeMap::from([("new".to_owned(), "the constructor".to_owned())]);
    for field in fields {
        let of = format!("a method of `{}`", field.ident);
        for Method { name, .. } in methods(field) {
            let plain = name.unraw().to_string();
            let Some(first) = seen.insert(plain.clone(), of.clone()) else { continue };
            let help = "name it with `one = \"…\"` or `many = \"…\"`, or leave it out with `no_setter`";
            let problem =
                Problem::predicate(&name, format!("needs a method `{plain}`, which is {first} already"), help);
            field.site(diag).report(problem);
            field.options.no_setter = Some(name.span());
        }
    }
}

/// Two variants cannot be one text.
pub(crate) fn open_enum(item: &mut OpenEnum, diag: &Diag) {
    let mut seen = BTreeMap::new();
    for variant in &mut item.variants {
        if let Some(first) = seen.insert(variant.text.clone(), variant.ident.clone()) {
            variant.is_repeated = true;
            let message = format!("stands for `{}`, which `{first}` does already", variant.text);
            let problem = Problem::predicate(
                &variant.ident,
                message,
                "remove one, or give it another text: `#[serde(rename = \"…\")]`",
            );
            diag.item(variant.number).about("variant", &variant.ident).at(Place::Name).report(problem);
        }
    }
}
