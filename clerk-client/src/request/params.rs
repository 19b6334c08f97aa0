//! What each role of an argument must be able to do. `#[clerk_api]` calls these traits by name; the compiler's messages about
//! them are worded here.

use std::borrow::Cow;
use std::fmt::Display;

use bytes::Bytes;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::multipart::{Form, Part};
use super::{Parts, parts};
use crate::types::finite;

/// Fills one placeholder of a path.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a path parameter",
    label = "this argument fills a placeholder, so it must implement `Display`",
    note = "use `&str`, an integer, or an id type that implements `Display`"
)]
pub trait PathParam {
    /// The value as text.
    fn erase(&self) -> &dyn Display;
}

impl<T: Display> PathParam for T {
    fn erase(&self) -> &dyn Display {
        self
    }
}

/// A value as JSON. A number that is not finite is an error, and not the null that would clear what Clerk stores.
fn json(value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, String> {
    finite::check(value).map_err(|error| error.to_string())?;
    serde_json::to_vec(value).map_err(|error| error.to_string())
}

/// A value as the pairs of a query or a form.
fn pairs(value: &(impl Serialize + ?Sized)) -> Result<String, String> {
    finite::check(value).map_err(|error| error.to_string())?;
    serde_html_form::to_string(value).map_err(|error| match nested_member(value) {
        Some(name) => format!("`{name}` is a struct, a map or a list of them, for which there is no notation"),
        None => error.to_string(),
    })
}

/// The first member that is neither one value nor a list of values.
#[cold]
fn nested_member(value: &(impl Serialize + ?Sized)) -> Option<String> {
    let Ok(Value::Object(members)) = serde_json::to_value(value) else { return None };
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    let found = members.into_iter().find(|(_, value)| match value {
        Value::Array(items) => items.iter().any(is_nested),
        value => value.is_object(),
    });
    found.map(|(name, _)| name)
}

/// `#[query]`: the members of a struct or a map, or a list of pairs.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as query parameters",
    label = "a `#[query]` argument must implement `serde::Serialize`",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`; for one value under a key, write `#[query(\"key\")]`"
)]
pub trait QueryParams {
    /// Appends the pairs.
    fn add(&self, argument: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> QueryParams for T {
    fn add(&self, argument: &'static str, parts: &mut Parts) {
        parts.add_query(argument, pairs(self));
    }
}

/// `#[query("key")]`: one value, an `Option`, or a list whose every value repeats the key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a query parameter",
    label = "a `#[query(\"…\")]` argument must implement `serde::Serialize`",
    note = "take a text, a number, a bool, or an `Option` or a list of them"
)]
pub trait QueryValue {
    /// Appends `key=value`, as often as there are values.
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> QueryValue for T {
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts) {
        parts.add_query(argument, pairs(&Pair { key, value: self }));
    }
}

struct Pair<'a, T: ?Sized> {
    key: &'static str,
    value: &'a T,
}

impl<T: Serialize + ?Sized> Serialize for Pair<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.key, self.value)])
    }
}

/// `#[body]`: sent as JSON, text and bytes too: a `&str` is a JSON string, bytes are a list of numbers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a JSON body",
    label = "a `#[body]` argument must implement `serde::Serialize`",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`"
)]
pub trait JsonBody {
    /// Sets the body and its content type.
    fn add(&self, argument: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> JsonBody for T {
    fn add(&self, argument: &'static str, parts: &mut Parts) {
        parts.set_body(argument, parts::JSON, json(self));
    }
}

/// `#[body("key")]`: one member of a JSON object; a value that is null is left out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a member of a JSON body",
    label = "a `#[body(\"…\")]` argument must implement `serde::Serialize`",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`"
)]
pub trait JsonMember {
    /// Adds the member.
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> JsonMember for T {
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts) {
        parts.add_member(argument, key, json(self));
    }
}

/// `#[form]`: sent as `application/x-www-form-urlencoded`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a form",
    label = "a `#[form]` argument must implement `serde::Serialize`",
    note = "for a type of your own, add `#[derive(serde::Serialize)]`"
)]
pub trait FormBody {
    /// Sets the body and its content type.
    fn add(&self, argument: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> FormBody for T {
    fn add(&self, argument: &'static str, parts: &mut Parts) {
        parts.set_body(argument, parts::FORM, pairs(self).map(String::into_bytes));
    }
}

/// `#[form("key")]`: one value of a form, an `Option`, or a list whose every value repeats the key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a field of a form",
    label = "a `#[form(\"…\")]` argument must implement `serde::Serialize`",
    note = "take a text, a number, a bool, or an `Option` or a list of them"
)]
pub trait FormField {
    /// Adds `key=value`, once for each value.
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts);
}

impl<T: Serialize + ?Sized> FormField for T {
    fn add(&self, argument: &'static str, key: &'static str, parts: &mut Parts) {
        parts.add_field(argument, pairs(&Pair { key, value: self }));
    }
}

/// `#[multipart]`: a [`Form`], or what turns into one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a multipart form",
    label = "a `#[multipart]` argument is taken by value and must be a `Form` or turn into one",
    note = "take `clerk_client::multipart::Form`, or implement `From<YourType> for Form`"
)]
pub trait MultipartBody {
    /// Sets the body.
    fn add(self, argument: &'static str, parts: &mut Parts);
}

#[diagnostic::do_not_recommend]
impl<T: Into<Form>> MultipartBody for T {
    fn add(self, argument: &'static str, parts: &mut Parts) {
        parts.set_form(argument, self.into());
    }
}

/// `#[multipart("name")]`: a [`Part`]; bytes, a text, an integer or a bool; an `Option` of one, whose `None` sends no part; a list,
/// whose every item is a part of this name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a part of a multipart form",
    label = "a `#[multipart(\"…\")]` argument is taken by value and must be a `Part`, text, an integer or a bool",
    note = "take `clerk_client::multipart::Part`, `&str`, or an `Option` or a `Vec` of one"
)]
pub trait MultipartPart {
    /// Adds the part.
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts);

    /// Adds a list of these: a part for each, but one for all bytes.
    fn add_list(list: Vec<Self>, argument: &'static str, name: &'static str, parts: &mut Parts)
    where
        Self: Sized,
    {
        parts.add_part(argument, name, None);
        for part in list {
            part.add(argument, name, parts);
        }
    }
}

