//! [`BillingPaymentMethod`].

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use crate::types::{ObjectType, Timestamp};

/// How a payer pays.
#[doc(alias = "CommercePaymentMethodResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct BillingPaymentMethod {
    /// The type of the object: `commerce_payment_method`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The ID of the payer.
    pub payer_id: String,
    /// The type of payment.
    pub payment_type: PaymentMethodType,
    /// Whether it is the payer's default.
    pub is_default: Option<bool>,
    /// The payment gateway.
    pub gateway: String,
    /// The ID of the payment method at the gateway.
    pub gateway_external_id: String,
    /// The ID of the account at the gateway.
    pub gateway_external_account_id: Option<String>,
    /// The last 4 digits of the card.
    pub last4: Option<String>,
    /// The status.
    pub status: PaymentMethodStatus,
    /// The type of the wallet, if it is one.
    pub wallet_type: Option<String>,
    /// The type of the card, if it is one.
    pub card_type: Option<String>,
    /// The year in which the card expires.
    pub expiry_year: Option<i64>,
    /// The month in which the card expires: 1 to 12.
    pub expiry_month: Option<i64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// Whether it can be removed.
    pub is_removable: Option<bool>,
}

/// The type of a payment method.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PaymentMethodType {
    /// A card.
    Card,
    /// Stripe's Link.
    Link,
    /// The payer's credits.
    PayerCredits,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The status of a payment method.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PaymentMethodStatus {
    /// It can be charged.
    Active,
    /// It has been disconnected.
    Disconnected,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}
