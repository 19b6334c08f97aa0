//! `#[derive(ClerkEnum)]`: from text and back, compared as text.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::LitStr;
use syn::ext::IdentExt;

use super::model::{OpenEnum, Variant};

pub(crate) fn expand(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, root, .. } = item;
    let private = quote!(#root::__private);
    let text = text(item);
    let from_text = from_text(item);
    let to_text = to_text(name, &private);
    let comparisons = comparisons(name);
    let serde = serde(name, &private);
    quote!(#text #from_text #to_text #comparisons #serde)
}

/// `as_str`, whose docs list the texts.
fn text(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, variants, other, is_sound, .. } = item;
    let arms = variants.iter().map(|Variant { ident, text, .. }| quote!(Self::#ident => #text,));
    let other = other.as_ref().map(|other| quote!(Self::#other(text) => text,)).unwrap_or_default();
    let reported = (!is_sound).then(|| quote!(#[allow(unreachable_patterns)] _ => "",));
    let rows = variants.iter().map(|Variant { ident, text, .. }| {
        let plain = ident.unraw();
        format!("| [`{plain}`](Self::{plain}) | `{text}` |")
    });
    let rows: Vec<_> = rows.collect();
    quote! {
        impl #name {
            /// Returns the text that Clerk uses.
            ///
            /// | Variant | Text |
            /// |---|---|
            #(#[doc = #rows])*
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms)*
                    #other
                    #reported
                }
            }
        }
    }
}

fn from_text(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, variants, other, .. } = item;
    let variants = || variants.iter().filter(|variant| !variant.is_repeated);
    let texts = variants().map(|Variant { ident, text, .. }| LitStr::new(text, ident.span()));
    let idents = variants().map(|variant| &variant.ident);
    let keep = match other {
        Ok(other) => quote!(Self::#other(::core::convert::Into::into(text))),
        Err(_) => quote!(loop {}),
    };
    quote! {
        impl ::core::convert::From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #(#texts => Self::#idents,)*
                    text => #keep,
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for #name {
            fn from(text: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&text)
            }
        }

        /// The empty text.
        impl ::core::default::Default for #name {
            fn default() -> Self {
                <Self as ::core::convert::From<&str>>::from("")
            }
        }
    }
}

fn to_text(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        impl ::core::convert::AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl #private::query::FilterValue for #name {
            fn is_blank(&self) -> bool {
                self.as_str().is_empty()
            }
        }
    }
}

/// By their text: a variant equals the same text that was kept by an older version, which did not list it.
fn comparisons(name: &Ident) -> TokenStream {
    quote! {
        impl ::core::cmp::PartialEq for #name {
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::core::cmp::Eq for #name {}

        impl ::core::cmp::PartialEq<str> for #name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for #name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl ::core::hash::Hash for #name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
    }
}

fn serde(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl #private::serde::Serialize for #name {
            fn serialize<S: #private::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<<S as #private::serde::Serializer>::Ok, <S as #private::serde::Serializer>::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> #private::serde::Deserialize<'de> for #name {
            fn deserialize<D: #private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, <D as #private::serde::Deserializer<'de>>::Error> {
                #private::open_enum::text(deserializer)
            }
        }

        #[automatically_derived]
        impl<'de> #private::read::Fill<'de> for #name {
            fn fill<D: #private::serde::Deserializer<'de>>(
                &mut self,
                deserializer: D,
            ) -> ::core::result::Result<(), <D as #private::serde::Deserializer<'de>>::Error> {
                *self = #private::open_enum::text(deserializer)?;
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        impl #private::write::RequestValue for #name {
            fn write<S: #private::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<<S as #private::serde::Serializer>::Ok, <S as #private::serde::Serializer>::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    }
}
