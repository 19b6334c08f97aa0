//! [`CountUsers`]: the users to count.

use clerk_macros::ClerkQuery;

use super::{ListUsers, UserFilter};

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
