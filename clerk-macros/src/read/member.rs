//! The names in `#[query("…")]`, `#[body("…")]`, `#[header("…")]`, …

use syn::LitStr;

use crate::diag::Problem;
use crate::model::Kind;

/// Whether the name can be sent as what it is.
pub(crate) fn check(kind: Kind, name: &LitStr) -> Result<(), Problem> {
    let text = name.value();
    let row = kind.row();
    if text.trim().is_empty() {
        let whole = format!(", or `#[{}]` for the whole", row.name);
        let help = format!("write `{}`{}", row.example, row.whole.map_or("", |_| &whole));
        return Err(Problem::new(name, format!("the name of the {} is empty", row.key), help));
    }
    match kind {
        Kind::Header => header(name),
        Kind::Query => plain(kind, name, "?&=#<>{}"),
        _ => plain(kind, name, "\"\r\n"),
    }
}

/// Neither blanks around it, nor what means something of its own.
fn plain(kind: Kind, name: &LitStr, special: &str) -> Result<(), Problem> {
    let text = name.value();
    let is_odd = |c: char| c.is_control() || special.contains(c) || (kind == Kind::Query && c.is_whitespace());
    if text.trim() == text && !text.contains(is_odd) {
        return Ok(());
    }
    let plain: String = text.split(['=', ':']).next().unwrap_or_default().chars().filter(|c| !is_odd(*c)).collect();
    let help = match plain.trim() {
        "" => "the name stands there as it is; the value is the argument".to_owned(),
        plain => format!("write `#[{}({plain:?})]`; the value is the argument", kind.name()),
    };
    Err(Problem::new(name, format!("`{}` is not a {}", text.escape_debug(), kind.row().key), help))
}

/// What the client sets on every request; the client's own list has the same names.
pub(crate) const RESERVED: [(&str, &str); 8] = [
    ("authorization", "configure the secret key on `Client`"),
    ("clerk-api-version", "configure the API version on `Client`"),
    ("connection", "connections are managed by the transport"),
    ("content-length", "it follows from the body"),
    ("content-type", "it follows from `#[body]`, `#[form]` or `#[multipart]`"),
    ("host", "it follows from the base URL of the `Client`"),
    ("transfer-encoding", "it follows from the body"),
    ("upgrade", "connections are managed by the transport"),
];

fn header(name: &LitStr) -> Result<(), Problem> {
    let text = name.value();
    if let Some((_, help)) = RESERVED.iter().find(|(reserved, _)| *reserved == text.to_lowercase()) {
        return Err(Problem::new(name, format!("`{text}` is set by the client"), help));
    }
    if is_header(&text) {
        return Ok(());
    }
    let before_colon = text.split(':').next().unwrap_or_default().trim();
    let joined = text.trim().replace([' ', '\t'], "-");
    let help = if text.contains(':') && is_header(before_colon) {
        format!("write `#[header(\"{before_colon}\")]`; the value is the argument")
    } else if text.contains([' ', '\t']) && is_header(&joined) {
        format!("a header name has no spaces: write `#[header(\"{joined}\")]`")
    } else {
        "a header name is letters, digits and `-`, as in `#[header(\"x-name\")]`".to_owned()
    };
    Err(Problem::new(name, format!("`{}` is not a header name", text.escape_debug()), help))
}

/// A token of RFC 9110.
fn is_header(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;

    use super::*;

    #[test]
    fn a_name_that_cannot_be_sent_has_a_way_out() {
        let no_name = "the name stands there as it is; the value is the argument";
        let letters = "a header name is letters, digits and `-`, as in `#[header(\"x-name\")]`";
        for (kind, name, help) in [
            (Kind::Query, "limit", None),
            (Kind::Query, "filter[name]", None),
            (Kind::Query, "", Some("write `#[query(\"limit\")]`, or `#[query]` for the whole")),
            (Kind::Query, " ", Some("write `#[query(\"limit\")]`, or `#[query]` for the whole")),
            (Kind::Query, "?limit=", Some("write `#[query(\"limit\")]`; the value is the argument")),
            (Kind::Query, "lim it", Some("write `#[query(\"limit\")]`; the value is the argument")),
            (Kind::Query, "??", Some(no_name)),
            (Kind::Body, "user ids", None),
            (Kind::Body, "user_ids ", Some("write `#[body(\"user_ids\")]`; the value is the argument")),
            (Kind::Body, "\n", Some("write `#[body(\"user_ids\")]`, or `#[body]` for the whole")),
            (Kind::Form, "co\nde", Some("write `#[form(\"code\")]`; the value is the argument")),
            (Kind::Multipart, "fi\"le", Some("write `#[multipart(\"file\")]`; the value is the argument")),
            (Kind::Header, "x-a", None),
            (Kind::Header, "User-Agent", None),
            (Kind::Header, "", Some("write `#[header(\"x-name\")]`")),
            (Kind::Header, "x-a : v", Some("write `#[header(\"x-a\")]`; the value is the argument")),
            (Kind::Header, ": 5", Some(letters)),
            (Kind::Header, " X Bad", Some("a header name has no spaces: write `#[header(\"X-Bad\")]`")),
            (Kind::Header, "X\tBad", Some("a header name has no spaces: write `#[header(\"X-Bad\")]`")),
            (Kind::Header, "größe", Some(letters)),
        ] {
            let result = check(kind, &LitStr::new(name, Span::call_site()));
            assert_eq!(result.as_ref().err().map(Problem::help), help, "{kind:?} {name:?}");
        }
    }

    #[test]
    fn each_reserved_header_is_refused_in_any_case() {
        for (name, help) in RESERVED {
            for name in [name.to_owned(), name.to_uppercase()] {
                let problem = check(Kind::Header, &LitStr::new(&name, Span::call_site())).unwrap_err();
                assert_eq!(problem.help(), help, "{name}");
            }
        }
    }
}
