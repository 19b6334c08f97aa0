//! What a row declares about itself: its keys. All indexes are made of them.

use super::row::{Id, Kind};
use crate::problem::Problem;

/// The indexes by text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Index {
    EmailAddress,
    PhoneNumber,
    Web3Wallet,
    Username,
    ExternalId,
    /// A provider and the user's id there.
    Account,
    /// Of an organization.
    Slug,
    /// An organization's id and a user's.
    Member,
    InvitedEmailAddress,
    /// A user's id and an idempotency key.
    CreditKey,
    Banned,
    /// Of a session.
    Client,
    SessionStatus,
}

impl Index {
    pub(crate) const COUNT: usize = 13;

    /// The error for a value that another row holds exclusively.
    pub(super) fn taken(self) -> Problem {
        let exists = |name: &str, what: &str| {
            let text = format!("That {what} is taken. Please try another.");
            Problem::param("form_identifier_exists", name, text)
        };
        match self {
            Self::EmailAddress => exists("email_address", "email address"),
            Self::PhoneNumber => exists("phone_number", "phone number"),
            Self::Web3Wallet => exists("web3_wallet", "web3 wallet"),
            Self::Username => exists("username", "username"),
            Self::ExternalId => exists("external_id", "external ID"),
            Self::Account => exists("provider_user_id", "external account"),
            Self::Slug => exists("slug", "slug"),
            Self::Member => {
                let text = "The user is already a member of the organization.";
                Problem::bad_request("already_a_member_in_organization", text)
            }
            Self::CreditKey => exists("idempotency_key", "key"),
            Self::InvitedEmailAddress | Self::Banned | Self::Client | Self::SessionStatus => Problem::internal(),
        }
    }
}

/// Declares the orders, with the names that `order_by` takes.
macro_rules! orders {
    ($($name:ident = $text:literal,)*) => {
        /// What rows are ordered by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Order { $($name,)* }

        impl Order {
            pub(super) const COUNT: usize = [$(Self::$name,)*].len();

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

orders! {
    CreatedAt = "created_at",
    UpdatedAt = "updated_at",
    EmailAddress = "email_address",
    Web3Wallet = "web3wallet",
    FirstName = "first_name",
    LastName = "last_name",
    PhoneNumber = "phone_number",
    Username = "username",
    LastActiveAt = "last_active_at",
    LastSignInAt = "last_sign_in_at",
    Name = "name",
    MembersCount = "members_count",
}

/// A place in an order. What has no value comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Number(i64),
    Text(Box<str>),
    Nothing,
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.into()))
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    BelongsTo(Kind, Id),
    Text { index: Index, value: Box<str>, is_exclusive: bool },
    Order(Order, Value),
    Search(Box<[u8]>),
}

/// The keys of one row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys(pub(super) Vec<Key>);

impl Keys {
    /// Found among the parts of this row, and deleted with it.
    pub(super) fn belongs_to(&mut self, kind: Kind, id: &Id) {
        self.0.push(Key::BelongsTo(kind, id.clone()));
    }

    /// Found by this text.
    pub(crate) fn found_by(&mut self, index: Index, value: impl Into<Box<str>>) {
        self.unique_when(false, index, value);
    }

    /// Found by this text, which no other row may have.
    pub(crate) fn unique(&mut self, index: Index, value: impl Into<Box<str>>) {
        self.unique_when(true, index, value);
    }

    /// Found by this text. On a condition, no other row for which it holds may have the same.
    pub(crate) fn unique_when(&mut self, is_exclusive: bool, index: Index, value: impl Into<Box<str>>) {
        self.0.push(Key::Text { index, value: value.into(), is_exclusive });
    }

    /// Stands at this place of an order.
    pub(crate) fn order(&mut self, order: Order, value: impl Into<Value>) {
        self.0.push(Key::Order(order, value.into()));
    }

    /// Found by parts of this text.
    pub(crate) fn search(&mut self, text: SearchText) {
        self.0.push(Key::Search(text.0.into()));
    }
}

/// The fields that a search looks at. Each begins with a byte that no UTF-8 text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Field {
    Id = 0xf8,
    EmailAddress = 0xf9,
    PhoneNumber = 0xfa,
    Web3Wallet = 0xfb,
    Username = 0xfc,
    Name = 0xfd,
    Slug = 0xfe,
}

/// All texts by which a row is found in part, in lower case.
#[derive(Debug, Default)]
pub(crate) struct SearchText(Vec<u8>);

impl SearchText {
    pub(crate) fn add(&mut self, field: Field, text: &str) {
        self.0.push(field as u8);
        self.0.extend_from_slice(text.to_lowercase().as_bytes());
    }
}
