//! [`ListUsers`] and [`CountUsers`], and the [`UserFilter`] that they share.

use clerk_macros::ClerkQuery;

use super::Order;
use crate::types::Timestamp;

/// Which users to list, in which order, and which page of them.
///
/// # Errors
///
/// A call fails without sending a request if [`limit`](field@Self::limit) is outside 1..=500, or if a filter has no values,
/// more than 100, or an empty one: Clerk would ignore the filter, and return all users.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{ListUsers, OrderBy};
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let query = ListUsers::new()
///     .email_address("ada@example.com")
///     .email_address("grace@example.com")
///     .banned(false)
///     .order_by(OrderBy::LastSignInAt.desc())
///     .limit(50);
/// for user in client.users().all(&query).await? {
///     println!("{}", user.id);
/// }
/// # Ok(())
/// # }
/// ```
#[doc(alias = "ListUsersParams")]
#[doc(alias = "UserListParams")]
#[doc(alias = "GetUserListRequest")]
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[non_exhaustive]
pub struct ListUsers {
    /// The filters that [`CountUsers`] has too.
    #[clerk(flatten)]
    pub filter: UserFilter,
    /// User IDs to match, in wire format: a leading `-` excludes the ID.
    #[clerk(signed, many = "user_ids")]
    pub user_id: Option<Vec<String>>,
    /// External IDs to match, in wire format: a leading `-` excludes the ID.
    #[clerk(signed, many = "external_ids")]
    pub external_id: Option<Vec<String>>,
    /// The number of users a page: 1 to 500. Default: 10.
    #[clerk(range = 1..=500)]
    pub limit: Option<u32>,
    /// The number of users to skip. Default: 0.
    pub offset: Option<u64>,
    /// The cursor: the ID of the last user of the previous page. Clerk takes it with the order `created_at`, ascending or
    /// descending, and without an offset; otherwise it responds with 422.
    pub starting_after: Option<String>,
    /// The order. Default: `-created_at`, newest first.
    pub order_by: Option<Order>,
}

/// Which users to count.
///
/// `CountUsers::from(&list_users)` counts the users that a [`ListUsers`] lists on all its pages.
///
/// # Errors
///
/// A call fails without sending a request if a filter has no values, more than 100, or an empty one.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{CountUsers, ListUsers};
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let query = ListUsers::new().email_address_query("@example.com").banned(false);
/// let total = client.users().count(&CountUsers::from(&query)).await?.total_count;
/// let page = client.users().all(&query).await?;
/// println!("{} of {total}", page.len());
/// # Ok(())
/// # }
/// ```
#[doc(alias = "CountUsersParams")]
#[doc(alias = "GetUsersCountRequest")]
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[non_exhaustive]
pub struct CountUsers {
    /// The filters that [`ListUsers`] has too.
    #[clerk(flatten)]
    pub filter: UserFilter,
    /// User IDs to match.
    #[clerk(many = "user_ids")]
    pub user_id: Option<Vec<String>>,
    /// External IDs to match.
    #[clerk(many = "external_ids")]
    pub external_id: Option<Vec<String>>,
}

/// The users of all pages.
///
/// Clerk documents excluded user IDs and external IDs for lists only. They are passed on as they are (`-user_2a`): where Clerk
/// does not know them in a count, the count is too low, not too high.
impl From<&ListUsers> for CountUsers {
    fn from(list: &ListUsers) -> Self {
        let ids = |ids: &Option<Vec<String>>| ids.as_ref().map(|ids| ids.iter().map(|id| unsigned(id)).collect());
        Self { filter: list.filter.clone(), user_id: ids(&list.user_id), external_id: ids(&list.external_id) }
    }
}

/// The ID without the `+` that includes it in a list.
fn unsigned(id: &str) -> String {
    id.strip_prefix('+').unwrap_or(id).to_owned()
}

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
