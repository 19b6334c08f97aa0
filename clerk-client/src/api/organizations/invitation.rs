//! [`OrganizationInvitation`].

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use super::PublicUserData;
use crate::types::{Metadata, ObjectType, Timestamp};

/// The status of an invitation.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OrganizationInvitationStatus {
    /// Neither accepted nor revoked yet.
    Pending,
    /// Accepted: the user is a member.
    Accepted,
    /// Revoked.
    Revoked,
    /// Not accepted in time.
    Expired,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// An invitation of a user to an organization.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-organization-invitation).
#[doc(alias = "OrganizationInvitationWithPublicOrganizationData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct OrganizationInvitation {
    /// The type of the object: `organization_invitation`.
    pub object: ObjectType,
    /// The ID, which starts with `orginv_`.
    pub id: String,
    /// The address it was sent to.
    pub email_address: String,
    /// The key of the role that the user will have, such as `org:member`.
    pub role: String,
    /// The name of the role.
    pub role_name: String,
    /// The organization's ID.
    pub organization_id: Option<String>,
    /// The ID of the user who sent it.
    pub inviter_id: Option<String>,
    /// The inviter's public data.
    pub public_inviter_data: Option<PublicUserData>,
    /// The status of the invitation.
    pub status: OrganizationInvitationStatus,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Metadata,
    /// The URL at which the user accepts it.
    pub url: Option<String>,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
    /// When it was sent.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// The organization's public data.
    pub public_organization_data: Option<PublicOrganizationData>,
}

/// The public data of an organization.
#[doc(alias = "OrganizationInvitationPublicOrganizationData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PublicOrganizationData {
    /// The ID, which starts with `org_`.
    pub id: String,
    /// The name.
    pub name: String,
    /// The slug: its name in URLs.
    pub slug: String,
    /// The URL of its image.
    pub image_url: Option<String>,
    /// Whether an image was uploaded; otherwise Clerk generated it.
    pub has_image: bool,
}
