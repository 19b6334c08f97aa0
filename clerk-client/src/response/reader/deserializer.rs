//! The reader as a deserializer: what a value means to the type that asks for it.
//!
//! It goes by what is asked for, as `serde_json` does, and gives up where the two differ.

use std::iter;

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Doubt, Items, Read, Reader, from_json};
use crate::types::model::read::TEXT;

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Doubt;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if !self.another()? {
            return Ok(None);
        }
        self.reader.peek();
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Doubt;

    #[inline(always)]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if !self.another()? {
            return Ok(None);
        }
        let name = seed.deserialize(Name(self.reader))?;
        self.reader.peek();
        Ok(Some(name))
    }

    #[inline(always)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        seed.deserialize(&mut *self.reader)
    }
}

macro_rules! forward {
    ($read:ident: $($method:ident $(($($argument:ty),+))?)+) => { $(
        #[inline(always)]
        fn $method<V: Visitor<'de>>(self, $($(_: $argument,)+)? visitor: V) -> Read<V::Value> {
            self.$read(visitor)
        }
    )+ };
}

impl<'de> Reader<'de> {
    #[inline(always)]
    fn boolean<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        let is_true = self.byte() == Some(b't');
        self.expect(if is_true { "true" } else { "false" })?;
        visitor.visit_bool(is_true)
    }

    #[inline(always)]
    fn string<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        match self.plain_string() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => visitor.visit_str(&self.escaped_string::<String>()?),
        }
    }

    #[inline(always)]
    fn integer<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        match self.number()? {
            (false, number) => visitor.visit_u64(number),
            (true, number) => visitor.visit_i64(i64::try_from(number).map_err(|_| Doubt)?.wrapping_neg()),
        }
    }

    /// An integer; a fraction or an exponent is for `serde_json`.
    fn float<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        let start = self.rest;
        self.skip_number()?;
        let number = self.since(start)?;
        if number.contains(['.', 'e', 'E']) {
            return visitor.visit_f64(from_json(number)?);
        }
        self.rest = start;
        self.integer(visitor)
    }

    #[inline(always)]
    fn list<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        self.array(|items| visitor.visit_seq(items))
    }

    #[inline(always)]
    fn map<V: Visitor<'de>>(&mut self, visitor: V) -> Read<V::Value> {
        self.object(|items| visitor.visit_map(items))
    }

    fn doubt<V: Visitor<'de>>(&mut self, _: V) -> Read<V::Value> {
        Err(Doubt)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Doubt;

    #[inline(always)]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.byte() {
            Some(b'{') => self.map(visitor),
            Some(b'[') => self.list(visitor),
            Some(b'"') => self.string(visitor),
            Some(b't' | b'f') => self.boolean(visitor),
            Some(b'n') => self.expect("null").and_then(|()| visitor.visit_unit()),
            _ => self.integer(visitor),
        }
    }

    forward!(boolean: deserialize_bool);
    forward!(integer: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);
    forward!(integer: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    forward!(integer: deserialize_f32);
    forward!(float: deserialize_f64);
    forward!(string: deserialize_char deserialize_str deserialize_string);
    forward!(list: deserialize_seq);
    forward!(map: deserialize_map);
    forward!(doubt: deserialize_i128 deserialize_u128 deserialize_bytes deserialize_byte_buf deserialize_unit);
    forward!(doubt: deserialize_identifier deserialize_tuple(usize));
    // Types that are no models are read by `serde_json`; no other code is compiled for them here.
    forward!(doubt: deserialize_struct(&'static str, &'static [&'static str]));
    forward!(doubt: deserialize_enum(&'static str, &'static [&'static str]));
    forward!(doubt: deserialize_unit_struct(&'static str) deserialize_tuple_struct(&'static str, usize));

    #[inline(always)]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.byte() == Some(b'n') {
            self.expect("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    /// Of the newtype structs, only [`TEXT`] is read here.
    #[inline(always)]
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Read<V::Value> {
        if name != TEXT {
            return Err(Doubt);
        }
        let start = self.rest;
        self.skip()?;
        let text = self.since(start)?;
        let entry = (BorrowedStrDeserializer::new(TEXT), BorrowedStrDeserializer::new(text));
        visitor.visit_map(MapDeserializer::new(iter::once(entry)))
    }
}

/// The name of a member and the colon are next, and whoever reads the name may say which is likely.
struct Name<'r, 'de>(&'r mut Reader<'de>);

impl<'de> Name<'_, 'de> {
    #[inline(always)]
    fn text<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.0.peek();
        let name = self.0.string(visitor)?;
        self.0.colon()?;
        Ok(name)
    }
}

impl<'de> Deserializer<'de> for Name<'_, 'de> {
    type Error = Doubt;

    #[inline(always)]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    /// `likely` is the name as it stands in JSON, `"name":`.
    #[inline(always)]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        likely: &'static str,
        index: usize,
        visitor: V,
    ) -> Read<V::Value> {
        if !likely.is_empty() && self.0.takes(likely) {
            visitor.visit_u64(index as u64)
        } else {
            self.deserialize_str(visitor)
        }
    }

    forward!(text: deserialize_str deserialize_string deserialize_char);

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.0.doubt(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 bytes byte_buf option unit unit_struct newtype_struct seq tuple map struct
        enum ignored_any
    }
}
