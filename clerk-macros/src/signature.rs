//! The rules of a signature that have nothing to do with HTTP: what a method of a `dyn` trait can be.

use quote::ToTokens;
use syn::{FnArg, GenericParam, Generics, Ident, Pat, Receiver, ReceiverKind, Safety, Signature, Type, WherePredicate};

use crate::errors::{Diag, Place};
use crate::model::{Argument, Method, RawMethod};
use crate::reply::{lifetimes_of, likely, mentions, plain, text};

/// `async`, `const`, … and the body: what only the source as it stands still has.
pub(crate) fn modifiers(raw: &RawMethod, diag: &mut Diag) {
    let name = &raw.sig.ident;
    for modifier in &raw.modifiers {
        // The others are experimental: the compiler has refused them already.
        if modifier == "default" {
            cannot_be(modifier, "default", name, diag);
        } else {
            diag.leave_to_compiler();
        }
    }
    if let Some(token) = &raw.sig.constness {
        cannot_be(token, "const", name, diag);
    }
    if let Some(token) = &raw.sig.asyncness {
        is_async(token, &raw.sig, diag);
    }
    if let Safety::Unsafe(token) = &raw.sig.safety {
        cannot_be(token, "unsafe", name, diag);
    }
    if let Some(abi) = &raw.sig.abi {
        diag.error(Place::Modifier, abi, format!("method `{name}` cannot have an ABI"), "remove `extern`");
    }
    if let Some(body) = &raw.body {
        let help = "end the signature with `;`";
        diag.error(Place::Body, body, format!("method `{name}` has a body, but its verb attribute writes it"), help);
    }
}

fn cannot_be(token: impl ToTokens, modifier: &str, name: &Ident, diag: &mut Diag) {
    let message = format!("method `{name}` cannot be `{modifier}`");
    diag.error(Place::Modifier, token, message, format!("remove `{modifier}`"));
}

fn is_async(token: impl ToTokens, sig: &Signature, diag: &mut Diag) {
    let name = &sig.ident;
    let returns = match &sig.output {
        syn::ReturnType::Default => "()".to_owned(),
        syn::ReturnType::Type(_, ty) => text(&likely(ty)),
    };
    let already = matches!(&sig.output, syn::ReturnType::Type(_, ty) if text(&**ty).starts_with("Call<"));
    if already {
        let message = format!("method `{name}` is `async` and returns `Call`, which is already awaitable");
        diag.error(Place::Modifier, token, message, "remove `async`");
    } else {
        let arguments: String = sig.inputs.iter().map(argument).collect();
        let help = format!("write `fn {name}(&self{arguments}) -> Call<{returns}>;`, which is awaited the same way");
        diag.error(Place::Modifier, token, format!("method `{name}` cannot be `async`"), help);
    }
}

fn argument(input: &FnArg) -> String {
    match input {
        FnArg::Receiver(_) => String::new(),
        FnArg::Typed(typed) => format!(", {}: {}", text(&typed.pat), text(&typed.ty)),
    }
}

/// Everything about the signature that has nothing to do with HTTP, the return type excepted.
pub(crate) fn signature(sig: &Signature, diag: &mut Diag) {
    receiver(sig, diag);
    method_generics(sig, diag);
    if let Some(variadic) = &sig.variadic {
        let message = format!("method `{}` cannot be variadic", sig.ident);
        diag.error(Place::Argument(usize::MAX), variadic.dots, message, "take a slice: `values: &[T]`");
    }
}

fn receiver(sig: &Signature, diag: &mut Diag) {
    let name = &sig.ident;
    let Some(receiver) = sig.receiver() else {
        let rest = if sig.inputs.is_empty() { String::new() } else { ", …".to_owned() };
        diag.error(
            Place::Name,
            name,
            format!("method `{name}` must take `&self`"),
            format!("write `fn {name}(&self{rest})`"),
        );
        return;
    };
    let help = match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => return,
        ReceiverKind::Typed(_, ty) if is_shared_self(ty) && receiver.mutability.is_none() => return,
        ReceiverKind::Reference(..) => "write `&self`: sending a request does not change the client",
        _ => "write `&self`: the client is shared between calls",
    };
    let found = text(&bare(receiver));
    diag.error(Place::Receiver, bare(receiver), format!("method `{name}` must take `&self`, not `{found}`"), help);
}

fn bare(receiver: &Receiver) -> Receiver {
    Receiver { attrs: Vec::new(), ..receiver.clone() }
}

/// `self: &Self`.
pub(crate) fn is_shared_self(ty: &Type) -> bool {
    match plain(ty) {
        Type::Reference(reference) => reference.mutability.is_none() && text(&*reference.elem) == "Self",
        _ => false,
    }
}

