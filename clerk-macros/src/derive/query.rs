//! `#[derive(ClerkQuery)]`: `new`, the setters, and how the query is written.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Field, Model};
use super::setters;

pub(crate) fn expand(model: &Model) -> TokenStream {
    let Model { name, root, fields, .. } = model;
    let private = quote!(#root::__private);
    let methods = setters::expand(model, "a query");
    let sent = fields.iter().filter(|field| !field.is_broken);
    let members = sent.map(|field| member(field, &private));
    let names = names(model, &private);
    quote! {
        #methods

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::query::QueryMembers for #name {
            const NAMES: &'static [&'static str] = #names;

            fn write<__M: #private::serde::ser::SerializeMap>(
                &self,
                __query: &mut #private::query::Query<__M>,
            ) -> ::core::result::Result<(), <__M as #private::serde::ser::SerializeMap>::Error> {
                #(#members)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::serde::Serialize for #name {
            fn serialize<__S: #private::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<<__S as #private::serde::Serializer>::Ok, <__S as #private::serde::Serializer>::Error> {
                #private::query::serialize(self, __serializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::PageQuery for #name {
            const MEMBERS: &'static [&'static str] = <Self as #private::query::QueryMembers>::NAMES;
        }
    }
}

fn member(field: &Field, private: &TokenStream) -> TokenStream {
    let Field { ident, ty, wire, shape, options, .. } = field;
    if options.flatten.is_some() {
        return quote!(<#ty as #private::query::QueryMembers>::write(&self.#ident, __query)?;);
    }
    if options.serde.is_some() {
        return match shape.is_always_sent() {
            true => quote!(__query.by_serde(#wire, ::core::option::Option::Some(&self.#ident))?;),
            false => quote!(__query.by_serde(#wire, self.#ident.as_ref())?;),
        };
    }
    match &options.range {
        Some(range) => {
            let (first, last) = (&range.first, &range.last);
            let number = match shape.is_always_sent() {
                true => quote!(::core::option::Option::Some(self.#ident)),
                false => quote!(self.#ident),
            };
            quote!(__query.within(#wire, #number, #first, #last)?;)
        }
        None => quote!(__query.member::<#ty>(#wire, &self.#ident)?;),
    }
}

/// The names of all members, those of flattened queries included.
fn names(model: &Model, private: &TokenStream) -> TokenStream {
    let sent = model.fields.iter().filter(|field| !field.is_broken);
    let (flattened, own): (Vec<_>, Vec<_>) = sent.partition(|field| field.options.flatten.is_some());
    let wires = own.iter().map(|field| &field.wire);
    if flattened.is_empty() {
        return quote!(&[#(#wires),*]);
    }
    let inner = flattened.iter().map(|Field { ty, .. }| quote!(<#ty as #private::query::QueryMembers>::NAMES));
    let parts = quote!(&[&[#(#wires),*], #(#inner),*]);
    quote! {{
        const __PARTS: &[&[&str]] = #parts;
        const __ALL: [&str; #private::query::count(__PARTS)] = #private::query::join(__PARTS);
        &__ALL
    }}
}
