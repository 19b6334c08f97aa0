use super::{help, identifier, parse};
use crate::model::Segment;

fn literal(text: &str) -> Segment {
    Segment::Literal(text.to_owned())
}

fn placeholder(name: &str) -> Segment {
    Segment::Placeholder(name.to_owned())
}

#[test]
fn a_path_is_read_segment_by_segment() {
    for (text, segments) in [
        ("/", vec![]),
        ("/users", vec![literal("users")]),
        ("/users/<user_id>/ban", vec![literal("users"), placeholder("user_id"), literal("ban")]),
        ("/<a>/<b>", vec![placeholder("a"), placeholder("b")]),
        ("/a/<type>/<_private>", vec![literal("a"), placeholder("type"), placeholder("_private")]),
        ("/users:search/v1.1/a-b_c~d", vec![literal("users:search"), literal("v1.1"), literal("a-b_c~d")]),
        ("/<größe>", vec![placeholder("größe")]),
    ] {
        let template = parse(text).unwrap();
        assert_eq!(template.segments, segments, "{text}");
        assert_eq!(template.declared(), text);
    }
}

#[test]
fn a_template_is_written_in_three_ways() {
    let prefix = parse("/v1").unwrap();
    let template = parse("/users/<user_id>").unwrap().under(&prefix);
    assert_eq!(template.openapi(), "/v1/users/{user_id}");
    assert_eq!(template.declared(), "/v1/users/<user_id>");
    assert_eq!(template.shape(), "/v1/users/{}");
    assert_eq!(template.placeholders().collect::<Vec<_>>(), ["user_id"]);
    assert_eq!(parse("/").unwrap().under(&prefix).openapi(), "/v1");
}

/// The message and the help for a path that has something wrong.
fn said(text: &str, arguments: &[&str]) -> (String, String) {
    let arguments: Vec<String> = arguments.iter().map(|name| (*name).to_owned()).collect();
    let flaw = parse(text).unwrap_err();
    (flaw.messages.join("; "), help(&flaw, None, &arguments))
}

#[test]
fn each_flaw_has_its_message_and_a_way_out() {
    let one_segment = "a placeholder is one segment; `/` in a value is sent as `%2F`";
    for (text, message, help) in [
        ("", "the path template is empty", "the root of the API is `/`: write `\"/\"`"),
        ("users", "path template `users` must start with `/`", "write `\"/users\"`"),
        ("/users/", "path template `/users/` ends with `/`", "write `\"/users\"`"),
        ("users/", "path template `users/` must start with `/` and ends with `/`", "write `\"/users\"`"),
        ("/users//count", "path template `/users//count` has an empty segment", "write `\"/users/count\"`"),
        ("//", "path template `//` has an empty segment", "write `\"/\"`"),
        (" /users", "path template ` /users` has spaces around it", "write `\"/users\"`"),
        (" users/", "path template ` users/` has spaces around it", "write `\"/users\"`"),
        (" ", "path template ` ` has spaces around it", super::SHAPE),
        ("http://x/y", "path template contains a scheme", "write the path only; the host comes from the `Client`"),
        ("get /users", "path template contains the verb", "the attribute is the verb: write `\"/users\"`"),
        ("OPTIONS /users", "path template contains the verb", "the attribute is the verb: write `\"/users\"`"),
        (
            "/a?b=<c>",
            "path template contains a query string, `?b=<c>`",
            "the query is an argument, `#[query(\"b\")] b: u32`: write `\"/a\"`",
        ),
        ("/a?", "path template contains a query string, `?`", "a query is a `#[query]` argument: write `\"/a\"`"),
        ("/a#b", "path template contains a fragment", "a `#fragment` is never sent: write `\"/a\"`"),
        ("/user#top", "path template contains a fragment", "a `#fragment` is never sent: write `\"/user\"`"),
        ("/a/..", "path template contains `..`", "write the final path"),
        ("/{id}", "unknown placeholder syntax `{id}`", "placeholders stand in `<…>`: write `\"/<id>\"`"),
        ("/{{id}}", "unknown placeholder syntax `{{id}}`", "placeholders stand in `<…>`: write `\"/<id>\"`"),
        ("/id}", "unknown placeholder syntax `id}`", "placeholders are written `<id>`, and fill a whole segment"),
        ("/:user-id", "unknown placeholder syntax `:user-id`", "placeholders stand in `<…>`: write `\"/<user_id>\"`"),
        ("/*", "`*` is not supported", one_segment),
        ("/<p*>", "`<p*>` is not supported", one_segment),
        ("/<a", "malformed path segment `<a`", "close the placeholder: write `\"/<a>\"`"),
        ("/a>", "malformed path segment `a>`", "open the placeholder: write `\"/<a>\"`"),
        ("/<<a>>", "malformed path segment `<<a>>`", "a placeholder has one pair of brackets: write `\"/<a>\"`"),
        ("/<>", "empty placeholder `<>`", "name the argument that fills it, as in `<user_id>`"),
        ("/<user id>", "`user id` is not a valid argument name", "write `\"/<user_id>\"`"),
        (
            "/<_>",
            "`_` is not a valid argument name",
            "a placeholder names an argument of the method, such as `<user_id>`",
        ),
        (
            "/<1e>",
            "`1e` is not a valid argument name",
            "a placeholder names an argument of the method, such as `<user_id>`",
        ),
        (
            "/<r#>",
            "`r#` is not a valid argument name",
            "a placeholder names an argument of the method, such as `<user_id>`",
        ),
        ("/<id:u64>", "placeholder `<id:u64>` has a type", "the type is that of the argument: write `\"/<id>\"`"),
        ("/<id : int>", "placeholder `<id : int>` has a type", "the type is that of the argument: write `\"/<id>\"`"),
        ("/<int : id>", "placeholder `<int : id>` has a type", "the type is that of the argument: write `\"/<id>\"`"),
        ("/<r#in>", "placeholder `<r#in>` is a raw identifier", "placeholders have no `r#`: write `\"/<in>\"`"),
    ] {
        assert_eq!(said(text, &[]), (message.to_owned(), help.to_owned()), "{text}");
    }
}