fn method_generics(sig: &Signature, diag: &mut Diag) {
    let name = &sig.ident;
    let is_lifetime = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    if let Some(param) = sig.generics.params.iter().find(|param| !is_lifetime(param)) {
        let help = "take a concrete type, such as `&serde_json::Value`, so that the trait stays usable as `dyn`";
        diag.error(Place::Generics, param, format!("method `{name}` cannot be generic"), help);
        return;
    }
    let clause = sig.generics.where_clause.as_ref().filter(|clause| !clause.predicates.is_empty());
    let is_plain = |predicate: &WherePredicate| matches!(predicate, WherePredicate::Lifetime(_));
    if let Some(clause) = clause.filter(|clause| !clause.predicates.iter().all(is_plain)) {
        diag.error(Place::Where, clause, format!("method `{name}` cannot have a where clause"), "remove it");
    }
}

/// Lifetimes that nobody has declared: the compiler would say it once for each place where the type is generated.
pub(crate) fn lifetimes(api: &Generics, method: &Method, diag: &mut Diag) {
    let arguments = method.arguments.iter().map(|argument| (Place::Argument(argument.index), &argument.ty));
    let reply = method.reply.iter().map(|reply| (Place::Return, reply));
    for (place, ty) in arguments.chain(reply) {
        if let Some(name) = lifetimes_of(ty)
            .into_iter()
            .find(|name| is_undeclared(name, api, &method.sig.generics))
            .filter(|_| !mentions(ty, "for"))
        {
            let plain = text(ty).replace(&format!("'{name} "), "");
            diag.error(
                place,
                ty,
                format!("lifetime `'{name}` is not declared"),
                format!("a `Call` owns what it needs: write `{plain}`"),
            );
        }
    }
}

pub(crate) fn is_undeclared(name: &str, api: &Generics, method: &Generics) -> bool {
    let mut declared = api.lifetimes().chain(method.lifetimes());
    !matches!(name, "static" | "_") && !declared.any(|param| param.lifetime.ident == name)
}

/// An argument is a plain name.
pub(crate) fn pattern(index: usize, input: &FnArg, diag: &mut Diag) -> bool {
    let FnArg::Typed(typed) = input else { return true };
    let (message, help) = match &*typed.pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none() => return true,
        Pat::Ident(pat) => {
            let message = format!("argument `{}` must be a plain name", pat.ident);
            (message, format!("write `{}: {}`", pat.ident, text(&*typed.ty)))
        }
        Pat::Wild(_) => {
            let message = "an endpoint argument must have a name".to_owned();
            (message, format!("the name is that of the placeholder: `user_id: {}`", text(&*typed.ty)))
        }
        _ => {
            let message = "an endpoint argument must be a plain name".to_owned();
            (message, format!("take the value under one name: `params: {}`", text(&*typed.ty)))
        }
    };
    diag.error(Place::Argument(index), &typed.pat, message, help);
    false
}

/// Types that would make the trait unusable as `dyn`, or that have no size.
pub(crate) fn argument_type(argument: &Argument, diag: &mut Diag) {
    let Some(name) = &argument.ident else { return };
    let ty = &argument.ty;
    let shown = text(ty);
    let (message, help) = if mentions(ty, "impl") {
        let help = format!("{}, so that the trait stays usable as `dyn`", instead_of_impl(&shown));
        (format!("argument `{name}` cannot be `impl Trait`"), help)
    } else if mentions(ty, "Self") {
        (
            format!("argument `{name}` cannot be `Self`"),
            "name the type, so that the trait stays usable as `dyn`".to_owned(),
        )
    } else if mentions(ty, "_") {
        (format!("the type of argument `{name}` must be written out"), "replace `_` by the type".to_owned())
    } else if shown == "str" || matches!(plain(ty), Type::Slice(_) | Type::TraitObject(_)) {
        (format!("argument `{name}` has no size"), format!("take a reference: `{name}: &{shown}`"))
    } else {
        return;
    };
    diag.error(Place::Argument(argument.index), ty, message, help);
}

fn instead_of_impl(shown: &str) -> &'static str {
    let is_text = ["str>", "String>", "ToString", "Display"].iter().any(|word| shown.contains(word));
    if is_text { "take `&str`" } else { "take a concrete type" }
}

/// The compiler says it; generating the method twice would make it say it twice.
pub(crate) fn names_taken_twice(method: &Method, diag: &mut Diag) {
    let names: Vec<_> = method.arguments.iter().filter_map(|argument| argument.ident.as_ref()).collect();
    if names.iter().enumerate().any(|(index, name)| names[..index].contains(name)) {
        diag.leave_to_compiler();
    }
}

pub(crate) fn self_in_reply(method: &Method, diag: &mut Diag) {
    let Ok(reply) = &method.reply else { return };
    if mentions(reply, "Self") {
        let message = format!("method `{}` cannot return `Self`", method.sig.ident);
        diag.error(Place::Return, reply, message, "name the type, so that the trait stays usable as `dyn`");
    }
}
