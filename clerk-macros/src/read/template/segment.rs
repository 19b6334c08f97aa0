//! One segment of a path: literal text, or a placeholder.

use super::flaw::{Flaw, visible};
use super::foreign;
use super::name::{identifier, valid};
use crate::model::Segment;

pub(super) fn read(part: &str) -> Result<Segment, Flaw> {
    if let Some(name) = part.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        if !name.contains(['<', '>']) {
            return placeholder(name);
        }
    }
    if part == "." || part == ".." {
        return Err(Flaw::new(format!("path template contains `{part}`")).advice("write the final path"));
    }
    if part.contains(['<', '>']) {
        return Err(malformed(part));
    }
    if let Some(flaw) = foreign::flaw(part) {
        return Err(flaw);
    }
    match part.chars().find(|c| !is_allowed(*c)) {
        Some(character) => Err(not_allowed(character, part)),
        None => Ok(Segment::Literal(part.to_owned())),
    }
}

fn malformed(part: &str) -> Flaw {
    let name: String = part.chars().filter(|c| !matches!(c, '<' | '>')).collect();
    let opened = part.matches('<').count();
    let closed = part.matches('>').count();
    let advice = if part.starts_with('<') && opened == 1 && closed == 0 {
        "close the placeholder"
    } else if part.ends_with('>') && closed == 1 && opened == 0 {
        "open the placeholder"
    } else if part == format!("<<{name}>>") {
        "a placeholder has one pair of brackets"
    } else {
        ""
    };
    let flaw = Flaw::new(format!("malformed path segment `{part}`"));
    if advice.is_empty() || !identifier(&name) {
        return flaw.advice("a placeholder fills a whole segment; build the value in the argument");
    }
    flaw.advice(advice).mended(format!("<{name}>"))
}

/// What a literal segment may have beside letters and digits.
const MARKS: &str = "-._~:@!&'()+,;=";

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || MARKS.contains(character)
}

fn not_allowed(character: char, part: &str) -> Flaw {
    let advice = match character {
        '%' => format!("write the path as it is: literal segments are letters, digits and `{MARKS}`"),
        _ => format!("a literal segment is letters, digits and `{MARKS}`; a value goes into a placeholder"),
    };
    Flaw::new(format!("`{}` is not allowed in a path, as in `{part}`", visible(character))).advice(advice)
}

fn placeholder(name: &str) -> Result<Segment, Flaw> {
    if name.is_empty() {
        let flaw = Flaw::new("empty placeholder `<>`");
        return Err(flaw.advice("name the argument that fills it, as in `<user_id>`"));
    }
    if identifier(name) {
        return Ok(Segment::Placeholder(name.to_owned()));
    }
    Err(bad_name(name))
}

fn bad_name(name: &str) -> Flaw {
    let not_supported = || Flaw::new(format!("`<{name}>` is not supported"));
    if let Some(plain) = name.strip_prefix("r#").filter(|plain| identifier(plain)) {
        let flaw = Flaw::new(format!("placeholder `<{name}>` is a raw identifier"));
        return flaw.advice("placeholders have no `r#`").mended(format!("<{plain}>"));
    }
    if name.ends_with("..") || name.contains('*') || name.ends_with('+') {
        return not_supported().advice("a placeholder is one segment; `/` in a value is sent as `%2F`");
    }
    if let Some(plain) = name.strip_suffix('?') {
        return not_supported().advice(format!("declare a second endpoint without `<{plain}>`"));
    }
    if let Some((left, right)) = name.split_once(':') {
        let types = ["int", "float", "str", "string", "uuid", "path", "i32", "i64", "u32", "u64", "String"];
        let plain = if types.contains(&left.trim()) { right.trim() } else { left.trim() };
        let flaw = Flaw::new(format!("placeholder `<{name}>` has a type"));
        return flaw.advice("the type is that of the argument").mended(format!("<{plain}>"));
    }
    let flaw = Flaw::new(format!("`{name}` is not a valid argument name"));
    match valid(name) {
        Some(valid) => flaw.mended(format!("<{valid}>")),
        None => flaw.advice("a placeholder names an argument of the method, such as `<user_id>`"),
    }
}
