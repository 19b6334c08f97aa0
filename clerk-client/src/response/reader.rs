//! JSON as Clerk sends it, read in place.
//!
//! It reads the models of this crate and of `#[derive(ClerkResponse)]` for less than half of what `serde_json` takes: members come mostly
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
    let mut reader = Reader { rest: text, depth_left: MAX_DEPTH };
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
    rest: &'de str,
    depth_left: u8,
}

/// The grammar.
impl<'de> Reader<'de> {
    #[inline(always)]
    fn byte(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
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
        self.rest = self.rest.trim_start_matches([' ', '\n', '\t', '\r']);
        self.byte()
    }

    /// Passes over `text` if it comes next.
    #[inline(always)]
    fn takes(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    #[inline(always)]
    fn expect(&mut self, text: &str) -> Read<()> {
        if self.takes(text) { Ok(()) } else { Err(Doubt) }
    }

    /// What was passed over since `start`.
    #[inline(always)]
    fn since(&self, start: &'de str) -> Read<&'de str> {
        start.get(..start.len() - self.rest.len()).ok_or(Doubt)
    }

    /// What `read` makes of the items between two brackets.
    #[inline(always)]
    fn between<T>(&mut self, open: &str, close: &'static str, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.expect(open)?;
        self.depth_left = self.depth_left.checked_sub(1).ok_or(Doubt)?;
        let value = read(Items { reader: self, close, is_first: true })?;
        self.depth_left += 1;
        self.expect(close)?;
        Ok(value)
    }

    #[inline(always)]
    fn object<T>(&mut self, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.between("{", "}", read)
    }

    #[inline(always)]
    fn array<T>(&mut self, read: impl FnOnce(Items<'_, 'de>) -> Read<T>) -> Read<T> {
        self.between("[", "]", read)
    }

    /// Passes over the colon between a name and a value.
    #[inline(always)]
    fn colon(&mut self) -> Read<()> {
        self.peek();
        self.expect(":")
    }

    /// Passes over any value.
    fn skip(&mut self) -> Read<()> {
        match self.byte() {
            Some(b'{') => self.object(|mut members| {
                while members.another()? {
                    members.reader.peek();
                    members.reader.skip_string()?;
                    members.reader.colon()?;
                    members.reader.peek();
                    members.reader.skip()?;
                }
                Ok(())
            }),
            Some(b'[') => self.array(|mut items| {
                while items.another()? {
                    items.reader.peek();
                    items.reader.skip()?;
                }
                Ok(())
            }),
            Some(b'"') => self.skip_string(),
            Some(b't') => self.expect("true"),
            Some(b'f') => self.expect("false"),
            Some(b'n') => self.expect("null"),
            _ => self.skip_number(),
        }
    }

    /// `-10.05e+3`: a minus, digits without a leading zero, a fraction, an exponent.
    fn skip_number(&mut self) -> Read<()> {
        self.takes("-");
        if !self.takes("0") {
            self.digits()?;
        }
        if self.takes(".") {
            self.digits()?;
        }
        if self.takes("e") || self.takes("E") {
            let _sign = self.takes("+") || self.takes("-");
            self.digits()?;
        }
        Ok(())
    }

    /// One or more digits, and their value if it fits.
    #[inline(always)]
    fn digits(&mut self) -> Read<(usize, u64)> {
        let mut rest = self.rest.as_bytes();
        let mut value = 0_u64;
        if let Some((eight, after)) = rest.split_first_chunk() {
            if let Some(number) = eight_digits(*eight) {
                (value, rest) = (number, after);
            }
        }
        while let [byte, after @ ..] = rest {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            rest = after;
        }
        let count = self.rest.len() - rest.len();
        self.rest = self.rest.get(count..).ok_or(Doubt)?;
        if count > 0 { Ok((count, value)) } else { Err(Doubt) }
    }

    /// An integer as its minus and its digits: up to 19, which fit into 64 bits. To `serde_json`, `-0` is none.
    fn number(&mut self) -> Read<(bool, u64)> {
        let is_negative = self.takes("-");
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
        let quoted = self.rest.strip_prefix('"')?;
        let (text, rest) = quoted.split_at_checked(plain_length(quoted.as_bytes()))?;
        self.rest = rest.strip_prefix('"')?;
        Some(text)
    }

    /// The JSON of a string that may have escapes, which are for `serde_json`.
    #[cold]
    fn escaped_string<T: Deserialize<'de>>(&mut self) -> Read<T> {
        let start = self.rest;
        self.expect("\"")?;
        while !self.takes("\"") {
            let length = plain_length(self.rest.as_bytes());
            let escape = if self.rest.as_bytes().get(length) == Some(&b'\\') { 2 } else { 0 };
            if length + escape == 0 {
                return Err(Doubt);
            }
            self.rest = self.rest.get(length + escape..).ok_or(Doubt)?;
        }
        from_json(self.since(start)?)
    }

    fn skip_string(&mut self) -> Read<()> {
        match self.plain_string() {
            Some(_) => Ok(()),
            None => self.escaped_string::<IgnoredAny>().map(drop),
        }
    }
}

/// What is too rare to be read here.
#[cold]
fn from_json<'de, T: Deserialize<'de>>(json: &'de str) -> Read<T> {
    serde_json::from_str(json).map_err(|_| Doubt)
}

/// A one in each byte.
const ONES: u64 = u64::MAX / 255;

/// The number that eight digits are: pairs are joined, then fours, then all.
#[inline(always)]
fn eight_digits(text: [u8; 8]) -> Option<u64> {
    const HIGH: u64 = ONES * 0xf0;
    let word = u64::from_le_bytes(text);
    if (word & HIGH) | ((word.wrapping_add(ONES * 6) & HIGH) >> 4) != ONES * 0x33 {
        return None;
    }
    let pairs = ((word & (ONES * 0x0f)).wrapping_mul((10 << 8) + 1) >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul((100 << 16) + 1) >> 16) & 0x0000_ffff_0000_ffff;
    Some(fours.wrapping_mul((10_000 << 32) + 1) >> 32)
}

/// The number of bytes before the first that ends a string, begins an escape or is not allowed in a string.
#[inline(always)]
fn plain_length(bytes: &[u8]) -> usize {
    let mut words = bytes.chunks_exact(8);
    let mut length = 0;
    for word in words.by_ref() {
        let word = word.first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
        // The high bit of each byte: whether it is less than 0x20 or a quote (less than 0x21, once bit 1 is flipped), or a backslash.
        // A borrow can spoil only the bytes above the first that is found.
        let control_or_quote = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
        let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
        let found = (control_or_quote | backslash) & (ONES * 0x80);
        if found != 0 {
            // Some of them may not be ASCII.
            let in_word = (found & !word).trailing_zeros() as usize / 8;
            if in_word < 8 {
                return length + in_word;
            }
        }
        length += 8;
    }
    let rest = words.remainder();
    length + rest.iter().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')).unwrap_or(rest.len())
}

/// The items between two brackets.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    close: &'static str,
    is_first: bool,
}

impl Items<'_, '_> {
    /// Whether another item comes; passes over the comma before it.
    #[inline(always)]
    fn another(&mut self) -> Read<bool> {
        if self.is_first || !self.reader.takes(",") { self.first_or_spaced() } else { Ok(true) }
    }

    fn first_or_spaced(&mut self) -> Read<bool> {
        self.reader.peek();
        if self.reader.rest.starts_with(self.close) {
            return Ok(false);
        }
        if mem::take(&mut self.is_first) || self.reader.takes(",") { Ok(true) } else { Err(Doubt) }
    }
}
