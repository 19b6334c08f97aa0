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
    let sent = fields.iter().filter(|field| !field.is_broken);
    let members = sent.map(|Field { ident, ty, wire, shape, options, .. }| match (options.serde, shape) {
        (None, _) => quote!(body.member::<#ty>(#wire, &self.#ident)?;),
        (_, Shape::Patch(_)) => quote!(body.by_serde(#wire, self.#ident.as_ref())?;),
        (_, Shape::Plain | Shape::List(_)) => quote!(body.by_serde(#wire, #root::Patch::Set(&self.#ident))?;),
        _ => quote!(body.by_serde(#wire, #root::Patch::set_or_keep(self.#ident.as_ref()))?;),
    });
    quote! {
        #methods

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::serde::Serialize for #name {
            fn serialize<S: #private::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<<S as #private::serde::Serializer>::Ok, <S as #private::serde::Serializer>::Error> {
                let mut body = #private::write::Body::start(serializer)?;
                #(#members)*
                body.end()
            }
        }

        #[automatically_derived]
        impl #private::write::RequestValue for #name {
            fn write<S: #private::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<<S as #private::serde::Serializer>::Ok, <S as #private::serde::Serializer>::Error> {
                #private::serde::Serialize::serialize(self, serializer)
            }
        }
    }
}
