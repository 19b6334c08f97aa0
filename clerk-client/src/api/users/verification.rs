//! [`Verification`]: how far an identification has been verified.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::Strategy;
use crate::types::{ApiError, ObjectType, Timestamp};

/// How far a verification has come.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VerificationStatus {
    /// Not verified yet.
    Unverified,
    /// Verified.
    Verified,
    /// Tried too often, or refused.
    Failed,
    /// Not verified in time.
    Expired,
    /// Verified for an account that belongs to another user.
    Transferable,
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The verification of an e-mail address, a phone number, a wallet, a passkey or an account
/// elsewhere.
///
/// One type for all its kinds, which share most members; [`object`](Self::object) and
/// [`strategy`](Self::strategy) tell them apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Verification {
    /// The kind of verification. Older replies do not have it.
    pub object: ObjectType,
    /// How far it has come.
    pub status: VerificationStatus,
    /// The way it is done.
    pub strategy: Strategy,
    /// How often it was tried.
    pub attempts: Option<i64>,
    /// When it ends if it is not finished before.
    pub expire_at: Option<Timestamp>,
    /// Where the code was sent, for instance `sms`.
    pub channel: Option<String>,
    /// The id of the client on which an e-mail link was opened.
    pub verified_at_client: Option<String>,
    /// What a wallet or a passkey has to sign.
    pub nonce: Option<String>,
    /// The text that a wallet shows for signing.
    pub message: Option<String>,
    /// Where the user goes to verify at an OAuth provider or a SAML connection.
    pub external_verification_redirect_url: Option<String>,
    /// Why it failed.
    pub error: Option<Box<ApiError>>,
}

impl Verification {
    /// Whether the status is `verified`.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        matches!(self.status, VerificationStatus::Verified)
    }
}
