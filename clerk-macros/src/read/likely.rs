//! Which `T` was meant by someone who wrote something else than `Call<T>`.

use syn::{GenericArgument, PathArguments, Type, parse_quote};

use crate::model::{Shape, associated, lifetimes_of, mentions, named, plain};

/// What is stripped: a `Call` brings its own error and its own future.
const WRAPPERS: [&str; 9] =
    ["Result", "Call", "Pin", "BoxFuture", "LocalBoxFuture", "Response", "Ready", "CallWithHttpInfo", "OptionalCall"];
/// What a call of a list becomes.
const STREAMS: [&str; 2] = ["ItemStream", "PageStream"];
/// Stripped where one of the above is inside.
const POINTERS: [&str; 4] = ["Box", "Option", "Arc", "Rc"];

/// `User` for `Result<User, E>`, `impl Future<Output = Result<User>>`, `&Call<User>`, …; nothing where it cannot be told.
pub(crate) fn likely(ty: &Type) -> Option<Type> {
    if let Some(output) = associated(ty, "Output") {
        return likely(&output);
    }
    if let Some(inner) = named(ty, &WRAPPERS) {
        return likely(inner.first()?);
    }
    if let Some(item) = named(ty, &STREAMS) {
        let item = likely(item.first()?)?;
        return Some(parse_quote!(Vec<#item>));
    }
    if let Some(inner) = named(ty, &POINTERS).and_then(|types| types.into_iter().next()) {
        if is_wrapped(&inner) {
            return likely(&inner);
        }
    }
    match Shape::of(ty) {
        Shape::Ref(inner) if is_wrapped(inner) => likely(inner),
        _ if is_foreign_wrapper(ty) => None,
        _ => owned(ty),
    }
}

fn is_wrapped(ty: &Type) -> bool {
    associated(ty, "Output").is_some() || named(ty, &WRAPPERS).is_some()
}

/// The wrapper that makes no sense inside a `Call`: the prelude's `Result`, or another `Call`.
pub(crate) fn is_known_wrapper(ty: &Type) -> Option<&'static str> {
    let Type::Path(path) = plain(ty) else { return None };
    let first = path.path.segments.first()?;
    let is_known =
        path.path.segments.len() == 1 || ["std", "core", "clerk_client"].iter().any(|root| first.ident == root);
    let wrapper = ["Result", "Call"].into_iter().find(|name| named(ty, &[name]).is_some_and(|types| !types.is_empty()));
    wrapper.filter(|_| is_known)
}

/// What the caller makes of a call, and how: it is not for the method to return, alone or inside a `Call`.
pub(crate) fn is_of_the_caller(ty: &Type) -> Option<&'static str> {
    const OF_THE_CALLER: [(&str, &str); 5] = [
        ("ItemStream", "the items come with `.stream()`"),
        ("PageStream", "the pages come with `.pages()`"),
        ("CallWithHttpInfo", "the status and headers come with `.with_http_info()`"),
        ("OptionalCall", "`None` for what is missing comes with `.optional()`"),
        ("Response", "the status and headers come with `.with_http_info()`"),
    ];
    let row = OF_THE_CALLER.iter().find(|(name, _)| named(ty, &[name]).is_some_and(|types| !types.is_empty()));
    row.map(|(_, how)| *how)
}

