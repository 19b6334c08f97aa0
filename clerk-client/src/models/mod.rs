//! What Clerk sends and what it is sent: every reply, request body and query of the API, down to
//! the leaves.
//!
//! **Replies** are read leniently. Only a user's `id` and a count have to be there; absent and null
//! read alike; unknown members are skipped; enums keep text they do not know. **Requests** are
//! built with methods and leave out what is unset; where Clerk tells null from absent they have a
//! [`Patch`]. **Queries** refuse what Clerk would take for something else.
//!
//! Passwords, TOTP secrets, backup codes and tokens are [`SecretString`](secrecy::SecretString)s:
//! `Debug` never shows them.

mod open_enum;
mod query;
mod reply;
mod request;

mod acknowledgement;
mod count_users;
mod create_user;
mod email_address;
mod enterprise_account;
mod error_item;
mod external_account;
mod list_organizations;
mod list_users;
mod metadata;
mod metadata_patch;
mod oauth_access_token;
mod object_type;
mod order_by;
mod organization;
mod organization_invitation;
mod organization_membership;
mod page;
mod passkey;
mod password_hasher;
mod patch;
mod phone_number;
mod saml_account;
mod strategy;
mod timestamp;
mod totp;
mod update_metadata;
mod update_user;
mod user;
mod verification;
mod verify;
mod web3_wallet;

#[cfg(test)]
mod tests;

pub use acknowledgement::{
    DeletedObject, MfaDisabled, PasswordVerification, TotalCount, TotpCodeType, TotpVerification,
};
pub use count_users::CountUsers;
pub use create_user::{CreateUserRequest, IdentificationStatus};
pub use email_address::{EmailAddress, IdentificationLink};
pub use enterprise_account::{EnterpriseAccount, EnterpriseConnection, EnterpriseProtocol};
pub use error_item::ErrorItem;
pub use external_account::ExternalAccount;
pub use list_organizations::{ListOrganizationInvitations, ListOrganizationMemberships};
pub use list_users::ListUsers;
pub use metadata::Metadata;
pub use metadata_patch::MetadataPatch;
pub use oauth_access_token::OAuthAccessToken;
pub use object_type::ObjectType;
pub use order_by::{Order, OrderBy};
pub use organization::Organization;
pub use organization_invitation::{
    OrganizationInvitation, OrganizationInvitationStatus, OrganizationInvitations, PublicOrganizationData,
};
pub use organization_membership::{OrganizationMembership, OrganizationMemberships, PublicUserData};
pub use page::Page;
pub use passkey::Passkey;
pub use password_hasher::PasswordHasher;
pub use patch::Patch;
pub use phone_number::PhoneNumber;
pub use saml_account::{SamlAccount, SamlConnection};
pub use strategy::Strategy;
pub use timestamp::Timestamp;
pub use totp::Totp;
pub use update_metadata::UpdateUserMetadataRequest;
pub use update_user::UpdateUserRequest;
pub use user::{ScimMetadata, User};
pub use verification::{Verification, VerificationStatus};
pub use verify::{VerifyPasswordRequest, VerifyTotpRequest};
pub use web3_wallet::Web3Wallet;
