//! [`OrganizationMembership`] and what of its user everybody in the organization may see.

use clerk_macros::ClerkResponse;
use serde::Serialize;

use super::Organization;
use crate::types::{Metadata, ObjectType, Page, Timestamp};

/// The reply to [`organization_memberships`](crate::UsersApi::organization_memberships).
pub type OrganizationMemberships = Page<OrganizationMembership>;

/// A user's membership in an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct OrganizationMembership {
    /// Starts with `orgmem_`.
    pub id: String,
    /// `organization_membership`.
    pub object: ObjectType,
    /// The key of the user's role, such as `org:admin`.
    pub role: String,
    /// The name of that role.
    pub role_name: Option<String>,
    /// What the role may do, such as `org:sys_memberships:read`.
    pub permissions: Vec<String>,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// Metadata that only the backend sees.
    pub private_metadata: Metadata,
    /// The organization.
    pub organization: Organization,
    /// What of the user everybody in the organization may see.
    pub public_user_data: Option<PublicUserData>,
    /// When the user joined.
    pub created_at: Option<Timestamp>,
    /// When the membership was last changed.
    pub updated_at: Option<Timestamp>,
}

/// What everybody in an organization may see of a member, or of the one who sent an invitation.
#[doc(alias = "OrganizationMembershipPublicUserData")]
#[doc(alias = "OrganizationInvitationPublicUserData")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PublicUserData {
    /// The user's id.
    pub user_id: String,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The picture. Deprecated by Clerk: use [`image_url`](Self::image_url).
    pub profile_image_url: Option<String>,
    /// The picture.
    pub image_url: String,
    /// Whether the user has a picture of their own.
    pub has_image: bool,
    /// The e-mail address, phone number or other name by which the user signs in.
    pub identifier: Option<String>,
    /// The user name. Added by Clerk after January 2025.
    pub username: Option<String>,
    /// Whether the user is banned. Added by Clerk after January 2025.
    pub banned: Option<bool>,
    /// Whether a directory has withdrawn the user. Added by Clerk after January 2025.
    pub deprovisioned: Option<bool>,
}
