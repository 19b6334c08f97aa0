//! What stands in the parentheses of an attribute, and the options of `#[clerk_api(…)]`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use syn::{Lit, LitStr, Path};

use crate::errors::{Diag, Place, similar};
use crate::template::Template;

/// The options of `#[clerk_api(…)]`.
pub(crate) struct Options {
    /// In front of every path of the trait.
    pub(crate) prefix: Template,
    krate: Option<TokenStream>,
    /// `crate = …` was given and could not be read: nothing may be generated that needs it.
    pub(crate) krate_is_lost: bool,
}

const OPTIONS: [(&str, &str); 2] = [("prefix", "prefix = \"/v1\""), ("crate", "crate = clerk_client")];

/// Options that other frameworks have for what is `prefix` here.
const PREFIX_ELSEWHERE: [&str; 8] = ["base", "base_path", "base_url", "path", "url", "root", "scope", "tag"];

impl Options {
    pub(crate) fn read(tokens: TokenStream, diag: &mut Diag) -> Self {
        let mut options = Options { prefix: Template::default(), krate: None, krate_is_lost: false };
        let mut seen = Vec::new();
        for part in split(tokens) {
            let Some(part) = Part::read(part, |part| unexpected(part, diag)) else { continue };
            let key = part.key.to_string();
            if seen.contains(&key) {
                diag.error(Place::Name, &part.key, format!("`{key}` is given twice"), "keep one");
                continue;
            }
            options.set(&key, &part, diag);
            seen.push(key);
        }
        options
    }

    /// Where `clerk_client` is found, in tokens that the compiler shows at `span`. Those of the user keep their own, and the
    /// name itself always has the same place: if there is no such crate, that is one error.
    pub(crate) fn krate(&self, span: Span) -> TokenStream {
        let name = Ident::new("clerk_client", Span::call_site());
        self.krate.clone().unwrap_or_else(|| quote_spanned!(span=> ::#name))
    }

    fn set(&mut self, key: &str, part: &Part, diag: &mut Diag) {
        match key {
            "prefix" => self.set_prefix(part, diag),
            "crate" => self.set_crate(part, diag),
            _ => unknown(key, part, diag),
        }
    }

    fn set_prefix(&mut self, part: &Part, diag: &mut Diag) {
        let Some(value) = part.value("prefix = \"/v1\"", Place::Name, diag) else { return };
        let Ok(literal) = syn::parse2::<LitStr>(value.clone()) else {
            let message = format!("expected a string literal, found {}", describe(&value));
            diag.error(Place::Name, value, message, "write `prefix = \"/v1\"`");
            return;
        };
        if matches!(literal.value().as_str(), "" | "/") {
            diag.error(Place::Name, &literal, format!("the prefix `{}` adds nothing", literal.value()), "remove it");
            return;
        }
        match Template::parse(&literal.value()) {
            Ok(template) => self.prefix = template,
            Err(flaws) => {
                for flaw in flaws {
                    diag.error(Place::Name, &literal, flaw.message, flaw.help);
                }
            }
        }
    }

    fn set_crate(&mut self, part: &Part, diag: &mut Diag) {
        self.krate_is_lost = true;
        let Some(value) = part.value("crate = clerk_client", Place::Name, diag) else { return };
        match syn::parse::Parser::parse2(Path::parse_mod_style, value.clone()) {
            Ok(path) => {
                self.krate = Some(path.into_token_stream());
                self.krate_is_lost = false;
            }
            Err(_) => {
                let help = match syn::parse2::<LitStr>(value.clone()) {
                    Ok(literal) => format!("write `crate = {}`, without quotes", literal.value()),
                    Err(_) => "write `crate = clerk_client`, or the name that it has in your `Cargo.toml`".to_owned(),
                };
                diag.error(Place::Name, value, "expected the path of a crate", help);
            }
        }
    }
}

fn unknown(key: &str, part: &Part, diag: &mut Diag) {
    let known = OPTIONS.map(|(name, _)| name);
    let help = match similar(key, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None if PREFIX_ELSEWHERE.contains(&key) => "a common path is written `prefix = \"/v1\"`".to_owned(),
        None => format!("known arguments: {}", OPTIONS.map(|(_, example)| format!("`{example}`")).join(", ")),
    };
    diag.error(Place::Name, &part.key, format!("unknown argument `{key}` of `#[clerk_api]`"), help);
}

fn unexpected(tokens: TokenStream, diag: &mut Diag) {
    let help = match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(literal) => format!("write `prefix = \"{}\"`", literal.value()),
        Err(_) => format!("known arguments: {}", OPTIONS.map(|(_, example)| format!("`{example}`")).join(", ")),
    };
    let message = format!("unexpected {} in `#[clerk_api]`", bare(describe(&tokens)));
    diag.error(Place::Name, tokens, message, help);
}

/// `a string literal` → `string literal`.
pub(crate) fn bare(description: &str) -> &str {
    description.trim_start_matches("an ").trim_start_matches("a ")
}

/// What the comma separates: the tokens, or the comma itself where there is nothing in front of it.
pub(crate) fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut part = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' && part.is_empty() => {
                parts.push(TokenTree::from(comma).into())
            }
            TokenTree::Punct(comma) if comma.as_char() == ',' => parts.push(std::mem::take(&mut part)),
            token => part.extend([token]),
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// `key`, `key = value` or `key(value)`.
pub(crate) struct Part {
    pub(crate) key: Ident,
    has_equals: bool,
    value: TokenStream,
}

impl Part {
    /// Hands what does not begin with a name to `otherwise`.
    pub(crate) fn read(tokens: TokenStream, otherwise: impl FnOnce(TokenStream)) -> Option<Self> {
        let mut rest = tokens.clone().into_iter();
        let Some(TokenTree::Ident(key)) = rest.next() else {
            otherwise(tokens);
            return None;
        };
        let mut value: TokenStream = rest.clone().collect();
        let has_equals = matches!(rest.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
        if has_equals {
            value = rest.collect();
        }
        Some(Part { key, has_equals, value })
    }

    pub(crate) fn has_equals(&self) -> bool {
        self.has_equals
    }

    /// What follows `key =`.
    pub(crate) fn value(&self, example: &str, place: Place, diag: &mut Diag) -> Option<TokenStream> {
        if self.has_equals && !self.value.is_empty() {
            return Some(self.value.clone());
        }
        diag.error(place, &self.key, format!("`{}` needs a value", self.key), format!("write `{example}`"));
        None
    }
}

/// What some tokens are, in words.
pub(crate) fn describe(tokens: &TokenStream) -> &'static str {
    match syn::parse2::<Lit>(tokens.clone()) {
        Ok(Lit::Str(_)) => "a string literal",
        Ok(Lit::ByteStr(_)) => "a byte string",
        Ok(Lit::CStr(_)) => "a C string",
        Ok(Lit::Byte(_)) => "a byte",
        Ok(Lit::Char(_)) => "a character",
        Ok(Lit::Int(_)) => "an integer",
        Ok(Lit::Float(_)) => "a float",
        Ok(Lit::Bool(_)) => "a bool",
        _ => describe_token(tokens),
    }
}

fn describe_token(tokens: &TokenStream) -> &'static str {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(bang))) if bang.as_char() == '!' => "a macro call",
        (Some(TokenTree::Ident(_)), None) => "a name",
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => "parentheses",
        (Some(TokenTree::Punct(comma)), None) if comma.as_char() == ',' => "a comma",
        (Some(TokenTree::Literal(_)), None) => "a literal",
        _ => "an expression",
    }
}
