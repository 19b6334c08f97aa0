//! [`ListOrganizationMemberships`] and [`ListOrganizationInvitations`].

use serde::{Serialize, Serializer};

use super::OrganizationInvitationStatus;
use crate::types::query::{Query, values};

/// Which page of a user's memberships in organizations to list. A `limit` of 0 or over 500 is an
/// error before anything is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListOrganizationMemberships {
    /// How many memberships to send: 1 to 500, by default 10.
    pub limit: Option<u32>,
    /// How many memberships to skip, by default none.
    pub offset: Option<u64>,
}

impl ListOrganizationMemberships {
    /// The first page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    values! {
        /// How many memberships to send: 1 to 500, by default 10.
        limit: u32;
        /// How many memberships to skip, by default none.
        offset: u64;
    }
}

impl Serialize for ListOrganizationMemberships {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut query = Query::start(serializer)?;
        query.limit(self.limit)?;
        query.one("offset", &self.offset)?;
        query.end()
    }
}

/// Which of a user's invitations into organizations to list. A `limit` of 0 or over 500 is an error
/// before anything is sent.
///
/// ```
/// # use clerk_client::{ListOrganizationInvitations, OrganizationInvitationStatus};
/// let query = ListOrganizationInvitations::new().status(OrganizationInvitationStatus::Pending).limit(20);
/// assert_eq!(serde_html_form::to_string(&query)?, "limit=20&status=pending");
/// # Ok::<(), serde_html_form::ser::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListOrganizationInvitations {
    /// How many invitations to send: 1 to 500, by default 10.
    pub limit: Option<u32>,
    /// How many invitations to skip, by default none.
    pub offset: Option<u64>,
    /// What became of them.
    pub status: Option<OrganizationInvitationStatus>,
}

impl ListOrganizationInvitations {
    /// The first page of all of them.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    values! {
        /// How many invitations to send: 1 to 500, by default 10.
        limit: u32;
        /// How many invitations to skip, by default none.
        offset: u64;
        /// What became of them.
        status: impl Into<OrganizationInvitationStatus>;
    }
}

impl Serialize for ListOrganizationInvitations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut query = Query::start(serializer)?;
        query.limit(self.limit)?;
        query.one("offset", &self.offset)?;
        query.one("status", &self.status)?;
        query.end()
    }
}

impl crate::request::PageQuery for ListOrganizationMemberships {
    const MEMBERS: &'static [&'static str] = &["limit", "offset"];
}

impl crate::request::PageQuery for ListOrganizationInvitations {
    const MEMBERS: &'static [&'static str] = &["limit", "offset"];
}
