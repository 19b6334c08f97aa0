//! Responses that only acknowledge: deleted, counted, disabled, verified.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use crate::types::ObjectType;

/// Confirms that an object was deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct DeletedObject {
    /// The type of the deleted object.
    pub object: ObjectType,
    /// The ID.
    pub id: Option<String>,
    /// The slug, if the object had one.
    pub slug: Option<String>,
    /// Whether it was deleted.
    pub deleted: bool,
    /// The external ID, if the object had one.
    pub external_id: Option<String>,
}

/// The number of users that match a query.
///
/// Decoding fails if the number is missing: zero is an answer, too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct TotalCount {
    /// The type of the object: `total_count`.
    pub object: ObjectType,
    /// The number of matching users.
    #[clerk(required)]
    pub total_count: u64,
}

/// The user whose second factors, TOTP secrets or backup codes were deleted.
#[doc(alias = "DisableMFA200Response")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct MfaDisabled {
    /// The user's ID. Empty in the legacy `delete_totp` response, which has the three fields below instead.
    pub user_id: String,
    /// In the legacy response: `totp`.
    pub object: ObjectType,
    /// In the legacy response: the ID of the TOTP secret.
    pub id: Option<String>,
    /// In the legacy response: whether the secret was deleted.
    pub deleted: Option<bool>,
}

/// The result of a successful password verification. A wrong password is an error (`incorrect_password`).
#[doc(alias = "VerifyPassword200Response")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PasswordVerification {
    /// Always `true`, also if Clerk does not send it.
    pub verified: bool,
}

/// Verified: a failed verification is an error, not a response.
impl Default for PasswordVerification {
    fn default() -> Self {
        Self { verified: true }
    }
}

/// The result of a successful code verification. A wrong code is an error (`totp_incorrect_code`).
#[doc(alias = "VerifyTOTP200Response")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct TotpVerification {
    /// Always `true`, also if Clerk does not send it.
    pub verified: bool,
    /// Whether the code was a TOTP code or a backup code.
    pub code_type: TotpCodeType,
}

/// Verified: a failed verification is an error, not a response.
impl Default for TotpVerification {
    fn default() -> Self {
        Self { verified: true, code_type: TotpCodeType::default() }
    }
}

/// The type of a verified code.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TotpCodeType {
    /// A code from an authenticator app.
    Totp,
    /// A backup code, which is consumed by the verification.
    BackupCode,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verification_that_does_not_say_so_is_verified() {
        for (json, verified) in [
            ("{}", true),
            (r#"{"verified":null}"#, true),
            (r#"{"verified":true}"#, true),
            (r#"{"verified":false}"#, false),
        ] {
            assert_eq!(serde_json::from_str::<PasswordVerification>(json).unwrap().verified, verified, "{json}");
            assert_eq!(serde_json::from_str::<TotpVerification>(json).unwrap().verified, verified, "{json}");
        }
    }
}
