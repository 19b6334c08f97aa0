//! [`OrderBy`]: the order of a list of users.

use std::fmt;

use serde::{Serialize, Serializer};

crate::types::open_enum::open_enum! {
    /// What a list of users is ordered by. Smallest or earliest first unless [`desc`](Self::desc)
    /// is asked for.
    ///
    /// ```
    /// # use clerk_client::{ListUsers, OrderBy};
    /// let query = ListUsers::new().order_by(OrderBy::LastSignInAt.desc());
    /// assert_eq!(serde_html_form::to_string(&query)?, "order_by=-last_sign_in_at");
    /// # Ok::<(), serde_html_form::ser::Error>(())
    /// ```
    pub enum OrderBy {
        /// When the user was created.
        CreatedAt = "created_at",
        /// When the user was last changed.
        UpdatedAt = "updated_at",
        /// The primary e-mail address.
        EmailAddress = "email_address",
        /// The primary wallet.
        Web3Wallet = "web3wallet",
        /// The first name.
        FirstName = "first_name",
        /// The last name.
        LastName = "last_name",
        /// The primary phone number.
        PhoneNumber = "phone_number",
        /// The user name.
        Username = "username",
        /// When the user was last active.
        LastActiveAt = "last_active_at",
        /// When the user last signed in.
        LastSignInAt = "last_sign_in_at",
    }
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

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
