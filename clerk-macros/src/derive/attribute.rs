//! The words of an attribute: `#[clerk(required, range = 1..=500)]` has two.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Meta, Token};

use crate::diag::{Place, Problem, Site};
use crate::model::text;

/// `required`, `range = 1..=500` or `rename(…)`.
pub(crate) struct Word {
    pub(crate) name: Ident,
    pub(crate) value: Value,
    pub(crate) place: Place,
}

pub(crate) enum Value {
    None,
    Is(TokenStream),
    List(TokenStream),
}

impl Word {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// The word takes no value.
    pub(crate) fn flag(&self) -> Result<(), Problem> {
        match &self.value {
            Value::None => Ok(()),
            _ => Err(self.wrong("takes no value", &format!("write `{}` alone", self.name))),
        }
    }

    /// The word takes text that is not empty.
    pub(crate) fn text(&self, example: &str) -> Result<LitStr, Problem> {
        let help = format!("write `{} = \"{example}\"`", self.name);
        let Value::Is(tokens) = &self.value else { return Err(self.wrong("takes one text", &help)) };
        let text = syn::parse2::<LitStr>(tokens.clone()).map_err(|_| self.wrong("takes a text", &help))?;
        if !text.suffix().is_empty() {
            let plain = LitStr::new(&text.value(), text.span()).into_token_stream();
            return Err(self.wrong("has a suffix after its text", &format!("write `{} = {plain}`", self.name)));
        }
        if text.value().trim().is_empty() {
            return Err(self.wrong("is empty", &help));
        }
        Ok(text)
    }

    pub(crate) fn wrong(&self, what: &str, help: &str) -> Problem {
        Problem::new(self.tokens(), format!("`{}` {what}", self.name), help)
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        let Word { name, value, .. } = self;
        match value {
            Value::None => quote!(#name),
            Value::Is(value) => quote!(#name = #value),
            Value::List(value) => quote_spanned!(name.span()=> #name(#value)),
        }
    }
}

/// The words of all attributes with this name; what cannot be read is reported.
pub(crate) fn words(attrs: &[Attribute], name: &str, site: Site<'_>) -> Vec<Word> {
    let mut words = Vec::new();
    for (index, attr) in attrs.iter().enumerate().filter(|(_, attr)| attr.path().is_ident(name)) {
        let place = Place::Attribute(index);
        match read(attr, name, place) {
            Ok(read) => words.extend(read),
            Err(problem) => {
                site.at(place).report(problem);
            }
        }
    }
    words
}

fn read(attr: &Attribute, name: &str, place: Place) -> Result<Vec<Word>, Problem> {
    let wrong = |what: &str, help: String| Err(Problem::new(attr, format!("`{}` {what}", text(attr)), help));
    let list = match &attr.meta {
        Meta::List(list) if name != "clerk" || !list.tokens.is_empty() => list,
        Meta::NameValue(_) => {
            return wrong("has no parentheses", format!("options stand in parentheses: `#[{name}(…)]`"));
        }
        _ => return wrong("says nothing", format!("write `#[{name}(…)]`, or remove it")),
    };
    let mut failed = None;
    let parsed = (|input: ParseStream<'_>| {
        let mut words = Vec::new();
        while !input.is_empty() {
            words.push(word(input, place)?);
            if !input.is_empty() && input.parse::<Token![,]>().is_err() {
                failed = Some(input.parse::<TokenTree>()?);
                break;
            }
        }
        input.parse::<TokenStream>().map(|_| words)
    })
    .parse2(list.tokens.clone());
    match (parsed, failed) {
        (Ok(words), None) => Ok(words),
        (_, Some(token)) => {
            Err(Problem::new(&token, format!("expected `,` before `{token}`"), "options are separated by commas"))
        }
        (Err(_), None) => {
            Err(Problem::new(attr, format!("`#[{name}(…)]` cannot be read"), "options are words, separated by commas"))
        }
    }
}

fn word(input: ParseStream<'_>, place: Place) -> syn::Result<Word> {
    let name = input.call(Ident::parse_any)?;
    let value = if input.parse::<Option<Token![=]>>()?.is_some() {
        Value::Is(value(input)?)
    } else if input.peek(syn::token::Paren) {
        let list;
        syn::parenthesized!(list in input);
        Value::List(list.parse()?)
    } else {
        Value::None
    };
    Ok(Word { name, value, place })
}

/// Everything up to the next comma.
fn value(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend([input.parse::<TokenTree>()?]);
    }
    Ok(value)
}
