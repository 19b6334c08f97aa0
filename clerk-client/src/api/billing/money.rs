//! [`BillingMoney`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

/// An amount of money.
///
/// Decoding fails if the amount is missing: zero is an amount, too.
#[doc(alias = "CommerceMoneyResponse")]
#[doc(alias = "BillingMoneyAmount")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingMoney {
    /// The amount in the smallest unit of the currency, such as cents. Negative where it is taken off.
    #[clerk(required)]
    pub amount: i64,
    /// The amount as text, such as `$49.99`.
    pub amount_formatted: String,
    /// The ISO 4217 code of the currency, such as `USD`.
    pub currency: String,
    /// The symbol of the currency, such as `$`.
    pub currency_symbol: String,
}
