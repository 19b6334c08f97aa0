//! [`ListOrganizationMemberships`] and [`ListOrganizationInvitations`].

use clerk_macros::ClerkQuery;

use super::OrganizationInvitationStatus;

/// Which page of a user's organization memberships to list.
///
/// # Errors
///
/// A call fails without sending a request if [`limit`](field@Self::limit) is outside 1..=500.
#[doc(alias = "OrganizationMembershipListParams")]
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[non_exhaustive]
pub struct ListOrganizationMemberships {
    /// The number of memberships a page: 1 to 500. Default: 10.
    #[clerk(range = 1..=500)]
    pub limit: Option<u32>,
    /// The number of memberships to skip. Default: 0.
    pub offset: Option<u64>,
}

/// Which page of a user's organization invitations to list.
///
/// # Errors
///
/// A call fails without sending a request if [`limit`](field@Self::limit) is outside 1..=500.
///
/// # Examples
///
/// ```no_run
/// use clerk_client::{ListOrganizationInvitations, OrganizationInvitationStatus};
///
/// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
/// let query = ListOrganizationInvitations::new()
///     .status(OrganizationInvitationStatus::Pending)
///     .limit(20);
/// let call = client.users().organization_invitations("user_2a", &query);
/// println!("{} invitations", call.await?.len());
/// # Ok(())
/// # }
/// ```
#[doc(alias = "OrganizationInvitationListParams")]
#[derive(Debug, Clone, Default, PartialEq, Eq, ClerkQuery)]
#[non_exhaustive]
pub struct ListOrganizationInvitations {
    /// The number of invitations a page: 1 to 500. Default: 10.
    #[clerk(range = 1..=500)]
    pub limit: Option<u32>,
    /// The number of invitations to skip. Default: 0.
    pub offset: Option<u64>,
    /// The status of the invitations.
    pub status: Option<OrganizationInvitationStatus>,
}
