//! [`OrderBy`]: the order of a list of users.

use clerk_macros::ClerkEnum;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::types::model::query::FilterValue;

/// What a list of users is ordered by. Smallest or earliest first unless [`desc`](Self::desc)
/// is asked for.
///
/// ```
/// # use clerk_client::{ListUsers, OrderBy};
/// let query = ListUsers::new().order_by(OrderBy::LastSignInAt.desc());
/// assert_eq!(serde_html_form::to_string(&query)?, "order_by=-last_sign_in_at");
/// # Ok::<(), serde_html_form::ser::Error>(())
/// ```
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OrderBy {
    /// When the user was created.
    CreatedAt,
    /// When the user was last changed.
    UpdatedAt,
    /// The primary e-mail address.
    EmailAddress,
    /// The primary wallet.
    #[serde(rename = "web3wallet")]
    Web3Wallet,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The primary phone number.
    PhoneNumber,
    /// The user name.
    Username,
    /// When the user was last active.
    LastActiveAt,
    /// When the user last signed in.
    LastSignInAt,
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

impl OrderBy {
    /// Smallest or earliest first.
    #[must_use]
    pub fn asc(self) -> Order {
        Order(format!("+{self}"))
    }

    /// Largest or latest first.
    #[must_use]
    pub fn desc(self) -> Order {
        Order(format!("-{self}"))
    }
}

/// An order with its direction, as Clerk writes it: `-created_at`. Made from an [`OrderBy`], or
/// from text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order(String);

impl Order {
    /// The text that Clerk uses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<OrderBy> for Order {
    fn from(by: OrderBy) -> Self {
        by.asc()
    }
}

/// Takes the text as it is.
impl From<&str> for Order {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Takes the text as it is.
impl From<String> for Order {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FilterValue for Order {}

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
