//! [`CountUsers`]: the users to count.

use serde::{Serialize, Serializer};

use crate::types::Timestamp;
use crate::types::query::{Query, filters, signed_filters, values};

/// Which users to count. Filters add up: a user has to meet all of them.
///
/// A filter takes up to 100 values; a user has to match one of them, and values that match nobody
/// are ignored. More values are an error before anything is sent.
/// So is a filter without values, as `user_ids` with no ids, or with an empty one: Clerk would take it for no filter at all
/// and send everybody.
///
/// ```
/// # use clerk_client::CountUsers;
/// let query = CountUsers::new().username("ada").username("grace").banned(false);
/// assert_eq!(serde_html_form::to_string(&query)?, "username=ada&username=grace&banned=false");
/// # Ok::<(), serde_html_form::ser::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CountUsers {
    /// E-mail addresses to look for.
    pub email_address: Option<Vec<String>>,
    /// Phone numbers to look for, in E.164 notation.
    pub phone_number: Option<Vec<String>>,
    /// Ids of your own to look for.
    pub external_id: Option<Vec<String>>,
    /// User names to look for.
    pub username: Option<Vec<String>>,
    /// Addresses of wallets to look for.
    pub web3_wallet: Option<Vec<String>>,
    /// User ids to look for.
    pub user_id: Option<Vec<String>>,
    /// Organizations whose members to look for, as they go out: `-` in front of one leaves it out.
    /// Added by Clerk after January 2025.
    pub organization_id: Option<Vec<String>>,
    /// Text to look for in the users' names, ids and identifications, in full or in part.
    pub query: Option<String>,
    /// Users active on this day or later. Deprecated by Clerk: use `last_active_at_after`. Added by
    /// Clerk after January 2025.
    pub last_active_at_since: Option<Timestamp>,
    /// Text to look for in e-mail addresses, in any case. Added by Clerk after January 2025.
    pub email_address_query: Option<String>,
    /// Text to look for in phone numbers. Added by Clerk after January 2025.
    pub phone_number_query: Option<String>,
    /// Text to look for in user names, in any case. Added by Clerk after January 2025.
    pub username_query: Option<String>,
    /// Text to look for in first and last names, in any case. Added by Clerk after January 2025.
    pub name_query: Option<String>,
    /// Whether to look for banned users, or for those who are not. Added by Clerk after January
    /// 2025.
    pub banned: Option<bool>,
    /// Users last active before this moment. Added by Clerk after January 2025.
    pub last_active_at_before: Option<Timestamp>,
    /// Users last active after this moment. Added by Clerk after January 2025.
    pub last_active_at_after: Option<Timestamp>,
    /// Users created before this moment. Added by Clerk after January 2025.
    pub created_at_before: Option<Timestamp>,
    /// Users created after this moment. Added by Clerk after January 2025.
    pub created_at_after: Option<Timestamp>,
    /// Users who last signed in before this moment. Added by Clerk after January 2025.
    pub last_sign_in_at_before: Option<Timestamp>,
    /// Users who last signed in after this moment. Added by Clerk after January 2025.
    pub last_sign_in_at_after: Option<Timestamp>,
    /// The OAuth provider, such as `oauth_google`, that `provider_user_id` is about. Added by Clerk
    /// after January 2025.
    pub provider: Option<String>,
    /// The users' ids at the `provider`, which has to be set too. Added by Clerk after January
    /// 2025.
    pub provider_user_id: Option<Vec<String>>,
}

