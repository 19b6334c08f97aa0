//! [`UserFilter`]: the filters that listing and counting share.

use clerk_macros::ClerkQuery;

use super::{CountUsers, ListUsers};
use crate::types::Timestamp;

/// Which users to list or to count: the filters that [`ListUsers`] and [`CountUsers`] share.
///
/// Both have a method for each field, so this type is rarely named. Filters are combined: a user has to match all of them. A
/// list matches a user who has one of its values; values that no user has are ignored.
///
/// # Errors
///
/// A list may have 1 to 100 values, none of them empty: Clerk ignores an empty filter and returns all users. A call with
/// another list fails without sending a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[clerk(flattened_in(ListUsers::filter, CountUsers::filter))]
#[non_exhaustive]
pub struct UserFilter {
    /// Email addresses, matched exactly.
    #[clerk(many = "email_addresses")]
    pub email_address: Option<Vec<String>>,
    /// Phone numbers in E.164 format (`+15555550100`), matched exactly.
    #[clerk(many = "phone_numbers")]
    pub phone_number: Option<Vec<String>>,
    /// Usernames, matched exactly.
    #[clerk(many = "usernames")]
    pub username: Option<Vec<String>>,
    /// Web3 wallet addresses, matched exactly.
    #[clerk(many = "web3_wallets")]
    pub web3_wallet: Option<Vec<String>>,
    /// IDs of organizations that the user is a member of, in wire format: a leading `-` excludes the organization's members.
    #[clerk(signed, many = "organization_ids")]
    pub organization_id: Option<Vec<String>>,
    /// Text to match, in full or in part, against email addresses, phone numbers, usernames, web3 wallets, user IDs and names.
    pub query: Option<String>,
    /// Text to match against email addresses, in part and regardless of case: `ello` matches `HELLO@example.com`.
    pub email_address_query: Option<String>,
    /// Text to match against phone numbers, in part: `555` matches `+15555550100`.
    pub phone_number_query: Option<String>,
    /// Text to match against usernames, in part and regardless of case.
    pub username_query: Option<String>,
    /// Text to match against first and last names, in part and regardless of case.
    pub name_query: Option<String>,
    /// `true` matches banned users, `false` users who are not banned.
    pub banned: Option<bool>,
    /// Users whose last session activity was before this time.
    pub last_active_at_before: Option<Timestamp>,
    /// Users whose last session activity was after this time.
    pub last_active_at_after: Option<Timestamp>,
    /// Users with session activity since this day. Deprecated by Clerk: use
    /// [`last_active_at_after`](field@Self::last_active_at_after).
    pub last_active_at_since: Option<Timestamp>,
    /// Users created before this time.
    pub created_at_before: Option<Timestamp>,
    /// Users created after this time.
    pub created_at_after: Option<Timestamp>,
    /// Users whose last sign-in was before this time.
    pub last_sign_in_at_before: Option<Timestamp>,
    /// Users whose last sign-in was after this time.
    pub last_sign_in_at_after: Option<Timestamp>,
    /// The OAuth provider that [`provider_user_id`](field@Self::provider_user_id) is about, such as `oauth_google`. Clerk takes
    /// the two only together.
    pub provider: Option<String>,
    /// User IDs at the [`provider`](field@Self::provider).
    #[clerk(many = "provider_user_ids")]
    pub provider_user_id: Option<Vec<String>>,
}
