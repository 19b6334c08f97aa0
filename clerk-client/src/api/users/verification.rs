//! [`Verification`]: how far an identification has been verified.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::Strategy;
use crate::types::{ApiError, ObjectType, Timestamp};

/// The status of a verification.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerificationStatus {
    /// Not verified yet.
    Unverified,
    /// Verified.
    Verified,
    /// Refused, or attempted too often.
    Failed,
    /// Expired before it was verified.
    Expired,
    /// Verified, but the account belongs to another user and can be transferred.
    Transferable,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The verification of an email address, a phone number, a wallet, a passkey or an account elsewhere.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-verification).
///
/// One type for all its kinds, which share most members; [`object`](Self::object) and [`strategy`](Self::strategy) tell them
/// apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Verification {
    /// The type of verification. Older responses do not have it.
    pub object: ObjectType,
    /// The status.
    pub status: VerificationStatus,
    /// The strategy.
    pub strategy: Strategy,
    /// The number of attempts made.
    pub attempts: Option<i64>,
    /// When the verification expires.
    pub expire_at: Option<Timestamp>,
    /// The channel over which the code was sent, such as `sms`.
    pub channel: Option<String>,
    /// Why it failed.
    pub error: Option<Box<ApiError>>,
    /// The ID of the client on which the email link was opened.
    pub verified_at_client: Option<String>,
    /// The nonce that a wallet or a passkey has to sign.
    pub nonce: Option<String>,
    /// The message that a wallet shows for signing.
    pub message: Option<String>,
    /// The URL at which the user verifies with an OAuth provider or a SAML connection.
    pub external_verification_redirect_url: Option<String>,
}

impl Verification {
    /// Whether the status is `verified`.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        matches!(self.status, VerificationStatus::Verified)
    }
}
