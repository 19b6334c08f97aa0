//! The option `retry = "…"` of a verb: whether a call that may have run is sent again.

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

use crate::args::{Part, describe};
use crate::errors::{Diag, Place, similar};
use crate::model::Method;
use crate::role::Role;
use crate::verb::Verb;

/// As it is declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Always,
    Never,
    /// Unless the JSON body has one of these members.
    Unless(Vec<String>),
}

/// The option with its literal, for errors.
pub(crate) struct Declared {
    pub(crate) retry: Retry,
    literal: LitStr,
}

const EXAMPLE: &str = "retry = \"never\"";
const KNOWN: &str = "write `\"always\"`, `\"never\"` or `\"unless(member, …)\"`";

/// What others call the three.
const ELSEWHERE: [(&[&str], &str); 3] = [
    (&["idempotent", "safe", "true", "yes", "on"], "did you mean `\"always\"`?"),
    (&["none", "false", "no", "off", "0", "unsafe"], "did you mean `\"never\"`?"),
    (&["except", "if", "not", "when"], "write `\"unless(member, …)\"`"),
];

impl Retry {
    /// What RFC 9110 says of the verb.
    pub(crate) fn of(verb: Verb) -> Self {
        match verb {
            Verb::Get | Verb::Put | Verb::Delete => Retry::Always,
            Verb::Post | Verb::Patch => Retry::Never,
        }
    }

    /// For the docs of the method.
    pub(crate) fn sentence(&self) -> String {
        match self {
            Retry::Always => "Sent again when it fails, even if it may have run.".to_owned(),
            Retry::Never => "Not sent again once it may have run.".to_owned(),
            Retry::Unless(members) => {
                let members: Vec<_> = members.iter().map(|member| format!("`{member}`")).collect();
                format!(
                    "Sent again when it fails, even if it may have run, unless the body has {}.",
                    members.join(", ")
                )
            }
        }
    }

    pub(crate) fn tokens(&self, krate: &TokenStream) -> TokenStream {
        match self {
            Retry::Always => quote!(#krate::Retry::Always),
            Retry::Never => quote!(#krate::Retry::Never),
            Retry::Unless(members) => quote!(#krate::Retry::Unless(&[#(#members),*])),
        }
    }
}

/// Reads the value of the option.
pub(crate) fn read(part: &Part, place: Place, diag: &mut Diag) -> Option<Declared> {
    let value = part.value(EXAMPLE, place, diag)?;
    let Ok(literal) = syn::parse2::<LitStr>(value.clone()) else {
        let message = format!("expected a string literal, found {}", describe(&value));
        let text: String = value.to_string().split_whitespace().collect();
        let help = match parse(&text) {
            Ok(_) => format!("write `retry = \"{text}\"`"),
            Err((_, help)) => help,
        };
        diag.error(place, value, message, help);
        return None;
    };
    match parse(&literal.value()) {
        Ok(retry) => Some(Declared { retry, literal }),
        Err((message, help)) => {
            diag.error(place, literal, message, help);
            None
        }
    }
}

fn parse(text: &str) -> Result<Retry, (String, String)> {
    match text {
        "always" => return Ok(Retry::Always),
        "never" => return Ok(Retry::Never),
        _ => {}
    }
    let (word, list) = match text.split_once('(') {
        Some((word, list)) => (word.trim(), list.trim_end().strip_suffix(')')),
        None => (text, None),
    };
    match (word, list) {
        ("unless", Some(list)) if !list.trim().is_empty() => members(list),
        ("unless", _) => {
            Err(("`unless` needs the names of members".to_owned(), "write `\"unless(member, …)\"`".to_owned()))
        }
        _ => Err((format!("unknown value `{text}` of `retry`"), suggestion(word))),
    }
}

fn suggestion(word: &str) -> String {
    let elsewhere = ELSEWHERE.iter().find(|(words, _)| words.contains(&word.to_lowercase().as_str()));
    match (similar(word, ["always", "never", "unless"]), elsewhere) {
        (_, Some((_, help))) => (*help).to_owned(),
        (Some("unless"), None) => "did you mean `\"unless(member, …)\"`?".to_owned(),
        (Some(word), None) => format!("did you mean `\"{word}\"`?"),
        (None, None) => KNOWN.to_owned(),
    }
}

fn members(list: &str) -> Result<Retry, (String, String)> {
    let mut members: Vec<String> = Vec::new();
    for member in list.split(',').map(str::trim) {
        let is_name = !member.is_empty() && member.chars().all(|c| c.is_alphanumeric() || "_-.$".contains(c));
        if !is_name {
            let help = "list the members of the JSON body: `\"unless(password, totp_secret)\"`";
            return Err((format!("`{member}` is not the name of a member"), help.to_owned()));
        }
        if members.iter().any(|known| known == member) {
            return Err((format!("`unless` names `{member}` twice"), "keep one".to_owned()));
        }
        members.push(member.to_owned());
    }
    Ok(Retry::Unless(members))
}

/// `unless` looks into a JSON body, so there must be one.
pub(crate) fn check(method: &Method, diag: &mut Diag) {
    let Some(path) = &method.path else { return };
    let Some(Declared { retry: Retry::Unless(_), literal }) = &path.retry else { return };
    if !method.arguments.iter().any(|argument| matches!(argument.role, Role::Body | Role::Broken)) {
        let message = "`unless` looks at the members of a JSON body, and there is none";
        diag.error(path.place, literal, message, "mark the argument that is the body `#[body]`, or write `\"never\"`");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_values_are_read() {
        let unless = |members: &[&str]| Retry::Unless(members.iter().map(|member| (*member).to_owned()).collect());
        assert_eq!(parse("always"), Ok(Retry::Always));
        assert_eq!(parse("never"), Ok(Retry::Never));
        assert_eq!(parse("unless(password)"), Ok(unless(&["password"])));
        assert_eq!(parse("unless( a , b_c )"), Ok(unless(&["a", "b_c"])));
    }

    #[test]
    fn anything_else_has_a_way_out() {
        for (text, help) in [
            ("nevr", "did you mean `\"never\"`?"),
            ("Always", "did you mean `\"always\"`?"),
            ("idempotent", "did you mean `\"always\"`?"),
            ("false", "did you mean `\"never\"`?"),
            ("except(password)", "write `\"unless(member, …)\"`"),
            ("unles(password)", "did you mean `\"unless(member, …)\"`?"),
            ("unless", "write `\"unless(member, …)\"`"),
            ("unless(a", "write `\"unless(member, …)\"`"),
            ("unless(a, a)", "keep one"),
            ("", KNOWN),
            ("sometimes", KNOWN),
        ] {
            assert_eq!(parse(text).unwrap_err().1, help, "{text}");
        }
        assert!(parse("unless()").is_err() && parse("unless(a b)").is_err() && parse("unless(a,)").is_err());
    }
}
