//! Subscriptions, plans and credits of Clerk's billing, as the [Users API](crate::users) returns them.
//!
//! Money is in the smallest unit of its currency, such as cents. An amount that Clerk did not send is `None`, never zero.

mod credits;
mod money;
mod payer;
mod payment_method;
mod plan;
mod subscription;
mod subscription_item;
mod totals;

pub use self::credits::{AdjustCreditBalanceRequest, CreditAction, CreditBalance, CreditLedgerEntry};
pub use self::money::BillingMoney;
pub use self::payer::BillingPayer;
pub use self::payment_method::{BillingPaymentMethod, PaymentMethodStatus, PaymentMethodType};
pub use self::plan::{BillingFeature, BillingPlan, BillingUnitPrice, BillingUnitPriceTier};
pub use self::subscription::{BillingNextPayment, BillingSubscription, BillingSubscriptionStatus};
pub use self::subscription_item::{
    BillingPeriod, BillingSeats, BillingSubscriptionItem, BillingSubscriptionItemCredit, BillingSubscriptionItemStatus,
};
pub use self::totals::{
    BillingCredits, BillingDiscounts, BillingPayerCredit, BillingProrationCredit, BillingProrationDiscount,
    BillingTotals, BillingUnitTotal, BillingUnitTotalTier,
};
