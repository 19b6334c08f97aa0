//! The methods that set fields: `new`, a setter a field, and for lists methods that add values.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Path, Type};

use super::methods::{Does, Method, methods};
use super::model::{Field, Model};
use super::shape::{Shape, is_primitive};

/// `new` and the setters of the model itself, and the setters that it lends to the queries that it is flattened into.
pub(crate) fn expand(model: &Model, of: &str) -> TokenStream {
    let Model { name, hosts, fields, .. } = model;
    let new = new(model, of);
    let own = fields.iter().map(|field| setters(model, field, &quote!(self)));
    let lent = hosts.iter().map(|host| {
        let (query, at) = (&host.query, &host.field);
        let setters = fields.iter().map(|field| setters(model, field, &quote!(self.#at)));
        quote! {
            #[allow(deprecated)]
            impl #query { #(#setters)* }
        }
    });
    quote! {
        #[allow(deprecated)]
        impl #name {
            #new
            #(#own)*
        }
        #(#lent)*
    }
}

/// Takes what is always sent.
fn new(model: &Model, of: &str) -> TokenStream {
    let Model { vis, fields, .. } = model;
    let is_given = |field: &&Field| field.shape.is_always_sent() && field.options.flatten.is_none();
    let arguments = fields.iter().filter(is_given).map(|Field { ident, ty, shape, .. }| match shape {
        Shape::List(item) => {
            let values = values(item);
            quote!(#ident: #values)
        }
        _ if is_primitive(ty) => quote!(#ident: #ty),
        _ => quote!(#ident: impl ::core::convert::Into<#ty>),
    });
    let members = fields.iter().map(|field| {
        let Field { ident, ty, shape, .. } = field;
        match shape {
            _ if !is_given(&field) => quote!(#ident: ::core::default::Default::default()),
            Shape::List(_) => quote! {
                #ident: ::core::iter::Iterator::collect(
                    ::core::iter::Iterator::map(::core::iter::IntoIterator::into_iter(#ident), ::core::convert::Into::into),
                )
            },
            _ if is_primitive(ty) => quote!(#ident),
            _ => quote!(#ident: ::core::convert::Into::into(#ident)),
        }
    });
    let doc = match fields.iter().any(|field| is_given(&field)) {
        true => format!("Creates {of} with the fields that are always sent."),
        false => format!("Creates an empty {}.", of.trim_start_matches("a ")),
    };
    quote! {
        #[doc = #doc]
        #[must_use]
        #vis fn new(#(#arguments),*) -> Self {
            Self { #(#members),* }
        }
    }
}

/// A list of values: numbers as they are, anything else as what turns into it.
fn values(item: &Type) -> TokenStream {
    match is_primitive(item) {
        true => quote!(impl ::core::iter::IntoIterator<Item = #item>),
        false => quote!(impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<#item>>),
    }
}

/// `owner` is `self`, or the field of `self` that holds the model.
fn setters(model: &Model, field: &Field, owner: &TokenStream) -> TokenStream {
    let ident = &field.ident;
    let at = quote!(#owner.#ident);
    let plain = ident.unraw();
    let link = format!("[`{plain}`](field@{}::{plain})", model.name.unraw());
    let methods = methods(field).into_iter().map(|Method { name, does }| {
        let (doc, generics, argument, statement) = method(&model.root, field, &name, &at, &link, does);
        let vis = &field.vis;
        quote! {
            #[doc = #doc]
            #[must_use]
            #vis fn #name #generics(mut self, #argument) -> Self {
                #statement;
                self
            }
        }
    });
    quote!(#(#methods)*)
}

/// The doc, the generics, the argument and the statement of one method.
fn method(
    root: &Path,
    field: &Field,
    name: &Ident,
    at: &TokenStream,
    link: &str,
    does: Does,
) -> (String, TokenStream, TokenStream, TokenStream) {
    let Field { ty, shape, options, .. } = field;
    let lists = quote!(#root::__private::setters);
    let item = if let Shape::OptionalList(item) = shape { item } else { ty };
    let add = if options.signed.is_some() { quote!(include) } else { quote!(add) };
    let none = TokenStream::new();
    match does {
        Does::Set if options.flatten.is_some() => {
            (format!("Sets {link}."), none, quote!(#name: #ty), quote!(#at = #name))
        }
        Does::Set => {
            let (generics, argument, value) = value(root, field, name);
            (format!("Sets {link}."), generics, argument, quote!(#at = #value))
        }
        Does::AddOne if is_primitive(item) => {
            (format!("Adds a value to {link}."), none, quote!(#name: #item), quote!(#lists::#add(&mut #at, [#name])))
        }
        Does::AddOne => {
            let argument = quote!(#name: impl ::core::convert::Into<#item>);
            (format!("Adds a value to {link}."), none, argument, quote!(#lists::#add(&mut #at, [#name])))
        }
        Does::AddMany => {
            let values = values(item);
            (format!("Adds values to {link}."), none, quote!(#name: #values), quote!(#lists::#add(&mut #at, #name)))
        }
        Does::Exclude => {
            let argument = quote!(#name: impl ::core::convert::AsRef<str>);
            (format!("Excludes a value in {link}."), none, argument, quote!(#lists::exclude(&mut #at, #name)))
        }
    }
}

/// The generics, the argument and the value of a setter.
fn value(root: &Path, field: &Field, name: &Ident) -> (TokenStream, TokenStream, TokenStream) {
    let ty = &field.ty;
    match &field.shape {
        Shape::Optional(inner) | Shape::Patch(inner) if is_primitive(inner) => (
            TokenStream::new(),
            quote!(#name: impl ::core::convert::Into<#ty>),
            quote!(::core::convert::Into::into(#name)),
        ),
        _ => (
            quote!(<__Via>),
            quote!(#name: impl #root::IntoField<#ty, __Via>),
            quote!(#root::IntoField::into_field(#name)),
        ),
    }
}
