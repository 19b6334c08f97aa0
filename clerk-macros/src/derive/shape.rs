//! The shape of a field's type, read off its last segment: what its setter takes.

use syn::{GenericArgument, PathArguments, Type};

use crate::model::plain;

/// `T`, `Option<T>`, `Patch<T>`, `Vec<T>` or `Option<Vec<T>>`.
pub(crate) enum Shape {
    Plain,
    Optional(Type),
    Patch(Type),
    /// Always sent.
    List(Type),
    /// Sent if it is set, even if it is empty.
    OptionalList(Type),
}

impl Shape {
    pub(crate) fn of(ty: &Type) -> Self {
        if let Some(inner) = argument(ty, "Option") {
            return match argument(inner, "Vec") {
                Some(item) => Shape::OptionalList(item.clone()),
                None => Shape::Optional(inner.clone()),
            };
        }
        if let Some(inner) = argument(ty, "Patch") {
            return Shape::Patch(inner.clone());
        }
        match argument(ty, "Vec") {
            Some(item) => Shape::List(item.clone()),
            None => Shape::Plain,
        }
    }

    /// Whether it has to be given to `new`.
    pub(crate) fn is_always_sent(&self) -> bool {
        matches!(self, Shape::Plain | Shape::List(_))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Shape::List(_) | Shape::OptionalList(_))
    }
}

/// `T` of `Option<T>` and of `Patch<T>`.
pub(crate) fn optional(ty: &Type) -> Option<&Type> {
    argument(ty, "Option").or_else(|| argument(ty, "Patch"))
}

/// Numbers and `bool`, whose setters take them as they are: `impl Into` would leave the type of a literal open.
pub(crate) fn is_primitive(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last == "bool" || is_number(&last.to_string()))
}

/// `u32`, behind an `Option` or not.
pub(crate) fn is_integer(ty: &Type) -> bool {
    let ty = argument(ty, "Option").unwrap_or(ty);
    last_segment(ty).is_some_and(|last| is_number(&last.to_string()) && last != "f32" && last != "f64")
}

fn is_number(name: &str) -> bool {
    let integer =
        name.strip_prefix(['u', 'i']).is_some_and(|bits| matches!(bits, "8" | "16" | "32" | "64" | "128" | "size"));
    integer || matches!(name, "f32" | "f64")
}

fn last_segment(ty: &Type) -> Option<&syn::Ident> {
    let Type::Path(path) = plain(ty) else { return None };
    path.path.segments.last().filter(|last| last.arguments.is_none()).map(|last| &last.ident)
}

/// The `T` of `Wrapper<T>`.
fn argument<'t>(ty: &'t Type, wrapper: &str) -> Option<&'t Type> {
    let Type::Path(path) = plain(ty) else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == wrapper)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}
