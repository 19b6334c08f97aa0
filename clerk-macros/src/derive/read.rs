//! What a derive stands on, read: the struct or the enum, its fields or variants, their names and options.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Fields, FieldsUnnamed, Generics, Item, ItemEnum, ItemStruct, Type};

use super::case::Case;
use super::model::{Field, Model, OpenEnum, Variant};
use super::options::{self, ModelOptions};
use super::serde_names;
use super::shape::{Shape, is_primitive};
use super::vocabulary::Derive;
use crate::diag::{Diag, Problem, Reported};
use crate::model::plain;

pub(crate) fn model(derive: Derive, item: TokenStream, diag: &Diag) -> Result<Model, Reported> {
    let site = diag.head();
    let ItemStruct { attrs, vis, ident: name, generics, fields, .. } = match syn::parse2(item) {
        Ok(Item::Struct(it)) => it,
        Ok(Item::Enum(it)) => {
            let help = "an enum over text derives `ClerkEnum`";
            return Err(site.error(it.ident, format!("`{}` is for structs", derive.name()), help));
        }
        other => {
            let tokens = other.map_or_else(|error| error.to_compile_error(), |it| quote::quote!(#it));
            return Err(site.error(tokens, format!("`{}` is for structs", derive.name()), "derive it on a struct"));
        }
    };
    not_generic(derive, &name, &generics, diag)?;
    let ModelOptions { root, hosts } = options::on_model(&attrs, derive, site);
    let case = serde_names::case(&attrs, derive, site);
    let named = match fields {
        Fields::Named(fields) => fields.named,
        Fields::Unit => Default::default(),
        Fields::Unnamed(_) => {
            let help = format!("name the fields: `struct {name} {{ … }}`");
            return Err(site.error(&name, format!("the fields of `{name}` have no names"), help));
        }
    };
    let fields = named.into_iter().enumerate();
    let fields = fields.filter_map(|(index, field)| read_field(derive, field, index + 1, case, diag)).collect();
    Ok(Model { derive, vis, name, root, hosts, fields })
}

fn read_field(derive: Derive, field: syn::Field, number: usize, case: Option<Case>, diag: &Diag) -> Option<Field> {
    let ident = field.ident?;
    let site = diag.item(number).about("field", &ident);
    let options = options::on_field(&field.attrs, derive, site);
    let given = serde_names::name(&field.attrs, derive, site);
    let plain = ident.unraw().to_string();
    let wire = given.unwrap_or_else(|| case.map_or(plain.clone(), |case| case.apply(&plain)));
    let is_broken = !site.is_sound();
    Some(Field { shape: Shape::of(&field.ty), vis: field.vis, ident, ty: field.ty, wire, options, number, is_broken })
}

pub(crate) fn open_enum(item: TokenStream, diag: &Diag) -> Result<OpenEnum, Reported> {
    let site = diag.head();
    let ItemEnum { attrs, ident: name, generics, variants, .. } = match syn::parse2(item) {
        Ok(Item::Enum(it)) => it,
        Ok(Item::Struct(it)) => {
            let help = "a struct derives `ClerkResponse`, `ClerkRequest` or `ClerkQuery`";
            return Err(site.error(it.ident, "`ClerkEnum` is for enums", help));
        }
        other => {
            let tokens = other.map_or_else(|error| error.to_compile_error(), |it| quote::quote!(#it));
            return Err(site.error(tokens, "`ClerkEnum` is for enums", "derive it on an enum"));
        }
    };
    not_generic(Derive::Enum, &name, &generics, diag)?;
    let root = options::on_model(&attrs, Derive::Enum, site).root;
    let case = serde_names::case(&attrs, Derive::Enum, site);
    let mut known = Vec::new();
    let mut others = Vec::new();
    let mut is_sound = true;
    for (index, variant) in variants.into_iter().enumerate() {
        match read_variant(variant, index + 1, case, diag) {
            Ok(Found::Known(variant)) => known.push(variant),
            Ok(Found::Other(ident)) => others.push(ident),
            Err(Reported) => is_sound = false,
        }
    }
    let has_one = others.len() == 1;
    let other = the_other(&name, others, is_sound, diag);
    Ok(OpenEnum { name, root, variants: known, other, is_sound: is_sound && has_one })
}

fn the_other(name: &syn::Ident, others: Vec<syn::Ident>, is_sound: bool, diag: &Diag) -> Result<syn::Ident, Reported> {
    let mut others = others.into_iter();
    let first = others.next();
    for second in others {
        diag.head().error(second, "a second variant is marked `other`", "keep one");
    }
    first.ok_or_else(|| match is_sound {
        true => {
            let message = format!("`{name}` has no variant for text that it does not list");
            diag.head().error(name, message, "add `#[clerk(other)] Other(Box<str>)`")
        }
        false => Reported,
    })
}

enum Found {
    Known(Variant),
    Other(syn::Ident),
}

fn read_variant(variant: syn::Variant, number: usize, case: Option<Case>, diag: &Diag) -> Result<Found, Reported> {
    let site = diag.item(number).about("variant", &variant.ident);
    let given = serde_names::name(&variant.attrs, Derive::Enum, site);
    if options::is_other(&variant.attrs, site) {
        return match (&variant.fields, given) {
            (Fields::Unnamed(fields), None) if holds_text(fields) => Ok(Found::Other(variant.ident.clone())),
            (_, Some(_)) => {
                let problem =
                    Problem::predicate(&variant.ident, "keeps any other text, and has one itself", "remove its text");
                Err(site.report(problem))
            }
            _ => {
                let help = format!("write `#[clerk(other)] {}(Box<str>)`", variant.ident);
                Err(site.report(Problem::predicate(
                    &variant.ident,
                    "has to hold the text that no other variant has",
                    help,
                )))
            }
        };
    }
    if !matches!(variant.fields, Fields::Unit) {
        if !site.is_sound() {
            return Err(Reported);
        }
        let help = "remove its fields, or mark it `#[clerk(other)]` if it keeps the text that no other variant has";
        return Err(site.report(Problem::predicate(&variant.fields, "holds something, so it is not one text", help)));
    }
    let name = variant.ident.unraw().to_string();
    let text = given.unwrap_or_else(|| case.map_or(name.clone(), |case| case.apply(&name)));
    Ok(Found::Known(Variant { ident: variant.ident.clone(), text, number, is_repeated: false }))
}

fn holds_text(fields: &FieldsUnnamed) -> bool {
    fields.unnamed.len() == 1
        && fields
            .unnamed
            .iter()
            .all(|field| !is_primitive(&field.ty) && !matches!(plain(&field.ty), Type::Reference(_)))
}

fn not_generic(derive: Derive, name: &syn::Ident, generics: &Generics, diag: &Diag) -> Result<(), Reported> {
    if generics.params.is_empty() {
        return Ok(());
    }
    let help = match generics.params.first() {
        Some(syn::GenericParam::Lifetime(_)) => "own the data: `String` in the place of `&str`",
        _ => "name the types: a struct a use",
    };
    let message = format!("`{name}` is generic, which `{}` does not support", derive.name());
    Err(diag.head().error(generics, message, help))
}
