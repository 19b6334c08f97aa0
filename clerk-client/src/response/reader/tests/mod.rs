//! The reader against `serde_json`: it reads the same, or gives up.

mod models;
mod mutation;

use std::fmt::Debug;

use serde::de::DeserializeOwned;

use self::models::{Everything, SAMPLE};
use self::mutation::{ODD, Order, mutated, written};
use super::read;
use crate::api::tests::samples::{self, for_each_response};
use crate::billing::*;
use crate::organizations::*;
use crate::response::FromResponse;
use crate::types::*;
use crate::users::*;

/// Calls `check` with each type of response and a full sample of it, with a list, and with a type that has members of all kinds.
macro_rules! for_each_sample {
    ($check:ident) => {
        for_each_response!($check);
        $check::<Vec<User>>(&format!("[{0},{0}]", samples::USER));
        $check::<Everything>(SAMPLE);
    };
}

/// Whether the reader reads `text`; it must not differ from `serde_json` then.
fn reads<T: DeserializeOwned + Debug>(text: &str) -> bool {
    let Some(ours) = read::<T>(text) else { return false };
    match serde_json::from_str::<T>(text) {
        Ok(theirs) => assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{text}"),
        Err(error) => panic!("{error}, but the reader reads {ours:?} from {text}"),
    }
    true
}

#[test]
fn every_response_is_read_in_any_order_and_with_any_whitespace() {
    fn check<T: DeserializeOwned + Debug>(sample: &str) {
        assert!(reads::<T>(sample), "{sample}");
        for order in [Order::Sorted, Order::Reversed, Order::Shuffled, Order::Doubled] {
            let text = written(sample, order, 0, &mut fastrand::Rng::with_seed(1));
            // A struct of others may refuse a member that comes twice.
            assert_eq!(reads::<T>(&text), serde_json::from_str::<T>(&text).is_ok(), "{text}");
        }
        let value: serde_json::Value = serde_json::from_str(sample).unwrap();
        assert!(reads::<T>(&format!("{value:#}")), "{value:#}");
    }
    for_each_sample!(check);
}

#[test]
fn what_is_read_of_a_mutated_response_is_what_serde_json_reads() {
    fn check<T: DeserializeOwned + Debug>(sample: &str) {
        let count = (0..300).filter(|seed| reads::<T>(&mutated(sample, *seed))).count();
        assert!(count > 30, "only {count} of 300 mutations of {sample} were read at all");
    }
    for_each_sample!(check);
}

