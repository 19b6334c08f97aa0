//! Request bodies.

use std::fmt;

use bytes::Bytes;

use super::multipart::Form;

/// The body of a request; cheap to clone.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Body {
    /// None at all: neither bytes nor a `Content-Type`.
    #[default]
    Empty,
    /// Bytes; the request's headers say what they are.
    Bytes(Bytes),
    /// A form whose boundary, encoding and `Content-Type` the transport makes.
    Multipart(Form),
}

impl Body {
    /// The bytes, where the body is bytes.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The bytes, to be added to.
    pub(super) fn take_bytes(&mut self) -> Option<Vec<u8>> {
        match std::mem::take(self) {
            Self::Bytes(bytes) => Some(bytes.into()),
            _ => None,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Bytes(bytes) => write!(f, "Bytes({})", bytes.len()),
            Self::Multipart(form) => write!(f, "Multipart({} parts)", form.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_body_of_bytes_has_bytes() {
        assert_eq!(Body::Bytes(Bytes::from_static(b"{}")).as_bytes(), Some(&b"{}"[..]));
        assert_eq!((Body::Empty.as_bytes(), Body::Multipart(Form::new()).as_bytes()), (None, None));
    }
}
