//! What a row declares about itself: its keys. All indexes are made of them.

use super::row::{Id, Kind};
use crate::problem::Problem;

/// Declares the indexes by text, each with the error for a value that another row holds exclusively.
macro_rules! indexes {
    ($($(#[$doc:meta])* $name:ident => $taken:expr;)*) => {
        /// The indexes by text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Index { $($(#[$doc])* $name,)* }

        impl Index {
            pub(super) const COUNT: usize = [$(Self::$name,)*].len();

            pub(crate) fn taken(self) -> Problem {
                match self { $(Self::$name => $taken,)* }
            }
        }
    };
}

indexes! {
    EmailAddress => exists("email_address", "email address");
    PhoneNumber => exists("phone_number", "phone number");
    Web3Wallet => exists("web3_wallet", "web3 wallet");
    Username => exists("username", "username");
    ExternalId => exists("external_id", "external ID");
    /// A provider and the user's id there.
    Account => exists("provider_user_id", "external account");
    /// Of an organization.
    Slug => exists("slug", "slug");
    /// An organization's id and a user's.
    Member => Problem::bad_request(
        "already_a_member_in_organization",
        "The user is already a member of the organization.",
    );
    InvitedEmailAddress => Problem::internal();
    /// A user's id and an idempotency key.
    CreditKey => exists("idempotency_key", "key");
    Banned => Problem::internal();
    /// Of a session.
    Client => Problem::internal();
    SessionStatus => Problem::internal();
    /// Who is invited to sign up.
    Invitee => Problem::internal();
    Allowlist => duplicate("identifier");
    Blocklist => duplicate("identifier");
    Waitlist => duplicate("email_address");
    JwtTemplateName => exists("name", "name");
    RedirectUrl => duplicate("url");
    PermissionKey => exists("key", "key");
    RoleKey => exists("key", "key");
    /// The ids of two machines.
    MachineScope => Problem::conflict("duplicate_record", "The machine has this scope already.");
    /// Of an organization.
    Domain => Problem::internal();
}

fn exists(name: &str, what: &str) -> Problem {
    Problem::param("form_identifier_exists", name, format!("That {what} is taken. Please try another."))
}

fn duplicate(name: &str) -> Problem {
    Problem::bad_request("duplicate_record", format!("There already is one with this {name}.")).about(name)
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
    Key = "key",
    MembersCount = "members_count",
    ExpiresAt = "expires_at",
    InvitedAt = "invited_at",
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
    pub(crate) fn search(&mut self, text: impl Into<SearchText>) {
        self.0.push(Key::Search(text.into().0.into()));
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

impl<const N: usize> From<[(Field, &str); N]> for SearchText {
    fn from(texts: [(Field, &str); N]) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|(field, text)| all.add(field, text));
        all
    }
}