#[test]
fn an_odd_value_in_any_place_reads_alike() {
    for field in Everything::FIELDS {
        for odd in ODD {
            reads::<Everything>(&format!(r#"{{"{field}":{odd}}}"#));
            reads::<Everything>(&format!(r#"{{ "{field}" : {odd} , "u8" : 1 }} "#));
            reads::<Everything>(&format!(r#"{{"{field}":{odd}"#));
            reads::<Everything>(&format!(r#"{{"{field}":[{odd},{odd}]}}"#));
            reads::<Everything>(&format!(r#"{{"{field}":{{"key":{odd}}}}}"#));
        }
    }
}

#[test]
fn only_integers_of_64_bits_are_read_as_numbers() {
    for (text, is_read) in [
        ("0", true),
        ("7", true),
        ("-7", true),
        (" 1754000000000\n", true),
        ("9223372036854775807", true),
        ("-9223372036854775807", true),
        ("-0", false),
        ("-9223372036854775808", false),
        ("9223372036854775808", false),
        ("99999999999999999999", false),
        ("12345678", true),
        ("-1234567890123456", true),
        ("1234567890123456789", true),
        ("1234567:", false),
        ("1234/678", false),
        ("1234567\u{f8}", false),
        ("00", false),
        ("01", false),
        ("-01", false),
        ("-", false),
        ("+1", false),
        ("1.0", false),
        ("1.", false),
        ("1e3", false),
        ("1E3", false),
        ("1 1", false),
        ("1,", false),
        ("0x1", false),
        ("", false),
        ("true", false),
    ] {
        assert_eq!(reads::<i64>(text), is_read, "{text}");
    }
    assert!(reads::<u64>("9999999999999999999") && !reads::<u64>("10000000000000000000"));
    assert!(reads::<u8>("255") && !reads::<u8>("256") && !reads::<u8>("-1"));
}

#[test]
fn text_is_read_with_its_escapes() {
    for (text, is_read) in [
        (r#""""#, true),
        (r#""plain, and longer than eight bytes""#, true),
        (r#""größe \u0026 \ud83d\ude00 \"\\\/\b\f\n\r\t""#, true),
        ("\"\u{1F600}\u{7f}\"", true),
        (r#""\ud83d""#, false),
        (r#""\ude00""#, false),
        (r#""\u12""#, false),
        (r#""\x""#, false),
        (r#""\"#, false),
        (r#"""#, false),
        (r#""a"#, false),
        ("\"\n\"", false),
        ("\"1234567\u{1f}\"", false),
        ("\"\0\"", false),
    ] {
        // As an item, since a text that is the whole body is taken as it is.
        assert_eq!(reads::<Vec<String>>(&format!("[{text}]")), is_read, "{text}");
    }
    for at in 0..20 {
        for special in ["\"", "\\", "\u{1f}", "\u{0}", "é\u{1f}", "é\"", "é", "\u{a2}\u{dc}", " ", "!", "#"] {
            let text = format!("[\"{}{special}{}\"]", "x".repeat(at), "y".repeat(9));
            assert_eq!(reads::<Vec<String>>(&text), "é\u{a2}\u{dc} !#".contains(special), "{text}");
        }
    }
}

#[test]
fn names_are_read_with_their_escapes() {
    for (text, is_read) in [
        (r#"{"quo\"ted\\\u0009":1}"#, true),
        (r#"{"nested":null,"quo\"ted\\\u0009":1}"#, true),
        (r#"{"nested":null,"quo"ted\\\u0009":1}"#, false),
        (r#"{"quo\u0022ted\\\t":1}"#, true),
        (r#"{"\u0075\u0038" : 1}"#, true),
        ("{\"quo\"ted\\\\\\t\":1}", false),
        ("{\"quo\\\"ted\\\\\t\":1}", false),
        (r#"{"u8"1}"#, false),
        (r#"{:1}"#, false),
        (r#"{u8":1}"#, false),
        (r#"{"u8":1,,"u16":1}"#, false),
        (r#"{"raw":1,:1}"#, false),
        (r#"{"map":{"a":1 , "b":2}}"#, true),
        (r#"{"map":{"a"1}}"#, false),
    ] {
        assert_eq!(reads::<Everything>(text), is_read, "{text}");
    }
}

#[test]
fn unknown_members_are_skipped_if_they_are_json() {
    for odd in ODD {
        let text = format!(r#"{{"unknown":{odd},"deleted":true,"more":[{odd}],"other":{{"a":{odd}}}}}"#);
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        assert_eq!(reads::<DeletedObject>(&text), is_json, "{text}");
    }
}

#[test]
fn the_depth_is_bounded() {
    for depth in [1, 100, 125, 126, 127, 128, 1000, 1_000_000] {
        let nested = [("[", "]"), (r#"{"a":"#, "}")]
            .map(|(open, close)| format!("{}1{}", open.repeat(depth), close.repeat(depth)));
        for value in nested {
            for member in ["unknown", "value", "metadata", "foreign"] {
                let is_read = reads_bounded(&format!(r#"{{"{member}":{value}}}"#), depth);
                assert!(is_read == (depth <= 126) || member == "foreign", "{member} with {depth} levels");
            }
        }
    }
}

/// Only the reader: `serde_json` skips without a bound.
fn reads_bounded(text: &str, depth: usize) -> bool {
    if depth < 1000 { reads::<Everything>(text) } else { read::<Everything>(text).is_some() }
}

#[test]
fn types_of_others_are_left_to_serde_json() {
    #[derive(Debug, serde::Deserialize)]
    #[allow(dead_code, reason = "only its decoding is of interest")]
    struct Foreign {
        id: u8,
    }
    assert!(!reads::<Foreign>(r#"{"id":1}"#));
    assert!(!reads::<Vec<Foreign>>(r#"[{"id":1}]"#));
    assert!(!reads::<Option<Box<serde_json::value::RawValue>>>("1"));
    assert_eq!(<Vec<Foreign>>::decode(br#"[{"id":1}]"#).unwrap().len(), 1);
}

#[test]
fn a_body_that_is_not_utf_8_is_refused() {
    fn check<T: FromResponse + Debug>(sample: &str) {
        for at in (0..sample.len()).step_by(7) {
            let mut body = sample.as_bytes().to_vec();
            body[at] = 0xff;
            let error = T::decode(&body).unwrap_err();
            assert!(error.path == "." && error.message.contains("utf-8"), "{error:?}");
        }
    }
    for_each_sample!(check);
}
