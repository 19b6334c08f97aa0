//! Methods that the compiler's parser accepts and ours does not: without a word here, they would vanish.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::diag::Problem;
use crate::model::text;

/// What is wrong with tokens that cannot be parsed, if the compiler has not refused them already.
pub(crate) fn accepted_by_the_compiler(tokens: &TokenStream) -> Option<Problem> {
    let mut tokens = tokens.clone().into_iter().skip_while(|token| !is_word(token, "fn")).skip(1);
    let name = tokens.next()?;
    let rest: Vec<TokenTree> = tokens.collect();
    let arguments = rest.iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
        _ => None,
    });
    let returned = rest.iter().skip_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '>'));
    let returned: Vec<TokenTree> = returned.skip(1).cloned().collect();
    let arguments: Vec<TokenTree> = arguments?.into_iter().collect();
    let (wrong, help) = odd_type(&returned).or_else(|| odd_type(&arguments))?;
    let wrong: TokenStream = wrong.into_iter().collect();
    let message = format!("method `{name}`: `{}` is not a type", text(&wrong));
    Some(Problem::new(wrong, message, help))
}

/// `Call(User)`, `Fn(u8)` without `dyn`, `?Sized`, `dyn` alone: tokens that stand in the place of a type.
fn odd_type(tokens: &[TokenTree]) -> Option<(Vec<TokenTree>, String)> {
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        match (token, next) {
            (TokenTree::Ident(name), Some(TokenTree::Group(group)))
                if group.delimiter() == Delimiter::Parenthesis && !is_keyword(&name.to_string()) =>
            {
                let help = match name.to_string().as_str() {
                    "Fn" | "FnMut" | "FnOnce" => "a closure cannot be sent; take the value".to_owned(),
                    name => format!("generic arguments stand in `<…>`: write `{name}<{}>`", text(&group.stream())),
                };
                return Some((tokens[index..index + 2].to_vec(), help));
            }
            (TokenTree::Punct(mark), Some(TokenTree::Ident(name))) if mark.as_char() == '?' => {
                return Some((tokens[index..index + 2].to_vec(), format!("write `{name}`, or `Option<{name}>`")));
            }
            (TokenTree::Ident(word), next) if word == "dyn" && !next.is_some_and(begins_a_bound) => {
                return Some((vec![token.clone()], "name the type".to_owned()));
            }
            (TokenTree::Group(group), _) if group.delimiter() != Delimiter::Brace && !is_attribute(tokens, index) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                if let Some(found) = odd_type(&inner) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

/// `[query("limit")]` behind `#`.
fn is_attribute(tokens: &[TokenTree], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    matches!(before, Some(TokenTree::Punct(pound)) if pound.as_char() == '#')
}

fn begins_a_bound(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), ':' | '\'' | '?' | '~'),
        TokenTree::Ident(_) | TokenTree::Group(_) => true,
        TokenTree::Literal(_) => false,
    }
}

fn is_keyword(word: &str) -> bool {
    ["fn", "mut", "dyn", "impl", "in", "crate", "as", "const", "for", "pub", "ref"].contains(&word)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}
