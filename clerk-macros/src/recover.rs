//! What is emitted when something is wrong: a trait that can be implemented, called and used as `dyn`, so that one mistake
//! stays one error and the editor keeps working.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, FnArg, GenericParam, Generics, Lifetime, Pat, ReturnType, Safety, Signature, Type, parse_quote};

use crate::args::Options;
use crate::check::not_dyn;
use crate::expand;
use crate::model::{Api, Argument, Method};
use crate::reply::{lifetimes_of, mentions, plain, text};
use crate::role::last_name;
use crate::signature;

/// The trait without its mistakes, an empty implementation, an empty table.
pub(crate) fn api(mut api: Api, options: &Options) -> TokenStream {
    clean_trait(&mut api);
    for method in &mut api.methods {
        clean_method(method, options);
        declare_lifetimes(&mut method.sig, &api.generics);
    }
    let declaration = expand::declaration(&api, |_| quote!(::core::unreachable!()));
    if options.krate_is_lost {
        return declaration;
    }
    let client = expand::client_impl(&api, options, TokenStream::new());
    let table = expand::table(&api, &options.krate(Span::call_site()), TokenStream::new());
    quote!(#declaration #client #table)
}

fn clean_trait(api: &mut Api) {
    api.attrs.retain(is_built_in);
    api.generics.where_clause = None;
    api.supertraits =
        std::mem::take(&mut api.supertraits).into_iter().filter(|bound| not_dyn(bound).is_none()).collect();
}

/// Attributes that need nobody to explain them.
fn is_built_in(attr: &Attribute) -> bool {
    let known = [
        "cfg",
        "cfg_attr",
        "allow",
        "warn",
        "deny",
        "forbid",
        "expect",
        "deprecated",
        "doc",
        "must_use",
        "inline",
        "cold",
        "diagnostic",
        "automock",
    ];
    let first = attr.path().segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
    known.contains(&last_name(attr).as_str())
        || matches!(first.as_str(), "clippy" | "rustfmt" | "diagnostic" | "mockall")
}

fn clean_method(method: &mut Method, options: &Options) {
    method.attrs.retain(is_built_in);
    clean_signature(&mut method.sig);
    clean_return(method, options);
    let names = method.sig.inputs.iter().filter_map(argument_name);
    method.arguments = names.map(Argument::unused).collect();
}

/// Lifetimes that were used without being declared.
fn declare_lifetimes(sig: &mut Signature, api: &Generics) {
    let mut types: Vec<Type> = Vec::new();
    for input in &sig.inputs {
        if let FnArg::Typed(typed) = input {
            types.push((*typed.ty).clone());
        }
    }
    if let ReturnType::Type(_, ty) = &sig.output {
        types.push((**ty).clone());
    }
    for name in types.iter().filter(|ty| !mentions(ty, "for")).flat_map(lifetimes_of) {
        if signature::is_undeclared(&name, api, &sig.generics) {
            let lifetime = Lifetime::new(&format!("'{name}"), Span::call_site());
            sig.generics.params.insert(0, parse_quote!(#lifetime));
        }
    }
}

fn clean_signature(sig: &mut Signature) {
    sig.constness = None;
    sig.asyncness = None;
    sig.safety = Safety::Default;
    sig.abi = None;
    sig.variadic = None;
    clean_receiver(sig);
    let mut keeps_dyn = sig.generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    for (index, input) in sig.inputs.iter_mut().enumerate() {
        let FnArg::Typed(typed) = input else { continue };
        let name = match &*typed.pat {
            Pat::Ident(pat) => pat.ident.clone(),
            _ => Ident::new(&format!("argument_{index}"), Span::mixed_site()),
        };
        *typed.ty = clean_type(&typed.ty);
        keeps_dyn &= !mentions(&typed.ty, "impl") && !mentions(&typed.ty, "Self");
        typed.attrs.clear();
        *typed.pat = parse_quote!(#name);
    }
    sig.generics.where_clause = if keeps_dyn { None } else { Some(parse_quote!(where Self: ::core::marker::Sized)) };
}

/// The receiver becomes `&self`; where there is none, one is put in front.
fn clean_receiver(sig: &mut Signature) {
    match sig.inputs.first_mut() {
        Some(FnArg::Receiver(receiver)) => *receiver = expand::shared_self(receiver),
        _ => sig.inputs.insert(0, parse_quote!(&self)),
    }
}

/// A type that can stand in a method of a `dyn` trait.
fn clean_type(ty: &Type) -> Type {
    let shown = text(ty);
    if mentions(ty, "_") || shown.contains("Self::") {
        parse_quote!(())
    } else if shown == "str" || matches!(plain(ty), Type::Slice(_) | Type::TraitObject(_)) {
        parse_quote!(&#ty)
    } else {
        ty.clone()
    }
}

/// `Call<T>` of what was most likely meant, so that callers who await it stay quiet.
fn clean_return(method: &mut Method, options: &Options) {
    let reply = match &method.reply {
        Ok(reply) if !mentions(reply, "Self") => return,
        Ok(_) => parse_quote!(()),
        Err(likely) => (**likely).clone(),
    };
    let krate = options.krate(Span::call_site());
    method.sig.output = if options.krate_is_lost { ReturnType::Default } else { parse_quote!(-> #krate::Call<#reply>) };
}

fn argument_name(input: &FnArg) -> Option<Ident> {
    let FnArg::Typed(typed) = input else { return None };
    match &*typed.pat {
        Pat::Ident(pat) => Some(pat.ident.clone()),
        _ => None,
    }
}
