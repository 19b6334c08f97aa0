//! What a declaration says: the trait's header, and its items one by one, so that a broken one does not take the others along.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Generics, Ident, LitStr, Result, Signature, Token, Type, TypeParamBound, Visibility, braced, token,
};

use crate::retry::Retry;
use crate::role::Role;
use crate::template::Template;
use crate::verb::Verb;

/// A `#[clerk_api]` trait.
pub(crate) struct Api {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) supertraits: Punctuated<TypeParamBound, Token![+]>,
    pub(crate) inner_attrs: Vec<Attribute>,
    pub(crate) methods: Vec<Method>,
}

/// One method of the trait, its own attributes taken out.
pub(crate) struct Method {
    pub(crate) attrs: Vec<Attribute>,
    /// For the compiler to refuse.
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    pub(crate) path: Option<Path>,
    pub(crate) arguments: Vec<Argument>,
    /// The `;`. What is generated in its place is shown there.
    pub(crate) end: Span,
    /// `T` of `Call<T>`; as an error, what was most likely meant.
    pub(crate) reply: std::result::Result<Type, Box<Type>>,
}

/// Verb and path of a method.
pub(crate) struct Path {
    pub(crate) verb: Verb,
    pub(crate) literal: LitStr,
    /// The prefix included; `None` when it could not be read.
    pub(crate) template: Option<Template>,
    pub(crate) retry: Option<crate::retry::Declared>,
    pub(crate) place: crate::errors::Place,
}

impl Path {
    /// As declared, or as the verb says.
    pub(crate) fn retry(&self) -> Retry {
        self.retry.as_ref().map_or_else(|| Retry::of(self.verb), |declared| declared.retry.clone())
    }
}

/// One argument of a method.
pub(crate) struct Argument {
    /// `None` when it is a pattern.
    pub(crate) ident: Option<Ident>,
    pub(crate) ty: Type,
    pub(crate) role: Role,
    /// The attribute that gave the role.
    pub(crate) attr: Option<Attribute>,
    /// Its index in the signature.
    pub(crate) index: usize,
}

impl Argument {
    /// An argument that only has to have been mentioned.
    pub(crate) fn unused(ident: Ident) -> Self {
        Argument { ident: Some(ident), ty: syn::parse_quote!(()), role: Role::Unmarked, attr: None, index: 0 }
    }
}

/// The trait up to its brace, and what is inside, not read yet.
pub(crate) struct Header {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) modifiers: Vec<Ident>,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) supertraits: Punctuated<TypeParamBound, Token![+]>,
    pub(crate) inner_attrs: Vec<Attribute>,
    pub(crate) items: Vec<Item>,
    /// After some syntax errors, the compiler takes what follows the trait for a part of it.
    pub(crate) rest: TokenStream,
}

/// One item of the trait as it stands in the source.
pub(crate) enum Item {
    Method(Box<RawMethod>),
    /// A type, a constant or a macro call.
    Other {
        attrs: Vec<Attribute>,
        keyword: Ident,
        tokens: TokenStream,
    },
}

/// A method as it stands in the source.
pub(crate) struct RawMethod {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// `default`, `gen`, …: what no trait method has.
    pub(crate) modifiers: Vec<Ident>,
    pub(crate) sig: Signature,
    pub(crate) body: Option<Group>,
    pub(crate) end: Span,
}

impl Parse for Header {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = Attribute::parse_outer(input)?;
        let vis = input.parse()?;
        let modifiers = words(input, &["const", "unsafe", "auto"]);
        input.parse::<Token![trait]>()?;
        let ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let supertraits = parse_supertraits(input)?;
        generics.where_clause = input.parse()?;
        let content;
        braced!(content in input);
        let inner_attrs = content.call(Attribute::parse_inner)?;
        let items = parse_items(&content)?;
        let rest = input.parse()?;
        Ok(Header { attrs, vis, modifiers, ident, generics, supertraits, inner_attrs, items, rest })
    }
}

fn parse_supertraits(input: ParseStream<'_>) -> Result<Punctuated<TypeParamBound, Token![+]>> {
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

/// The compiler has read the trait before us: what cannot be parsed here has its error already, and is left out.
fn parse_items(input: ParseStream<'_>) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        let fork = input.fork();
        match fork.parse::<Item>() {
            Ok(item) => {
                input.advance_to(&fork);
                items.push(item);
            }
            Err(_) => skip_item(input)?,
        }
    }
    Ok(items)
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
            return RawMethod::parse(attrs, input).map(|method| Item::Method(Box::new(method)));
        }
        input.parse::<Visibility>()?;
        words(input, &["default", "unsafe"]);
        let keyword = input.fork().call(Ident::parse_any)?;
        let tokens = if keyword == "type" || keyword == "const" { until_semicolon(input)? } else { macro_call(input)? };
        Ok(Item::Other { attrs, keyword, tokens })
    }
}

impl RawMethod {
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
        Ok(RawMethod { attrs, vis, modifiers, sig, body, end })
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

/// Up to the next `;` or `{…}`.
fn skip_item(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() {
        let end = input.peek(Token![;]) || input.peek(token::Brace);
        input.parse::<TokenTree>()?;
        if end {
            break;
        }
    }
    Ok(())
}
