//! Numbers that are not finite. `serde_json` writes NaN and infinity as null, and null removes what Clerk stores; queries and forms have
//! them as text. So a value is looked through before it is written.

use std::fmt;

use serde::ser::{self, Serialize, Serializer};

/// Fails if a number in `value` is NaN or infinite; the error names the place.
pub(crate) fn check(value: &(impl Serialize + ?Sized)) -> Result<(), NotFinite> {
    value.serialize(Finite)
}

/// Where the number is, and which one; or what the value's own `Serialize` has against it.
#[derive(Debug)]
pub(crate) struct NotFinite(String);

impl NotFinite {
    fn at(self, place: &str) -> Self {
        Self(format!("`{place}`: {}", self.0))
    }
}

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotFinite {}

impl ser::Error for NotFinite {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Writes nothing.
#[derive(Clone, Copy)]
struct Finite;

type Checked = Result<(), NotFinite>;

macro_rules! harmless {
    ($($method:ident($($argument:ty),*);)+) => { $(
        fn $method(self, $(_: $argument),*) -> Checked {
            Ok(())
        }
    )+ };
}

macro_rules! compound {
    ($($method:ident($($argument:ty),*);)+) => { $(
        fn $method(self, $(_: $argument),*) -> Result<Self, NotFinite> {
            Ok(self)
        }
    )+ };
}

impl Serializer for Finite {
    type Ok = ();
    type Error = NotFinite;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    harmless! {
        serialize_bool(bool); serialize_char(char); serialize_str(&str); serialize_bytes(&[u8]);
        serialize_i8(i8); serialize_i16(i16); serialize_i32(i32); serialize_i64(i64); serialize_i128(i128);
        serialize_u8(u8); serialize_u16(u16); serialize_u32(u32); serialize_u64(u64); serialize_u128(u128);
        serialize_none(); serialize_unit(); serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    fn serialize_f32(self, number: f32) -> Checked {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Checked {
        if number.is_finite() { Ok(()) } else { Err(NotFinite(format!("{number} is not a finite number"))) }
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Checked {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Checked {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Checked {
        value.serialize(self).map_err(|error| error.at(variant))
    }

    compound! {
        serialize_seq(Option<usize>);
        serialize_tuple(usize);
        serialize_tuple_struct(&'static str, usize);
        serialize_tuple_variant(&'static str, u32, &'static str, usize);
        serialize_map(Option<usize>);
        serialize_struct(&'static str, usize);
        serialize_struct_variant(&'static str, u32, &'static str, usize);
    }
}

macro_rules! items {
    ($($kind:ident $method:ident;)+) => { $(
        impl ser::$kind for Finite {
            type Ok = ();
            type Error = NotFinite;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Checked {
                value.serialize(*self)
            }

            fn end(self) -> Checked {
                Ok(())
            }
        }
    )+ };
}
items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! fields {
    ($($kind:ident)+) => { $(
        impl ser::$kind for Finite {
            type Ok = ();
            type Error = NotFinite;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Checked {
                value.serialize(*self).map_err(|error| error.at(name))
            }

            fn end(self) -> Checked {
                Ok(())
            }
        }
    )+ };
}
fields!(SerializeStruct SerializeStructVariant);

impl ser::SerializeMap for Finite {
    type Ok = ();
    type Error = NotFinite;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Checked {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Checked {
        value.serialize(*self)
    }

    fn end(self) -> Checked {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(serde::Serialize)]
    enum Shape {
        Newtype(f64),
        Tuple(f64, f64),
        Struct { x: f32 },
    }

    fn refusal(value: impl Serialize) -> Option<String> {
        check(&value).err().map(|error| error.to_string())
    }

    #[test]
    fn finds_the_number_wherever_it_is() {
        let nan = "NaN is not a finite number";
        assert_eq!(refusal(f64::NAN).as_deref(), Some(nan));
        assert_eq!(refusal(f32::NEG_INFINITY).as_deref(), Some("-inf is not a finite number"));
        assert_eq!(refusal((1, [Some(f64::NAN)])).as_deref(), Some(nan));
        assert_eq!(refusal(BTreeMap::from([("a", f64::NAN)])).as_deref(), Some(nan));
        assert_eq!(refusal(Shape::Newtype(f64::NAN)), Some(format!("`Newtype`: {nan}")));
        assert_eq!(refusal(Shape::Tuple(0.0, f64::NAN)).as_deref(), Some(nan));
        assert_eq!(refusal([Shape::Struct { x: f32::NAN }]), Some(format!("`x`: {nan}")));
    }

    #[test]
    fn lets_everything_else_pass() {
        let value = (1.5, i128::MAX, u128::MAX, "text", 'c', true, None::<f64>, ());
        assert_eq!(refusal(value), None);
        assert_eq!(refusal(serde_json::json!({"a": [1, null, {"b": 1e300}]})), None);
        assert_eq!(refusal(BTreeMap::from([((1, 2), f64::MAX)])), None);
    }
}
