//! All operations on users, each ready to be called, and what a second request would do.

use std::future::Future;
use std::pin::Pin;

use clerk_client::{
    AdjustCreditBalanceRequest, Call, Client, CountUsers, CreateUserRequest, Error, ListOrganizationInvitations,
    ListOrganizationMemberships, ListUsers, ProfileImage, RemovePasswordRequest, ReplaceUserMetadataRequest,
    SetPasswordCompromisedRequest, UpdateUserMetadataRequest, UpdateUserRequest, VerifyPasswordRequest,
    VerifyTotpRequest,
};

/// A call whose value is of no interest.
pub type Sent = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// One operation.
pub struct Case {
    /// The name of the method, and what is special about the call.
    pub name: &'static str,
    /// The request line without the protocol.
    pub line: &'static str,
    /// Whether it is sent again when it may have run.
    pub again: bool,
    /// Calls it.
    pub call: fn(&Client) -> Sent,
}

fn sent<T: Send + 'static>(call: Call<T>) -> Sent {
    Box::pin(async move { call.await.map(drop) })
}

const fn case(name: &'static str, line: &'static str, again: bool, call: fn(&Client) -> Sent) -> Case {
    Case { name, line, again, call }
}

/// The 36 operations, the newer ones last; three of them twice, since their bodies decide.
pub const CASES: [Case; 39] = [
    case("ban", "POST /v1/users/u/ban", true, |c| sent(c.users().ban("u"))),
    case("create", "POST /v1/users", false, |c| {
        sent(c.users().create(&CreateUserRequest::new().email_address("ada@example.com")))
    }),
    case("create_totp", "POST /v1/users/u/totp", false, |c| sent(c.users().create_totp("u"))),
    case("delete_backup_code", "DELETE /v1/users/u/backup_code", true, |c| sent(c.users().delete_backup_code("u"))),
    case("delete_external_account", "DELETE /v1/users/u/external_accounts/e", true, |c| {
        sent(c.users().delete_external_account("u", "e"))
    }),
    case("delete_totp", "DELETE /v1/users/u/totp", true, |c| sent(c.users().delete_totp("u"))),
    case("delete", "DELETE /v1/users/u", true, |c| sent(c.users().delete("u"))),
    case("delete_profile_image", "DELETE /v1/users/u/profile_image", true, |c| {
        sent(c.users().delete_profile_image("u"))
    }),
    case("disable_mfa", "DELETE /v1/users/u/mfa", true, |c| sent(c.users().disable_mfa("u"))),
    case("oauth_access_token", "GET /v1/users/u/oauth_access_tokens/oauth_google", true, |c| {
        sent(c.users().oauth_access_token("u", "oauth_google", &Default::default()))
    }),
    case("find", "GET /v1/users/u", true, |c| sent(c.users().find("u"))),
    case("all", "GET /v1/users", true, |c| sent(c.users().all(&ListUsers::new()))),
    case("count", "GET /v1/users/count", true, |c| sent(c.users().count(&CountUsers::new()))),
    case("lock", "POST /v1/users/u/lock", true, |c| sent(c.users().lock("u"))),
    case("update_profile_image", "POST /v1/users/u/profile_image", true, |c| {
        sent(c.users().update_profile_image("u", ProfileImage::new("ada.png", &b"\x89PNG"[..])))
    }),
    case("unban", "POST /v1/users/u/unban", true, |c| sent(c.users().unban("u"))),
    case("unlock", "POST /v1/users/u/unlock", true, |c| sent(c.users().unlock("u"))),
    case("update", "PATCH /v1/users/u", true, |c| {
        sent(c.users().update("u", &UpdateUserRequest::new().first_name("Ada")))
    }),
    case("update with a password", "PATCH /v1/users/p", false, |c| {
        sent(c.users().update("p", &UpdateUserRequest::new().first_name("Ada").password("correct horse 1815")))
    }),
    case("update_metadata", "PATCH /v1/users/u/metadata", true, |c| {
        let metadata = clerk_client::MetadataPatch::new().set("plan", "pro");
        sent(c.users().update_metadata("u", &UpdateUserMetadataRequest::new().public_metadata(metadata)))
    }),
    case("delete_passkey", "DELETE /v1/users/u/passkeys/k", true, |c| sent(c.users().delete_passkey("u", "k"))),
    case("delete_web3_wallet", "DELETE /v1/users/u/web3_wallets/w", true, |c| {
        sent(c.users().delete_web3_wallet("u", "w"))
    }),
    case("organization_invitations", "GET /v1/users/u/organization_invitations", true, |c| {
        sent(c.users().organization_invitations("u", &ListOrganizationInvitations::new()))
    }),
    case("organization_memberships", "GET /v1/users/u/organization_memberships", true, |c| {
        sent(c.users().organization_memberships("u", &ListOrganizationMemberships::new()))
    }),
    case("verify_password", "POST /v1/users/u/verify_password", false, |c| {
        sent(c.users().verify_password("u", &VerifyPasswordRequest::new("correct horse 1815")))
    }),
    case("verify_totp", "POST /v1/users/u/verify_totp", false, |c| {
        sent(c.users().verify_totp("u", &VerifyTotpRequest::new("123456")))
    }),
    case("ban_many", "POST /v1/users/ban", true, |c| sent(c.users().ban_many(&["u", "v"]))),
    case("unban_many", "POST /v1/users/unban", true, |c| sent(c.users().unban_many(&["u", "v"]))),
    case("replace_metadata", "PUT /v1/users/u/metadata", true, |c| {
        let request = ReplaceUserMetadataRequest::new().public_metadata(clerk_client::Metadata::default());
        sent(c.users().replace_metadata("u", &request))
    }),
    case("remove_password", "POST /v1/users/u/remove_password", true, |c| {
        sent(c.users().remove_password("u", &RemovePasswordRequest::new()))
    }),
    case("remove_password, signing out", "POST /v1/users/p/remove_password", false, |c| {
        sent(c.users().remove_password("p", &RemovePasswordRequest::new().sign_out_of_other_sessions(true)))
    }),
    case("set_password_compromised", "POST /v1/users/u/password/set_compromised", true, |c| {
        sent(c.users().set_password_compromised("u", &SetPasswordCompromisedRequest::new()))
    }),
    case("set_password_compromised, signing out", "POST /v1/users/p/password/set_compromised", false, |c| {
        sent(c.users().set_password_compromised("p", &SetPasswordCompromisedRequest::new().revoke_all_sessions(true)))
    }),
    case("unset_password_compromised", "POST /v1/users/u/password/unset_compromised", true, |c| {
        sent(c.users().unset_password_compromised("u"))
    }),
    case("trusted_devices", "GET /v1/users/u/trusted_devices", true, |c| sent(c.users().trusted_devices("u"))),
    case("revoke_trusted_device", "DELETE /v1/users/u/trusted_devices/d", true, |c| {
        sent(c.users().revoke_trusted_device("u", "d"))
    }),
    case("billing_subscription", "GET /v1/users/u/billing/subscription", true, |c| {
        sent(c.users().billing_subscription("u"))
    }),
    case("credit_balance", "GET /v1/users/u/billing/credits", true, |c| sent(c.users().credit_balance("u"))),
    case("adjust_credit_balance", "POST /v1/users/u/billing/credits", true, |c| {
        sent(c.users().adjust_credit_balance("u", &AdjustCreditBalanceRequest::increase(500, "refund-17")))
    }),
];
