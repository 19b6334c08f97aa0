//! [`BillingPayer`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::BillingMoney;
use crate::types::{ObjectType, Timestamp};

/// Who pays: a user or an organization.
#[doc(alias = "CommercePayerResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingPayer {
    /// The type of the object: `commerce_payer`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The ID of the instance.
    pub instance_id: String,
    /// The ID of the user, if the payer is one.
    pub user_id: Option<String>,
    /// The first name of the user.
    pub first_name: Option<String>,
    /// The last name of the user.
    pub last_name: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// The ID of the organization, if the payer is one.
    pub organization_id: Option<String>,
    /// The name of the organization.
    pub organization_name: Option<String>,
    /// The URL of the image.
    pub image_url: Option<String>,
    /// The current credit balance.
    pub credits_balance: Option<BillingMoney>,
    /// When the payer was created.
    pub created_at: Option<Timestamp>,
    /// When the payer was last updated.
    pub updated_at: Option<Timestamp>,
}
