//! Multipart forms: what `#[multipart]` arguments are.

use std::fmt;

use bytes::Bytes;

/// A `multipart/form-data` body.
///
/// The parts are kept in memory, so a request can be sent again. The boundary and the encoding are made when it is sent.
///
/// ```
/// use clerk_client::multipart::{Form, Part};
///
/// let form = Form::new()
///     .text("title", "Ada")
///     .part("file", Part::new(vec![0x89, b'P', b'N', b'G']).file_name("ada.png"));
/// assert_eq!(form.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Form {
    parts: Vec<(String, Part)>,
}

impl Form {
    /// A form without parts.
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

    /// How many parts the form has.
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
        for (name, part) in &self.parts {
            let content_type = part.content_type.as_deref().unwrap_or(OCTET_STREAM);
            if content_type.parse::<mime_guess::Mime>().is_err() {
                return Err(format!("has a part `{name}` whose content type `{content_type}` is none"));
            }
        }
        Ok(())
    }

    pub(crate) fn into_parts(self) -> Vec<(String, Part)> {
        self.parts
    }

    /// The parts with their names, in the order in which they are sent.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &Part)> {
        self.parts.iter().map(|(name, part)| (name.as_str(), part))
    }
}

/// One part of a [`Form`]: bytes, with a file name and a content type where it is a file.
#[derive(Clone)]
#[must_use]
#[non_exhaustive]
pub struct Part {
    /// The bytes.
    pub data: Bytes,
    /// The file name that is sent; a text field has none.
    pub file_name: Option<String>,
    /// The content type that is sent; a text field has none.
    pub content_type: Option<String>,
}

impl Part {
    /// A file named `file` of type `application/octet-stream`, until the other methods say better.
    pub fn new(data: impl Into<Bytes>) -> Self {
        Self { data: data.into(), file_name: Some("file".to_owned()), content_type: Some(OCTET_STREAM.to_owned()) }
    }

    /// A text field: it has no file name, and no content type.
    pub fn text(value: impl Into<String>) -> Self {
        Self { data: Bytes::from(value.into()), file_name: None, content_type: None }
    }

    /// Names the file, and takes the content type from the name's extension where it has a known one.
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
            assert_eq!(Part::new("x").file_name(name).content_type.as_deref(), Some(expected), "{name}");
        }
        assert_eq!(
            Part::new("x").file_name("a.png").content_type("image/gif").content_type.as_deref(),
            Some("image/gif")
        );
    }

    #[test]
    fn a_file_always_has_a_name_and_a_type() {
        let part = Part::new("x");
        assert_eq!((part.file_name.as_deref(), part.content_type.as_deref()), (Some("file"), Some(OCTET_STREAM)));
    }

    #[test]
    fn debug_shows_no_bytes() {
        assert!(!format!("{:?}", Form::new().text("note", "planted")).contains("planted"));
    }
}
