//! `#[derive(ClerkRequest)]`: `new`, the setters, and how the body is written.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Field, Model};
use super::setters;
use super::shape::Shape;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Model { name, root, fields, .. } = model;
    let private = quote!(#root::__private);
    let methods = setters::expand(model, "a request");
    let sent: Vec<&Field> = fields.iter().filter(|field| !field.is_broken).collect();
    let names = sent.iter().map(|field| &field.wire);
    let members = sent.iter().map(|Field { ident, ty, wire, shape, options, .. }| match (options.serde, shape) {
        (None, _) => quote!(__body.member::<#ty>(#wire, &self.#ident)?;),
        (_, Shape::Patch(_)) => quote!(__body.by_serde(#wire, self.#ident.as_ref())?;),
        (_, Shape::Plain | Shape::List(_)) => quote!(__body.by_serde(#wire, #root::Patch::Set(&self.#ident))?;),
        _ => quote!(__body.by_serde(#wire, #root::Patch::set_or_keep(self.#ident.as_ref()))?;),
    });
    quote! {
        #methods

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::serde::Serialize for #name {
            fn serialize<__S: #private::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<<__S as #private::serde::Serializer>::Ok, <__S as #private::serde::Serializer>::Error> {
                let mut __body = #private::write::Body::start(__serializer)?;
                #(#members)*
                __body.end()
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::write::RequestMembers for #name {
            const NAMES: &'static [&'static str] = &[#(#names),*];
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::write::RequestValue for #name {
            fn write<__S: #private::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<<__S as #private::serde::Serializer>::Ok, <__S as #private::serde::Serializer>::Error> {
                #private::serde::Serialize::serialize(self, __serializer)
            }
        }
    }
}