impl<T: MultipartPart> MultipartPart for Option<T> {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        match self {
            Some(part) => part.add(argument, name, parts),
            None => parts.add_part(argument, name, None),
        }
    }
}

impl<T: MultipartPart> MultipartPart for Vec<T> {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        T::add_list(self, argument, name, parts);
    }
}

impl MultipartPart for Part {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        parts.add_part(argument, name, Some(self));
    }
}

impl MultipartPart for Bytes {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        Part::new(self).add(argument, name, parts);
    }
}

impl MultipartPart for &[u8] {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        Bytes::copy_from_slice(self).add(argument, name, parts);
    }
}

/// A number by itself; a list of them is bytes.
impl MultipartPart for u8 {
    fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        self.to_string().add(argument, name, parts);
    }

    fn add_list(bytes: Vec<Self>, argument: &'static str, name: &'static str, parts: &mut Parts) {
        Bytes::from(bytes).add(argument, name, parts);
    }
}

macro_rules! multipart_text {
    ($($value:ty),*) => {$(
        impl MultipartPart for $value {
            fn add(self, argument: &'static str, name: &'static str, parts: &mut Parts) {
                parts.add_part(argument, name, Some(Part::text(self.to_string())));
            }
        }
    )*};
}
multipart_text!(&str, String, &String, Cow<'_, str>, bool, i8, i16, i32, i64, i128, isize, u16, u32, u64, u128, usize);

/// `#[header("name")]`: a text, an integer or a bool, or an `Option` of one; `None` sends no header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a header",
    label = "a `#[header(\"…\")]` argument must be text, an integer or a bool, or an `Option` of one",
    note = "format the value first, and take `&str`"
)]
pub trait HeaderParam {
    /// Sets the header.
    fn add(&self, argument: &'static str, name: &'static str, parts: &mut Parts);
}

impl<T: HeaderParam + ?Sized> HeaderParam for &T {
    fn add(&self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        (**self).add(argument, name, parts);
    }
}

impl<T: HeaderParam> HeaderParam for Option<T> {
    fn add(&self, argument: &'static str, name: &'static str, parts: &mut Parts) {
        if let Some(value) = self {
            value.add(argument, name, parts);
        }
    }
}

macro_rules! header_text {
    ($($text:ty),*) => {$(
        impl HeaderParam for $text {
            fn add(&self, argument: &'static str, name: &'static str, parts: &mut Parts) {
                parts.add_header(argument, name, self);
            }
        }
    )*};
}
header_text!(str, String, Cow<'_, str>);

macro_rules! header_display {
    ($($value:ty),*) => {$(
        impl HeaderParam for $value {
            fn add(&self, argument: &'static str, name: &'static str, parts: &mut Parts) {
                parts.add_header(argument, name, &self.to_string());
            }
        }
    )*};
}
header_display!(bool, i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use http::Method;

    use super::*;
    use crate::request::Endpoint;

    #[derive(Serialize)]
    struct Id(&'static str);

    #[derive(Serialize)]
    enum Order {
        Newest,
    }

    #[derive(Serialize)]
    struct Filter {
        limit: u8,
    }

    fn parts() -> Parts {
        const ENDPOINT: &Endpoint = &Endpoint::new("Api", "all", Method::POST, "/all");
        Parts::new(ENDPOINT, "", Arc::default(), &[])
    }

    /// The query and the form that a value under a key makes, which are the same.
    fn under_a_key<T: Serialize>(value: T) -> Result<String, String> {
        let (mut query, mut form) = (parts(), parts());
        QueryValue::add(&value, "argument", "key", &mut query);
        FormField::add(&value, "argument", "key", &mut form);
        assert_eq!(query.failure.is_some(), form.failure.is_some());
        match query.failure {
            Some(reason) => Err(reason),
            None => {
                assert_eq!(form.body.as_bytes(), Some(query.query.as_bytes()));
                Ok(query.query)
            }
        }
    }

    #[test]
    fn one_value_or_a_list_of_values_has_a_key() {
        assert_eq!(under_a_key(Id("a b")).unwrap(), "key=a+b");
        assert_eq!(under_a_key(Some(Id("a"))).unwrap(), "key=a");
        assert_eq!(under_a_key(None::<Id>).unwrap(), "");
        assert_eq!(under_a_key(Order::Newest).unwrap(), "key=Newest");
        assert_eq!(under_a_key(vec![Id("a"), Id("b")]).unwrap(), "key=a&key=b");
    }

    #[test]
    fn what_has_keys_of_its_own_is_refused_under_a_key() {
        let filter = || Filter { limit: 1 };
        for refused in [
            under_a_key(filter()),
            under_a_key(Some(filter())),
            under_a_key(vec![filter()]),
            under_a_key(BTreeMap::from([("limit", 1)])),
        ] {
            let reason = refused.unwrap_err();
            let expected = "argument `argument` cannot be sent as a query: `key` is a struct, a map or a list of them";
            assert!(reason.starts_with(expected), "{reason}");
        }
    }
}
