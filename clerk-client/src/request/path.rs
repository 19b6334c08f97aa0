//! From a path template and its values to the path that is sent.

use std::fmt::{self, Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but RFC 3986's unreserved characters, so a value can be nothing but one segment.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The largest value of a placeholder, in bytes before it is encoded. Clerk's ids have some thirty.
const LONGEST: usize = 1024;

/// A path value that cannot be sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct InvalidPathValue {
    /// The placeholder that it was meant for.
    pub(crate) placeholder: &'static str,
    pub(crate) reason: &'static str,
}

/// Appends `template` to `path`, each placeholder replaced by the next of `values` as one encoded segment.
pub(crate) fn render(
    path: &mut String,
    template: &'static str,
    values: &[&dyn Display],
) -> Result<(), InvalidPathValue> {
    let mut values = values.iter();
    let mut rest = template;
    while let Some((literal, tail)) = rest.split_once('{') {
        let (placeholder, tail) = tail.split_once('}').unwrap_or((tail, ""));
        path.push_str(literal);
        let reason = match values.next() {
            Some(value) => push_segment(path, *value),
            None => Err("has no value"),
        };
        reason.map_err(|reason| InvalidPathValue { placeholder, reason })?;
        rest = tail;
    }
    path.push_str(rest);
    Ok(())
}

/// Whether `path`, as sent, is a request to `template`.
pub(crate) fn matches(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let all = template
        .split('/')
        .all(|expected| segments.next().is_some_and(|segment| expected.starts_with('{') || segment == expected));
    all && segments.next().is_none()
}

fn push_segment(path: &mut String, value: &dyn Display) -> Result<(), &'static str> {
    let start = path.len();
    let mut encoder = Encoder { path, left: LONGEST };
    // Writing to a `String` cannot fail, so an error is the bound's or the value's own.
    if write!(encoder, "{value}").is_err() {
        return Err(if encoder.left == 0 { "is longer than 1024 bytes" } else { "cannot be written as text" });
    }
    let segment = path.get(start..).unwrap_or_default();
    if segment.is_empty() {
        return Err("is empty");
    }
    if may_hide_dots(segment) && has_dot_segment(segment) {
        return Err("contains a `.` or `..` segment, which would escape the endpoint's path");
    }
    Ok(())
}

/// Encodes all that is written through it, up to a bound.
struct Encoder<'a> {
    path: &'a mut String,
    left: usize,
}

impl Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Some(left) = self.left.checked_sub(text.len()) else {
            self.left = 0;
            return Err(fmt::Error);
        };
        self.left = left;
        self.path.extend(utf8_percent_encode(text, SEGMENT));
        Ok(())
    }
}

fn may_hide_dots(segment: &str) -> bool {
    segment.bytes().any(|byte| matches!(byte, b'.' | b'%'))
}

/// Whether `segment`, decoded any number of times, as servers on the way may decode it, contains a dot segment.
fn has_dot_segment(segment: &str) -> bool {
    let decoded = fully_decoded(segment);
    decoded.split(|byte| matches!(byte, b'/' | b'\\')).any(|part| matches!(part, b"." | b".."))
}

/// What is left once no escape is. Escapes cannot overlap, so decoding each as soon as it is complete, in one pass, ends where
/// decoding the whole text over and over would.
fn fully_decoded(text: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        decoded.push(byte);
        while let [start @ .., b'%', high, low] = decoded.as_slice() {
            let (Some(high), Some(low)) = (hex(*high), hex(*low)) else { break };
            decoded.truncate(start.len());
            decoded.push(high << 4 | low);
        }
    }
    decoded
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(value: &str) -> Result<String, &'static str> {
        let mut path = String::from("/v1");
        render(&mut path, "/users/{user_id}/ban", &[&value]).map_err(|refused| refused.reason)?;
        Ok(path)
    }

    #[test]
    fn a_value_is_one_encoded_segment() {
        for (value, segment) in [
            ("user_2a", "user_2a"),
            ("a/b", "a%2Fb"),
            ("a?b#c", "a%3Fb%23c"),
            ("100%", "100%25"),
            ("%2F", "%252F"),
            ("a b+c", "a%20b%2Bc"),
            ("line\nbreak", "line%0Abreak"),
            ("ünï", "%C3%BCn%C3%AF"),
            ("..hidden", "..hidden"),
            ("a.b", "a.b"),
            ("...", "..."),
            ("-_~", "-_~"),
            ("a\\b", "a%5Cb"),
        ] {
            assert_eq!(path(value).unwrap(), format!("/v1/users/{segment}/ban"), "{value:?}");
        }
    }

    #[test]
    fn a_value_that_escapes_its_segment_is_refused() {
        for value in [
            "",
            ".",
            "..",
            "%2e",
            "%2E%2e",
            ".%2e",
            "%252e%252e",
            "../organizations/org_1",
            "a/../b",
            "a\\..",
            "%2e%2e%2fx",
            "a%2f..",
            "%25252e",
            "%%32e",
            "%2%65%%32%45",
        ] {
            assert!(path(value).is_err(), "{value:?}");
        }
    }

    #[test]
    fn a_value_has_a_largest_length_and_is_checked_in_one_pass() {
        let bomb = |layers: usize| format!("%{}2e", "25".repeat(layers));
        assert!(path(&bomb(510)).is_err_and(|reason| reason.contains("segment")));
        assert_eq!(path(&"x".repeat(LONGEST)).unwrap().len(), "/v1/users//ban".len() + LONGEST);
        for long in ["x".repeat(LONGEST + 1), bomb(LONGEST), "ä".repeat(LONGEST), "x".repeat(10_000_000)] {
            assert_eq!(path(&long), Err("is longer than 1024 bytes"));
        }
        // Minutes, if each layer were a pass.
        assert!(has_dot_segment(&bomb(1_000_000)));
    }

    #[test]
    fn values_fill_placeholders_in_order() {
        let mut path = String::new();
        render(&mut path, "/users/{user_id}/passkeys/{passkey_id}", &[&"u", &7]).unwrap();
        assert_eq!(path, "/users/u/passkeys/7");
        let missing = render(&mut String::new(), "/a/{b}/{c}", &[&1]).unwrap_err();
        assert_eq!(missing.placeholder, "c");
    }

    #[test]
    fn a_template_matches_the_paths_it_stands_for() {
        for (template, path, expected) in [
            ("/users/count", "/users/count", true),
            ("/users/count", "/users/Count", false),
            ("/users/count", "/users/count/", false),
            ("/users/count", "/users", false),
            ("/users/{id}/ban", "/users/a/ban", true),
            ("/users/{id}/ban", "/users/a/lock", false),
        ] {
            assert_eq!(matches(template, path), expected, "{template} {path}");
        }
    }

    #[test]
    fn a_value_whose_display_fails_is_refused() {
        struct Broken;
        impl Display for Broken {
            fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Err(fmt::Error)
            }
        }
        assert!(render(&mut String::new(), "/{id}", &[&Broken]).is_err());
    }
}
