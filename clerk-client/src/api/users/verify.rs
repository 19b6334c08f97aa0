//! [`VerifyPasswordRequest`] and [`VerifyTotpRequest`].

use clerk_macros::ClerkRequest;
use secrecy::SecretString;

/// A password to verify. `Debug` redacts it.
#[derive(Debug, Clone, ClerkRequest)]
#[non_exhaustive]
pub struct VerifyPasswordRequest {
    /// The password, in plain text.
    pub password: SecretString,
}

/// A code from an authenticator app, or a backup code, to verify. `Debug` redacts it.
#[doc(alias = "VerifyTOTPRequest")]
#[derive(Debug, Clone, ClerkRequest)]
#[non_exhaustive]
pub struct VerifyTotpRequest {
    /// The code: 6 digits from the app, or a backup code, which is consumed if it is right.
    pub code: SecretString,
}
