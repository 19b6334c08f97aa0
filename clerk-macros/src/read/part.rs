//! What stands in the parentheses of an attribute, between two commas.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::quote;
use syn::{Lit, LitStr};

use crate::diag::Problem;
use crate::model::flatten;

pub(crate) struct Part {
    pub(crate) tokens: TokenStream,
    pub(crate) form: Form,
}

pub(crate) enum Form {
    /// `"/users"`
    Text,
    /// `idempotent`
    Word(Ident),
    /// `prefix = "/v1"`
    Pair(Ident, TokenStream),
    /// `unless(password)`
    List(Ident, TokenStream),
    Other,
}

impl Part {
    pub(crate) fn of(tokens: TokenStream) -> Self {
        let form = Self::form(tokens.clone());
        Part { tokens, form }
    }

    fn form(tokens: TokenStream) -> Form {
        if syn::parse2::<LitStr>(tokens.clone()).is_ok() {
            return Form::Text;
        }
        let mut rest = tokens.into_iter();
        let Some(TokenTree::Ident(key)) = rest.next() else { return Form::Other };
        match (rest.next(), rest.clone().next()) {
            (None, _) => Form::Word(key),
            (Some(TokenTree::Punct(punct)), _) if punct.as_char() == '=' => Form::Pair(key, rest.collect()),
            (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => {
                Form::List(key, group.stream())
            }
            _ => Form::Other,
        }
    }

    /// `key = value` for `key: value`.
    pub(crate) fn with_equals(&self) -> Option<Self> {
        let mut rest = self.tokens.clone().into_iter();
        match (rest.next(), rest.next()) {
            (Some(TokenTree::Ident(key)), Some(TokenTree::Punct(colon)))
                if colon.as_char() == ':' && colon.spacing() == Spacing::Alone =>
            {
                let value: TokenStream = rest.collect();
                Some(Part::of(quote!(#key = #value)))
            }
            _ => None,
        }
    }

    pub(crate) fn key(&self) -> Option<&Ident> {
        match &self.form {
            Form::Word(key) | Form::Pair(key, _) | Form::List(key, _) => Some(key),
            Form::Text | Form::Other => None,
        }
    }

    /// What follows `key =`.
    pub(crate) fn value(&self, example: &str) -> Result<TokenStream, Problem> {
        match (&self.form, self.key()) {
            (Form::Pair(_, value), _) if !value.is_empty() => Ok(value.clone()),
            (_, key) => {
                let key = key.map_or_else(String::new, ToString::to_string);
                Err(Problem::new(&self.tokens, format!("`{key}` needs a value"), format!("write `{example}`")))
            }
        }
    }
}

/// What the commas separate: the tokens, or the comma itself where there is nothing in front of it.
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

/// The same with commas, where there is a `;` in it, at any depth.
pub(crate) fn with_commas(tokens: &TokenStream) -> Option<TokenStream> {
    let is_semicolon = |token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    flatten(tokens.clone()).any(is_semicolon).then(|| commas(tokens.clone()))
}

fn commas(tokens: TokenStream) -> TokenStream {
    let comma = |token| {
        let mut mended: TokenTree = match &token {
            TokenTree::Punct(mark) if mark.as_char() == ';' => Punct::new(',', Spacing::Alone).into(),
            TokenTree::Group(group) => Group::new(group.delimiter(), commas(group.stream())).into(),
            _ => return token,
        };
        mended.set_span(token.span());
        mended
    };
    tokens.into_iter().map(comma).collect()
}

/// One string literal, without a suffix. Everything that is text in an attribute is read here.
pub(crate) fn literal(tokens: &TokenStream, help: impl FnOnce() -> String) -> Result<LitStr, Problem> {
    let Ok(literal) = syn::parse2::<LitStr>(tokens.clone()) else {
        let message = format!("expected a string literal, found {}", describe(tokens));
        return Err(Problem::new(tokens, message, help()));
    };
    if literal.suffix().is_empty() {
        return Ok(literal);
    }
    let message = format!("unexpected suffix `{}` of a string", literal.suffix());
    let help = format!("write `{:?}`", literal.value());
    Err(Problem::new(literal, message, help))
}

/// The first string literal among some tokens, at any depth.
pub(crate) fn first_literal(tokens: TokenStream) -> Option<String> {
    let literal = |token: TokenTree| syn::parse2::<LitStr>(token.into()).ok();
    flatten(tokens).find_map(literal).map(|literal| literal.value())
}

/// `a string literal` → `string literal`.
pub(crate) fn bare(description: &str) -> &str {
    description.trim_start_matches("an ").trim_start_matches("a ")
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
        (Some(TokenTree::Ident(_)), Some(TokenTree::Punct(equals))) if equals.as_char() == '=' => "a key",
        (Some(TokenTree::Ident(_)), None) => "a name",
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => "parentheses",
        (Some(TokenTree::Punct(comma)), None) if comma.as_char() == ',' => "a comma",
        (Some(TokenTree::Literal(_)), None) => "a literal",
        _ => "an expression",
    }
}

#[cfg(test)]
mod tests {
    use super::{describe, literal};

    #[test]
    fn everything_but_a_string_is_called_by_its_name() {
        for (text, what) in [
            ("b\"x\"", "a byte string"),
            ("c\"x\"", "a C string"),
            ("b'x'", "a byte"),
            ("'x'", "a character"),
            ("1", "an integer"),
            ("1.5", "a float"),
            ("true", "a bool"),
            ("concat!(\"a\")", "a macro call"),
            ("path = \"a\"", "a key"),
            ("PATH", "a name"),
            ("(\"a\")", "parentheses"),
            (",", "a comma"),
            ("a + b", "an expression"),
        ] {
            let tokens = text.parse().unwrap();
            assert_eq!(describe(&tokens), what, "{text}");
            assert!(literal(&tokens, String::new).is_err(), "{text}");
        }
    }

    #[test]
    fn a_string_with_a_suffix_is_refused() {
        assert_eq!(literal(&"\"limit\"".parse().unwrap(), String::new).unwrap().value(), "limit");
        assert!(literal(&"\"limit\"u8".parse().unwrap(), String::new).is_err());
    }
}
