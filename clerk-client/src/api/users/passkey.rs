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
    /// The type of the object: `passkey`.
    pub object: ObjectType,
    /// The name that the user gave it.
    pub name: String,
    /// When the user last signed in with it.
    pub last_used_at: Option<Timestamp>,
    /// Its verification.
    pub verification: Option<Verification>,
}
