//! [`BillingSubscriptionItem`].

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::{
    BillingCredits, BillingMoney, BillingNextPayment, BillingPayer, BillingPaymentMethod, BillingPlan, BillingTotals,
    BillingUnitTotalTier,
};
use crate::types::{ObjectType, Timestamp};

/// A plan that a payer subscribes to.
#[doc(alias = "CommerceSubscriptionItem")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingSubscriptionItem {
    /// The type of the object: `commerce_subscription_item`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The ID of the instance.
    pub instance_id: String,
    /// The status.
    pub status: BillingSubscriptionItemStatus,
    /// The credit, in events about payment attempts only.
    pub credit: Option<BillingSubscriptionItemCredit>,
    /// The credits that apply to the item.
    pub credits: Option<BillingCredits>,
    /// The ID of the plan.
    pub plan_id: Option<String>,
    /// The ID of the price.
    pub price_id: Option<String>,
    /// The plan.
    pub plan: Option<BillingPlan>,
    /// How often the plan is paid for.
    pub plan_period: BillingPeriod,
    /// The payment method.
    pub payment_method: Option<BillingPaymentMethod>,
    /// What was paid for the item so far.
    pub lifetime_paid: Option<BillingMoney>,
    /// The next payment, if one is due.
    pub next_payment: Option<BillingNextPayment>,
    /// The ID of the payer.
    pub payer_id: String,
    /// The payer.
    pub payer: Option<BillingPayer>,
    /// Whether it is a free trial.
    pub is_free_trial: bool,
    /// When the current period started.
    pub period_start: Option<Timestamp>,
    /// When the current period ends; `None` if it does not.
    pub period_end: Option<Timestamp>,
    /// The day from which the item is prorated, such as `2026-01-31`.
    pub proration_date: Option<String>,
    /// When the item was canceled.
    pub canceled_at: Option<Timestamp>,
    /// When the item became past due.
    pub past_due_at: Option<Timestamp>,
    /// When the item ended.
    pub ended_at: Option<Timestamp>,
    /// When the item was created.
    pub created_at: Option<Timestamp>,
    /// When the item was last updated.
    pub updated_at: Option<Timestamp>,
    /// The seats that are paid for, where a plan is paid per seat.
    pub seats: Option<BillingSeats>,
    /// What the item costs in total.
    pub totals: Option<BillingTotals>,
}

/// The status of a subscription item.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BillingSubscriptionItemStatus {
    /// In force.
    Active,
    /// Canceled; it ends with the period that is paid for.
    Canceled,
    /// Not renewed.
    Expired,
    /// Over.
    Ended,
    /// A payment is overdue.
    PastDue,
    /// Starts when the current period of another item ends.
    Upcoming,
    /// The first payment is still to be made.
    Incomplete,
    /// The first payment was never made.
    Abandoned,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// How often a plan is paid for.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BillingPeriod {
    /// Every month.
    Month,
    /// Every year.
    Annual,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The credit of a subscription item.
#[doc(alias = "CommerceSubscriptionCreditResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingSubscriptionItemCredit {
    /// The credit.
    pub amount: Option<BillingMoney>,
    /// The percentage of the billing cycle that remains.
    pub cycle_remaining_percent: Option<f64>,
}

/// The seats of a subscription item.
#[doc(alias = "CommerceSubscriptionItemSeatsResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingSeats {
    /// The number of seats; `None` means unlimited.
    pub quantity: Option<i64>,
    /// The costs, tier by tier; `None` if Clerk did not send them.
    pub tiers: Option<Vec<BillingUnitTotalTier>>,
}
