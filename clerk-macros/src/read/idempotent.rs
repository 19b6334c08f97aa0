//! The option `idempotent` of a verb: `idempotent`, `idempotent = false`, `idempotent = unless(password, …)`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr};

use super::part::{Form, Part, first_literal, literal, split};
use crate::diag::{Problem, Words};
use crate::model::{Idempotency, Verb, text};

const WORDS: Words = Words {
    known: &["true", "false", "unless"],
    shown: |word| match word {
        "true" => "idempotent".to_owned(),
        "unless" => "idempotent = unless(password)".to_owned(),
        word => format!("idempotent = {word}"),
    },
    elsewhere: &[
        (&["always", "yes", "on", "safe", "idempotent"], "write `idempotent`"),
        (&["never", "none", "no", "off", "unsafe", "not"], "write `idempotent = false`"),
        (&["except", "if", "when"], "write `idempotent = unless(password)`"),
    ],
    list: "write `idempotent`, `idempotent = false` or `idempotent = unless(password)`",
};

pub(crate) fn read(part: &Part) -> Result<Idempotency, Problem> {
    match &part.form {
        Form::Word(_) => Ok(Idempotency::Always),
        Form::Pair(_, value) if value.is_empty() => {
            Err(Problem::new(&part.tokens, "`idempotent =` needs a value", WORDS.list))
        }
        Form::Pair(_, value) => value_of(part, value.clone()),
        _ => {
            let inner = match &part.form {
                Form::List(_, tokens) => text(tokens),
                _ => String::new(),
            };
            let help = match inner.parse().ok().map(|tokens| value_of(part, tokens)) {
                Some(Ok(_)) => format!("write `idempotent = {inner}`"),
                _ => WORDS.list.to_owned(),
            };
            Err(Problem::new(&part.tokens, "`idempotent` takes its value behind `=`", help))
        }
    }
}

fn value_of(part: &Part, value: TokenStream) -> Result<Idempotency, Problem> {
    let value = Part::of(value);
    let unknown = |word: &Ident| {
        let mut help = WORDS.help(&word.to_string());
        if let Form::List(_, list) = &value.form {
            help = help.replace("unless(password)", &format!("unless({})", text(list)));
        }
        Problem::new(&part.tokens, format!("unknown value `{word}` of `idempotent`"), help)
    };
    match &value.form {
        Form::Word(word) if word == "true" => Ok(Idempotency::Always),
        Form::Word(word) if word == "false" => Ok(Idempotency::Never),
        Form::List(word, list) if word == "unless" && !list.is_empty() => {
            members(list.clone()).map(Idempotency::Unless)
        }
        Form::Word(word) | Form::List(word, _) if word == "unless" => {
            let help = "list those of the JSON body: write `idempotent = unless(password)`";
            Err(Problem::new(&part.tokens, "`unless` needs the names of members", help))
        }
        Form::Word(word) | Form::List(word, _) | Form::Pair(word, _) => Err(unknown(word)),
        Form::Text | Form::Other => {
            Err(Problem::new(&part.tokens, "the value of `idempotent` is a word", instead_of(&value)))
        }
    }
}

/// The words that a string in their place says, if they can be read.
fn instead_of(value: &Part) -> String {
    let said = first_literal(value.tokens.clone()).and_then(|text| text.parse::<TokenStream>().ok());
    match said.filter(|_| matches!(value.form, Form::Text)).map(|said| (text(&said), value_of(value, said))) {
        Some((words, Ok(_))) => format!("write `idempotent = {words}`"),
        _ => WORDS.list.to_owned(),
    }
}

/// Names, or strings where a name has other letters.
fn members(list: TokenStream) -> Result<Vec<String>, Problem> {
    let mut members: Vec<String> = Vec::new();
    for tokens in split(list) {
        let member = name(&tokens).ok_or_else(|| {
            let message = format!("`{}` is not the name of a member", text(&tokens));
            Problem::new(&tokens, message, "list the members of the JSON body, as in `unless(password, totp_secret)`")
        })?;
        if members.contains(&member) {
            return Err(Problem::new(&tokens, format!("`unless` names `{member}` twice"), "keep one"));
        }
        members.push(member);
    }
    Ok(members)
}

