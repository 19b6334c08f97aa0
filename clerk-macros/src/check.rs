//! The rules, one small function each. A rule reports one kind of mistake and stays quiet where another has spoken.

use quote::ToTokens;
use syn::{
    Attribute, FnArg, GenericParam, Ident, LitStr, Pat, Receiver, ReceiverKind, Safety, Signature, Type, WherePredicate,
};

use crate::args::Options;
use crate::diag::{Diag, Place};
use crate::model::{Api, Argument, Method, RawMethod};
use crate::reply::{lifetimes_of, likely, mentions, plain, text};
use crate::role::Role;
use crate::template::{Segment, Template};
use crate::verb::Verb;

/// Everything about the trait itself.
pub(crate) fn header(api: &Api, modifiers: &[Ident], is_empty: bool, diag: &mut Diag) {
    let name = &api.ident;
    for modifier in modifiers {
        let message = format!("`#[clerk_api]` trait `{name}` cannot be `{modifier}`");
        diag.error(Place::Name, modifier, message, format!("remove `{modifier}`"));
    }
    if is_empty {
        let message = format!("`#[clerk_api]` trait `{name}` has no endpoints");
        diag.error(Place::Name, name, message, "add a method with a verb attribute, such as `#[get(\"/users\")]`");
    }
    generics(api, diag);
    supertraits(api, diag);
    where_clause(api, diag);
}

fn generics(api: &Api, diag: &mut Diag) {
    let params = &api.generics.params;
    let only_lifetimes = params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    let name = &api.ident;
    match params.is_empty() {
        true => {}
        false if only_lifetimes => {
            let message = format!("`#[clerk_api]` trait `{name}` cannot have lifetime parameters");
            diag.error(Place::Generics, params, message, "a `Call` owns everything it needs");
        }
        false => {
            let message = format!("`#[clerk_api]` trait `{name}` cannot be generic");
            let help = "an API has one set of endpoints; use the type in an argument or in `Call<…>`";
            diag.error(Place::Generics, params, message, help);
        }
    }
}

/// Traits of std that make `dyn` impossible.
pub(crate) const NOT_DYN: [&str; 9] =
    ["Sized", "Clone", "Copy", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// The trait of std that this bound is, if it makes `dyn` impossible.
pub(crate) fn not_dyn(bound: &syn::TypeParamBound) -> Option<&'static str> {
    let syn::TypeParamBound::Trait(bound) = bound else { return None };
    let last = bound.path.segments.last()?;
    NOT_DYN.into_iter().find(|name| bound.maybe.is_none() && last.ident == name)
}

fn supertraits(api: &Api, diag: &mut Diag) {
    for bound in &api.supertraits {
        if let Some(found) = not_dyn(bound) {
            let message = format!("`#[clerk_api]` trait `{}` cannot require `{found}`", api.ident);
            diag.error(
                Place::Generics,
                bound,
                message,
                format!("remove it: with `{found}`, `&dyn {}` is not possible", api.ident),
            );
        }
    }
}

fn where_clause(api: &Api, diag: &mut Diag) {
    if let Some(clause) = api.generics.where_clause.as_ref().filter(|clause| !clause.predicates.is_empty()) {
        let message = format!("`#[clerk_api]` trait `{}` cannot have a where clause", api.ident);
        diag.error(
            Place::Where,
            clause,
            message,
            "remove it; what every implementor must be goes behind the name: `trait Api: Bound`",
        );
    }
}

