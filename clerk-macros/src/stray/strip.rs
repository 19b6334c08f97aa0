//! Tokens without our attributes.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;

use crate::model::{Kind, Verb};

/// Removes every attribute of ours from tokens that are no trait, so that none of them speaks up by itself.
pub(super) fn strip(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(pound) if pound.as_char() == '#' && tokens.peek().is_some_and(is_ours) => {
                tokens.next();
            }
            TokenTree::Group(group) => {
                let mut inner = proc_macro2::Group::new(group.delimiter(), strip(group.stream()));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            token => out.extend([token]),
        }
    }
    out
}

/// `[get("/users")]`, `[clerk_client::query]`.
fn is_ours(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let name = group.stream().into_iter().take_while(is_path).last();
    name.is_some_and(|name| {
        let name = name.to_token_stream().to_string();
        name == "clerk_api" || Verb::named(&name).is_some() || Kind::named(&name).is_some()
    })
}
