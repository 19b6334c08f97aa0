//! [`BillingSubscription`] and its next payment.

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::{BillingMoney, BillingSubscriptionItem, BillingTotals, BillingUnitTotal};
use crate::types::{ObjectType, Timestamp};

/// The subscription of a payer: one item for each plan.
#[doc(alias = "CommerceSubscription")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingSubscription {
    /// The type of the object: `commerce_subscription`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The ID of the instance.
    pub instance_id: String,
    /// The status.
    pub status: BillingSubscriptionStatus,
    /// The ID of the payer.
    pub payer_id: String,
    /// When the subscription was created.
    pub created_at: Option<Timestamp>,
    /// When the subscription was last updated.
    pub updated_at: Option<Timestamp>,
    /// When the subscription became active.
    pub active_at: Option<Timestamp>,
    /// When the subscription became past due.
    pub past_due_at: Option<Timestamp>,
    /// The plans that the payer subscribes to.
    pub subscription_items: Vec<BillingSubscriptionItem>,
    /// The next payment, if one is due.
    pub next_payment: Option<BillingNextPayment>,
    /// Whether the payer may try a plan for free.
    pub eligible_for_free_trial: Option<bool>,
}

/// The status of a subscription.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BillingSubscriptionStatus {
    /// In force.
    Active,
    /// A payment is overdue.
    PastDue,
    /// Canceled; it ends with the period that is paid for.
    Canceled,
    /// Over.
    Ended,
    /// The first payment was never made.
    Abandoned,
    /// The first payment is still to be made.
    Incomplete,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The next payment of a subscription or of one of its items.
#[doc(alias = "CommerceSubscriptionNextPayment")]
#[doc(alias = "CommerceSubscriptionItemNextPaymentResponse")]
#[derive(Debug, Clone, Default, PartialEq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingNextPayment {
    /// When it is due.
    pub date: Option<Timestamp>,
    /// The base fee, without what is charged per unit: see `grand_total` of the [`totals`](Self::totals).
    pub amount: Option<BillingMoney>,
    /// What is charged per unit; `None` if Clerk did not send it.
    pub per_unit_totals: Option<Vec<BillingUnitTotal>>,
    /// What will be charged in total, without tax and credits.
    pub totals: Option<BillingTotals>,
}
