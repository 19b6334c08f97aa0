//! Types, by their shape: a macro sees names, not what they stand for.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{GenericArgument, Path, PathArguments, Type, TypeParamBound, TypePath};

use super::{flatten, text};

/// What a type looks like.
pub(crate) enum Shape<'a> {
    /// `&T`, `&mut T`.
    Ref(&'a Type),
    Slice(&'a Type),
    Str,
    Dyn,
    Impl,
    Never,
    Other,
}

impl<'a> Shape<'a> {
    pub(crate) fn of(ty: &'a Type) -> Self {
        match plain(ty) {
            Type::Reference(reference) => Shape::Ref(&reference.elem),
            Type::Slice(slice) => Shape::Slice(&slice.elem),
            Type::TraitObject(_) => Shape::Dyn,
            Type::ImplTrait(_) => Shape::Impl,
            Type::Never(_) => Shape::Never,
            Type::Path(path) if path.path.is_ident("str") => Shape::Str,
            _ => Shape::Other,
        }
    }

    /// `str`, `[T]`, `dyn Trait`: not without a reference.
    pub(crate) fn is_unsized(&self) -> bool {
        matches!(self, Shape::Slice(_) | Shape::Str | Shape::Dyn)
    }
}

/// Without the invisible group of a `$ty:ty` and without parentheses.
pub(crate) fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => plain(&group.elem),
        Type::Paren(paren) => plain(&paren.elem),
        other => other,
    }
}

/// The generic arguments if the last segment of `ty` has one of these names.
pub(crate) fn named(ty: &Type, names: &[&str]) -> Option<Vec<Type>> {
    let Type::Path(path) = plain(ty) else { return None };
    let last = path.path.segments.last().filter(|last| names.iter().any(|name| last.ident == name))?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return Some(Vec::new()) };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    Some(types.collect())
}

/// `Option<T>` of the prelude: no path, one argument; or std's own by its path.
pub(crate) fn is_option(ty: &Type) -> Option<Type> {
    let Type::Path(path) = plain(ty) else { return None };
    let of_std = path.path.segments.first().is_some_and(|first| first.ident == "std" || first.ident == "core");
    let mut arguments = named(ty, &["Option"])?;
    let is_plain = path.path.segments.len() == 1 || of_std;
    arguments.pop().filter(|_| is_plain && arguments.is_empty())
}

/// `&dyn serde::Serialize`, which the compiler refuses wherever the type is generated.
pub(crate) fn is_dyn_serialize(ty: &Type) -> bool {
    mentions(ty, "dyn") && text(ty).contains("dyn serde::Serialize")
}

/// What a list contains: `[T]`, `[T; N]`, `Vec<T>`.
pub(crate) fn is_list(ty: &Type) -> Option<Type> {
    match plain(ty) {
        Type::Slice(slice) => Some((*slice.elem).clone()),
        Type::Array(array) => Some((*array.elem).clone()),
        ty => named(ty, &["Vec", "VecDeque", "HashSet", "BTreeSet"])?.into_iter().next(),
    }
}

/// One text, number or bool, behind any number of references or in a `Box`.
pub(crate) fn is_scalar(ty: &Type) -> bool {
    const SCALARS: [&str; 19] = [
        "str", "String", "Cow", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
        "i128", "isize", "f32", "f64",
    ];
    match plain(ty) {
        Type::Reference(reference) => is_scalar(&reference.elem),
        ty if named(ty, &["Box"]).is_some_and(|types| types.first().is_some_and(is_scalar)) => true,
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            SCALARS.iter().any(|name| last.ident == name) || last.ident.to_string().starts_with("NonZero")
        }),
        _ => false,
    }
}

/// A scalar, or an `Option` or a list of one: it has no member names of its own.
pub(crate) fn is_value(ty: &Type) -> bool {
    let ty = match plain(ty) {
        Type::Reference(reference) => plain(&reference.elem),
        ty => ty,
    };
    is_scalar(ty) || is_option(ty).or_else(|| is_list(ty)).is_some_and(|inner| is_value(&inner))
}

/// The path of a type that is a name and no more, behind any number of plain references. Most types are, and it saves their tokens.
fn simple(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Reference(reference) if reference.lifetime.is_none() => simple(&reference.elem),
        Type::Path(TypePath { path, qself: None, .. }) => {
            path.segments.iter().all(|segment| segment.arguments.is_none()).then_some(path)
        }
        _ => None,
    }
}

/// Whether the type contains this word.
pub(crate) fn mentions(ty: &Type, word: &str) -> bool {
    if let Some(path) = simple(ty) {
        return path.segments.iter().any(|segment| segment.ident == word);
    }
    words(ty.to_token_stream()).any(|(is_lifetime, found)| !is_lifetime && found == word)
}

/// Whether a reference, or a lifetime other than `'static`, is in the type.
pub(crate) fn borrows(ty: &Type) -> bool {
    if simple(ty).is_some() {
        return matches!(ty, Type::Reference(_));
    }
    let is_reference = |token: TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '&');
    lifetimes_of(ty).iter().any(|name| name != "static") || flatten(ty.to_token_stream()).any(is_reference)
}

/// The names of the lifetimes in the type.
pub(crate) fn lifetimes_of(ty: &Type) -> Vec<String> {
    if simple(ty).is_some() {
        return Vec::new();
    }
    words(ty.to_token_stream()).filter(|(is_lifetime, _)| *is_lifetime).map(|(_, name)| name).collect()
}

/// The words of some tokens, and whether each is the name of a lifetime.
fn words(tokens: TokenStream) -> impl Iterator<Item = (bool, String)> {
    let mut after_quote = false;
    flatten(tokens).filter_map(move |token| {
        let is_lifetime = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Punct(punct) => after_quote = punct.as_char() == '\'',
            TokenTree::Ident(ident) => return Some((is_lifetime, ident.to_string())),
            _ => {}
        }
        None
    })
}

/// An associated type in the bounds of `impl Trait` or `dyn Trait`: `T` of `impl Future<Output = T>`.
pub(crate) fn associated(ty: &Type, name: &str) -> Option<Type> {
    let bounds = match plain(ty) {
        Type::ImplTrait(ty) => &ty.bounds,
        Type::TraitObject(ty) => &ty.bounds,
        _ => return None,
    };
    bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let PathArguments::AngleBracketed(arguments) = &bound.path.segments.last()?.arguments else { return None };
        arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(found) if found.ident == name => Some(found.ty.clone()),
            _ => None,
        })
    })
}
