//! [`ListUsers`]: the users to list.

use serde::{Serialize, Serializer};

use super::Order;
use crate::types::Timestamp;
use crate::types::query::{Query, filters, signed_filters, values};

/// Which users to list, in what order, and which page of them. Filters add up: a user has to meet
/// all of them.
///
/// A filter takes up to 100 values; a user has to match one of them, and values that match nobody
/// are ignored. More values, or a `limit` of 0 or over 500, are an error before anything is sent.
///
/// So is a filter without values, as `user_ids` with no ids, or with an empty one: Clerk would take it for no filter at all
/// and send everybody.
///
/// ```
/// # use clerk_client::{ListUsers, OrderBy};
/// let query = ListUsers::new()
///     .email_address("ada@example.com")
///     .exclude_user_id("user_2a")
///     .order_by(OrderBy::CreatedAt.desc())
///     .limit(50);
/// assert_eq!(
///     serde_html_form::to_string(&query)?,
///     "email_address=ada%40example.com&user_id=-user_2a&limit=50&order_by=-created_at",
/// );
/// # Ok::<(), serde_html_form::ser::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListUsers {
    /// E-mail addresses to look for.
    pub email_address: Option<Vec<String>>,
    /// Phone numbers to look for, in E.164 notation.
    pub phone_number: Option<Vec<String>>,
    /// Ids of your own to look for, as they go out: `-` in front of one leaves it out.
    pub external_id: Option<Vec<String>>,
    /// User names to look for.
    pub username: Option<Vec<String>>,
    /// Addresses of wallets to look for.
    pub web3_wallet: Option<Vec<String>>,
    /// User ids to look for, as they go out: `-` in front of one leaves it out.
    pub user_id: Option<Vec<String>>,
    /// Organizations whose members to look for, as they go out: `-` in front of one leaves it out.
    pub organization_id: Option<Vec<String>>,
    /// Text to look for in the users' names, ids and identifications, in full or in part.
    pub query: Option<String>,
    /// Users active on this day or later. Deprecated by Clerk: use `last_active_at_after`.
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
    /// How many users to send: 1 to 500, by default 10.
    pub limit: Option<u32>,
    /// How many users to skip, by default none.
    pub offset: Option<u64>,
    /// The id of the last user of the page before. Wants the order `created_at`, up or down, and no
    /// offset; otherwise Clerk refuses it (422). Added by Clerk after January 2025.
    pub starting_after: Option<String>,
    /// The order; `-created_at` by default.
    pub order_by: Option<Order>,
}

impl ListUsers {
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
        /// Adds a user name to look for.
        username,
        /// Adds user names to look for.
        usernames;
        /// Adds the address of a wallet to look for.
        web3_wallet,
        /// Adds addresses of wallets to look for.
        web3_wallets;
        /// Adds a user's id at the `provider`, which has to be set too. Added by Clerk after
        /// January 2025.
        provider_user_id,
        /// Adds users' ids at the `provider`, which has to be set too. Added by Clerk after January
        /// 2025.
        provider_user_ids;
    }

    signed_filters! {
        /// Adds an id of your own to look for. The bare id: to leave one out there is
        /// `exclude_external_id`.
        external_id,
        /// Adds ids of your own to look for.
        external_ids,
        /// Leaves out the user with this id of your own.
        exclude_external_id;
        /// Adds a user id to look for. The bare id: to leave one out there is `exclude_user_id`.
        user_id,
        /// Adds user ids to look for.
        user_ids,
        /// Leaves out the user with this id.
        exclude_user_id;
        /// Adds an organization whose members to look for. The bare id: to leave one out there is
        /// `exclude_organization_id`.
        organization_id,
        /// Adds organizations whose members to look for.
        organization_ids,
        /// Leaves out the members of this organization.
        exclude_organization_id;
    }

    values! {
        /// Text to look for in the users' names, ids and identifications, in full or in part.
        query: impl Into<String>;
        /// Users active on this day or later. Deprecated by Clerk: use `last_active_at_after`.
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
        /// How many users to send: 1 to 500, by default 10.
        limit: u32;
        /// How many users to skip, by default none.
        offset: u64;
        /// The id of the last user of the page before. Wants the order `created_at`, up or down,
        /// and no offset; otherwise Clerk refuses it (422). Added by Clerk after January 2025.
        starting_after: impl Into<String>;
        /// The order; `-created_at` by default.
        order_by: impl Into<Order>;
    }
}

impl Serialize for ListUsers {
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
        query.limit(self.limit)?;
        query.one("offset", &self.offset)?;
        query.one("starting_after", &self.starting_after)?;
        query.one("order_by", &self.order_by)?;
        query.end()
    }
}

impl crate::request::PageQuery for ListUsers {
    const MEMBERS: &'static [&'static str] = &["limit", "offset", "starting_after"];
}
