//! A payer's credits: the balance, and changes to it.

use clerk_macros::{ClerkEnum, ClerkRequest, ClerkResponse};
use serde::Serialize;

use super::BillingMoney;
use crate::types::{ObjectType, Timestamp};

/// The credit balance of a payer. Credits reduce the charge of a checkout and of recurring payments.
#[doc(alias = "CommerceCreditBalanceResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct CreditBalance {
    /// The type of the object: `commerce_credit_balance`.
    pub object: ObjectType,
    /// The balance; `None` if the payer has never had credits.
    pub balance: Option<BillingMoney>,
}

/// One change to a credit balance.
#[doc(alias = "CommerceCreditLedgerResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct CreditLedgerEntry {
    /// The type of the object: `commerce_credit_ledger`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The ID of the payer.
    pub payer_id: String,
    /// The change: positive for an increase, negative for a decrease.
    #[clerk(required)]
    pub amount: BillingMoney,
    /// The type of the change's source, such as `grant`.
    pub source_type: String,
    /// The ID of the change's source.
    pub source_id: String,
    /// The note of the request.
    pub note: Option<String>,
    /// When the entry was created.
    pub created_at: Option<Timestamp>,
}

/// Whether a credit balance is increased or decreased.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CreditAction {
    /// Adds the amount.
    Increase,
    /// Subtracts the amount.
    Decrease,
    /// Any other text.
    #[clerk(other)]
    Other(Box<str>),
}

/// A change to make to a credit balance.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::AdjustCreditBalanceRequest;
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let refund = AdjustCreditBalanceRequest::increase(500, "refund-17");
/// let entry = client.users().adjust_credit_balance("user_2a", &refund).await?;
/// println!("{}", entry.amount.amount_formatted);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ClerkRequest)]
#[non_exhaustive]
pub struct AdjustCreditBalanceRequest {
    /// The amount in the smallest unit of the currency, such as cents: 1 or more.
    pub amount: u64,
    /// Whether to increase or decrease the balance.
    pub action: CreditAction,
    /// The key under which the change is made only once: a repeated request with the same key returns the first entry. Derive it
    /// from the reason of the change, not from the attempt.
    pub idempotency_key: String,
    /// The ISO 4217 code of the currency. Default: `USD`.
    pub currency: Option<String>,
    /// A note that is kept with the entry.
    pub note: Option<String>,
}

impl AdjustCreditBalanceRequest {
    /// Adds `amount` (in cents, say) to the balance, once per `idempotency_key`.
    #[must_use]
    pub fn increase(amount: u64, idempotency_key: impl Into<String>) -> Self {
        Self::new(amount, CreditAction::Increase, idempotency_key.into())
    }

    /// Subtracts `amount` (in cents, say) from the balance, once per `idempotency_key`.
    #[must_use]
    pub fn decrease(amount: u64, idempotency_key: impl Into<String>) -> Self {
        Self::new(amount, CreditAction::Decrease, idempotency_key.into())
    }
}
