//! What has nothing to do with HTTP: what a method of a `dyn` trait can be.

use quote::ToTokens;
use syn::{FnArg, GenericParam, Pat, Receiver, ReceiverKind, ReturnType, Safety, Signature};

use crate::diag::{Place, Problem, Site};
use crate::model::{Endpoint, Kind, Param, Shape, last_name, named, text};
use crate::read::{by_reference, is_client, is_lifetimes_only, is_plain_name, is_shared_self, likely};

pub(crate) fn check(endpoint: &Endpoint, site: Site<'_>) {
    modifiers(endpoint, site.at(Place::Modifier));
    body(endpoint, site.at(Place::Body));
    receiver(&endpoint.source, site);
    generics(&endpoint.source, site);
    for (index, input) in endpoint.source.inputs.iter().enumerate() {
        pattern(input, site.at(Place::Argument(index)));
    }
    names_taken_twice(endpoint, site);
}

/// `async`, `const`, …
fn modifiers(endpoint: &Endpoint, site: Site<'_>) {
    let sig = &endpoint.source;
    for modifier in &endpoint.modifiers {
        // The others are experimental: the compiler has refused them already.
        if modifier == "default" {
            site.report(cannot_be(modifier, "default"));
        } else {
            site.leave_to_compiler();
        }
    }
    if let Some(token) = &sig.constness {
        site.report(cannot_be(token, "const"));
    }
    if let Some(token) = &sig.asyncness {
        site.report(is_async(token, endpoint));
    }
    if let Safety::Unsafe(token) = &sig.safety {
        site.report(cannot_be(token, "unsafe"));
    }
    if let Some(abi) = &sig.abi {
        site.report(Problem::predicate(abi, "cannot have an ABI", "remove `extern`"));
    }
}

fn cannot_be(token: impl ToTokens, modifier: &str) -> Problem {
    Problem::predicate(token, format!("cannot be `{modifier}`"), format!("remove `{modifier}`"))
}

fn is_async(token: impl ToTokens, endpoint: &Endpoint) -> Problem {
    let sig = &endpoint.source;
    let returned = match &sig.output {
        ReturnType::Default => Some("()".to_owned()),
        ReturnType::Type(_, ty) if named(ty, &["Call"]).is_some() => {
            let message = "is `async` and returns `Call`, which is already awaitable";
            return Problem::predicate(token, message, "remove `async`");
        }
        ReturnType::Type(_, ty) => likely(ty).map(|ty| text(&ty)),
    };
    let help = match returned {
        Some(returned) => format!("a `Call` is awaited the same way: write `{}`", line(endpoint, &returned)),
        None => "return `Call<T>` without `async`; it is awaited the same way".to_owned(),
    };
    Problem::predicate(token, "cannot be `async`", help)
}

/// `fn find<'a>(&'a self, #[query] filter: &Filter) -> Call<User>;`
fn line(endpoint: &Endpoint, returned: &str) -> String {
    let sig = &endpoint.source;
    let receiver = sig.receiver().filter(|receiver| is_shared_self(receiver)).map_or("&self".to_owned(), text);
    let arguments: String = endpoint.params.iter().map(|param| format!(", {}", text(param))).collect();
    format!("fn {}{}({receiver}{arguments}) -> Call<{returned}>;", sig.ident, text(&sig.generics))
}

fn body(endpoint: &Endpoint, site: Site<'_>) {
    if let Some(body) = &endpoint.body {
        let help = "end the signature with `;`";
        site.report(Problem::predicate(body, "has a body, but its verb attribute writes it", help));
    }
}

fn receiver(sig: &Signature, site: Site<'_>) {
    let name = &sig.ident;
    let Some(receiver) = sig.receiver() else {
        let rest = sig.inputs.iter().skip_while(|input| is_client_argument(input)).map(text);
        let arguments: Vec<String> = std::iter::once("&self".to_owned()).chain(rest).collect();
        let help = format!("write `fn {name}({})`", arguments.join(", "));
        site.at(Place::Name).report(Problem::predicate(name, "must take `&self`", help));
        return;
    };
    for attr in receiver.attrs.iter().filter(|attr| Kind::named(&last_name(attr)).is_some()) {
        let message = format!("`{}` stands at `self`, which is not sent", text(attr));
        site.at(Place::Receiver).error(attr, message, "remove it, or put it in front of an argument");
    }
    if is_shared_self(receiver) {
        return;
    }
    let help = match &receiver.kind {
        ReceiverKind::Reference(..) => "sending a request does not change the client: write `&self`",
        _ => "the client is shared between calls: write `&self`",
    };
    let bare = Receiver { attrs: Vec::new(), ..receiver.clone() };
    let message = format!("must take `&self`, not `{}`", text(&bare));
    site.at(Place::Receiver).report(Problem::predicate(bare, message, help));
}

fn is_client_argument(input: &FnArg) -> bool {
    matches!(input, FnArg::Typed(typed) if is_client(&typed.ty))
}

fn generics(sig: &Signature, site: Site<'_>) {
    if let Some(variadic) = &sig.variadic {
        let problem = Problem::predicate(variadic.dots, "cannot be variadic", "take a slice: `values: &[T]`");
        site.at(Place::Argument(usize::MAX)).report(problem);
    }
    let is_lifetime = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    if let Some(param) = sig.generics.params.iter().find(|param| !is_lifetime(param)) {
        let help = match param {
            GenericParam::Const(_) => "take the value as an argument, so that the trait stays usable as `dyn`",
            _ => "take a concrete type, such as `&serde_json::Value`, so that the trait stays usable as `dyn`",
        };
        site.at(Place::Generics).report(Problem::predicate(param, "cannot be generic", help));
        return;
    }
    if let Some(clause) = sig.generics.where_clause.as_ref().filter(|clause| !is_lifetimes_only(clause)) {
        site.at(Place::Where).report(Problem::predicate(clause, "cannot have a where clause", "remove it"));
    }
}

/// An argument is a plain name.
fn pattern(input: &FnArg, site: Site<'_>) {
    let FnArg::Typed(typed) = input else { return };
    let ty = text(&*typed.ty);
    let (message, help) = match &*typed.pat {
        pat if is_plain_name(pat) => return,
        Pat::Ident(pat) => {
            (format!("argument `{}` must be a plain name", pat.ident), format!("write `{}: {ty}`", pat.ident))
        }
        Pat::Wild(_) => (
            "an argument of an endpoint must have a name".to_owned(),
            format!("the name is that of the placeholder, as in `user_id: {ty}`"),
        ),
        _ => (
            "an argument of an endpoint must be a plain name".to_owned(),
            format!("take the value under one name, as in `params: {ty}`"),
        ),
    };
    site.error(&typed.pat, message, help);
}

/// The compiler says it; generating the method twice would make it say it twice.
fn names_taken_twice(endpoint: &Endpoint, site: Site<'_>) {
    let names: Vec<_> = endpoint.params.iter().filter_map(|param| param.ident.as_ref()).collect();
    if names.iter().enumerate().any(|(index, name)| names[..index].contains(name)) {
        site.leave_to_compiler();
    }
}

/// `name: &T`, for a type that has no size.
pub(crate) fn by_reference_text(param: &Param) -> Option<String> {
    let is_unsized = Shape::of(&param.ty).is_unsized();
    is_unsized.then(|| format!("{}: {}", param.name, text(&by_reference(&param.ty))))
}
