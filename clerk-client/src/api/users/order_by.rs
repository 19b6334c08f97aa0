//! [`OrderBy`]: the order of a list of users.

use clerk_macros::ClerkEnum;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::types::model::query::FilterValue;

/// What a list of users is ordered by: ascending, unless [`desc`](Self::desc) is called.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{ListUsers, OrderBy};
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let query = ListUsers::new().order_by(OrderBy::LastSignInAt.desc());
/// let users = client.users().all(&query).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OrderBy {
    /// When the user was created.
    CreatedAt,
    /// When the user was last updated.
    UpdatedAt,
    /// The primary email address.
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
    /// The username; `None` if the user has none.
    Username,
    /// When the user was last active.
    LastActiveAt,
    /// When the user last signed in.
    LastSignInAt,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

impl OrderBy {
    /// Ascending: smallest or earliest first.
    #[must_use]
    pub fn asc(self) -> Order {
        Order(format!("+{self}"))
    }

    /// Descending: largest or latest first.
    #[must_use]
    pub fn desc(self) -> Order {
        Order(format!("-{self}"))
    }
}

/// An order with its direction, in wire format: `-created_at`. Made from an [`OrderBy`], or from text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order(String);

impl Order {
    /// Returns the text that Clerk uses.
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

/// Keeps the text as it is.
impl From<&str> for Order {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Keeps the text as it is.
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
