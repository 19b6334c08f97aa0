//! The return type: `Call<T>`, and what people write in its place.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericArgument, Ident, PathArguments, ReturnType, Signature, Type, TypeParamBound, parse_quote};

use crate::errors::{Diag, Place};

/// Reads `T` out of `Call<T>`. Where that fails, the error is reported and the likely `T` is given for recovery.
pub(crate) fn read(sig: &Signature, diag: &mut Diag) -> Result<Type, Box<Type>> {
    let name = &sig.ident;
    let ReturnType::Type(_, ty) = &sig.output else {
        if sig.asyncness.is_some() {
            return Err(Box::new(parse_quote!(())));
        }
        let help = "return `Call<T>`; write `-> Call<()>` when the response has no body";
        diag.error(Place::Return, name_to_end(sig), format!("method `{name}` has no return type"), help);
        return Err(Box::new(parse_quote!(())));
    };
    match call_argument(plain(ty)) {
        Some(arguments) => one_owned_type(name, ty, &arguments, diag),
        None => {
            let inner = likely(ty);
            report_other(name, ty, &inner, sig.asyncness.is_some(), diag);
            Err(Box::new(inner))
        }
    }
}

/// `list(&self)`: there is nothing after it to underline.
fn name_to_end(sig: &Signature) -> TokenStream {
    let mut tokens = sig.ident.to_token_stream();
    sig.paren_token.surround(&mut tokens, |tokens| sig.inputs.to_tokens(tokens));
    tokens
}

/// Without the invisible group of a `$ty:ty` and without parentheses.
pub(crate) fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => plain(&group.elem),
        Type::Paren(paren) => plain(&paren.elem),
        other => other,
    }
}

/// The generic arguments if `ty` is a `Call`.
fn call_argument(ty: &Type) -> Option<Vec<GenericArgument>> {
    generic_arguments(ty, &["Call"])
}

/// The generic arguments if the last segment of `ty` has one of these names.
fn generic_arguments(ty: &Type, names: &[&str]) -> Option<Vec<GenericArgument>> {
    let Type::Path(path) = plain(ty) else { return None };
    let last = path.path.segments.last().filter(|last| names.iter().any(|name| last.ident == name))?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => Some(arguments.args.iter().cloned().collect()),
        _ => Some(Vec::new()),
    }
}

fn first_type(arguments: &[GenericArgument]) -> Option<Type> {
    arguments.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    })
}

/// A `Call` has exactly one argument, a type that owns what it holds.
fn one_owned_type(
    name: &Ident,
    call: &Type,
    arguments: &[GenericArgument],
    diag: &mut Diag,
) -> Result<Type, Box<Type>> {
    let Some(inner) = first_type(arguments) else {
        let message = format!("`Call` of method `{name}` is missing the type of the response");
        diag.error(Place::Return, call, message, "write `Call<T>`, or `Call<()>` when the response has no body");
        return Err(Box::new(parse_quote!(())));
    };
    if arguments.len() > 1 {
        let help = format!("the error is always `clerk_client::Error`: write `Call<{}>`", text(&inner));
        diag.error(Place::Return, call, format!("`Call` of method `{name}` takes one type"), help);
        return Err(Box::new(inner));
    }
    match (wrapped(&inner), unusable(&inner)) {
        (Some((wrapper, likely)), _) => {
            let help = format!("awaiting a `Call` yields the `Result`: write `Call<{}>`", text(&likely));
            diag.error(Place::Return, &inner, format!("method `{name}` returns a `{wrapper}` inside `Call`"), help);
            Err(Box::new(likely))
        }
        (None, Some((message, help))) => {
            diag.error(Place::Return, &inner, format!("method `{name}`: {message}"), help);
            Err(Box::new(parse_quote!(())))
        }
        (None, None) => Ok(inner),
    }
}

/// `Call<Result<T>>`, `Call<Call<T>>`, `Call<Response<T>>`.
fn wrapped(inner: &Type) -> Option<(&'static str, Type)> {
    ["Result", "Call"].into_iter().find_map(|wrapper| {
        let arguments = generic_arguments(inner, &[wrapper])?;
        Some((wrapper, likely(&first_type(&arguments)?)))
    })
}

/// Types that no response can be: borrowed, unsized, not written out.
fn unusable(inner: &Type) -> Option<(String, String)> {
    let shown = text(inner);
    let borrowed = "a response cannot be borrowed".to_owned();
    match plain(inner) {
        Type::Reference(reference) => {
            Some((borrowed, format!("the body is freed when the call ends; use `{}`", owned(&reference.elem))))
        }
        Type::Slice(slice) => Some((format!("`{shown}` has no size"), format!("use `Vec<{}>`", text(&slice.elem)))),
        Type::TraitObject(_) | Type::ImplTrait(_) => {
            Some((format!("`{shown}` cannot be decoded"), "name the type of the response".to_owned()))
        }
        ty if text(ty) == "str" => Some(("`str` has no size".to_owned(), "use `String`".to_owned())),
        ty if mentions(ty, "_") => {
            Some(("the type of the response must be written out".to_owned(), "replace `_` by the type".to_owned()))
        }
        ty if borrows(ty) => {
            Some((borrowed, "the body is freed when the call ends; use a type without a lifetime".to_owned()))
        }
        _ => None,
    }
}

