//! JSON that is nearly right.

use serde_json::Value;

/// Values at the edges of JSON, and beyond them.
pub(super) const ODD: &[&str] = &[
    // Numbers.
    "0",
    "-0",
    "1",
    "-1",
    "00",
    "01",
    "-01",
    "-",
    "+1",
    ".5",
    "1.",
    "1.0",
    "-0.0",
    "0e0",
    "1e3",
    "1E+3",
    "1e-7",
    "1e",
    "1e+",
    "1e400",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "1754000000000",
    "1754000000000.5",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775807",
    "-9223372036854775808",
    "-9223372036854775809",
    "9999999999999999999",
    "10000000000000000000",
    "18446744073709551615",
    "18446744073709551616",
    "123456789012345678901234567890",
    "NaN",
    "Infinity",
    "0x10",
    "1_000",
    "1 2",
    // Text.
    r#""""#,
    r#""a""#,
    r#""12345678""#,
    r#""user""#,
    r#""2023-11-22T22:00:00Z""#,
    r#""\n""#,
    r#""\u0026""#,
    r#""a\\""#,
    r#""\"""#,
    r#""\/\b\f\t""#,
    r#""\u0000""#,
    r#""\uD83D\uDE00""#,
    r#""\ud83d""#,
    r#""\ude00""#,
    r#""\ud83d\u0041""#,
    r#""\ud83dx""#,
    r#""\u12""#,
    r#""\u+123""#,
    r#""\x""#,
    r#""\é""#,
    r#""\"#,
    r#""unended"#,
    "\"\n\"",
    "\"\u{0}\"",
    "\"\u{1f}\"",
    "\"\u{7f}\"",
    "\"größe\"",
    "\"\u{1F600}\"",
    "\"\u{2028}\"",
    "'a'",
    "a",
    // Words.
    "true",
    "false",
    "null",
    "True",
    "nul",
    "nulls",
    "truefalse",
    "tru",
    "undefined",
    // Lists and objects.
    "[]",
    "[ ]",
    "[1]",
    "[1,2]",
    "[1,]",
    "[,1]",
    "[,]",
    "[1 2]",
    "[null]",
    "[[[]]]",
    "[",
    "]",
    "[1",
    "[1}",
    r#"["a",{"b":[]}]"#,
    "{}",
    "{ }",
    r#"{"a":1}"#,
    r#"{"a":1,}"#,
    r#"{,"a":1}"#,
    r#"{"a"}"#,
    r#"{"a" 1}"#,
    r#"{"a":}"#,
    r#"{a:1}"#,
    r#"{1:1}"#,
    r#"{"a":1"#,
    r#"{"a":1]"#,
    r#"{"\u0061":1,"a":2}"#,
    r#"{"":null}"#,
    r#"{"id":1,"kind":"First"}"#,
    r#"{"a":1}}"#,
    r#"{"\ud83d":1}"#,
    r#"{"$serde_json::private::RawValue":"1"}"#,
    r#"{"$serde_json::private::Number":"1"}"#,
    r#"{"$clerk_client::text":"1"}"#,
    // Blanks.
    "",
    " ",
    "\t1\r\n",
    "\u{a0}1",
    "\u{feff}1",
    "/**/1",
    "1//",
];

/// How the members of each object are arranged.
#[derive(Clone, Copy)]
pub(super) enum Order {
    Sorted,
    Reversed,
    Shuffled,
    Doubled,
}

/// Writes the JSON `text` anew; `odd` of 1000 values become something else.
pub(super) fn written(text: &str, order: Order, odd: u32, random: &mut fastrand::Rng) -> String {
    let value = serde_json::from_str(text).expect("a sample is JSON");
    let mut out = String::new();
    write(&value, order, odd, random, &mut out);
    out
}

fn write(value: &Value, order: Order, odd: u32, random: &mut fastrand::Rng, out: &mut String) {
    if random.u32(..1000) < odd {
        return out.push_str(random.choice(ODD).unwrap_or(&""));
    }
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            match order {
                Order::Sorted => {}
                Order::Reversed => members.reverse(),
                Order::Shuffled => random.shuffle(&mut members),
                Order::Doubled => members.extend(members.clone()),
            }
            out.push('{');
            for (at, (name, member)) in members.into_iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                out.push_str(&format!("{name:?}:"));
                write(member, order, odd, random, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                write(item, order, odd, random, out);
            }
            out.push(']');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}

/// The sample in some order, with some odd values, and with some of its characters changed.
pub(super) fn mutated(sample: &str, seed: u64) -> String {
    let mut random = fastrand::Rng::with_seed(seed);
    let order = [Order::Sorted, Order::Reversed, Order::Shuffled, Order::Doubled][random.usize(..4)];
    let odd = if random.bool() { 5 } else { 0 };
    let text = written(sample, order, odd, &mut random);
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..random.usize(..3) {
        let at = random.usize(..characters.len().max(1)).min(characters.len());
        let to = (at + random.usize(..3)).min(characters.len());
        let edit = random.choice(EDITS).unwrap_or(&"");
        characters.splice(at..to, edit.chars());
    }
    characters.into_iter().collect()
}

/// What is put in the place of some characters.
const EDITS: &[&str] = &[
    "",
    "",
    "\"",
    "\\",
    "\\u",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "-",
    ".",
    "e",
    "0",
    "1",
    " ",
    "\n",
    "\t",
    "\u{1f}",
    "é",
    "\u{1F600}",
    "null",
    "true",
    "\\ud83d",
    "\\\"",
    "//",
    ":null,",
    ",\"new\":[1.5e3,{}],",
];
