//! Why a body could not be decoded.

/// Why the body of a 2xx response could not be decoded.
#[derive(Debug)]
pub struct DecodeError {
    pub(crate) path: String,
    pub(crate) message: String,
}
