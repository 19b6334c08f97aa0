//! The attributes that must stand on everything made of an item: `cfg`, and lints that the user has switched off.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

use crate::model::last_name;

/// To implement a deprecated trait is to use it; to implement a deprecated method is not. An expectation cannot be met twice.
pub(super) fn carried(attrs: &[Attribute], on_trait: bool) -> TokenStream {
    each(attrs, &|meta| match name(meta).as_str() {
        "cfg" | "allow" => Some(meta.to_token_stream()),
        "deprecated" if on_trait => Some(quote!(allow(deprecated))),
        "expect" => match meta {
            Meta::List(list) => {
                let tokens = &list.tokens;
                Some(quote!(allow(#tokens)))
            }
            _ => None,
        },
        _ => None,
    })
}

/// `cfg` alone.
pub(super) fn conditions(attrs: &[Attribute]) -> TokenStream {
    each(attrs, &|meta| (name(meta) == "cfg").then(|| meta.to_token_stream()))
}

fn each(attrs: &[Attribute], carry: &dyn Fn(&Meta) -> Option<TokenStream>) -> TokenStream {
    attrs.iter().filter_map(|attr| inside(&attr.meta, carry)).map(|meta| quote!(#[#meta])).collect()
}

/// What is to be carried of one attribute, also inside `cfg_attr`.
fn inside(meta: &Meta, carry: &dyn Fn(&Meta) -> Option<TokenStream>) -> Option<TokenStream> {
    let Meta::List(list) = meta else { return carry(meta) };
    if !list.path.is_ident("cfg_attr") {
        return carry(meta);
    }
    let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let mut parts = parts.iter();
    let condition = parts.next()?;
    let kept: Vec<TokenStream> = parts.filter_map(|part| inside(part, carry)).collect();
    (!kept.is_empty()).then(|| quote!(cfg_attr(#condition, #(#kept),*)))
}

fn name(meta: &Meta) -> String {
    meta.path().segments.last().map_or_else(String::new, |segment| segment.ident.to_string())
}

/// Attributes that need nobody to explain them: what stays on a broken method.
pub(super) fn is_built_in(attr: &Attribute) -> bool {
    const KNOWN: [&str; 14] = [
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
    KNOWN.contains(&last_name(attr).as_str())
        || ["clippy", "rustfmt", "diagnostic", "mockall"].contains(&first.as_str())
}
