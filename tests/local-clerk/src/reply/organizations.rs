use serde::ser::{Serialize, SerializeMap, Serializer};

use super::View;
use crate::state::organization::{Invitation, Organization};
use crate::state::user::{Membership, User};

pub(crate) struct MembershipView<'a> {
    pub(crate) membership: &'a Membership,
    pub(crate) user: &'a User,
    pub(crate) view: View<'a>,
}

impl Serialize for MembershipView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (membership, view) = (self.membership, self.view);
        let organization = view.state.organizations.get(&membership.organization_id);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("object", "organization_membership")?;
        map.serialize_entry("id", &membership.id)?;
        map.serialize_entry("public_metadata", &membership.public_metadata)?;
        map.serialize_entry("private_metadata", &membership.private_metadata)?;
        map.serialize_entry("role", &membership.role)?;
        map.serialize_entry("role_name", &membership.role_name)?;
        map.serialize_entry("permissions", &membership.permissions)?;
        map.serialize_entry("created_at", &membership.created_at)?;
        map.serialize_entry("updated_at", &membership.updated_at)?;
        map.serialize_entry("organization", &organization.map(|organization| OrganizationView { organization, view }))?;
        map.serialize_entry("public_user_data", &PublicUserData { user: self.user, view, of_inviter: false })?;
        map.end()
    }
}

struct OrganizationView<'a> {
    organization: &'a Organization,
    view: View<'a>,
}

impl Serialize for OrganizationView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let organization = self.organization;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("object", "organization")?;
        map.serialize_entry("id", &organization.id)?;
        map.serialize_entry("name", &organization.name)?;
        map.serialize_entry("slug", &organization.slug)?;
        map.serialize_entry("image_url", &self.view.image_url(None))?;
        map.serialize_entry("has_image", &false)?;
        map.serialize_entry("members_count", &organization.members_count)?;
        if !self.view.seed_shapes {
            map.serialize_entry("missing_member_with_elevated_permissions", &false)?;
            let pending = self.view.state.pending_invitations(&organization.id);
            map.serialize_entry("pending_invitations_count", &pending)?;
            map.serialize_entry("role_set_key", &None::<&str>)?;
        }
        map.serialize_entry("max_allowed_memberships", &organization.max_allowed_memberships)?;
        map.serialize_entry("admin_delete_enabled", &true)?;
        map.serialize_entry("public_metadata", &organization.public_metadata)?;
        map.serialize_entry("private_metadata", &organization.private_metadata)?;
        if let Some(creator) = &organization.created_by {
            map.serialize_entry("created_by", creator)?;
        }
        map.serialize_entry("created_at", &organization.created_at)?;
        map.serialize_entry("updated_at", &organization.updated_at)?;
        map.end()
    }
}

/// What other members, or the invited, see of a user.
struct PublicUserData<'a> {
    user: &'a User,
    view: View<'a>,
    of_inviter: bool,
}

impl Serialize for PublicUserData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let user = self.user;
        let image_url = self.view.image_url(user.image_id.as_deref());
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("user_id", &user.id)?;
        map.serialize_entry("first_name", &user.first_name)?;
        map.serialize_entry("last_name", &user.last_name)?;
        map.serialize_entry("image_url", &image_url)?;
        map.serialize_entry("has_image", &user.image_id.is_some())?;
        if self.of_inviter {
            map.serialize_entry("identifier", user.identifier().unwrap_or_default())?;
            return map.end();
        }
        map.serialize_entry("identifier", &user.identifier())?;
        map.serialize_entry("profile_image_url", &image_url)?;
        if !self.view.seed_shapes {
            map.serialize_entry("username", &user.username)?;
            map.serialize_entry("banned", &user.banned)?;
            map.serialize_entry("deprovisioned", &user.deprovisioned)?;
        }
        map.end()
    }
}

pub(crate) struct InvitationView<'a> {
    pub(crate) invitation: &'a Invitation,
    pub(crate) view: View<'a>,
}

impl Serialize for InvitationView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (invitation, view) = (self.invitation, self.view);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("object", "organization_invitation")?;
        map.serialize_entry("id", &invitation.id)?;
        map.serialize_entry("email_address", &invitation.email_address)?;
        map.serialize_entry("role", &invitation.role)?;
        map.serialize_entry("role_name", &invitation.role_name)?;
        map.serialize_entry("organization_id", &invitation.organization_id)?;
        map.serialize_entry("status", &invitation.status)?;
        map.serialize_entry("public_metadata", &invitation.public_metadata)?;
        map.serialize_entry("private_metadata", &invitation.private_metadata)?;
        if !view.seed_shapes {
            let inviter = invitation.inviter_id.as_ref().and_then(|id| view.state.user(id).ok());
            let inviter = inviter.map(|user| PublicUserData { user, view, of_inviter: true });
            map.serialize_entry("inviter_id", &invitation.inviter_id)?;
            map.serialize_entry("public_inviter_data", &inviter)?;
            map.serialize_entry("url", &invitation.url)?;
            map.serialize_entry("expires_at", &invitation.expires_at)?;
        }
        map.serialize_entry("created_at", &invitation.created_at)?;
        map.serialize_entry("updated_at", &invitation.updated_at)?;
        if let Some(organization) = view.state.organizations.get(&invitation.organization_id) {
            map.serialize_entry("public_organization_data", &PublicOrganizationData { organization, view })?;
        }
        map.end()
    }
}

struct PublicOrganizationData<'a> {
    organization: &'a Organization,
    view: View<'a>,
}

impl Serialize for PublicOrganizationData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.organization.id)?;
        map.serialize_entry("name", &self.organization.name)?;
        map.serialize_entry("slug", &self.organization.slug)?;
        map.serialize_entry("image_url", &self.view.image_url(None))?;
        map.serialize_entry("has_image", &false)?;
        map.end()
    }
}
