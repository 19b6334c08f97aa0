//! Which methods a field gets, and their names.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;

use super::model::Field;
use super::shape::Shape;

/// What a method does to its field.
#[derive(Clone, Copy)]
pub(crate) enum Does {
    Set,
    AddOne,
    AddMany,
    Exclude,
}

pub(crate) struct Method {
    pub(crate) name: Ident,
    pub(crate) does: Does,
}

/// The methods that a field gets.
pub(crate) fn methods(field: &Field) -> Vec<Method> {
    let options = &field.options;
    if options.no_setter.is_some() || (field.shape.is_always_sent() && options.flatten.is_none()) {
        return Vec::new();
    }
    if !matches!(field.shape, Shape::OptionalList(_)) {
        return vec![Method { name: field.ident.clone(), does: Does::Set }];
    }
    let own = |given: &Option<Ident>| given.clone().unwrap_or_else(|| field.ident.clone());
    let (one, many) = (own(&options.one), own(&options.many));
    let exclude = format_ident!("exclude_{}", one.unraw());
    let has_one = options.one.is_some() || options.many.is_some();
    let one = has_one.then_some(Method { name: one, does: Does::AddOne });
    let exclude = options.signed.map(|_| Method { name: exclude, does: Does::Exclude });
    one.into_iter().chain([Method { name: many, does: Does::AddMany }]).chain(exclude).collect()
}
