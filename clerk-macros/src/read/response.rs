//! The return type: `Call<T>`, and what people write in its place.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{GenericArgument, PathArguments, ReturnType, Signature, Type, parse_quote};

use super::likely::{is_foreign_wrapper, is_known_wrapper, is_of_the_caller, likely, owned};
use crate::diag::{Problem, similar};
use crate::model::{Shape, borrows, mentions, named, plain, text};

/// Something else than `Call<T>`.
pub(crate) struct NotACall {
    pub(crate) problem: Problem,
    /// The `T` that was most likely meant.
    pub(crate) likely: Type,
}

/// `T` of `Call<T>`.
pub(crate) fn read(sig: &Signature) -> Result<Type, Box<NotACall>> {
    let ReturnType::Type(_, ty) = &sig.output else {
        let help = "return `Call<T>`; when the response has no body, write `-> Call<()>`";
        let problem = Problem::predicate(name_to_end(sig), "has no return type", help);
        return Err(Box::new(NotACall { problem, likely: parse_quote!(()) }));
    };
    match plain(ty) {
        Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Call") => {
            let arguments = path.path.segments.last().map(|last| last.arguments.clone()).unwrap_or_default();
            call(ty, arguments)
        }
        _ => {
            let (problem, likely) = not_a_call(ty);
            Err(Box::new(NotACall { problem, likely }))
        }
    }
}

/// `list(&self)`: there is nothing after it to underline.
fn name_to_end(sig: &Signature) -> TokenStream {
    let mut tokens = sig.ident.to_token_stream();
    sig.paren_token.surround(&mut tokens, |tokens| sig.inputs.to_tokens(tokens));
    tokens
}

/// A `Call` has exactly one argument, a type that owns what it holds.
fn call(ty: &Type, arguments: PathArguments) -> Result<Type, Box<NotACall>> {
    let arguments: Vec<GenericArgument> = match arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.into_iter().collect(),
        _ => Vec::new(),
    };
    let mut types = arguments.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let Some(inner) = types.next() else {
        let help = "name it; when the response has no body, write `Call<()>`";
        let problem = Problem::new(ty, "`Call` is missing the type of the response", help);
        return Err(Box::new(NotACall { problem, likely: parse_quote!(()) }));
    };
    let meant = || likely(inner).unwrap_or_else(|| parse_quote!(()));
    if arguments.len() > 1 {
        let why =
            if types.next().is_some() { "the error is always `clerk_client::Error`" } else { "it borrows nothing" };
        let help = format!("{why}: write `Call<{}>`", text(&meant()));
        let problem = Problem::new(ty, "`Call` takes one type", help);
        return Err(Box::new(NotACall { problem, likely: meant() }));
    }
    match wrong(inner) {
        None => Ok(inner.clone()),
        Some((message, advice)) => {
            let help = match likely(inner) {
                Some(meant) => format!("{advice}: write `Call<{}>`", text(&meant)),
                None => advice.to_owned(),
            };
            Err(Box::new(NotACall { problem: Problem::new(ty, message, help), likely: meant() }))
        }
    }
}

/// What no response can be: wrapped once more, borrowed, unsized, not written out. The message, and why not.
fn wrong(inner: &Type) -> Option<(String, &'static str)> {
    let shown = || text(inner);
    if let Some(wrapper) = is_known_wrapper(inner) {
        return Some((format!("a `{wrapper}` inside `Call`"), "awaiting a `Call` yields the `Result`"));
    }
    if let Some(how) = is_of_the_caller(inner).filter(|_| !may_be_of_the_user(inner)) {
        return Some((format!("`{}` cannot be decoded", shown()), how));
    }
    match Shape::of(inner) {
        Shape::Slice(_) | Shape::Str => Some((format!("`{}` has no size", shown()), "a response is owned")),
        Shape::Dyn => Some((format!("`{}` cannot be decoded", shown()), "name the type of the response")),
        Shape::Never => Some(("`!` has no values".to_owned(), "when the response has no body, write `Call<()>`")),
        _ if mentions(inner, "impl") || mentions(inner, "fn") => {
            Some((format!("`{}` cannot be decoded", shown()), "name the type of the response"))
        }
        _ if mentions(inner, "_") => {
            Some(("the type of the response must be written out".to_owned(), "replace `_` by the type"))
        }
        _ if mentions(inner, "Self") => {
            let help = "name the type, so that the trait stays usable as `dyn`";
            Some(("a response cannot be `Self`".to_owned(), help))
        }
        _ if borrows(inner) => {
            Some(("a response cannot be borrowed".to_owned(), "the body is freed when the call ends"))
        }
        _ => None,
    }
}

/// `Response<T>` without a path may well be an envelope of the API's own.
fn may_be_of_the_user(ty: &Type) -> bool {
    let first = match plain(ty) {
        Type::Path(path) => path.path.segments.first(),
        _ => None,
    };
    named(ty, &["Response"]).is_some() && first.is_none_or(|first| first.ident != "clerk_client")
}

fn not_a_call(ty: &Type) -> (Problem, Type) {
    let problem = |help: String| Problem::predicate(ty, "must return `Call<T>`", help);
    if let Some(meant) = misspelt(ty) {
        return (problem(format!("did you mean `Call<{}>`?", text(&meant))), meant);
    }
    let Some(meant) = likely(ty) else {
        let help = match Shape::of(ty) {
            Shape::Never => "when the response has no body, write `Call<()>`".to_owned(),
            _ if is_foreign_wrapper(ty) => {
                "a `Call` yields a `Result` when awaited: return `Call<T>` itself".to_owned()
            }
            _ => "return `Call<T>`, with the type of the response as `T`".to_owned(),
        };
        return (problem(help), inside(ty));
    };
    let shown = text(&meant);
    let is_future =
        matches!(Shape::of(ty), Shape::Impl) || named(ty, &["Pin", "Box", "BoxFuture", "LocalBoxFuture"]).is_some();
    let help = if named(ty, &["Result"]).is_some() {
        format!("a `Call` yields a `Result` when awaited: write `Call<{shown}>`")
    } else if is_future {
        format!("a `Call` is awaitable, and can be used as `dyn`: write `Call<{shown}>`")
    } else if let Some(how) = is_of_the_caller(ty) {
        format!("{how}: write `Call<{shown}>`")
    } else if shown == text(ty) {
        format!("wrap the type: write `Call<{shown}>`")
    } else {
        format!("a `Call` is returned as it is: write `Call<{shown}>`")
    };
    (problem(help), meant)
}

/// `User` for `Cal<User>`.
fn misspelt(ty: &Type) -> Option<Type> {
    let Type::Path(path) = plain(ty) else { return None };
    let last = path.path.segments.last()?;
    similar(&last.ident.to_string(), ["Call"])?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if arguments.args.len() == 1 => likely(inner),
        _ => None,
    }
}

/// The first type inside, for whoever calls the method meanwhile.
fn inside(ty: &Type) -> Type {
    let Type::Path(path) = plain(ty) else { return parse_quote!(()) };
    let arguments = path.path.segments.last().map(|last| &last.arguments);
    let first = match arguments {
        Some(PathArguments::AngleBracketed(arguments)) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => owned(ty),
            _ => None,
        }),
        _ => None,
    };
    first.unwrap_or_else(|| parse_quote!(()))
}