/// `password` or `"pass-word"`.
pub(crate) fn name(tokens: &TokenStream) -> Option<String> {
    let is_string = syn::parse2::<LitStr>(tokens.clone()).is_ok();
    if is_string {
        let literal = literal(tokens, String::new).ok()?.value();
        return Some(literal).filter(|name| !name.trim().is_empty());
    }
    match Part::of(tokens.clone()).form {
        Form::Word(word) => Some(word.unraw().to_string()),
        _ => None,
    }
}

/// `retry = "…"`, as the option was called once: shows the line that says the same.
pub(crate) fn instead_of_retry(verb: Verb, path: &LitStr, part: &Part) -> Problem {
    let said = first_literal(part.tokens.clone()).unwrap_or_default();
    let value = match said.split_whitespace().collect::<String>().as_str() {
        "always" if verb.is_idempotent() => Some(String::new()),
        "never" if !verb.is_idempotent() => Some(String::new()),
        "always" => Some(", idempotent".to_owned()),
        "never" => Some(", idempotent = false".to_owned()),
        list => {
            let value = list.parse::<TokenStream>().ok();
            let value = value.filter(|value| matches!(value_of(part, value.clone()), Ok(Idempotency::Unless(_))));
            value.map(|value| format!(", idempotent = {}", text(&value)))
        }
    };
    let help = match value {
        Some(option) => format!("write `#[{}({}{option})]`", verb.name(), path.token()),
        None => WORDS.list.to_owned(),
    };
    Problem::new(&part.tokens, "`retry` is now said as `idempotent`", help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Idempotency, Problem> {
        super::read(&Part::of(text.parse().unwrap()))
    }

    #[test]
    fn the_three_forms_are_read() {
        let unless =
            |members: &[&str]| Idempotency::Unless(members.iter().map(|member| (*member).to_owned()).collect());
        for (text, value) in [
            ("idempotent", Idempotency::Always),
            ("idempotent = true", Idempotency::Always),
            ("idempotent = false", Idempotency::Never),
            ("idempotent = unless(password)", unless(&["password"])),
            ("idempotent = unless(a, b_c,)", unless(&["a", "b_c"])),
            ("idempotent = unless(r#type, \"first-name\")", unless(&["type", "first-name"])),
        ] {
            assert_eq!(read(text).unwrap(), value, "{text}");
        }
    }

    #[test]
    fn anything_else_has_a_way_out() {
        let list = WORDS.list;
        let members = "list the members of the JSON body, as in `unless(password, totp_secret)`";
        for (text, help) in [
            ("idempotent = fasle", "did you mean `idempotent = false`?"),
            ("idempotent = always", "write `idempotent`"),
            ("idempotent = never", "write `idempotent = false`"),
            ("idempotent = except(a, b)", "write `idempotent = unless(a, b)`"),
            ("idempotent = unles(password)", "did you mean `idempotent = unless(password)`?"),
            ("idempotent = unless", "list those of the JSON body: write `idempotent = unless(password)`"),
            ("idempotent = unless()", "list those of the JSON body: write `idempotent = unless(password)`"),
            ("idempotent = unless(a b)", members),
            ("idempotent = unless(a,,b)", members),
            ("idempotent = unless(\" \")", members),
            ("idempotent = unless(a, a)", "keep one"),
            ("idempotent = \"false\"", "write `idempotent = false`"),
            ("idempotent = \"unless( a )\"", "write `idempotent = unless(a)`"),
            ("idempotent = \"sometimes\"", list),
            ("idempotent = 3", list),
            ("idempotent = ", list),
            ("idempotent(false)", "write `idempotent = false`"),
            ("idempotent(3)", list),
            ("idempotent: false", list),
        ] {
            assert_eq!(read(text).unwrap_err().help(), help, "{text}");
        }
    }
}
