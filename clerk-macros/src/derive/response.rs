//! `#[derive(ClerkResponse)]`: tables of the fields; all that is done with them is in `clerk_client`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::model::{Field, Model};

pub(crate) fn expand(model: &Model) -> TokenStream {
    let root = &model.root;
    let private = quote!(#root::__private);
    let members = members(model, &private);
    let readers = readers(&model.name, &private);
    quote!(#members #readers)
}

/// Both functions are called in one place, and are one loop there: from a name straight to its field.
fn members(model: &Model, private: &TokenStream) -> TokenStream {
    let (name, text) = (&model.name, model.name.to_string());
    let fields: Vec<&Field> = model.fields.iter().filter(|field| !field.is_broken).collect();
    let (wires, keys): (Vec<_>, Vec<_>) = fields.iter().map(|field| (&field.wire, key(&field.wire))).unzip();
    let indexes: Vec<_> = (0..wires.len()).collect();
    let reads = fields.iter().map(|Field { ident, ty, options, .. }| match options.serde {
        Some(_) => quote!(#private::read::by_serde::<#ty, __A>(&mut self.#ident, __map)),
        None => quote!(#private::read::member::<#ty, __A>(&mut self.#ident, __map)),
    });
    let required = required(&fields);
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::read::Members<'de> for #name {
            const NAME: &'static str = #text;
            const KEYS: &'static [&'static str] = &[#(#keys),*];
            const REQUIRED: u64 = #required;

            #[inline(always)]
            fn index(__name: &str) -> usize {
                match __name {
                    #(#wires => #indexes,)*
                    _ => #private::read::UNKNOWN,
                }
            }

            #[inline(always)]
            fn read<__A>(&mut self, __index: usize, __map: &mut __A) -> ::core::result::Result<bool, <__A as #private::serde::de::MapAccess<'de>>::Error>
            where
                __A: #private::serde::de::MapAccess<'de>,
            {
                match __index {
                    #(#indexes => #reads,)*
                    _ => #private::read::skip(__map),
                }
            }
        }
    }
}

/// A name as it stands in JSON, with the colon after it.
fn key(name: &str) -> String {
    let escaped = name.chars().map(|character| match character {
        '"' | '\\' => format!("\\{character}"),
        ..' ' => format!("\\u{:04x}", u32::from(character)),
        _ => character.to_string(),
    });
    format!("\"{}\":", escaped.collect::<String>())
}

/// A bit for each field that must be there.
fn required(fields: &[&Field]) -> u64 {
    let required = fields.iter().take(64).enumerate().filter(|(_, field)| field.options.required.is_some());
    required.fold(0, |mask, (index, _)| mask | (1 << index))
}

/// What reads the table: into a place, and for serde.
fn readers(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::read::Fill<'de> for #name {
            fn fill<__D: #private::serde::Deserializer<'de>>(
                &mut self,
                __deserializer: __D,
            ) -> ::core::result::Result<(), <__D as #private::serde::Deserializer<'de>>::Error> {
                #private::read::object(self, __deserializer)
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::serde::Deserialize<'de> for #name {
            fn deserialize<__D: #private::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, <__D as #private::serde::Deserializer<'de>>::Error> {
                #private::read::value(__deserializer)
            }
        }
    }
}
