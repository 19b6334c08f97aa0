//! Replies that say little: deleted, counted, turned off, verified.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use crate::types::ObjectType;

/// Something that is no longer there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct DeletedObject {
    /// What kind of thing it was.
    pub object: ObjectType,
    /// Its id.
    pub id: Option<String>,
    /// Its slug, if it had one.
    pub slug: Option<String>,
    /// Whether it was deleted.
    pub deleted: bool,
    /// Your own id for it, if it had one. Added by Clerk after January 2025.
    pub external_id: Option<String>,
}

/// The number of users that match a query.
///
/// Decoding fails if the number is missing: zero is an answer, too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct TotalCount {
    /// `total_count`.
    pub object: ObjectType,
    /// The number of matching users.
    #[clerk(required)]
    pub total_count: u64,
}

/// The user whose second factors, TOTP secret or backup codes were removed.
#[doc(alias = "DisableMFA200Response")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct MfaDisabled {
    /// The user's id. Empty in old replies about a TOTP secret, which have the three other members.
    pub user_id: String,
    /// In old replies: `totp`.
    pub object: ObjectType,
    /// In old replies: the id of the TOTP secret.
    pub id: Option<String>,
    /// In old replies: whether it was deleted.
    pub deleted: Option<bool>,
}

/// The password was right: a wrong one is an error (`incorrect_password`).
#[doc(alias = "VerifyPassword200Response")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PasswordVerification {
    /// Always true in a reply that has it.
    pub verified: bool,
}

/// The code was right: a wrong one is an error (`totp_incorrect_code`).
#[doc(alias = "VerifyTOTP200Response")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct TotpVerification {
    /// Always true in a reply that has it.
    pub verified: bool,
    /// What the code was.
    pub code_type: TotpCodeType,
}

/// The kind of a code that was verified.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TotpCodeType {
    /// A code from an authenticator app.
    Totp,
    /// A backup code, which is used up now.
    BackupCode,
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}
