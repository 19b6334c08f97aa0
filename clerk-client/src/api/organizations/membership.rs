//! [`OrganizationMembership`] and what of its user everybody in the organization may see.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Organization;
use crate::types::{Metadata, ObjectType, Timestamp};

/// A user's membership in an organization.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-organization-membership).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct OrganizationMembership {
    /// The type of the object: `organization_membership`.
    pub object: ObjectType,
    /// The ID, which starts with `orgmem_`.
    pub id: String,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Metadata,
    /// The key of the user's role, such as `org:admin`.
    pub role: String,
    /// The name of the role.
    pub role_name: Option<String>,
    /// The permissions of the role, such as `org:sys_memberships:read`.
    pub permissions: Vec<String>,
    /// When the user joined.
    pub created_at: Option<Timestamp>,
    /// When the membership was last updated.
    pub updated_at: Option<Timestamp>,
    /// The organization.
    pub organization: Organization,
    /// The user's public data.
    pub public_user_data: Option<PublicUserData>,
}

/// The public data of a user, as other members of an organization see it: of a member, or of the inviter of an invitation.
#[doc(alias = "OrganizationMembershipPublicUserData")]
#[doc(alias = "OrganizationInvitationPublicUserData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PublicUserData {
    /// The user's ID.
    pub user_id: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The URL of the image.
    pub image_url: String,
    /// Whether the user uploaded an image; otherwise Clerk generated it.
    pub has_image: bool,
    /// The email address, phone number or other name by which the user signs in.
    pub identifier: Option<String>,
    /// The username; `None` if the user has none.
    pub username: Option<String>,
    /// The URL of the image. Deprecated by Clerk: use [`image_url`](Self::image_url).
    pub profile_image_url: Option<String>,
    /// Whether the user is banned, and cannot sign in.
    pub banned: Option<bool>,
    /// Whether the user was deprovisioned by a SCIM directory.
    pub deprovisioned: Option<bool>,
}
