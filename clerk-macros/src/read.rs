//! From the items of a trait to endpoints. Each method is read and checked before the next one, so that errors come in
//! source order.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Attribute, FnArg, Meta, Pat, Signature};

use crate::args::Options;
use crate::check;
use crate::errors::{Diag, Place};
use crate::model::{Api, Argument, Header, Item, Method, Path, RawMethod};
use crate::repeated::Declared;
use crate::reply;
use crate::role::{self, last_name};
use crate::signature;
use crate::verb::{self, Strange, Verb};

/// Reads and checks the whole trait.
pub(crate) fn api(header: Header, options: &Options, diag: &mut Diag) -> Api {
    let attrs = trait_attrs(header.attrs, &header.ident, diag);
    let mut api = Api {
        attrs,
        vis: header.vis,
        ident: header.ident,
        generics: header.generics,
        supertraits: header.supertraits,
        inner_attrs: header.inner_attrs,
        methods: Vec::new(),
    };
    check::header(&api, &header.modifiers, header.items.is_empty(), diag);
    let mut declared = Declared::default();
    for item in header.items {
        match item {
            Item::Method(raw) => {
                diag.begin_method(&raw.sig.ident);
                let method = method(*raw, options, diag);
                check::method(&api.generics, &method, diag);
                if declared.add(&method, diag) {
                    api.methods.push(method);
                }
                diag.end_method();
            }
            Item::Other { attrs, keyword, tokens } => other_item(&attrs, &keyword, tokens, diag),
        }
    }
    api
}

/// What stands on the trait besides `#[clerk_api]`.
fn trait_attrs(attrs: Vec<Attribute>, ident: &Ident, diag: &mut Diag) -> Vec<Attribute> {
    let mut keep = |attr: &Attribute| {
        let name = last_name(attr);
        let (message, help) = if name == "clerk_api" {
            (format!("trait `{ident}` has `#[clerk_api]` twice"), "keep one".to_owned())
        } else if Verb::named(&name).is_some() {
            (
                format!("`#[{name}]` is on the trait `{ident}`, not on a method"),
                "put it on a method of the trait".to_owned(),
            )
        } else if role::NAMES.contains(&name.as_str()) {
            (
                format!("`#[{name}]` is on the trait `{ident}`, not on an argument"),
                "put it on an argument of a method".to_owned(),
            )
        } else if name == "prefix" {
            (format!("`#[prefix]` is on the trait `{ident}`"), "write `#[clerk_api(prefix = \"/v1\")]`".to_owned())
        } else {
            return true;
        };
        diag.error(Place::Name, attr, message, help);
        false
    };
    attrs.into_iter().filter(|attr| keep(attr)).collect()
}

fn other_item(attrs: &[Attribute], keyword: &Ident, tokens: TokenStream, diag: &mut Diag) {
    let what = match keyword.to_string().as_str() {
        "type" => "a type",
        "const" => "a constant",
        _ => "a macro call",
    };
    if let Some(attr) = attrs.iter().find(|attr| Verb::named(&last_name(attr)).is_some()) {
        let message = format!("`#[{}]` is on {what}, not on a method", last_name(attr));
        diag.error(Place::Name, attr, message, "write `fn name(&self) -> Call<T>;`");
        return;
    }
    let name = tokens.clone().into_iter().nth(1).map_or_else(String::new, |name| name.to_string());
    let help = match what {
        "a type" => format!("move `{name}` out of the trait"),
        "a constant" => {
            "move it out of the trait; a common path is written `#[clerk_api(prefix = \"/users\")]`".to_owned()
        }
        _ => "macros are expanded after `#[clerk_api]`; write the methods out".to_owned(),
    };
    diag.error(Place::Name, tokens, format!("a `#[clerk_api]` trait may only contain methods, this is {what}"), help);
}

fn method(raw: RawMethod, options: &Options, diag: &mut Diag) -> Method {
    signature::modifiers(&raw, diag);
    let mut sig = raw.sig;
    let (attrs, path) = method_attrs(raw.attrs, &sig, options, diag);
    let arguments = arguments(&mut sig, diag);
    signature::signature(&sig, diag);
    let reply = reply::read(&sig, diag);
    Method { attrs, vis: raw.vis, sig, path, arguments, end: raw.end, reply }
}

/// Takes the verb out of a method's attributes.
fn method_attrs(
    attrs: Vec<Attribute>,
    sig: &Signature,
    options: &Options,
    diag: &mut Diag,
) -> (Vec<Attribute>, Option<Path>) {
    let is_verb = |attr: &Attribute| Verb::named(&last_name(attr)).is_some();
    let mut verbs = Verbs { has_verb: attrs.iter().any(is_verb), ..Verbs::default() };
    let kept = attrs
        .into_iter()
        .enumerate()
        .filter_map(|(index, attr)| verbs.keep(attr, Place::Attribute(index), options, diag))
        .collect();
    if verbs.first.is_none() && !verbs.excused {
        let message = format!("method `{}` has no HTTP verb attribute", sig.ident);
        diag.error(Place::Name, &sig.ident, message, format!("add one of {}", Verb::known()));
    }
    (kept, verbs.path)
}

