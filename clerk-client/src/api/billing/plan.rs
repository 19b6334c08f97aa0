//! [`BillingPlan`], its features and its prices per unit.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::BillingMoney;
use crate::types::ObjectType;

/// A plan that payers subscribe to.
#[doc(alias = "CommercePlan")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingPlan {
    /// The type of the object: `commerce_plan`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// The fee per month.
    pub fee: Option<BillingMoney>,
    /// The fee per month when it is paid annually.
    pub annual_monthly_fee: Option<BillingMoney>,
    /// The fee per year.
    pub annual_fee: Option<BillingMoney>,
    /// The description.
    pub description: Option<String>,
    /// The ID of the product. Deprecated by Clerk.
    pub product_id: String,
    /// Whether it is the default plan.
    pub is_default: bool,
    /// Whether its fee recurs.
    pub is_recurring: bool,
    /// Whether everybody can see it.
    pub publicly_visible: bool,
    /// Whether it has a base fee.
    pub has_base_fee: bool,
    /// The type of payer it is for, such as `user` or `org`.
    pub for_payer_type: String,
    /// The slug.
    pub slug: String,
    /// The URL of its image.
    pub avatar_url: Option<String>,
    /// The features it includes; `None` if Clerk did not send them.
    pub features: Option<Vec<BillingFeature>>,
    /// Whether it can be tried for free.
    pub free_trial_enabled: bool,
    /// The number of days of the free trial.
    pub free_trial_days: Option<i64>,
    /// The prices per unit, such as a seat; `None` if Clerk did not send them.
    pub unit_prices: Option<Vec<BillingUnitPrice>>,
}

/// A feature of a plan.
#[doc(alias = "FeatureResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingFeature {
    /// The type of the object: `feature`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// The description.
    pub description: Option<String>,
    /// The slug.
    pub slug: String,
    /// The URL of its image.
    pub avatar_url: Option<String>,
}

/// What a plan charges per unit, such as a seat.
#[doc(alias = "CommercePlanUnitPrice")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingUnitPrice {
    /// The name of the unit, such as `seats`.
    pub name: String,
    /// The number of units in a block.
    pub block_size: i64,
    /// The price per block, tier by tier.
    pub tiers: Vec<BillingUnitPriceTier>,
}

/// The price of a range of blocks.
#[doc(alias = "CommercePlanUnitPriceTier")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingUnitPriceTier {
    /// The first block of the tier.
    pub starts_at_block: i64,
    /// The last block of the tier; `None` means unlimited.
    pub ends_after_block: Option<i64>,
    /// The price of each block.
    pub fee_per_block: Option<BillingMoney>,
}
