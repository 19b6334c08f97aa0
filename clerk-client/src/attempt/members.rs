//! Looks for members of a JSON body; only after a failure, so a success pays nothing.

use std::collections::HashMap;

use serde::de::IgnoredAny;

use crate::request::Body;

/// Whether the body has one of these members, or cannot be read as an object.
pub(super) fn has_any(body: &Body, names: &[&str]) -> bool {
    let bytes = match body {
        Body::Empty => return false,
        Body::Bytes(bytes) => bytes,
        Body::Multipart(_) => return true,
    };
    match serde_json::from_slice::<HashMap<String, IgnoredAny>>(bytes) {
        Ok(members) => names.iter().any(|name| members.contains_key(*name)),
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_at_the_top_only_and_what_is_no_object_has_them_all() {
        for (body, expected) in [
            (r#"{"first_name":"password"}"#, false),
            (r#"{"unsafe_metadata":{"password":1}}"#, false),
            ("{}", false),
            (r#"{"first_name":"Ada","password":"x"}"#, true),
            (r#"{"password":null}"#, true),
            (r#"{"p\u0061ssword":1}"#, true),
            (r#"["password"]"#, true),
            ("first_name=Ada", true),
            ("", true),
        ] {
            assert_eq!(has_any(&Body::Bytes(body.into()), &["totp_secret", "password"]), expected, "{body}");
        }
        assert!(!has_any(&Body::Empty, &["password"]));
    }
}
