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
    let as_field = as_field(name, &private);
    quote!(#text #from_text #to_text #comparisons #serde #as_field)
}

/// `as_str`, whose docs list the texts.
fn text(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, variants, other, is_sound, .. } = item;
    let arms = variants.iter().map(|Variant { ident, text, .. }| quote!(Self::#ident => #text,));
    let other = other.as_ref().map(|other| quote!(Self::#other(__text) => __text,)).unwrap_or_default();
    let reported = (!is_sound).then(|| quote!(#[allow(unreachable_patterns)] _ => "",));
    let rows = variants.iter().map(|Variant { ident, text, .. }| {
        let plain = ident.unraw();
        format!("| [`{plain}`](Self::{plain}) | `{text}` |")
    });
    let rows: Vec<_> = rows.collect();
    quote! {
        #[allow(deprecated)]
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
        Ok(other) => quote!(Self::#other(::core::convert::Into::into(__text))),
        Err(_) => quote!(loop {}),
    };
    quote! {
        #[allow(deprecated)]
        impl ::core::convert::From<&str> for #name {
            fn from(__text: &str) -> Self {
                match __text {
                    #(#texts => Self::#idents,)*
                    __text => #keep,
                }
            }
        }

        #[allow(deprecated)]
        impl ::core::convert::From<::std::string::String> for #name {
            fn from(__text: ::std::string::String) -> Self {
                <Self as ::core::convert::From<&str>>::from(&__text)
            }
        }

        /// The empty text.
        #[allow(deprecated)]
        impl ::core::default::Default for #name {
            fn default() -> Self {
                <Self as ::core::convert::From<&str>>::from("")
            }
        }
    }
}

fn to_text(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[allow(deprecated)]
        impl ::core::convert::AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #[allow(deprecated)]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.pad(self.as_str())
            }
        }

        #[allow(deprecated)]
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
        #[allow(deprecated)]
        impl ::core::cmp::PartialEq for #name {
            fn eq(&self, __other: &Self) -> bool {
                self.as_str() == __other.as_str()
            }
        }

        #[allow(deprecated)]
        impl ::core::cmp::Eq for #name {}

        #[allow(deprecated)]
        impl ::core::cmp::PartialEq<str> for #name {
            fn eq(&self, __text: &str) -> bool {
                self.as_str() == __text
            }
        }

        #[allow(deprecated)]
        impl ::core::cmp::PartialEq<&str> for #name {
            fn eq(&self, __text: &&str) -> bool {
                self.as_str() == *__text
            }
        }

        #[allow(deprecated)]
        impl ::core::hash::Hash for #name {
            fn hash<__H: ::core::hash::Hasher>(&self, __state: &mut __H) {
                ::core::hash::Hash::hash(self.as_str(), __state);
            }
        }
    }
}

fn serde(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::serde::Serialize for #name {
            fn serialize<__S: #private::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<<__S as #private::serde::Serializer>::Ok, <__S as #private::serde::Serializer>::Error> {
                __serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::serde::Deserialize<'de> for #name {
            fn deserialize<__D: #private::serde::Deserializer<'de>>(
                __deserializer: __D,
            ) -> ::core::result::Result<Self, <__D as #private::serde::Deserializer<'de>>::Error> {
                #private::open_enum::text(__deserializer)
            }
        }
    }
}

/// As a field of a response and of a request.
fn as_field(name: &Ident, private: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> #private::read::Fill<'de> for #name {
            fn fill<__D: #private::serde::Deserializer<'de>>(
                &mut self,
                __deserializer: __D,
            ) -> ::core::result::Result<(), <__D as #private::serde::Deserializer<'de>>::Error> {
                *self = #private::open_enum::text(__deserializer)?;
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        #[allow(deprecated)]
        impl #private::write::RequestValue for #name {
            fn write<__S: #private::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<<__S as #private::serde::Serializer>::Ok, <__S as #private::serde::Serializer>::Error> {
                __serializer.serialize_str(self.as_str())
            }
        }
    }
}
