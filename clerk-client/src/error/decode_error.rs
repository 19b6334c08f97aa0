//! Where decoding stopped.

/// Why a 2xx reply could not be decoded.
#[derive(Debug)]
pub struct DecodeError {
    pub(crate) path: String,
    pub(crate) message: String,
}
