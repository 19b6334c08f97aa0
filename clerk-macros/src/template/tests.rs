use super::{Segment, Template};

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
        let template = Template::parse(text).unwrap();
        assert_eq!(template.segments, segments, "{text}");
        assert_eq!(template.declared(), text);
    }
}

#[test]
fn a_template_is_written_in_three_ways() {
    let prefix = Template::parse("/v1").unwrap();
    let template = Template::parse("/users/<user_id>").unwrap().under(&prefix);
    assert_eq!(template.openapi(), "/v1/users/{user_id}");
    assert_eq!(template.declared(), "/v1/users/<user_id>");
    assert_eq!(template.shape(), "/v1/users/{}");
    assert_eq!(template.placeholders().collect::<Vec<_>>(), ["user_id"]);
    assert_eq!(Template::parse("/").unwrap().under(&prefix).openapi(), "/v1");
}

#[test]
fn each_flaw_has_its_message_and_a_way_out() {
    for (text, message, help) in [
        ("", "the path template is empty", "write `\"/\"` for the root of the API"),
        ("users", "path template `users` must start with `/`", "write `\"/users\"`"),
        ("/users/", "path template `/users/` ends with `/`", "write `\"/users\"`"),
        ("/users//count", "path template `/users//count` has an empty segment", "write `\"/users/count\"`"),
        ("//", "path template `//` has an empty segment", "write `\"/\"`"),
        ("http://x/y", "path template contains a scheme", "write the path only; the host comes from the `Client`"),
        ("get /users", "path template contains the verb", "write `\"/users\"`; the attribute is the verb"),
        (
            "/a?b=<c>",
            "path template contains a query string, `?b=<c>`",
            "take an argument for it: `#[query(\"b\")] b: u32`",
        ),
        ("/a?", "path template contains a query string, `?`", "take a `#[query]` argument"),
        ("/a#b", "path template contains a fragment", "a `#fragment` is never sent; remove it"),
        ("/a/..", "path template contains `..`", "write the final path"),
        ("/{id}", "unknown placeholder syntax `{id}`", "placeholders are written `<id>`: write `\"/<id>\"`"),
        ("/{{id}}", "unknown placeholder syntax `{{id}}`", "placeholders are written `<id>`: write `\"/<id>\"`"),
        ("/id}", "unknown placeholder syntax `id}`", "placeholders are written `<id>`, and fill a whole segment"),
        (
            "/:user-id",
            "unknown placeholder syntax `:user-id`",
            "placeholders are written `<user_id>`: write `\"/<user_id>\"`",
        ),
        ("/*", "`*` is not supported", "a placeholder is one segment; `/` in a value is sent as `%2F`"),
        ("/<p*>", "`<p*>` is not supported", "a placeholder is one segment; `/` in a value is sent as `%2F`"),
        ("/<a", "malformed path segment `<a`", "close the placeholder: write `\"/<a>\"`"),
        ("/a>", "malformed path segment `a>`", "open the placeholder: write `\"/<a>\"`"),
        ("/<<a>>", "malformed path segment `<<a>>`", "a placeholder has one pair of brackets: write `\"/<a>\"`"),
        ("/<>", "empty placeholder `<>`", "name the argument that fills it: `<user_id>`"),
        ("/<user id>", "`user id` is not a valid argument name", "did you mean `<user_id>`? write `\"/<user_id>\"`"),
        ("/<id:u64>", "placeholder `<id:u64>` has a type", "the type is that of the argument: write `\"/<id>\"`"),
        ("/<r#in>", "placeholder `<r#in>` is a raw identifier", "placeholders have no `r#`: write `\"/<in>\"`"),
    ] {
        let flaws = Template::parse(text).unwrap_err();
        assert_eq!(flaws.len(), 1, "{text}: {flaws:?}");
        assert_eq!((flaws[0].message.as_str(), flaws[0].help.as_str()), (message, help), "{text}");
    }
}

#[test]
fn several_flaws_are_all_reported() {
    let flaws = Template::parse("users/{id}/<>/").unwrap_err();
    let messages: Vec<_> = flaws.iter().map(|flaw| flaw.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "path template `users/{id}/<>/` must start with `/`",
            "path template `users/{id}/<>/` ends with `/`",
            "unknown placeholder syntax `{id}`",
            "empty placeholder `<>`",
        ]
    );
}

#[test]
fn what_cannot_be_seen_is_shown_by_its_number() {
    for (text, shown) in
        [("/a\nb", "`\\n`"), ("/a\u{a0}b", "`\\u{a0}`"), ("/a\u{200b}b", "`\\u{200b}`"), ("/a\u{7}b", "`\\u{7}`")]
    {
        let flaws = Template::parse(text).unwrap_err();
        assert!(flaws[0].message.starts_with(shown), "{}", flaws[0].message);
    }
}

#[test]
fn no_text_makes_the_reader_panic() {
    let pieces =
        ["/", "<", ">", "{", "}", ":", "*", "?", "#", "é", "\u{200b}", "a", "..", "%", "r#", "[", "]", "$", " ", "\\"];
    let mut state = 7_usize;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..state % 9 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) % pieces.len()]);
        }
        state = state.wrapping_add(1).wrapping_mul(2_862_933_555_777_941_757) >> 1;
        let Err(flaws) = Template::parse(&text) else { continue };
        assert!(!flaws.is_empty(), "{text:?}");
    }
}