/// `async`, `const`, … and the body: what only the source as it stands still has.
pub(crate) fn modifiers(raw: &RawMethod, diag: &mut Diag) {
    let name = &raw.sig.ident;
    for modifier in &raw.modifiers {
        cannot_be(modifier, &modifier.to_string(), name, diag);
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
        let arguments = text(&sig.inputs);
        let help = format!("write `fn {name}({arguments}) -> Call<{returns}>;`, which is awaited the same way");
        diag.error(Place::Modifier, token, format!("method `{name}` cannot be `async`"), help);
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
fn lifetimes(api: &syn::Generics, method: &Method, diag: &mut Diag) {
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

pub(crate) fn is_undeclared(name: &str, api: &syn::Generics, method: &syn::Generics) -> bool {
    let mut declared = api.lifetimes().chain(method.lifetimes());
    !matches!(name, "static" | "_") && !declared.any(|param| param.lifetime.ident == name)
}

/// Everything about one endpoint.
pub(crate) fn method(generics: &syn::Generics, method: &Method, diag: &mut Diag) {
    let mut patterns = method.sig.inputs.iter().enumerate();
    let is_sound = patterns.by_ref().fold(true, |sound, (index, input)| pattern(index, input, diag) && sound);
    for argument in &method.arguments {
        argument_type(argument, diag);
    }
    lifetimes(generics, method, diag);
    self_in_reply(method, diag);
    names_taken_twice(method, diag);
    bodies(method, diag);
    keys_taken_twice(method, diag);
    crate::retry::check(method, diag);
    if let Some(template) = method.path.as_ref().and_then(|path| path.template.as_ref()) {
        placeholders(method, template, is_sound, diag);
    }
}

/// An argument is a plain name.
fn pattern(index: usize, input: &FnArg, diag: &mut Diag) -> bool {
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
fn argument_type(argument: &Argument, diag: &mut Diag) {
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
fn names_taken_twice(method: &Method, diag: &mut Diag) {
    let names: Vec<_> = method.arguments.iter().filter_map(|argument| argument.ident.as_ref()).collect();
    if names.iter().enumerate().any(|(index, name)| names[..index].contains(name)) {
        diag.leave_to_compiler();
    }
}

fn self_in_reply(method: &Method, diag: &mut Diag) {
    let Ok(reply) = &method.reply else { return };
    if mentions(reply, "Self") {
        let message = format!("method `{}` cannot return `Self`", method.sig.ident);
        diag.error(Place::Return, reply, message, "name the type, so that the trait stays usable as `dyn`");
    }
}

/// At most one body, and none on GET.
fn bodies(method: &Method, diag: &mut Diag) {
    let mut bodies = method.arguments.iter().filter(|argument| argument.role.is_body());
    let Some(first) = bodies.next() else { return };
    if method.path.as_ref().is_some_and(|path| path.verb == Verb::Get) {
        let role = first.role.name();
        let help = format!("send the values as `#[query]`, or use `#[post]` with `#[{role}]`");
        diag.error(Place::Argument(first.index), &first.attr, "a GET request has no body", help);
        return;
    }
    for second in bodies {
        let (a, b) = (name_of(first), name_of(second));
        let help = match (&first.role, &second.role) {
            (Role::Multipart, _) => format!("add the fields of `{b}` as parts of `{a}`"),
            (_, Role::Multipart) => format!("add the fields of `{a}` as parts of `{b}`"),
            (first, second) if first.name() == second.name() => {
                "put both in one struct, or mark one `#[query]`".to_owned()
            }
            _ => "a request is either JSON or a form".to_owned(),
        };
        let message = format!("method `{}` has two bodies, `{a}` and `{b}`", method.sig.ident);
        diag.error(Place::Argument(second.index), &second.attr, message, help);
    }
}

fn name_of(argument: &Argument) -> String {
    argument.ident.as_ref().map_or_else(|| "_".to_owned(), ToString::to_string)
}

/// One query key, or one header, from two arguments.
fn keys_taken_twice(method: &Method, diag: &mut Diag) {
    let mut seen: Vec<(bool, String, String)> = Vec::new();
    for argument in &method.arguments {
        let (is_header, key, literal) = match &argument.role {
            Role::QueryKey(key) => (false, key.value(), key),
            Role::Header(name) => (true, name.value().to_lowercase(), name),
            _ => continue,
        };
        if let Some((_, _, first)) = seen.iter().find(|(kind, taken, _)| *kind == is_header && *taken == key) {
            let what = if is_header { "header" } else { "query key" };
            let message = format!("{what} `{key}` is already sent by `{first}`");
            let help = if is_header {
                "give it its own name"
            } else {
                "give it its own key, or take one list: the key is repeated"
            };
            diag.error(Place::Argument(argument.index), literal, message, help);
            continue;
        }
        seen.push((is_header, key, name_of(argument)));
    }
}

/// Placeholders against arguments.
fn placeholders(method: &Method, template: &Template, is_sound: bool, diag: &mut Diag) {
    let Some(path) = &method.path else { return };
    for (index, segment) in template.segments.iter().enumerate() {
        if let Segment::Placeholder(name) = segment.clone() {
            if template.segments[..index].contains(segment) {
                let message = format!("placeholder `<{name}>` appears twice");
                diag.error(path.place, &path.literal, message, "give the second one its own argument");
            }
        }
    }
    for argument in &method.arguments {
        if argument.fills(template) {
            filling(argument, diag);
        }
    }
    crate::matching::names(method, template, is_sound, diag);
}

/// An argument that fills a placeholder has no role, and always a value.
fn filling(argument: &Argument, diag: &mut Diag) {
    let name = name_of(argument);
    let place = Place::Argument(argument.index);
    let placeholder = name.trim_start_matches("r#");
    if let Some(attr) = &argument.attr {
        let message =
            format!("argument `{name}` fills `<{placeholder}>`, so it cannot be `#[{}]`", argument.role.name());
        diag.error(place, attr, message, "remove the attribute, or rename the placeholder");
    } else if text(&argument.ty).starts_with("Option<") && matches!(argument.role, Role::Unmarked) {
        let message = format!("argument `{name}` fills `<{placeholder}>`, so it cannot be an `Option`");
        diag.error(place, &argument.ty, message, format!("declare a second endpoint without `<{placeholder}>`"));
    }
}

/// The prefix of the trait, written again in the path.
pub(crate) fn prefix_repeated(template: &Template, options: &Options, literal: &LitStr, place: Place, diag: &mut Diag) {
    let prefix = &options.prefix.segments;
    if prefix.is_empty() || !template.segments.starts_with(prefix) {
        return;
    }
    let rest = Template { segments: template.segments[prefix.len()..].to_vec() };
    let message = format!("the path already starts with the prefix `{}`", options.prefix.declared());
    diag.error(place, literal, message, format!("write `\"{}\"`", rest.declared()));
}

/// One verb and path in two methods: most often a copy that was not changed.
pub(crate) fn same_endpoint(method: &Method, before: &[Method], diag: &mut Diag) {
    let Some((verb, shape, literal, place)) = endpoint(method) else { return };
    let same = |other: &&Method| endpoint(other).is_some_and(|(v, s, _, _)| v == verb && s == shape);
    if let Some(first) = before.iter().find(same).filter(|first| first.sig.ident != method.sig.ident) {
        let message = format!("method `{}` is the same endpoint as `{}`", method.sig.ident, first.sig.ident);
        let help = format!(
            "{} {shape} is already declared by `{}`; if both are meant, give one its own trait",
            verb.method(),
            first.sig.ident
        );
        diag.error(place, literal, message, help);
    }
}

/// The compiler would underline `#[clerk_api]`.
pub(crate) fn same_name(method: &Method, before: &[Method], diag: &mut Diag) {
    let name = &method.sig.ident;
    if is_again(method, before) {
        diag.error(
            Place::Name,
            name,
            format!("method `{name}` is declared twice"),
            "give the second one a name of its own",
        );
    }
}

/// Whether a method has the name of an earlier one, not under `#[cfg]`.
pub(crate) fn is_again(method: &Method, before: &[Method]) -> bool {
    let conditional = |method: &Method| method.attrs.iter().any(is_conditional);
    !conditional(method) && before.iter().any(|other| other.sig.ident == method.sig.ident && !conditional(other))
}

fn endpoint(method: &Method) -> Option<(Verb, String, &LitStr, Place)> {
    let path = method.path.as_ref().filter(|_| !method.attrs.iter().any(is_conditional))?;
    Some((path.verb, path.template.as_ref()?.shape(), &path.literal, path.place))
}

/// Under `#[cfg]`, two methods may well be one endpoint.
fn is_conditional(attr: &Attribute) -> bool {
    attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
}

/// `type` for `r#type`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}
