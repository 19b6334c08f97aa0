//! [`Totp`]: the secret of an authenticator app.

use clerk_macros::ClerkResponse;
use secrecy::SecretString;

use crate::types::ObjectType;

/// A new secret for a user's authenticator app, and codes for when the app is lost.
///
/// Neither `Debug` nor serialization shows the secrets: this type cannot be serialized at all.
#[doc(alias = "TOTP")]
#[derive(Debug, Clone, Default, ClerkResponse)]
#[non_exhaustive]
pub struct Totp {
    /// `totp`.
    pub object: ObjectType,
    /// Starts with `totp_`.
    pub id: String,
    /// The secret, in Base32.
    pub secret: Option<SecretString>,
    /// The same as an `otpauth:` address, for a QR code.
    pub uri: Option<SecretString>,
    /// Whether the user has entered a code from it.
    pub verified: bool,
    /// Codes that can be used once each.
    pub backup_codes: Vec<SecretString>,
}
