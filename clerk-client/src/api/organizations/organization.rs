//! [`Organization`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use crate::types::{Metadata, ObjectType, Timestamp};

/// An organization.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-organization).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Organization {
    /// The type of the object: `organization`.
    pub object: ObjectType,
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
    /// The number of members.
    pub members_count: Option<i64>,
    /// The number of pending invitations.
    pub pending_invitations_count: Option<i64>,
    /// Maximum number of members. 0 means unlimited.
    pub max_allowed_memberships: i64,
    /// Whether an administrator may delete it.
    pub admin_delete_enabled: bool,
    /// Metadata that the frontend can read and only the backend can write.
    pub public_metadata: Metadata,
    /// Metadata that only the backend can read and write.
    pub private_metadata: Metadata,
    /// The ID of the user who created it.
    pub created_by: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// Whether no member has elevated permissions (`org:sys_memberships:manage` and the like).
    pub missing_member_with_elevated_permissions: Option<bool>,
    /// When a member was last active in the organization.
    pub last_active_at: Option<Timestamp>,
    /// The key of its role set, such as `role_set:default`.
    pub role_set_key: Option<String>,
}
