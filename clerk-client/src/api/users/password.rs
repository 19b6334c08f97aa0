//! [`RemovePasswordRequest`] and [`SetPasswordCompromisedRequest`].

use clerk_macros::ClerkRequest;

/// What happens when a user's password is removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct RemovePasswordRequest {
    /// Revokes all active sessions of the user. Default: `false`.
    pub sign_out_of_other_sessions: Option<bool>,
}

/// What happens when a user's password is marked as compromised.
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct SetPasswordCompromisedRequest {
    /// Revokes all sessions of the user. Default: `false`.
    pub revoke_all_sessions: Option<bool>,
}