/// The owned form of what is behind a reference.
fn owned(ty: &Type) -> String {
    match plain(ty) {
        Type::Slice(slice) => format!("Vec<{}>", text(&slice.elem)),
        ty if text(ty) == "str" => "String".to_owned(),
        ty => text(ty),
    }
}

/// Whether a lifetime other than `'static`, or a reference, is in the type.
fn borrows(ty: &Type) -> bool {
    let tokens = quote!(#ty);
    let has_reference =
        flatten(tokens.clone()).any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '&'));
    has_reference || words(tokens).any(|(is_lifetime, word)| is_lifetime && word != "static")
}

/// Whether the type contains this word.
pub(crate) fn mentions(ty: &Type, word: &str) -> bool {
    words(quote!(#ty)).any(|(is_lifetime, found)| !is_lifetime && found == word)
}

/// The names of the lifetimes in the type.
pub(crate) fn lifetimes_of(ty: &Type) -> Vec<String> {
    words(quote!(#ty)).filter(|(is_lifetime, _)| *is_lifetime).map(|(_, name)| name).collect()
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

/// All tokens, those in groups too.
pub(crate) fn flatten(tokens: TokenStream) -> Box<dyn Iterator<Item = TokenTree>> {
    Box::new(tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => flatten(group.stream()),
        token => Box::new(std::iter::once(token)),
    }))
}

fn report_other(name: &Ident, ty: &Type, inner: &Type, is_async: bool, diag: &mut Diag) {
    let shown = text(inner);
    if is_async {
        return;
    }
    let help = match plain(ty) {
        _ if generic_arguments(ty, &["Result"]).is_some() => {
            format!("a `Call` yields a `Result` when awaited: write `Call<{shown}>`")
        }
        Type::ImplTrait(_) => format!("`Call<{shown}>` is awaitable, and can be used as `dyn`"),
        _ if generic_arguments(ty, &["Pin", "Box", "BoxFuture", "LocalBoxFuture"]).is_some() => {
            format!("`Call<{shown}>` is awaitable, and can be used as `dyn`")
        }
        _ if generic_arguments(ty, &["Response"]).is_some() => {
            format!("write `Call<{shown}>`; the status and headers come with `.with_http_info()`")
        }
        Type::Never(_) => "write `Call<()>` when the response has no body".to_owned(),
        _ => format!("wrap the type: `Call<{shown}>`"),
    };
    diag.error(Place::Return, ty, format!("method `{name}` must return `Call<T>`"), help);
}

/// The `T` that someone means who writes `Result<T>`, `impl Future<Output = T>`, `Pin<Box<dyn Future<…>>>`, …
pub(crate) fn likely(ty: &Type) -> Type {
    let wrappers = ["Result", "Call", "Pin", "BoxFuture", "LocalBoxFuture", "Response", "Ready"];
    let ty = plain(ty);
    if let Type::Reference(reference) = ty {
        if call_argument(&reference.elem).is_some() {
            return likely(&reference.elem);
        }
    }
    if let Some(output) = future_output(ty) {
        return likely(&output);
    }
    if let Some(inner) = generic_arguments(ty, &wrappers).and_then(|arguments| first_type(&arguments)) {
        return likely(&inner);
    }
    if let Some(inner) =
        generic_arguments(ty, &["Box", "Option", "Arc", "Rc"]).and_then(|arguments| first_type(&arguments))
    {
        let is_future = future_output(plain(&inner)).is_some() || generic_arguments(&inner, &wrappers).is_some();
        if is_future {
            return likely(&inner);
        }
    }
    let decodable = unusable(ty).is_none() && !matches!(ty, Type::Never(_)) && !mentions(ty, "Self");
    if decodable { ty.clone() } else { parse_quote!(()) }
}

/// `Output` of `impl Future<Output = …>` or `dyn Future<Output = …>`.
fn future_output(ty: &Type) -> Option<Type> {
    let bounds = match ty {
        Type::ImplTrait(ty) => &ty.bounds,
        Type::TraitObject(ty) => &ty.bounds,
        _ => return None,
    };
    bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let PathArguments::AngleBracketed(arguments) = &bound.path.segments.last()?.arguments else { return None };
        arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(output) if output.ident == "Output" => Some(output.ty.clone()),
            _ => None,
        })
    })
}

/// A type as a person writes it.
pub(crate) fn text(ty: &impl ToTokens) -> String {
    let mut text = String::new();
    write_tokens(quote!(#ty), &mut text);
    text
}

/// `to_string` puts blanks everywhere; this one only between words and after commas.
fn write_tokens(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write_tokens(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => write_punct(&punct, text),
            word => {
                if text.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '>') {
                    text.push(' ');
                }
                text.push_str(&word.to_string());
            }
        }
    }
}

fn write_punct(punct: &Punct, text: &mut String) {
    let alone = punct.spacing() == Spacing::Alone && !text.ends_with(':');
    match punct.as_char() {
        ':' if alone => text.push_str(": "),
        punct @ (',' | ';') => text.extend([punct, ' ']),
        punct @ ('=' | '+') => text.extend([' ', punct, ' ']),
        '\'' if text.ends_with(char::is_alphanumeric) => text.push_str(" '"),
        punct => text.push(punct),
    }
}
