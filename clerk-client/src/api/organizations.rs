//! Organizations, their members and their invitations, as the [Users API](crate::users) returns them.

mod invitation;
mod membership;
mod organization;
mod queries;

pub use self::invitation::{
    OrganizationInvitation, OrganizationInvitationStatus, OrganizationInvitations, PublicOrganizationData,
};
pub use self::membership::{OrganizationMembership, OrganizationMemberships, PublicUserData};
pub use self::organization::Organization;
pub use self::queries::{ListOrganizationInvitations, ListOrganizationMemberships};
