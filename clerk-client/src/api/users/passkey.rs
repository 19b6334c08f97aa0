//! [`Passkey`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Verification;
use crate::types::{ObjectType, Timestamp};

/// A passkey of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Passkey {
    /// Starts with `idn_`; what [`delete_passkey`](crate::UsersApi::delete_passkey) takes.
    pub id: String,
    /// `passkey`.
    pub object: ObjectType,
    /// What the user calls it.
    pub name: String,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
    /// How it was verified.
    pub verification: Option<Verification>,
}
