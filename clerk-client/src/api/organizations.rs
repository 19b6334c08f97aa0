//! Organizations, their members and their invitations, as the [Users API](crate::users) returns them.

mod invitation;
mod membership;
mod organization;
mod queries;

pub use self::invitation::{OrganizationInvitation, OrganizationInvitationStatus, PublicOrganizationData};
pub use self::membership::{OrganizationMembership, PublicUserData};
pub use self::organization::Organization;
pub use self::queries::{ListOrganizationInvitations, ListOrganizationMemberships};
