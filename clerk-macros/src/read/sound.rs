//! A signature that can stand in a trait that is used as `dyn`, whatever was written: the same, if nothing is wrong. It keeps
//! one mistake one error, and the editor working.

use proc_macro2::{Ident, Span};
use syn::{
    FnArg, GenericParam, Generics, Lifetime, Pat, Receiver, ReceiverKind, ReturnType, Safety, Signature, Token, Type,
    TypeParamBound, WhereClause, WherePredicate, parse_quote,
};

use crate::model::{Kind, Shape, is_dyn_serialize, last_name, lifetimes_of, mentions, plain, text};

pub(crate) fn signature(
    mut sig: Signature,
    response: &Result<Type, Type>,
    call: &Option<syn::Path>,
    api: &Generics,
) -> Signature {
    sig.constness = None;
    sig.asyncness = None;
    sig.safety = Safety::Default;
    sig.abi = None;
    sig.variadic = None;
    receiver(&mut sig);
    let has_types = !sig.generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    let mut keeps_dyn = !has_types;
    for (index, input) in sig.inputs.iter_mut().enumerate() {
        if let FnArg::Typed(typed) = input {
            plain_name(&mut typed.pat, index);
            *typed.ty = argument(&typed.ty);
            keeps_dyn &= !mentions(&typed.ty, "impl") && !mentions(&typed.ty, "Self");
        }
    }
    if !keeps_dyn {
        sig.generics.where_clause = Some(parse_quote!(where Self: ::core::marker::Sized));
    } else if sig.generics.where_clause.as_ref().is_some_and(|clause| !is_lifetimes_only(clause)) {
        sig.generics.where_clause = None;
    }
    if let Err(likely) = response {
        sig.output = match call {
            Some(krate) => parse_quote!(-> #krate::Call<#likely>),
            None => ReturnType::Default,
        };
    }
    declare_lifetimes(&mut sig, api);
    sig
}

/// A pattern becomes a name.
fn plain_name(pat: &mut Pat, index: usize) {
    if !is_plain_name(pat) {
        let name = match pat {
            Pat::Ident(pat) => pat.ident.clone(),
            _ => Ident::new(&format!("argument_{index}"), Span::mixed_site()),
        };
        *pat = parse_quote!(#name);
    }
}

/// `where 'a: 'b` and nothing else.
pub(crate) fn is_lifetimes_only(clause: &WhereClause) -> bool {
    clause.predicates.iter().all(|predicate| matches!(predicate, WherePredicate::Lifetime(_)))
}

/// The receiver becomes `&self`; where there is none, one is put in front, in the place of a client that was meant as one.
fn receiver(sig: &mut Signature) {
    match sig.inputs.first_mut() {
        Some(FnArg::Receiver(receiver)) => {
            *receiver = shared_self(receiver);
            receiver.attrs.retain(|attr| Kind::named(&last_name(attr)).is_none());
        }
        Some(FnArg::Typed(typed)) if is_client(&typed.ty) => sig.inputs[0] = parse_quote!(&self),
        _ => sig.inputs.insert(0, parse_quote!(&self)),
    }
}

fn shared_self(receiver: &Receiver) -> Receiver {
    if is_shared_self(receiver) {
        return receiver.clone();
    }
    let kind = ReceiverKind::Reference(Token![&](receiver.self_token.span), None, None);
    Receiver { attrs: Vec::new(), mutability: None, self_token: receiver.self_token, kind }
}

/// `&self`, `&'a self`, `self: &Self`.
pub(crate) fn is_shared_self(receiver: &Receiver) -> bool {
    match &receiver.kind {
        ReceiverKind::Reference(_, _, mutable) => mutable.is_none(),
        ReceiverKind::Typed(_, ty) => match plain(ty) {
            Type::Reference(ty) => {
                receiver.mutability.is_none() && ty.mutability.is_none() && text(&*ty.elem) == "Self"
            }
            _ => false,
        },
        _ => false,
    }
}

/// `&Client` as the first argument: it was meant as `&self`.
pub(crate) fn is_client(ty: &Type) -> bool {
    match Shape::of(ty) {
        Shape::Ref(inner) => is_client(inner),
        _ => crate::model::named(ty, &["Client"]).is_some(),
    }
}

pub(crate) fn is_plain_name(pat: &Pat) -> bool {
    matches!(pat, Pat::Ident(pat) if pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none())
}

/// A type that can stand in a method of a `dyn` trait.
fn argument(ty: &Type) -> Type {
    let shape = Shape::of(ty);
    if is_dyn_serialize(ty) || mentions(ty, "_") || (mentions(ty, "Self") && text(ty).contains("Self::")) {
        parse_quote!(())
    } else if shape.is_unsized() {
        by_reference(ty)
    } else {
        ty.clone()
    }
}

/// `&T`, and `&(dyn A + B)` where it needs parentheses.
pub(crate) fn by_reference(ty: &Type) -> Type {
    match plain(ty) {
        Type::TraitObject(object) if object.bounds.len() > 1 => parse_quote!(&(#object)),
        _ => parse_quote!(&#ty),
    }
}

/// Lifetimes that were used without being declared.
fn declare_lifetimes(sig: &mut Signature, api: &Generics) {
    let types = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some((*typed.ty).clone()),
        FnArg::Receiver(_) => None,
    });
    let output = match &sig.output {
        ReturnType::Type(_, ty) => Some((**ty).clone()),
        ReturnType::Default => None,
    };
    let types: Vec<Type> = types.chain(output).filter(|ty| !mentions(ty, "for")).collect();
    for name in types.iter().flat_map(lifetimes_of).chain(receiver_lifetime(sig)) {
        if is_undeclared(&name, api, &sig.generics) {
            let lifetime = Lifetime::new(&format!("'{name}"), Span::call_site());
            sig.generics.params.insert(0, parse_quote!(#lifetime));
        }
    }
}

/// `a` of `&'a self`.
pub(crate) fn receiver_lifetime(sig: &Signature) -> Option<String> {
    match &sig.receiver()?.kind {
        ReceiverKind::Reference(_, lifetime, _) => lifetime.as_ref().map(|lifetime| lifetime.ident.to_string()),
        ReceiverKind::Typed(_, ty) => lifetimes_of(ty).into_iter().next(),
        _ => None,
    }
}

pub(crate) fn is_undeclared(name: &str, api: &Generics, method: &Generics) -> bool {
    let mut declared = api.lifetimes().chain(method.lifetimes());
    !matches!(name, "static" | "_") && !declared.any(|param| param.lifetime.ident == name)
}

/// Traits of std that make `dyn` impossible.
const NOT_DYN: [&str; 9] = ["Sized", "Clone", "Copy", "Default", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// The trait of std that this bound is, if it makes `dyn` impossible.
pub(crate) fn not_dyn(bound: &TypeParamBound) -> Option<&'static str> {
    let TypeParamBound::Trait(bound) = bound else { return None };
    let last = bound.path.segments.last()?;
    NOT_DYN.into_iter().find(|name| bound.maybe.is_none() && last.ident == name)
}

#[cfg(test)]
mod tests {
    use super::{NOT_DYN, not_dyn};

    #[test]
    fn each_trait_that_forbids_dyn_is_found_by_its_last_name() {
        for name in NOT_DYN {
            let bound = syn::parse_str(&format!("std::cmp::{name}")).unwrap();
            assert_eq!(not_dyn(&bound), Some(name));
        }
        for other in ["Send", "?Sized", "'static", "Debug"] {
            assert_eq!(not_dyn(&syn::parse_str(other).unwrap()), None, "{other}");
        }
    }
}
