//! [`ListUsers`]: the page of users to list.

use clerk_macros::ClerkQuery;

use super::{Order, UserFilter};

/// Which users to list, in which order, and which page of them.
///
/// # Errors
///
/// A call fails without sending a request if [`limit`](field@Self::limit) is outside 1..=500, or if a filter has no values,
/// more than 100, or an empty one.
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
    /// The filters that [`CountUsers`](super::CountUsers) has too.
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
