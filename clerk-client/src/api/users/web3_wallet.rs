//! [`Web3Wallet`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Verification;
use crate::types::{ObjectType, Timestamp};

/// A wallet of a user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Web3Wallet {
    /// Starts with `idn_`.
    pub id: String,
    /// `web3_wallet`.
    pub object: ObjectType,
    /// The wallet's address.
    pub web3_wallet: String,
    /// How it was verified; `None` when nobody tried.
    pub verification: Option<Verification>,
    /// When it was added.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
