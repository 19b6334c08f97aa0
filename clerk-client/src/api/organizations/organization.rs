//! [`Organization`].

use clerk_macros::ClerkResponse;
use serde::Serialize;

use crate::types::{Metadata, ObjectType, Timestamp};

/// An organization, as it comes with a membership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct Organization {
    /// `organization`.
    pub object: ObjectType,
    /// Starts with `org_`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// Where its picture is. Added by Clerk after January 2025.
    pub image_url: Option<String>,
    /// Whether it has a picture of its own. Added by Clerk after January 2025.
    pub has_image: bool,
    /// How many members it has.
    pub members_count: Option<i64>,
    /// Whether a member lacks the permissions of an administrator. Added by Clerk after January
    /// 2025.
    pub missing_member_with_elevated_permissions: Option<bool>,
    /// How many invitations are open. Added by Clerk after January 2025.
    pub pending_invitations_count: Option<i64>,
    /// How many members it may have; 0 for as many as it likes.
    pub max_allowed_memberships: i64,
    /// Whether its administrators may delete it.
    pub admin_delete_enabled: bool,
    /// Metadata that everybody may see.
    pub public_metadata: Metadata,
    /// Metadata that only the backend sees.
    pub private_metadata: Metadata,
    /// The id of the user who created it.
    pub created_by: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When a member was last active in it. Added by Clerk after January 2025.
    pub last_active_at: Option<Timestamp>,
    /// The set of roles it uses. Added by Clerk after January 2025.
    pub role_set_key: Option<String>,
}
