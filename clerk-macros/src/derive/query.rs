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

            fn write<M: #private::serde::ser::SerializeMap>(
                &self,
                query: &mut #private::query::Query<M>,
            ) -> ::core::result::Result<(), <M as #private::serde::ser::SerializeMap>::Error> {
                #(#members)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        impl #private::serde::Serialize for #name {
            fn serialize<S: #private::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<<S as #private::serde::Serializer>::Ok, <S as #private::serde::Serializer>::Error> {
                #private::query::serialize(self, serializer)
            }
        }

        #[automatically_derived]
        impl #private::PageQuery for #name {
            const MEMBERS: &'static [&'static str] = <Self as #private::query::QueryMembers>::NAMES;
        }
    }
}

fn member(field: &Field, private: &TokenStream) -> TokenStream {
    let Field { ident, ty, wire, shape, options, .. } = field;
    if options.flatten.is_some() {
        return quote!(<#ty as #private::query::QueryMembers>::write(&self.#ident, query)?;);
    }
    if options.serde.is_some() {
        return match shape.is_always_sent() {
            true => quote!(query.by_serde(#wire, ::core::option::Option::Some(&self.#ident))?;),
            false => quote!(query.by_serde(#wire, self.#ident.as_ref())?;),
        };
    }
    match &options.range {
        Some(range) => {
            let (first, last) = (&range.first, &range.last);
            let number = match shape.is_always_sent() {
                true => quote!(::core::option::Option::Some(self.#ident)),
                false => quote!(self.#ident),
            };
            quote!(query.within(#wire, #number, #first, #last)?;)
        }
        None => quote!(query.member::<#ty>(#wire, &self.#ident)?;),
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
        const PARTS: &[&[&str]] = #parts;
        const ALL: [&str; #private::query::count(PARTS)] = #private::query::join(PARTS);
        &ALL
    }}
}
