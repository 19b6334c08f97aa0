//! [`VerifyPasswordRequest`] and [`VerifyTotpRequest`].

use secrecy::{ExposeSecret, SecretString};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A password to check. `Debug` does not show it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct VerifyPasswordRequest {
    /// The password.
    pub password: SecretString,
}

impl VerifyPasswordRequest {
    /// A request to check `password`.
    #[must_use]
    pub fn new(password: impl Into<SecretString>) -> Self {
        Self { password: password.into() }
    }
}

impl Serialize for VerifyPasswordRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("VerifyPasswordRequest", 1)?;
        body.serialize_field("password", self.password.expose_secret())?;
        body.end()
    }
}

/// A code from an authenticator app, or a backup code, to check. `Debug` does not show it.
#[doc(alias = "VerifyTOTPRequest")]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct VerifyTotpRequest {
    /// The code: 6 digits from the app, or a backup code.
    pub code: SecretString,
}

impl VerifyTotpRequest {
    /// A request to check `code`. A backup code is used up when it is right.
    #[must_use]
    pub fn new(code: impl Into<SecretString>) -> Self {
        Self { code: code.into() }
    }
}

impl Serialize for VerifyTotpRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("VerifyTotpRequest", 1)?;
        body.serialize_field("code", self.code.expose_secret())?;
        body.end()
    }
}
