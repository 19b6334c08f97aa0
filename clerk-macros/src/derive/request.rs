//! `#[derive(ClerkRequest)]`: `new`, the setters, and how the body is written.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::model::{Field, Model};
use super::setters;
use super::shape::Shape;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Model { name, root, fields, .. } = model;
    let private = quote!(#root::__private);
    let methods = setters::expand(model, "a request");
    // Whoever names a field that is broken has no second error.
    let names = fields.iter().map(|field| &field.wire);
    let sent = fields.iter().filter(|field| !field.is_broken);
    let members = sent.map(|field| member(field, root));
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

fn member(field: &Field, root: &Path) -> TokenStream {
    let Field { ident, ty, wire, shape, options, .. } = field;
    match (options.serde, shape) {
        (None, _) => quote!(__body.member::<#ty>(#wire, &self.#ident)?;),
        (_, Shape::Patch(_)) => quote!(__body.by_serde(#wire, self.#ident.as_ref())?;),
        (_, Shape::Plain | Shape::List(_)) => quote!(__body.by_serde(#wire, #root::Patch::Set(&self.#ident))?;),
        _ => quote!(__body.by_serde(#wire, #root::Patch::set_or_keep(self.#ident.as_ref()))?;),
    }
}
