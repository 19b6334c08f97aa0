//! Multipart forms: what `#[multipart]` arguments are.

use std::fmt;
use std::io;
use std::path::Path;

use bytes::Bytes;
use serde::Serialize;

/// A `multipart/form-data` body.
///
/// The parts are kept in memory, so that a request can be retried. The boundary and the encoding are made when it is sent.
///
/// Names and file names with control characters, which could write headers of a part, are refused when the request is built.
///
/// # Examples
///
/// ```
/// use clerk_client::multipart::{Form, Part};
///
/// let form = Form::new()
///     .text("title", "Ada")
///     .part("file", Part::file("ada.png", vec![0x89, b'P', b'N', b'G']));
/// assert_eq!(form.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Form {
    parts: Vec<(String, Part)>,
}

impl Form {
    /// Creates an empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text field.
    pub fn text(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.part(name, Part::text(value))
    }

    /// Adds a part.
    pub fn part(mut self, name: impl Into<String>, part: Part) -> Self {
        self.parts.push((name.into(), part));
        self
    }

    /// Returns the number of parts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether the form has no parts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What is wrong with the form, while it is still known which argument brought it.
    pub(crate) fn check(&self) -> Result<(), String> {
        self.parts.iter().try_for_each(|(name, part)| part.check(name))
    }

    pub(crate) fn into_parts(self) -> Vec<(String, Part)> {
        self.parts
    }

    /// Iterates over the parts with their names, in the order in which they are sent.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &Part)> {
        self.parts.iter().map(|(name, part)| (name.as_str(), part))
    }
}

impl<N: Into<String>> Extend<(N, Part)> for Form {
    fn extend<I: IntoIterator<Item = (N, Part)>>(&mut self, parts: I) {
        self.parts.extend(parts.into_iter().map(|(name, part)| (name.into(), part)));
    }
}

impl<N: Into<String>> FromIterator<(N, Part)> for Form {
    fn from_iter<I: IntoIterator<Item = (N, Part)>>(parts: I) -> Self {
        let mut form = Self::new();
        form.extend(parts);
        form
    }
}

/// One part of a [`Form`]: bytes, with a file name if it is a file, and a content type.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::multipart::Part;
///
/// let in_memory = Part::file("logo.png", vec![0x89, b'P', b'N', b'G']);
/// let from_disk = Part::read("pictures/logo.png")?;
/// let json = Part::json(&["a", "b"])?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Part {
    /// The bytes.
    pub data: Bytes,
    /// The file name that is sent; `None` for a field that is not a file.
    pub file_name: Option<String>,
    /// The content type that is sent; `None` for a text field.
    pub content_type: Option<String>,
}

impl Part {
    /// Creates a part from bytes, without a file name, of type `application/octet-stream`.
    pub fn new(data: impl Into<Bytes>) -> Self {
        Self { data: data.into(), file_name: None, content_type: Some(OCTET_STREAM.to_owned()) }
    }

    /// Creates a text field.
    pub fn text(text: impl Into<String>) -> Self {
        Self { content_type: None, ..Self::new(text.into()) }
    }

    /// Creates a file from bytes. The content type is that of the name's extension, if it is known.
    pub fn file(file_name: impl Into<String>, data: impl Into<Bytes>) -> Self {
        Self::new(data).file_name(file_name)
    }

    /// Creates a field of type `application/json`.
    ///
    /// # Errors
    ///
    /// `value` cannot be serialized as JSON.
    pub fn json(value: &(impl Serialize + ?Sized)) -> Result<Self, serde_json::Error> {
        serde_json::to_vec(value).map(|json| Self::new(json).content_type("application/json"))
    }

    /// Reads a file from disk. It keeps its name, and gets the content type of its extension. This blocks, as [`std::fs::read`]
    /// does.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn read(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self::file(file_name, std::fs::read(path)?))
    }

    /// Sets the file name, and the content type of its extension if that is known.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        let name = name.into();
        if let Some(guess) = mime_guess::from_path(&name).first_raw() {
            self.content_type = Some(guess.to_owned());
        }
        self.file_name = Some(name);
        self
    }

    /// Sets the content type, such as `image/png`.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    pub(super) fn check(&self, name: &str) -> Result<(), String> {
        if name.contains(char::is_control) {
            return Err(format!("has a part {name:?} whose name has control characters"));
        }
        if self.file_name.as_ref().is_some_and(|file_name| file_name.contains(char::is_control)) {
            return Err(format!("has a part `{name}` whose file name has control characters"));
        }
        let content_type = self.content_type.as_deref().unwrap_or(OCTET_STREAM);
        match content_type.parse::<mime_guess::Mime>() {
            Ok(_) => Ok(()),
            Err(_) => Err(format!("has a part `{name}` with an invalid content type {content_type:?}")),
        }
    }
}

const OCTET_STREAM: &str = "application/octet-stream";

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("bytes", &self.data.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_type_comes_from_the_file_name() {
        for (name, expected) in
            [("a.png", "image/png"), ("A.JPG", "image/jpeg"), ("x.webp", "image/webp"), ("noext", OCTET_STREAM)]
        {
            assert_eq!(Part::file(name, "x").content_type.as_deref(), Some(expected), "{name}");
        }
        assert_eq!(Part::file("a.png", "x").content_type("image/gif").content_type.as_deref(), Some("image/gif"));
    }

    #[test]
    fn only_a_file_has_a_file_name() {
        let json = Part::json(&[1]).unwrap();
        assert_eq!((json.file_name, json.content_type.as_deref()), (None, Some("application/json")));
        assert_eq!(json.data, "[1]");
        assert_eq!((Part::text("x").file_name, Part::text("x").content_type), (None, None));
        assert_eq!(Part::new("x").file_name, None);
        assert!(Part::json(&std::collections::BTreeMap::from([((1, 2), 3)])).is_err());
    }

    #[test]
    fn a_file_read_from_disk_keeps_its_name() {
        let part = Part::read(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
        assert_eq!(part.file_name.as_deref(), Some("Cargo.toml"));
        assert!(!part.data.is_empty());
        assert!(Part::read("no/such/file").is_err());
    }

    #[test]
    fn a_form_is_collected_and_counted() {
        let mut form: Form = [("a", Part::text("1")), ("b", Part::text("2"))].into_iter().collect();
        assert!(!form.is_empty());
        form.extend([("c", Part::text("3"))]);
        assert_eq!(form.len(), 3);
        assert_eq!(form.parts().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((Form::new().len(), Form::new().is_empty()), (0, true));
    }

    #[test]
    fn what_could_write_headers_of_a_part_is_refused() {
        let injected = "a\r\nContent-Type: text/html; x=";
        for (form, reason) in [
            (Form::new().text(injected, "x"), "control characters"),
            (Form::new().text("a\0", "x"), "control characters"),
            (Form::new().part("file", Part::file(injected, "x")), "file name has control characters"),
            (Form::new().part("file", Part::new("x").content_type("image/png\r\nX: y")), "invalid content type"),
            (Form::new().part("file", Part::new("x").content_type("")), "invalid content type"),
        ] {
            let error = form.check().unwrap_err();
            assert!(error.contains(reason) && !error.contains(['\r', '\n']), "{error}");
        }
        assert_eq!(
            Form::new().text("name", "any\r\ntext").part("f", Part::file("Äcme \"1\".png", "x")).check(),
            Ok(())
        );
    }

    #[test]
    fn debug_shows_no_bytes() {
        assert!(!format!("{:?}", Form::new().text("note", "planted")).contains("planted"));
    }
}
