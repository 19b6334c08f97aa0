//! A model with a field of each type that a field can have.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use clerk_macros::ClerkResponse;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::types::{ApiError, Metadata, ObjectType, Timestamp};

/// A full one.
pub(super) const SAMPLE: &str = r#"{"u8":1,"u16":2,"u32":3,"u64":4,"usize":5,"i8":-1,"i16":-2,"i32":-3,"i64":-4,"isize":-5,
  "f32":6,"f64":7,"bool":true,"char":"c","text":"text","boxed_text":"boxed","secret":{"secret":"planted"},
  "value":{"a":[1,-2,"three",true,null,{}]},"metadata":{"z":-1.5e3,"a":["\u0026"]},"kind":"user","at":1754000000000,
  "option":8,"list":["a","b"],"map":{"b":1,"a":2},"models":{"a":{"message":"no","meta":{}}},"nested":{"u8":9},
  "foreign":{"id":10,"kind":"Second","pair":[11,12.5]},"raw":{ "kept" : 1.0 }}"#;

#[derive(Debug, Default, ClerkResponse)]
pub(super) struct Everything {
    u8: u8,
    u16: u16,
    u32: u32,
    u64: u64,
    u128: u128,
    usize: usize,
    i8: i8,
    i16: i16,
    i32: i32,
    i64: i64,
    i128: i128,
    isize: isize,
    f32: f32,
    f64: f64,
    bool: bool,
    char: char,
    text: String,
    boxed_text: Box<str>,
    secret: Exposed,
    value: Value,
    metadata: Metadata,
    kind: ObjectType,
    at: Timestamp,
    option: Option<u8>,
    list: Vec<String>,
    map: BTreeMap<String, i64>,
    models: HashMap<String, ApiError>,
    nested: Option<Box<Everything>>,
    #[serde(rename = "quo\"ted\\\t")]
    quoted: u8,
    #[clerk(serde)]
    foreign: Option<Foreign>,
    #[clerk(serde)]
    raw: Option<Box<RawValue>>,
}

impl Everything {
    pub(super) const FIELDS: [&str; 31] = [
        "u8",
        "u16",
        "u32",
        "u64",
        "u128",
        "usize",
        "i8",
        "i16",
        "i32",
        "i64",
        "i128",
        "isize",
        "f32",
        "f64",
        "bool",
        "char",
        "text",
        "boxed_text",
        "secret",
        "value",
        "metadata",
        "kind",
        "at",
        "option",
        "list",
        "map",
        "models",
        "nested",
        "foreign",
        "raw",
        "unknown",
    ];
}

/// A secret that is compared.
#[derive(Default, ClerkResponse)]
struct Exposed {
    secret: SecretString,
}

impl fmt::Debug for Exposed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.secret.expose_secret())
    }
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its decoding is of interest")]
struct Foreign {
    id: u8,
    kind: Option<Kind>,
    pair: Option<(u8, f64)>,
}

#[derive(Debug, Deserialize)]
enum Kind {
    First,
    Second,
}
