//! [`OrganizationInvitation`].

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::PublicUserData;
use crate::types::{Metadata, ObjectType, Page, Timestamp};

/// The reply to [`organization_invitations`](crate::UsersApi::organization_invitations).
#[doc(alias = "OrganizationInvitationsWithPublicOrganizationData")]
pub type OrganizationInvitations = Page<OrganizationInvitation>;

/// What became of an invitation.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OrganizationInvitationStatus {
    /// Not answered yet.
    Pending,
    /// The user joined.
    Accepted,
    /// Taken back.
    Revoked,
    /// Not answered in time. Added by Clerk after January 2025.
    Expired,
    /// Any other text, and the empty text where Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// An invitation of a user into an organization.
#[doc(alias = "OrganizationInvitationWithPublicOrganizationData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct OrganizationInvitation {
    /// `organization_invitation`.
    pub object: ObjectType,
    /// Starts with `orginv_`.
    pub id: String,
    /// The address it was sent to.
    pub email_address: String,
    /// The key of the role that the user will have, such as `org:member`.
    pub role: String,
    /// The name of that role.
    pub role_name: String,
    /// The organization's id.
    pub organization_id: Option<String>,
    /// The id of the user who sent it. Added by Clerk after January 2025.
    pub inviter_id: Option<String>,
    /// What everybody may see of that user. Added by Clerk after January 2025.
    pub public_inviter_data: Option<PublicUserData>,
    /// What became of it.
    pub status: OrganizationInvitationStatus,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// Metadata that only the backend sees.
    pub private_metadata: Metadata,
    /// Where the user accepts it. Added by Clerk after January 2025.
    pub url: Option<String>,
    /// When it ends. Added by Clerk after January 2025.
    pub expires_at: Option<Timestamp>,
    /// When it was sent.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// What everybody may see of the organization.
    pub public_organization_data: Option<PublicOrganizationData>,
}

/// What everybody may see of an organization.
#[doc(alias = "OrganizationInvitationPublicOrganizationData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PublicOrganizationData {
    /// Starts with `org_`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// Where its picture is.
    pub image_url: Option<String>,
    /// Whether it has a picture of its own.
    pub has_image: bool,
}
