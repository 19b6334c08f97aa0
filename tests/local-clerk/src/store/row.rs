//! Rows of every kind, behind one type: tables, transactions and events need not know what they hold.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::keys::Keys;
use super::{Store, Transaction};
use crate::problem::Problem;
use crate::resources::*;

/// What a row takes beside large contents, counted high.
const ROW_BYTES: usize = 1024;

/// A row's id. Clones share the text.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub(crate) struct Id(Arc<str>);

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        (*id.0).to_owned()
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// A type of row. One file in `resources` declares one.
pub(crate) trait Resource:
    Stored + Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static
{
    /// What its ids begin with.
    const PREFIX: &'static str;
    /// What it is called in "No user was found with id …".
    const LABEL: &'static str;

    /// One of now with an id of its own, and nothing else.
    fn blank(transaction: &mut Transaction<'_>) -> Self;
    fn id(&self) -> &Id;

    /// The rows that it belongs to: it is found among their parts, and deleted with them.
    fn owners(&self) -> impl Iterator<Item = (Kind, &Id)>;

    /// Declares what is unique about the row, and by what it is found and ordered.
    fn keys(&self, _store: &Store, _keys: &mut Keys) {}

    /// The user that it is a part of: a change of it is a change of the user, whose keys are made of it too.
    fn part_of(&self) -> Option<&Id> {
        None
    }

    /// When it was created; 0 where it does not say.
    fn created_at(&self) -> i64 {
        0
    }

    /// Writes when it was last changed.
    fn touch(&mut self, _now: i64) {}

    fn not_found(id: &str) -> Problem {
        Problem::not_found(format!("No {} was found with id {id}.", Self::LABEL))
    }
}

/// What the list of resources below adds to each of them.
pub(crate) trait Stored: Sized {
    const KIND: Kind;

    fn into_row(self) -> Row;
    fn of(row: &Row) -> Option<&Arc<Self>>;
}

macro_rules! resources {
    ($($name:ident = $text:ident,)*) => {
        /// The kinds of row, in the order in which an export has them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum Kind { $($name,)* }

        impl Kind {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)*];

            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($text),)* }
            }

            /// Reads the row of an export.
            pub(super) fn read(self, json: &str) -> serde_json::Result<Row> {
                match self { $(Self::$name => serde_json::from_str::<$name>(json).map(Stored::into_row),)* }
            }
        }

        /// A row of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) enum Row { $($name(Arc<$name>),)* }

        impl Row {
            pub(crate) fn id(&self) -> &Id {
                match self { $(Self::$name(row) => row.id(),)* }
            }

            /// About how much memory it takes.
            pub(super) fn bytes(&self) -> usize {
                let image = if let Self::Image(image) = self { image.bytes.len() } else { 0 };
                image + ROW_BYTES
            }

            pub(super) fn keys(&self, store: &Store) -> Keys {
                let mut keys = Keys::default();
                match self { $(Self::$name(row) => {
                    row.owners().for_each(|(kind, id)| keys.belongs_to(kind, id));
                    row.keys(store, &mut keys);
                })* }
                keys
            }

            pub(super) fn part_of(&self) -> Option<&Id> {
                match self { $(Self::$name(row) => row.part_of(),)* }
            }
        }

        impl Serialize for Row {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(row) => row.as_ref().serialize(serializer),)* }
            }
        }

        $(impl Stored for $name {
            const KIND: Kind = Kind::$name;

            fn into_row(self) -> Row {
                Row::$name(Arc::new(self))
            }

            fn of(row: &Row) -> Option<&Arc<Self>> {
                if let Row::$name(row) = row { Some(row) } else { None }
            }
        })*
    };
}

resources! {
    Organization = organization,
    User = user,
    EmailAddress = email_address,
    PhoneNumber = phone_number,
    Web3Wallet = web3_wallet,
    Passkey = passkey,
    ExternalAccount = external_account,
    EnterpriseAccount = enterprise_account,
    Membership = organization_membership,
    OrganizationInvitation = organization_invitation,
    OrganizationDomain = organization_domain,
    Session = session,
    TrustedDevice = trusted_device,
    Credit = credit,
    Image = image,
    Invitation = invitation,
    AllowlistIdentifier = allowlist_identifier,
    BlocklistIdentifier = blocklist_identifier,
    WaitlistEntry = waitlist_entry,
    JwtTemplate = jwt_template,
    RedirectUrl = redirect_url,
    Permission = permission,
    Role = role,
    Machine = machine,
    MachineScope = machine_scope,
    SignInToken = sign_in_token,
    ActorToken = actor_token,
}
