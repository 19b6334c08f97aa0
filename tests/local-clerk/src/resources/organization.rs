use serde::{Deserialize, Serialize};

use super::{NEWER, User};
use crate::input::invalid;
use crate::input::metadata::Metadata;
use crate::problem::Problem;
use crate::show::{Object, Show, View};
use crate::store::{Id, Index, Keys, Kind, Resource, Store};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Organization {
    pub(crate) id: Id,
    pub(crate) name: Box<str>,
    pub(crate) slug: Box<str>,
    /// 0 for no limit.
    pub(crate) max_allowed_memberships: i64,
    pub(crate) public_metadata: Metadata,
    pub(crate) private_metadata: Metadata,
    pub(crate) created_by: Option<Box<str>>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Membership {
    pub(crate) id: Id,
    pub(crate) organization: Id,
    pub(crate) user: Id,
    pub(crate) role: Box<str>,
    pub(crate) permissions: Option<Vec<Box<str>>>,
    pub(crate) public_metadata: Metadata,
    pub(crate) private_metadata: Metadata,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Invitation {
    pub(crate) id: Id,
    pub(crate) organization: Id,
    pub(crate) email_address: Box<str>,
    pub(crate) role: Box<str>,
    pub(crate) status: Box<str>,
    pub(crate) inviter: Option<Id>,
    pub(crate) public_metadata: Metadata,
    pub(crate) private_metadata: Metadata,
    pub(crate) expires_at: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

/// `org:billing_admin` is called "Billing admin".
fn role_name(role: &str) -> String {
    let key = role.strip_prefix("org:").unwrap_or(role).replace('_', " ");
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const STATUSES: [&str; 4] = ["pending", "accepted", "revoked", "expired"];

impl Invitation {
    /// Refuses what is no status of an invitation.
    pub(crate) fn check_status(status: &str) -> Result<&str, Problem> {
        if STATUSES.contains(&status) {
            Ok(status)
        } else {
            Err(invalid("status", "pending, accepted, revoked or expired"))
        }
    }
}

impl Organization {
    pub(crate) fn members_count(&self, store: &Store) -> usize {
        store.slots_of::<Membership>(Kind::Organization, &self.id).count()
    }

    fn show_public(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("id", &self.id)
            .put("name", &self.name)
            .put("slug", &self.slug)
            .put("image_url", view.image_url(None))
            .put("has_image", false);
    }
}

impl Resource for Organization {
    const PREFIX: &'static str = "org";
    const LABEL: &'static str = "organization";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, _: &mut Keys) {}

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for Organization {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("object", "organization")
            .put("id", &self.id)
            .put("name", &self.name)
            .put("slug", &self.slug)
            .put("image_url", view.image_url(None))
            .put("has_image", false)
            .put("members_count", self.members_count(view.store));
        if out.is_since(NEWER) {
            let invitations = view.store.parts::<Invitation>(Kind::Organization, &self.id);
            let pending = invitations.filter(|invitation| &*invitation.status == "pending").count();
            out.put("missing_member_with_elevated_permissions", false)
                .put("pending_invitations_count", pending)
                .put("role_set_key", ());
        }
        out.put("max_allowed_memberships", self.max_allowed_memberships)
            .put("admin_delete_enabled", true)
            .put("public_metadata", &self.public_metadata)
            .put("private_metadata", &self.private_metadata);
        if let Some(user) = &self.created_by {
            out.put("created_by", user);
        }
        out.put("created_at", self.created_at).put("updated_at", self.updated_at);
    }
}

impl Membership {
    /// The text by which a membership is found.
    pub(crate) fn key(organization: &str, user: &str) -> String {
        format!("{organization}\0{user}")
    }
}

impl Resource for Membership {
    const PREFIX: &'static str = "orgmem";
    const LABEL: &'static str = "organization membership";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::Organization, &self.organization);
        keys.belongs_to(Kind::User, &self.user);
        keys.unique(Index::Member, Self::key(&self.organization, &self.user));
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for Membership {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("object", "organization_membership")
            .put("id", &self.id)
            .put("public_metadata", &self.public_metadata)
            .put("private_metadata", &self.private_metadata)
            .put("role", &self.role)
            .put("role_name", role_name(&self.role))
            .put("permissions", &self.permissions)
            .put("created_at", self.created_at)
            .put("updated_at", self.updated_at)
            .show("organization", view, view.store.find::<Organization>(&self.organization));
        if let Some(user) = view.store.find::<User>(&self.user) {
            out.object("public_user_data", |out| user.show_to_others(view, out));
        }
    }
}

impl Resource for Invitation {
    const PREFIX: &'static str = "orginv";
    const LABEL: &'static str = "organization invitation";

    fn id(&self) -> &Id {
        &self.id
    }

    fn keys(&self, _: &Store, keys: &mut Keys) {
        keys.belongs_to(Kind::Organization, &self.organization);
        keys.found_by(Index::InvitedEmailAddress, self.email_address.clone());
    }

    fn touch(&mut self, now: i64) {
        self.updated_at = now;
    }
}

impl Show for Invitation {
    fn show(&self, view: &View<'_>, out: &mut Object<'_>) {
        out.put("object", "organization_invitation")
            .put("id", &self.id)
            .put("email_address", &self.email_address)
            .put("role", &self.role)
            .put("role_name", role_name(&self.role))
            .put("organization_id", &self.organization)
            .put("status", &self.status)
            .put("public_metadata", &self.public_metadata)
            .put("private_metadata", &self.private_metadata);
        if out.is_since(NEWER) {
            out.put("inviter_id", &self.inviter);
            let ticket = || format!("{}/v1/tickets/accept?ticket={}", view.origin, self.id);
            match self.inviter.as_ref().and_then(|id| view.store.find::<User>(id)) {
                Some(user) => out.object("public_inviter_data", |out| user.show_as_inviter(view, out)),
                None => out.put("public_inviter_data", ()),
            };
            out.put("url", (&*self.status == "pending").then(ticket)).put("expires_at", self.expires_at);
        }
        out.put("created_at", self.created_at).put("updated_at", self.updated_at);
        if let Some(organization) = view.store.find::<Organization>(&self.organization) {
            out.object("public_organization_data", |out| organization.show_public(view, out));
        }
    }
}