/// `ApiResult<User>`, `JoinHandle<User>`: something of another crate, or an alias, in the place of `Call`.
pub(crate) fn is_foreign_wrapper(ty: &Type) -> bool {
    const ENDINGS: [&str; 6] = ["Result", "Call", "Future", "Response", "Handle", "Task"];
    let Type::Path(path) = plain(ty) else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    let name = last.ident.to_string();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The same type with everything owned: `String` for `&str`, `Vec<T>` for `&[T]`, at any depth.
pub(crate) fn owned(ty: &Type) -> Option<Type> {
    match Shape::of(ty) {
        Shape::Str => return Some(parse_quote!(String)),
        Shape::Ref(inner) => return owned(inner),
        Shape::Slice(inner) => return owned(inner).map(|inner| parse_quote!(Vec<#inner>)),
        Shape::Impl | Shape::Dyn => return owned(&associated(ty, "Item")?).map(|item| parse_quote!(Vec<#item>)),
        Shape::Never => return None,
        Shape::Other => {}
    }
    if named(ty, &["Cow"]).is_some() {
        return named(ty, &["Cow"])?.first().and_then(owned);
    }
    let mut ty = plain(ty).clone();
    match &mut ty {
        Type::Path(path) => {
            if let Some(PathArguments::AngleBracketed(list)) =
                path.path.segments.last_mut().map(|last| &mut last.arguments)
            {
                for argument in &mut list.args {
                    if let GenericArgument::Type(inner) = argument {
                        *inner = owned(inner)?;
                    }
                }
            }
        }
        Type::Tuple(tuple) => {
            for element in &mut tuple.elems {
                *element = owned(element)?;
            }
        }
        Type::Array(array) => *array.elem = owned(&array.elem)?,
        _ => {}
    }
    can_be_decoded(&ty).then_some(ty)
}

/// Nothing borrowed, nothing that only the compiler could fill in.
fn can_be_decoded(ty: &Type) -> bool {
    let borrows = lifetimes_of(ty).iter().any(|name| name != "static");
    !borrows && !["_", "Self", "impl", "dyn", "fn"].iter().any(|word| mentions(ty, word))
}

#[cfg(test)]
mod tests {
    use super::likely;
    use crate::model::text;

    #[test]
    fn the_type_that_was_meant_is_found_behind_what_was_written() {
        for (written, meant) in [
            ("User", Some("User")),
            ("Result<User, Error>", Some("User")),
            ("clerk_client::Result<Vec<User>>", Some("Vec<User>")),
            ("Call<User>", Some("User")),
            ("Call<Result<User, E>>", Some("User")),
            ("&Call<User>", Some("User")),
            ("Option<Call<User>>", Some("User")),
            ("Rc<Call<User>>", Some("User")),
            ("Arc<Call<User>>", Some("User")),
            ("Box<Call<User>>", Some("User")),
            ("Option<User>", Some("Option<User>")),
            ("Response<User>", Some("User")),
            ("clerk_client::ItemStream<User>", Some("Vec<User>")),
            ("PageStream<&str>", Some("Vec<String>")),
            ("CallWithHttpInfo<User>", Some("User")),
            ("OptionalCall<Response<User>>", Some("User")),
            ("ItemStream", None),
            ("Ready<Result<User, E>>", Some("User")),
            ("impl Future<Output = Result<User, E>>", Some("User")),
            ("Pin<Box<dyn Future<Output = Result<User, E>> + Send + '_>>", Some("User")),
            ("BoxFuture<'static, Result<User, E>>", Some("User")),
            ("LocalBoxFuture<'static, User>", Some("User")),
            ("impl Iterator<Item = User>", Some("Vec<User>")),
            ("impl Future<Send = User>", None),
            ("&str", Some("String")),
            ("str", Some("String")),
            ("Cow<'_, str>", Some("String")),
            ("&[User]", Some("Vec<User>")),
            ("Vec<&str>", Some("Vec<String>")),
            ("(&str, [&str; 2])", Some("(String, [String; 2])")),
            ("View<'_>", None),
            ("View<'static>", Some("View<'static>")),
            ("Self", None),
            ("Vec<_>", None),
            ("!", None),
            ("ApiResult<User>", None),
            ("JoinHandle<User>", None),
            ("dyn Debug", None),
        ] {
            let ty = syn::parse_str(written).unwrap();
            assert_eq!(likely(&ty).map(|ty| text(&ty)).as_deref(), meant, "{written}");
        }
    }
}
