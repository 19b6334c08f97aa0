//! Tokens as a person writes them.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Attribute;

/// The last segment of an attribute's path: `get` of `#[clerk_client::get]`.
pub(crate) fn last_name(attr: &Attribute) -> String {
    attr.path().segments.last().map_or_else(String::new, |segment| segment.ident.to_string())
}

/// All tokens, those in groups too.
pub(crate) fn flatten(tokens: TokenStream) -> Box<dyn Iterator<Item = TokenTree>> {
    Box::new(tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => flatten(group.stream()),
        token => Box::new(std::iter::once(token)),
    }))
}

/// `to_string` puts blanks everywhere; this one only between words and after commas.
pub(crate) fn text(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    write(tokens.to_token_stream(), &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
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
                write(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => write_punct(&punct, text),
            word => {
                if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '>' | ']')) {
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
        '-' => text.push_str(" -"),
        '>' if text.ends_with('-') => text.push_str("> "),
        ':' if alone => text.push_str(": "),
        punct @ (',' | ';') => text.extend([punct, ' ']),
        punct @ ('=' | '+') => text.extend([' ', punct, ' ']),
        punct @ ('\'' | '&' | '#') if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ']' | ')')) => {
            text.extend([' ', punct]);
        }
        punct => text.push(punct),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn types_and_attributes_read_as_they_are_written() {
        for written in [
            "&'a mut View<'a>",
            "Vec<(&str, u8)>",
            "dyn Debug + Send + 'a",
            "for<'b> fn(&'b str) -> u8",
            "impl Iterator<Item = User>",
            "clerk_client::Call<[u8; 4]>",
            "#[query(\"limit\")] limit: u32",
            "&(dyn Debug + Send)",
        ] {
            let tokens: proc_macro2::TokenStream = written.parse().unwrap();
            assert_eq!(text(&tokens), written);
        }
    }
}
