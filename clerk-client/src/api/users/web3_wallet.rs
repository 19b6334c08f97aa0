//! [`Web3Wallet`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Verification;
use crate::types::{ObjectType, Timestamp};

/// A wallet of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Web3Wallet {
    /// The ID, which starts with `idn_`.
    pub id: String,
    /// The type of the object: `web3_wallet`.
    pub object: ObjectType,
    /// The wallet's address.
    pub web3_wallet: String,
    /// Its verification; `None` if none was started.
    pub verification: Option<Verification>,
    /// When it was added.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
}
