//! `#[derive(ClerkResponse)]`: tables of the fields; all that is done with them is in `clerk_client`.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Field, Model};

/// Both functions are called in one place, and are one loop there: from a name straight to its field.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let Model { name, root, fields, .. } = model;
    let private = quote!(#root::__private);
    let text = name.to_string();
    let fields = || fields.iter().filter(|field| !field.is_broken);
    let wires: Vec<_> = fields().map(|field| &field.wire).collect();
    let indexes: Vec<_> = (0..wires.len()).collect();
    let reads = fields().map(|Field { ident, ty, options, .. }| match options.serde {
        Some(_) => quote!(#private::read::by_serde::<#ty, A>(&mut self.#ident, map)),
        None => quote!(#private::read::member::<#ty, A>(&mut self.#ident, map)),
    });
    let required = fields().take(64).enumerate().filter(|(_, field)| field.options.required.is_some());
    let required = required.fold(0u64, |mask, (index, _)| mask | (1 << index));
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::read::Members<'de> for #name {
            const NAME: &'static str = #text;
            const NAMES: &'static [&'static str] = &[#(#wires),*];
            const REQUIRED: u64 = #required;

            #[inline(always)]
            fn index(name: &str) -> usize {
                match name {
                    #(#wires => #indexes,)*
                    _ => #private::read::UNKNOWN,
                }
            }

            #[inline(always)]
            fn read<A: #private::serde::de::MapAccess<'de>>(
                &mut self,
                index: usize,
                map: &mut A,
            ) -> ::core::result::Result<bool, A::Error> {
                match index {
                    #(#indexes => #reads,)*
                    _ => #private::read::skip(map),
                }
            }
        }

        #[automatically_derived]
        impl<'de> #private::read::Fill<'de> for #name {
            fn fill<D: #private::serde::Deserializer<'de>>(
                &mut self,
                deserializer: D,
            ) -> ::core::result::Result<(), D::Error> {
                #private::read::object(self, deserializer)
            }
        }

        #[automatically_derived]
        impl<'de> #private::serde::Deserialize<'de> for #name {
            fn deserialize<D: #private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #private::read::value(deserializer)
            }
        }
    }
}
