//! The trait as it stands in the source, item by item, so that a broken one does not take the others along.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Attribute, Generics, Ident, LitStr, Result, Signature, Token, TypeParamBound, Visibility, braced, token};

use crate::model::{Header, Verb, last_name};

pub(crate) struct Source {
    pub(crate) header: Header,
    pub(crate) items: Vec<Item>,
    /// After some syntax errors, the compiler takes what follows the trait for a part of it.
    pub(crate) rest: TokenStream,
}

pub(crate) enum Item {
    Method(Box<Method>),
    /// A type, a constant or a macro call.
    Other {
        attrs: Vec<Attribute>,
        keyword: Ident,
        tokens: TokenStream,
    },
    /// What cannot be parsed here. The compiler has read the trait before us, and most often has refused it as well.
    Skipped(TokenStream),
}

pub(crate) struct Method {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// `default`, `gen`, …: what no trait method has.
    pub(crate) modifiers: Vec<Ident>,
    pub(crate) sig: Signature,
    pub(crate) body: Option<Group>,
    pub(crate) end: Span,
}

impl Source {
    pub(crate) fn of(tokens: TokenStream) -> Result<Self> {
        let together = |input: ParseStream<'_>| Self::parse(input, next);
        let apart = |input: ParseStream<'_>| Self::parse(input, alone);
        together.parse2(tokens.clone()).or_else(|_| apart.parse2(tokens))
    }

    fn parse(input: ParseStream<'_>, item: fn(ParseStream<'_>) -> Result<Item>) -> Result<Self> {
        let attrs = Attribute::parse_outer(input)?;
        let vis = input.parse()?;
        let modifiers = words(input, &["const", "unsafe", "auto"]);
        input.parse::<Token![trait]>()?;
        let ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let supertraits = supertraits(input)?;
        generics.where_clause = input.parse()?;
        let content;
        braced!(content in input);
        let (misplaced, inner_attrs) = content.call(Attribute::parse_inner)?.into_iter().partition(is_verb);
        let mut items = Vec::new();
        while !content.is_empty() {
            items.push(item(&content)?);
        }
        if let Some(Item::Method(first)) = items.first_mut() {
            let own: Vec<Attribute> = std::mem::replace(&mut first.attrs, misplaced);
            first.attrs.extend(own);
        }
        let rest = input.parse()?;
        let header = Header { attrs, vis, modifiers, ident, generics, supertraits, inner_attrs };
        Ok(Source { header, items, rest })
    }
}

/// `#![get("/users")]`, which is meant for the method below it.
fn is_verb(attr: &Attribute) -> bool {
    Verb::named(&last_name(attr)).is_some()
}

fn supertraits(input: ParseStream<'_>) -> Result<Punctuated<TypeParamBound, Token![+]>> {
    let mut supertraits = Punctuated::new();
    if input.parse::<Option<Token![:]>>()?.is_none() {
        return Ok(supertraits);
    }
    while !input.peek(Token![where]) && !input.peek(token::Brace) {
        supertraits.push_value(input.parse()?);
        if !input.peek(Token![+]) {
            break;
        }
        supertraits.push_punct(input.parse()?);
    }
    Ok(supertraits)
}

/// The words of this list that stand next in the input, in any order.
fn words(input: ParseStream<'_>, list: &[&str]) -> Vec<Ident> {
    let mut found = Vec::new();
    loop {
        let fork = input.fork();
        match fork.call(Ident::parse_any) {
            Ok(word) if list.iter().any(|known| word == known) => {
                input.advance_to(&fork);
                found.push(word);
            }
            _ => return found,
        }
    }
}

fn next(input: ParseStream<'_>) -> Result<Item> {
    let fork = input.fork();
    match fork.parse::<Item>() {
        Ok(item) => {
            input.advance_to(&fork);
            Ok(item)
        }
        Err(_) => skip(input).map(Item::Skipped),
    }
}

/// Slower: what is left over between two brackets, as in `#[get("/users"), idempotent]`, fails this item and not the whole trait.
fn alone(input: ParseStream<'_>) -> Result<Item> {
    let tokens = skip(input)?;
    Ok(syn::parse2(tokens.clone()).unwrap_or(Item::Skipped(tokens)))
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut attrs = Attribute::parse_outer(input)?;
        // `#[get("/users")];`: the compiler has complained, and the attributes are meant for what follows.
        while !attrs.is_empty() && input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            attrs.extend(Attribute::parse_outer(input)?);
        }
        if is_method(input) {
            return Method::parse(attrs, input).map(|method| Item::Method(Box::new(method)));
        }
        input.parse::<Visibility>()?;
        words(input, &["default", "unsafe"]);
        let keyword = input.fork().call(Ident::parse_any)?;
        let tokens = if keyword == "type" || keyword == "const" { until_semicolon(input)? } else { macro_call(input)? };
        Ok(Item::Other { attrs, keyword, tokens })
    }
}

impl Method {
    fn parse(attrs: Vec<Attribute>, input: ParseStream<'_>) -> Result<Self> {
        let vis = input.parse()?;
        let modifiers = words(input, &["default", "gen", "final", "safe"]);
        let sig = input.parse()?;
        let body = if input.peek(token::Brace) { Some(input.parse::<Group>()?) } else { None };
        let semicolon = if body.is_none() { input.parse::<Option<Token![;]>>()? } else { None };
        if semicolon.is_none() && body.is_none() && !(input.is_empty() || input.peek(Token![#]) || is_method(input)) {
            return Err(input.error("expected `;`"));
        }
        let end = semicolon.map_or_else(Span::call_site, |semicolon| semicolon.span);
        Ok(Method { attrs, vis, modifiers, sig, body, end })
    }
}

fn is_method(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    if ahead.parse::<Visibility>().is_err() {
        return false;
    }
    words(&ahead, &["default", "const", "async", "gen", "final", "safe", "unsafe", "extern"]);
    let abi = ahead.fork();
    if abi.parse::<LitStr>().is_ok() {
        ahead.advance_to(&abi);
    }
    ahead.peek(Token![fn])
}

fn until_semicolon(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() {
        let end = input.peek(Token![;]);
        tokens.extend([input.parse::<TokenTree>()?]);
        if end {
            break;
        }
    }
    Ok(tokens)
}

fn macro_call(input: ParseStream<'_>) -> Result<TokenStream> {
    let call: syn::Macro = input.parse()?;
    input.parse::<Option<Token![;]>>()?;
    Ok(call.into_token_stream())
}

/// Up to the next `;` or `{…}`, or to the attribute that begins the next item.
fn skip(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut skipped = TokenStream::new();
    let mut in_attrs = true;
    while !input.is_empty() {
        let is_attr = input.peek(Token![#]) && input.peek2(token::Bracket);
        if is_attr && !in_attrs {
            break;
        }
        let is_end = input.peek(Token![;]) || input.peek(token::Brace);
        if is_attr {
            skipped.extend([input.parse::<TokenTree>()?]);
        } else {
            in_attrs = false;
        }
        skipped.extend([input.parse::<TokenTree>()?]);
        if is_end {
            break;
        }
    }
    Ok(skipped)
}
