//! What operations do. A handler is a plain function of a context, the ids of the path and a declared input; it knows nothing of HTTP,
//! of locks or of JSON, so that requests, the Rust seeder and seed files share it.

mod accounts;
mod any;
mod attributes;
mod billing;
mod create;
mod devices;
mod email_addresses;
mod endpoint;
mod identifications;
mod image_format;
mod images;
mod lists;
mod memberships;
mod metadata;
mod mfa;
mod moderation;
mod oauth;
mod organizations;
mod password;
mod phone_numbers;
mod sessions;
mod update;

pub(crate) use create::NewUser;
pub(crate) use endpoint::{Endpoint, Request, Slowness};
pub(crate) use images::DEFAULT_IMAGE;

use crate::Operation;
use crate::resources::{EmailAddress, Membership, Organization, PhoneNumber, Session, User};
use any::{all, delete, get};
use endpoint::{body, id, id_and_body, id_and_query, ids, image, query, two_ids_and_query};

/// The handler of an operation; `None` where it is not emulated.
fn endpoint(operation: Operation) -> Option<Endpoint> {
    use Operation as O;
    Some(match operation {
        O::All => query(lists::all).slow(Slowness::Search),
        O::Count => query(lists::count).slow(Slowness::Search),
        O::Find => id(get::<User>),
        O::Create => body(create::create).slow(Slowness::Password),
        O::Update => id_and_body(update::update).slow(Slowness::Password),
        O::Delete => id(update::delete),
        O::Ban => id(moderation::ban),
        O::Unban => id(moderation::unban),
        O::BanMany => body(moderation::ban_many),
        O::UnbanMany => body(moderation::unban_many),
        O::Lock => id(moderation::lock),
        O::Unlock => id(moderation::unlock),
        O::UpdateProfileImage => image(images::set),
        O::DeleteProfileImage => id(images::remove),
        O::UpdateMetadata => id_and_body(metadata::merge_of_user),
        O::ReplaceMetadata => id_and_body(metadata::replace_of_user),
        O::OauthAccessToken => two_ids_and_query(oauth::tokens),
        O::OrganizationMemberships => id_and_query(memberships::of_user),
        O::OrganizationInvitations => id_and_query(memberships::invitations_of_user),
        O::InstanceOrganizationMemberships => query(all::<Membership>),
        O::VerifyPassword => id_and_body(password::verify).slow(Slowness::Always),
        O::RemovePassword => id_and_body(password::remove),
        O::SetPasswordCompromised => id_and_body(password::set_compromised),
        O::UnsetPasswordCompromised => id(password::unset_compromised),
        O::VerifyTotp => id_and_body(mfa::verify_totp).slow(Slowness::Always),
        O::CreateTotp => id(mfa::create_totp),
        O::DisableMfa => id(mfa::disable),
        O::DeleteTotp => id(mfa::delete_totp),
        O::DeleteBackupCode => id(mfa::delete_backup_codes),
        O::DeletePasskey => ids(accounts::delete_passkey),
        O::DeleteWeb3Wallet => ids(accounts::delete_web3_wallet),
        O::DeleteExternalAccount => ids(accounts::delete_external_account),
        O::ReplaceEmailAddress => id_and_body(email_addresses::replace),
        O::ReplacePhoneNumber => id_and_body(phone_numbers::replace),
        O::TrustedDevices => id(devices::list),
        O::RevokeTrustedDevice => ids(devices::revoke),
        O::BillingSubscription => id(billing::subscription),
        O::CreditBalance => id(billing::balance),
        O::AdjustCreditBalance => id_and_body(billing::adjust),
        O::CreateEmailAddress => body(email_addresses::create),
        O::GetEmailAddress => id(get::<EmailAddress>),
        O::UpdateEmailAddress => id_and_body(email_addresses::update),
        O::DeleteEmailAddress => id(identifications::delete::<EmailAddress>),
        O::CreatePhoneNumber => body(phone_numbers::create),
        O::GetPhoneNumber => id(get::<PhoneNumber>),
        O::UpdatePhoneNumber => id_and_body(phone_numbers::update),
        O::DeletePhoneNumber => id(identifications::delete::<PhoneNumber>),
        O::ListOrganizations => query(all::<Organization>),
        O::CreateOrganization => body(organizations::create),
        O::GetOrganization => id(organizations::get),
        O::UpdateOrganization => id_and_body(any::update::<organizations::Update>),
        O::DeleteOrganization => id(delete::<Organization>),
        O::MergeOrganizationMetadata => id_and_body(organizations::merge_metadata),
        O::ReplaceOrganizationMetadata => id_and_body(organizations::replace_metadata),
        O::GetSessionList => query(sessions::all),
        O::CreateSession => body(sessions::create),
        O::GetSession => id(get::<Session>),
        O::RevokeSession => id(sessions::revoke),
        _ => return None,
    })
}

/// The endpoints of all operations, by their number.
static ENDPOINTS: std::sync::LazyLock<Vec<Option<Endpoint>>> =
    std::sync::LazyLock::new(|| Operation::ALL.iter().map(|operation| endpoint(*operation)).collect());

impl Operation {
    pub(crate) fn endpoint(self) -> Option<&'static Endpoint> {
        ENDPOINTS.get(self as usize)?.as_ref()
    }

    /// Whether it is emulated. Requests for the others get 501 `not_emulated`.
    pub fn is_emulated(self) -> bool {
        self.endpoint().is_some()
    }

    /// The members that a request's body must have.
    pub fn required_members(self) -> Vec<&'static str> {
        let members = self.endpoint().map(Endpoint::members).unwrap_or_default();
        members.into_iter().filter(|member| member.is_required).map(|member| member.name).collect()
    }
}
