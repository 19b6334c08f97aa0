//! The types of a signature: what keeps the trait usable as `dyn`.

use quote::ToTokens;
use syn::{Generics, Type};

use super::is_judged;
use super::signature::by_reference_text;
use crate::diag::{Place, Site};
use crate::model::{Endpoint, Param, associated, is_dyn_serialize, lifetimes_of, mentions, text};
use crate::read::{is_undeclared, receiver_lifetime};

pub(crate) fn check(api: &Generics, endpoint: &Endpoint, site: Site<'_>) {
    for param in &endpoint.params {
        argument(param, site);
    }
    lifetimes(api, endpoint, site);
}

fn argument(param: &Param, site: Site<'_>) {
    let Some(name) = param.ident.as_ref().filter(|_| is_judged(param, site)) else { return };
    let ty = &param.ty;
    let (message, help) = if mentions(ty, "impl") {
        (format!("argument `{name}` cannot be `impl Trait`"), instead_of_impl(param))
    } else if mentions(ty, "Self") {
        let help = "name the type, so that the trait stays usable as `dyn`".to_owned();
        (format!("argument `{name}` cannot be `Self`"), help)
    } else if is_dyn_serialize(ty) {
        let help = "take a concrete type, such as `&serde_json::Value`".to_owned();
        (format!("argument `{name}` cannot be `dyn serde::Serialize`, whose methods are generic"), help)
    } else if mentions(ty, "fn") {
        (format!("argument `{name}` cannot be a function"), "a function cannot be sent; take the value".to_owned())
    } else if mentions(ty, "_") {
        (format!("the type of argument `{name}` must be written out"), "replace `_` by the type".to_owned())
    } else if let Some(by_reference) = by_reference_text(param) {
        (format!("argument `{name}` has no size"), format!("take a reference: write `{by_reference}`"))
    } else {
        return;
    };
    site.at(param.place).error(ty, message, help);
}

/// What takes the place of `impl AsRef<str>`, `impl IntoIterator<Item = &str>`, `impl Serialize`.
fn instead_of_impl(param: &Param) -> String {
    let why = "so that the trait stays usable as `dyn`";
    let name = &param.name;
    let shown = text(&param.ty);
    if let Some(item) = associated(&param.ty, "Item") {
        return format!("write `{name}: &[{}]`, {why}", text(&item));
    }
    let is_text = ["str>", "String>", "ToString", "Display"].iter().any(|word| shown.contains(word));
    if is_text { format!("write `{name}: &str`, {why}") } else { format!("take a concrete type, {why}") }
}

/// Lifetimes that nobody has declared: the compiler would say it once for each place where the type is generated.
fn lifetimes(api: &Generics, endpoint: &Endpoint, site: Site<'_>) {
    let generics = &endpoint.source.generics;
    let is_undeclared = |name: &String| is_undeclared(name, api, generics);
    if let Some(name) = receiver_lifetime(&endpoint.source).filter(is_undeclared) {
        report(&name, endpoint.source.receiver(), "&self", site.at(Place::Receiver));
    }
    let arguments = endpoint.params.iter().map(|param| (param.place, &param.ty));
    let response = endpoint.response.iter().map(|response| (Place::Return, response));
    for (place, ty) in arguments.chain(response).filter(|(_, ty)| !mentions(ty, "for")) {
        if let Some(name) = lifetimes_of(ty).into_iter().find(is_undeclared) {
            report(&name, ty, &without(&name, ty), site.at(place));
        }
    }
}

/// The type without the lifetime: `&str` for `&'a str`, `View<'_>` for `View<'a>`.
fn without(name: &str, ty: &Type) -> String {
    text(ty).replace(&format!("&'{name} "), "&").replace(&format!("'{name}"), "'_")
}

fn report(name: &str, tokens: impl ToTokens, plain: &str, site: Site<'_>) {
    let message = format!("lifetime `'{name}` is not declared");
    site.error(tokens, message, format!("a `Call` owns what it needs: write `{plain}`"));
}