#[test]
fn several_flaws_are_one_error_that_shows_the_whole_path() {
    let (message, help) = said("users/{id}/:org-id/", &[]);
    assert_eq!(
        message,
        "path template `users/{id}/:org-id/` must start with `/` and ends with `/`; unknown placeholder syntax `{id}`; \
         unknown placeholder syntax `:org-id`"
    );
    assert_eq!(help, "placeholders stand in `<…>`: write `\"/users/<id>/<org_id>\"`");
    let (_, help) = said("/{id}/<>", &[]);
    assert_eq!(help, "placeholders stand in `<…>`; name the argument that fills it, as in `<user_id>`");
}

#[test]
fn placeholders_are_renamed_after_the_arguments() {
    for (text, arguments, help) in [
        (
            "/{userId}/:orgId",
            &["user_id", "org_id"][..],
            "placeholders stand in `<…>`: write `\"/<user_id>/<org_id>\"`",
        ),
        ("/{userId}", &["request"], "placeholders stand in `<…>`: write `\"/<userId>\"`"),
        ("/{id}/{ids}", &["idx"], "placeholders stand in `<…>`: write `\"/<id>/<ids>\"`"),
    ] {
        assert_eq!(said(text, arguments).1, help, "{text}");
    }
}

#[test]
fn what_cannot_be_seen_is_shown_by_its_number() {
    for (text, shown) in
        [("/a\nb", "`\\n`"), ("/a\u{a0}b", "`\\u{a0}`"), ("/a\u{200b}b", "`\\u{200b}`"), ("/a\u{7}b", "`\\u{7}`")]
    {
        let message = said(text, &[]).0;
        assert!(message.starts_with(shown), "{message}");
    }
}

#[test]
fn names_are_those_of_the_language() {
    for name in ["id", "_private", "größe", "type", "gen", "a1", "__"] {
        assert!(identifier(name), "{name}");
    }
    for name in ["", "_", "1", "1e", "a-b", "a b", "self", "Self", "super", "crate", "r#type", "\u{200b}"] {
        assert!(!identifier(name), "{name}");
    }
}

#[test]
fn no_text_makes_the_reader_panic_or_helps_with_a_path_that_is_none() {
    let pieces =
        ["/", "<", ">", "{", "}", ":", "*", "?", "#", "é", "\u{200b}", "a", "..", "%", "r#", "[", "]", "$", " ", "\\"];
    let mut state = 7_usize;
    let mut mended = 0;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..state % 9 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) % pieces.len()]);
        }
        state = state.wrapping_add(1).wrapping_mul(2_862_933_555_777_941_757) >> 1;
        let Err(flaw) = parse(&text) else { continue };
        assert!(!flaw.messages.is_empty(), "{text:?}");
        let help = help(&flaw, None, &[]);
        if let Some(path) = help.split_once("write `\"").and_then(|(_, rest)| rest.strip_suffix("\"`")) {
            assert!(parse(path).is_ok(), "{text:?}: {help}");
            mended += 1;
        }
    }
    assert!(mended > 1_000, "only {mended} paths are mended");
}
