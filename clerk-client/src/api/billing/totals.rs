//! [`BillingTotals`] and what they are made of.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::BillingMoney;

/// What is charged in total.
#[doc(alias = "CommerceTotalsResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingTotals {
    /// The total before tax.
    pub subtotal: Option<BillingMoney>,
    /// The base fee.
    pub base_fee: Option<BillingMoney>,
    /// The tax.
    pub tax_total: Option<BillingMoney>,
    /// The total.
    pub grand_total: Option<BillingMoney>,
    /// What is charged per unit, such as a seat; `None` if Clerk did not send it.
    pub per_unit_totals: Option<Vec<BillingUnitTotal>>,
    /// The credits that reduce the total.
    pub credits: Option<BillingCredits>,
    /// The discounts that reduce the total.
    pub discounts: Option<BillingDiscounts>,
}

/// What is charged for units of one kind.
#[doc(alias = "CommercePerUnitTotal")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingUnitTotal {
    /// The name of the unit, such as `seats`.
    pub name: String,
    /// The number of units in a block.
    pub block_size: i64,
    /// The totals, tier by tier.
    pub tiers: Vec<BillingUnitTotalTier>,
}

/// What is charged for the units of one tier.
#[doc(alias = "CommercePerUnitTotalTier")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingUnitTotalTier {
    /// The number of units; `None` means unlimited.
    pub quantity: Option<i64>,
    /// The price of each block.
    pub fee_per_block: Option<BillingMoney>,
    /// The total of the tier.
    pub total: Option<BillingMoney>,
}

/// Credits that reduce a charge.
#[doc(alias = "CommerceCreditsResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingCredits {
    /// The credit for the rest of a period that was paid for.
    pub proration: Option<BillingProrationCredit>,
    /// The credit from the payer's balance.
    pub payer: Option<BillingPayerCredit>,
    /// Both.
    pub total: Option<BillingMoney>,
}

/// The credit for the rest of a period that was paid for.
#[doc(alias = "CommerceProrationCreditDetailResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingProrationCredit {
    /// The credit.
    pub amount: Option<BillingMoney>,
    /// The number of days that remain of the billing cycle.
    pub cycle_days_remaining: Option<i64>,
    /// The number of days of the billing cycle.
    pub cycle_days_total: Option<i64>,
    /// The percentage of the billing cycle that remains.
    pub cycle_remaining_percent: Option<f64>,
}

/// The credit from a payer's balance.
#[doc(alias = "CommercePayerCreditResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingPayerCredit {
    /// What remains of the balance.
    pub remaining_balance: Option<BillingMoney>,
    /// What is used of it.
    pub applied_amount: Option<BillingMoney>,
}

/// Discounts that reduce a charge.
#[doc(alias = "CommerceDiscountsResponse")]
#[doc(alias = "BillingDiscountsResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingDiscounts {
    /// The discount for the part of the period that has passed.
    pub proration: Option<BillingProrationDiscount>,
    /// All discounts.
    pub total: Option<BillingMoney>,
}

/// The discount for the part of a period that has passed.
#[doc(alias = "CommerceProrationDiscountResponse")]
#[doc(alias = "BillingProrationDiscountDetail")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingProrationDiscount {
    /// The discount.
    pub amount: Option<BillingMoney>,
    /// The number of days that have passed of the billing cycle.
    pub cycle_days_passed: Option<i64>,
    /// The number of days of the billing cycle.
    pub cycle_days_total: Option<i64>,
    /// The percentage of the billing cycle that has passed.
    pub cycle_passed_percent: Option<f64>,
}
