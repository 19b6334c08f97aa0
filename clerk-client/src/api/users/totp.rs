//! [`Totp`]: the secret of an authenticator app.

use clerk_macros::ClerkResponse;
use secrecy::SecretString;

use crate::types::ObjectType;

/// A new TOTP secret for a user's authenticator app, and backup codes.
///
/// `Debug` redacts the secrets, and the type cannot be serialized.
#[doc(alias = "TOTP")]
#[derive(Debug, Clone, Default, ClerkResponse)]
#[non_exhaustive]
pub struct Totp {
    /// The type of the object: `totp`.
    pub object: ObjectType,
    /// The ID, which starts with `totp_`.
    pub id: String,
    /// The secret, in Base32.
    pub secret: Option<SecretString>,
    /// The same as an `otpauth:` URI, for a QR code.
    pub uri: Option<SecretString>,
    /// Whether the user has verified a code from it.
    pub verified: bool,
    /// Backup codes, each of which can be used once.
    pub backup_codes: Vec<SecretString>,
}
