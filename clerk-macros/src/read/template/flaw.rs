//! What is wrong with a path.

/// Everything that is wrong with one path or one of its segments, and the way out.
#[derive(Debug, Default)]
pub(crate) struct Flaw {
    pub(super) messages: Vec<String>,
    pub(super) advice: Vec<String>,
    /// As it should be.
    pub(super) mended: Option<String>,
}

impl Flaw {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Flaw { messages: vec![message.into()], ..Flaw::default() }
    }

    pub(super) fn advice(self, advice: impl Into<String>) -> Self {
        Flaw { advice: vec![advice.into()], ..self }
    }

    pub(super) fn mended(self, text: impl Into<String>) -> Self {
        Flaw { mended: Some(text.into()), ..self }
    }
}

/// A character that cannot be seen is shown by its number.
pub(super) fn visible(character: char) -> String {
    let escaped: String = character.escape_debug().collect();
    if character.is_control() || escaped.starts_with("\\u") { escaped } else { character.to_string() }
}
