//! The trait, its methods provided, so that a new endpoint breaks nobody's fake.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, FnArg, Pat, TypeParamBound};

use super::attrs::is_built_in;
use super::docs::documented;
use super::{Krate, located, unraw};
use crate::model::{Api, Endpoint, Header, last_name};
use crate::read::not_dyn;

pub(super) fn api(api: &Api, krate: Option<&Krate>, is_sound: impl Fn(&Endpoint) -> bool) -> TokenStream {
    let Header { attrs, vis, generics, inner_attrs, .. } = &api.header;
    let ident = located(&api.header.ident);
    let unimplemented = unimplemented(&api.header);
    let supertraits = supertraits(&api.header);
    let methods = api.endpoints.iter().map(|endpoint| method(&api.header, endpoint, krate, is_sound(endpoint)));
    quote! {
        #(#attrs)*
        #unimplemented
        #vis trait #ident #generics: #supertraits {
            #(#inner_attrs)*
            #(#methods)*
        }
    }
}

fn method(header: &Header, endpoint: &Endpoint, krate: Option<&Krate>, is_sound: bool) -> TokenStream {
    let Endpoint { vis, sig, .. } = endpoint;
    let attrs: Vec<&Attribute> = endpoint.attrs.iter().filter(|attr| is_sound || is_built_in(attr)).collect();
    let attrs = documented(endpoint, &attrs);
    let (api, name) = (unraw(&header.ident), unraw(&sig.ident));
    let used = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(&typed.pat).filter(|pat| matches!(***pat, Pat::Ident(_))),
        FnArg::Receiver(_) => None,
    });
    let used: Vec<&Box<Pat>> = used.collect();
    let used = (!used.is_empty()).then(|| quote!(let _ = (#(&#used,)*);));
    let value = match krate.map(|krate| &krate.private) {
        Some(krate) => quote!(#krate::not_implemented(#api, #name)),
        None => quote!(::core::unreachable!()),
    };
    let mut body = Group::new(Delimiter::Brace, quote!(#used #value));
    body.set_span(endpoint.end);
    quote!(#attrs #vis #sig #body)
}

/// What the compiler says when something else is used as the API.
fn unimplemented(header: &Header) -> Option<TokenStream> {
    if header.attrs.iter().any(|attr| last_name(attr) == "on_unimplemented") {
        return None;
    }
    let name = unraw(&header.ident);
    let message = format!("`{{Self}}` is not a client of `{name}`");
    let note = format!("`clerk_client::Client` is one; a fake for tests is made with `impl {name} for Fake {{{{}}}}`");
    Some(quote!(#[diagnostic::on_unimplemented(message = #message, note = #note)]))
}

/// The user's, as far as they allow `dyn`, and `Send + Sync` where they are not said yet.
fn supertraits(header: &Header) -> TokenStream {
    let said = |name: &str| {
        header.supertraits.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => bound.path.segments.last().is_some_and(|last| last.ident == name),
            _ => false,
        })
    };
    let kept = header.supertraits.iter().filter(|bound| not_dyn(bound).is_none());
    let mut bounds: Vec<TokenStream> = kept.map(ToTokens::to_token_stream).collect();
    if !said("Send") {
        bounds.push(quote!(::core::marker::Send));
    }
    if !said("Sync") {
        bounds.push(quote!(::core::marker::Sync));
    }
    quote!(#(#bounds)+*)
}