/// The verbs found on one method.
#[derive(Default)]
struct Verbs {
    has_verb: bool,
    first: Option<Verb>,
    path: Option<Path>,
    /// Something was meant as a verb, and has its error.
    excused: bool,
}

impl Verbs {
    /// Reads what is ours and hands back what is not.
    fn keep(&mut self, attr: Attribute, place: Place, options: &Options, diag: &mut Diag) -> Option<Attribute> {
        let name = last_name(&attr);
        if let Some(verb) = Verb::named(&name) {
            self.verb(verb, &attr, place, options, diag);
            return None;
        }
        if name == "clerk_api" {
            diag.error(place, &attr, "`#[clerk_api]` is on a method", "it goes on the trait; the method has a verb");
            return None;
        }
        if let Some(inner) = conditional(&attr) {
            self.excused = true;
            let help = format!("declare the method twice, each with a `#[cfg(…)]` and a `#[{inner}(…)]` of its own");
            diag.error(place, &attr, format!("`#[{inner}]` cannot depend on `#[cfg_attr]`"), help);
            return None;
        }
        if attr.path().segments.len() > 1 {
            return Some(attr);
        }
        let ident = attr
            .path()
            .segments
            .first()
            .map_or_else(|| Ident::new("_", Span::call_site()), |first| first.ident.clone());
        match verb::strange(&ident, &attr, self.has_verb) {
            None => return Some(attr),
            Some(Strange::Verb(message, help)) => {
                self.excused = true;
                diag.error(place, &attr, message, help);
            }
            Some(Strange::Role) => {
                let message = format!("`#[{name}]` is on the method, not on an argument");
                diag.error(
                    place,
                    &attr,
                    message,
                    format!("put it in front of the argument: `{} name: &T`", reply::text(&attr)),
                );
            }
        }
        None
    }

    fn verb(&mut self, verb: Verb, attr: &Attribute, place: Place, options: &Options, diag: &mut Diag) {
        let name = verb.name();
        match self.first {
            None => {
                self.first = Some(verb);
                self.path = verb::read(verb, attr, place, diag).map(|read| {
                    if let Some(template) = &read.template {
                        check::prefix_repeated(template, options, &read.literal, place, diag);
                    }
                    let template = read.template.map(|template| template.under(&options.prefix));
                    Path { verb, literal: read.literal, template, retry: read.retry, place }
                });
            }
            Some(first) if first == verb => {
                diag.error(
                    place,
                    attr,
                    format!("`#[{name}]` is given twice"),
                    "keep one; declare two methods for two endpoints",
                );
            }
            Some(first) => {
                let message = format!("two HTTP verbs, `#[{}]` and `#[{name}]`", first.name());
                diag.error(place, attr, message, "keep one; declare two methods for two endpoints");
            }
        }
    }
}

/// The verb in `#[cfg_attr(…, get("/path"))]`.
fn conditional(attr: &Attribute) -> Option<String> {
    let Meta::List(list) = &attr.meta else { return None };
    if !list.path.is_ident("cfg_attr") {
        return None;
    }
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()).filter(|name| Verb::named(name).is_some()),
        _ => None,
    })
}

/// Takes the roles out of the arguments.
fn arguments(sig: &mut Signature, diag: &mut Diag) -> Vec<Argument> {
    let mut arguments = Vec::new();
    for (index, input) in sig.inputs.iter_mut().enumerate() {
        let FnArg::Typed(typed) = input else { continue };
        let ident = match &*typed.pat {
            Pat::Ident(pat) => Some(pat.ident.clone()),
            _ => None,
        };
        let name = ident.as_ref().map_or_else(|| reply::text(&typed.pat), ToString::to_string);
        let (role, attr) = role::read(&mut typed.attrs, &name, Place::Argument(index), diag);
        arguments.push(Argument { ident, ty: (*typed.ty).clone(), role, attr, index });
    }
    arguments
}

/// Removes every attribute of ours from tokens that are no trait, so that none of them speaks up by itself.
pub(crate) fn strip(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(pound) if pound.as_char() == '#' && tokens.peek().is_some_and(is_ours) => {
                tokens.next();
            }
            TokenTree::Group(group) => {
                let mut inner = proc_macro2::Group::new(group.delimiter(), strip(group.stream()));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            token => out.extend([token]),
        }
    }
    out
}

/// `[get("/users")]`, `[clerk_client::query]`.
fn is_ours(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let name = group.stream().into_iter().take_while(is_path).last();
    name.is_some_and(|name| {
        let name = name.to_token_stream().to_string();
        Verb::named(&name).is_some() || role::NAMES.contains(&name.as_str())
    })
}
