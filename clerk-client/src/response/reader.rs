//! JSON as Clerk sends it, read in place.
//!
//! It reads the models of this crate and of `#[derive(ClerkResponse)]` for about half of what `serde_json` takes: members come mostly
//! in the order of their declaration, and text mostly without escapes. It accepts nothing that `serde_json` refuses and reads nothing
//! in another way; in any doubt it gives up, and `serde_json` has the last word.

mod deserializer;
#[cfg(test)]
mod tests;

use std::{fmt, mem};

use serde::de::{Deserialize, DeserializeOwned, IgnoredAny};

/// As deep as `serde_json` goes.
const MAX_DEPTH: u8 = 127;

/// Reads a value, or gives up; then `serde_json` has to look.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = Reader { text, at: 0, depth_left: MAX_DEPTH };
    reader.peek();
    let value = T::deserialize(&mut reader).ok()?;
    reader.peek().is_none().then_some(value)
}

/// Something that is for `serde_json` to judge.
#[derive(Debug)]
struct Doubt;

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("left to serde_json")
    }
}

impl std::error::Error for Doubt {}

impl serde::de::Error for Doubt {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Read<T> = Result<T, Doubt>;

/// Stands at the beginning of a value, without whitespace before it.
struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth_left: u8,
}

/// The grammar.
impl<'de> Reader<'de> {
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Passes over whitespace; the byte after it.
    #[inline(always)]
    fn peek(&mut self) -> Option<u8> {
        match self.byte() {
            Some(..=b' ') => self.pass_whitespace(),
            other => other,
        }
    }

    #[cold]
    fn pass_whitespace(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Passes over `byte` if it comes next.
    #[inline(always)]
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.byte() == Some(byte);
        self.at += usize::from(found);
        found
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Read<()> {
        if self.takes(byte) { Ok(()) } else { Err(Doubt) }
    }

    /// Passes over `true`, `false` or `null`.
    #[inline(always)]
    fn word(&mut self, word: &str) -> Read<()> {
        let found = self.rest().starts_with(word.as_bytes());
        self.at += word.len();
        if found { Ok(()) } else { Err(Doubt) }
    }

    /// What `read` makes of the items between two brackets.
    #[inline(always)]
    fn between<T>(&mut self, open: u8, close: u8, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.expect(open)?;
        self.peek();
        self.depth_left = self.depth_left.checked_sub(1).ok_or(Doubt)?;
        let value = read(Items { reader: self, close, is_first: true })?;
        self.depth_left += 1;
        self.expect(close)?;
        Ok(value)
    }

    #[inline(always)]
    fn object<T>(&mut self, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.between(b'{', b'}', read)
    }

    #[inline(always)]
    fn array<T>(&mut self, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.between(b'[', b']', read)
    }

    /// Passes over the colon between a name and a value.
    #[inline(always)]
    fn colon(&mut self) -> Read<()> {
        if !self.takes(b':') {
            self.peek();
            self.expect(b':')?;
        }
        self.peek();
        Ok(())
    }

    /// Passes over any value.
    fn skip(&mut self) -> Read<()> {
        match self.byte() {
            Some(b'{') => self.object(|mut members| {
                while members.another()? {
                    members.reader.skip_string()?;
                    members.reader.colon()?;
                    members.reader.skip()?;
                }
                Ok(())
            }),
            Some(b'[') => self.array(|mut items| {
                while items.another()? {
                    items.reader.skip()?;
                }
                Ok(())
            }),
            Some(b'"') => self.skip_string(),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            _ => self.skip_number(),
        }
    }

    /// `-10.05e+3`: a minus, digits without a leading zero, a fraction, an exponent.
    fn skip_number(&mut self) -> Read<()> {
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _sign = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Ok(())
    }

    /// One or more digits, and their value if it fits.
    #[inline(always)]
    fn digits(&mut self) -> Read<(usize, u64)> {
        let (mut count, mut value) = (0, 0_u64);
        for byte in self.rest() {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            count += 1;
        }
        self.at += count;
        if count > 0 { Ok((count, value)) } else { Err(Doubt) }
    }

    /// An integer as its minus and its digits: up to 19, which fit into 64 bits. To `serde_json`, `-0` is none.
    fn number(&mut self) -> Read<(bool, u64)> {
        let is_negative = self.takes(b'-');
        let starts_with_zero = self.byte() == Some(b'0');
        let (count, value) = self.digits()?;
        let is_integer = if starts_with_zero { count == 1 && !is_negative } else { count < 20 };
        match self.byte() {
            Some(b'.' | b'e' | b'E') => Err(Doubt),
            _ if is_integer => Ok((is_negative, value)),
            _ => Err(Doubt),
        }
    }

    /// The text of a string without escapes, or none if there is another value.
    fn plain_string(&mut self) -> Option<&'de str> {
        let quoted = self.text.get(self.at..)?.strip_prefix('"')?;
        let length = plain_length(quoted.as_bytes());
        match quoted.as_bytes().get(length) {
            Some(b'"') => self.at += length + 2,
            _ => return None,
        }
        quoted.get(..length)
    }

    /// The JSON of a string that may have escapes, which are for `serde_json`.
    #[cold]
    fn escaped_string(&mut self) -> Read<&'de str> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
            self.at += plain_length(self.rest());
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                _ => return Err(Doubt),
            }
        }
        self.at += 1;
        self.text.get(start..self.at).ok_or(Doubt)
    }

    fn skip_string(&mut self) -> Read<()> {
        match self.plain_string() {
            Some(_) => Ok(()),
            None => from_json::<IgnoredAny>(self.escaped_string()?).map(drop),
        }
    }

    /// Passes over `"text"` if exactly that comes next.
    #[inline(always)]
    fn takes_string(&mut self, text: &str) -> bool {
        let length = text.len() + 2;
        match self.rest().get(..length) {
            Some([b'"', found @ .., b'"']) if found == text.as_bytes() => {
                self.at += length;
                true
            }
            _ => false,
        }
    }
}

/// What is too rare to be read here.
#[cold]
fn from_json<'de, T: Deserialize<'de>>(json: &'de str) -> Read<T> {
    serde_json::from_str(json).map_err(|_| Doubt)
}

/// The number of bytes before the first that ends a string, begins an escape or is not allowed in a string.
#[inline(always)]
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*chunk);
        // The high bit of each byte: whether it is less than 0x20 or a quote (less than 0x21, once bit 1 is flipped), or a backslash.
        // A borrow can spoil only the bytes above the first that is found.
        let control_or_quote = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
        let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
        let found = (control_or_quote | backslash) & !word & (ONES * 0x80);
        if found != 0 {
            return bytes.len() - rest.len() + found.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    let in_rest = rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'));
    bytes.len() - rest.len() + in_rest.unwrap_or(rest.len())
}

/// The items between two brackets.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    close: u8,
    is_first: bool,
}

impl Items<'_, '_> {
    /// Whether another item comes; passes over the comma before it.
    #[inline(always)]
    fn another(&mut self) -> Read<bool> {
        if self.reader.peek() == Some(self.close) {
            return Ok(false);
        }
        if !mem::take(&mut self.is_first) {
            self.reader.expect(b',')?;
            self.reader.peek();
        }
        Ok(true)
    }
}
