//! Our attributes where they do not belong: a verb outside a `#[clerk_api]` trait, `#[clerk_api]` on something else.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Error;

use self::strip::strip;
use crate::diag::{Problem, Site};
use crate::model::{Verb, flatten};

mod strip;

/// `#[get("/users")]` that no `#[clerk_api]` has taken away. The item stays, so that this is the only error.
pub(crate) fn verb(verb: Verb, item: TokenStream) -> TokenStream {
    let name = verb.name();
    let help = match keyword(&item) {
        Some(keyword) if keyword != "fn" => format!("put `#[{name}]` on a method of a `#[clerk_api]` trait"),
        _ if ends_with_body(&item) => "put the method in a trait and add `#[clerk_api]` to the trait".to_owned(),
        _ => "add `#[clerk_api]` to the trait".to_owned(),
    };
    let message = format!("`#[{name}]` outside a `#[clerk_api]` trait\n= help: {help}");
    let error = Error::new(Span::call_site(), message).into_compile_error();
    let item = strip(item);
    quote!(#error #item)
}

fn ends_with_body(item: &TokenStream) -> bool {
    matches!(item.clone().into_iter().last(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

/// The word that says what an item is.
pub(crate) fn keyword(item: &TokenStream) -> Option<Ident> {
    let kinds = [
        "trait",
        "struct",
        "enum",
        "union",
        "impl",
        "fn",
        "mod",
        "type",
        "static",
        "use",
        "macro_rules",
        "macro",
        "let",
    ];
    let words = || {
        item.clone().into_iter().filter_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident),
            _ => None,
        })
    };
    let kind = words().find(|word| kinds.iter().any(|kind| word == kind));
    kind.or_else(|| words().find(|word| word == "const" || word == "extern"))
}

/// `#[clerk_api]` on what is no trait: the error, and the item without our attributes.
pub(crate) fn not_a_trait(item: TokenStream, site: Site<'_>) -> TokenStream {
    if is_of_mockall(&item) {
        return of_mockall(item, site);
    }
    let help = "`#[clerk_api]` goes on the trait that lists the endpoints";
    let Some(keyword) = keyword(&item) else {
        site.report(Problem::new(item.clone().into_iter().next(), "expected `trait`", help));
        return strip(item);
    };
    let (message, help) = match keyword.to_string().as_str() {
        "impl" => {
            ("expected `trait`, found `impl`".to_owned(), "declare the endpoints in a trait; the `impl` is generated")
        }
        "trait" => (
            "expected a trait with methods in braces".to_owned(),
            "write `trait Api { … }`, with one method for each endpoint",
        ),
        kind => (format!("expected `trait`, found `{kind}`"), help),
    };
    site.error(&keyword, message, help);
    let item = strip(item);
    if keyword == "impl" { with_bodies(item) } else { item }
}

/// `#[automock]` above `#[clerk_api]` puts the latter on everything that it makes of the trait, and expects the trait to be finished.
fn is_of_mockall(item: &TokenStream) -> bool {
    let is_doubled =
        |word: &str| word.strip_prefix("Mock").and_then(|rest| rest.split_once('_')).is_some_and(|(a, b)| a == b);
    flatten(item.clone()).any(|token| {
        let word = token.to_string();
        word.starts_with("__mock_") || word.ends_with("_expectations") || is_doubled(&word)
    })
}

/// One error for all of it.
fn of_mockall(item: TokenStream, site: Site<'_>) -> TokenStream {
    let is_outer = flatten(item.clone()).any(|token| token.to_string().ends_with("_expectations"));
    if let Some(keyword) = keyword(&item).filter(|keyword| keyword == "struct" && is_outer) {
        let help = "put it below `#[clerk_api]`, so that it sees the finished trait";
        site.error(keyword, "`#[automock]` stands above `#[clerk_api]`", help);
    }
    strip(item)
}

/// In an `impl` that was meant as a trait, `;` ends the methods; the compiler would report each.
fn with_bodies(item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    if let Some(TokenTree::Group(group)) = tokens.pop() {
        let mut out = TokenStream::new();
        let mut in_method = false;
        for token in group.stream() {
            match &token {
                TokenTree::Ident(word) if word == "fn" => in_method = true,
                TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => in_method = false,
                TokenTree::Punct(end) if end.as_char() == ';' && in_method => {
                    in_method = false;
                    out.extend(quote!({ ::core::unreachable!() }));
                    continue;
                }
                _ => {}
            }
            out.extend([token]);
        }
        let mut body = Group::new(Delimiter::Brace, out);
        body.set_span(group.span());
        tokens.push(body.into());
    }
    tokens.iter().map(ToTokens::to_token_stream).collect()
}