impl CountUsers {
    /// A query without filters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    filters! {
        /// Adds an e-mail address to look for.
        email_address,
        /// Adds e-mail addresses to look for.
        email_addresses;
        /// Adds a phone number to look for.
        phone_number,
        /// Adds phone numbers to look for.
        phone_numbers;
        /// Adds an id of your own to look for.
        external_id,
        /// Adds ids of your own to look for.
        external_ids;
        /// Adds a user name to look for.
        username,
        /// Adds user names to look for.
        usernames;
        /// Adds the address of a wallet to look for.
        web3_wallet,
        /// Adds addresses of wallets to look for.
        web3_wallets;
        /// Adds a user id to look for.
        user_id,
        /// Adds user ids to look for.
        user_ids;
        /// Adds a user's id at the `provider`, which has to be set too. Added by Clerk after
        /// January 2025.
        provider_user_id,
        /// Adds users' ids at the `provider`, which has to be set too. Added by Clerk after January
        /// 2025.
        provider_user_ids;
    }

    signed_filters! {
        /// Adds an organization whose members to look for. The bare id: to leave one out there is
        /// `exclude_organization_id`. Added by Clerk after January 2025.
        organization_id,
        /// Adds organizations whose members to look for. Added by Clerk after January 2025.
        organization_ids,
        /// Leaves out the members of this organization. Added by Clerk after January 2025.
        exclude_organization_id;
    }

    values! {
        /// Text to look for in the users' names, ids and identifications, in full or in part.
        query: impl Into<String>;
        /// Users active on this day or later. Deprecated by Clerk: use `last_active_at_after`.
        /// Added by Clerk after January 2025.
        last_active_at_since: impl Into<Timestamp>;
        /// Text to look for in e-mail addresses, in any case. Added by Clerk after January 2025.
        email_address_query: impl Into<String>;
        /// Text to look for in phone numbers. Added by Clerk after January 2025.
        phone_number_query: impl Into<String>;
        /// Text to look for in user names, in any case. Added by Clerk after January 2025.
        username_query: impl Into<String>;
        /// Text to look for in first and last names, in any case. Added by Clerk after January
        /// 2025.
        name_query: impl Into<String>;
        /// Whether to look for banned users, or for those who are not. Added by Clerk after January
        /// 2025.
        banned: bool;
        /// Users last active before this moment. Added by Clerk after January 2025.
        last_active_at_before: impl Into<Timestamp>;
        /// Users last active after this moment. Added by Clerk after January 2025.
        last_active_at_after: impl Into<Timestamp>;
        /// Users created before this moment. Added by Clerk after January 2025.
        created_at_before: impl Into<Timestamp>;
        /// Users created after this moment. Added by Clerk after January 2025.
        created_at_after: impl Into<Timestamp>;
        /// Users who last signed in before this moment. Added by Clerk after January 2025.
        last_sign_in_at_before: impl Into<Timestamp>;
        /// Users who last signed in after this moment. Added by Clerk after January 2025.
        last_sign_in_at_after: impl Into<Timestamp>;
        /// The OAuth provider, such as `oauth_google`, that `provider_user_id` is about. Added by
        /// Clerk after January 2025.
        provider: impl Into<String>;
    }
}

impl Serialize for CountUsers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut query = Query::start(serializer)?;
        query.many("email_address", &self.email_address)?;
        query.many("phone_number", &self.phone_number)?;
        query.many("external_id", &self.external_id)?;
        query.many("username", &self.username)?;
        query.many("web3_wallet", &self.web3_wallet)?;
        query.many("user_id", &self.user_id)?;
        query.many("organization_id", &self.organization_id)?;
        query.one("query", &self.query)?;
        query.one("last_active_at_since", &self.last_active_at_since)?;
        query.one("email_address_query", &self.email_address_query)?;
        query.one("phone_number_query", &self.phone_number_query)?;
        query.one("username_query", &self.username_query)?;
        query.one("name_query", &self.name_query)?;
        query.one("banned", &self.banned)?;
        query.one("last_active_at_before", &self.last_active_at_before)?;
        query.one("last_active_at_after", &self.last_active_at_after)?;
        query.one("created_at_before", &self.created_at_before)?;
        query.one("created_at_after", &self.created_at_after)?;
        query.one("last_sign_in_at_before", &self.last_sign_in_at_before)?;
        query.one("last_sign_in_at_after", &self.last_sign_in_at_after)?;
        query.one("provider", &self.provider)?;
        query.many("provider_user_id", &self.provider_user_id)?;
        query.end()
    }
}
