//! The Users API: [`UsersApi`] and the types of its requests and responses.

use clerk_macros::clerk_api;

mod acknowledgement;
mod create_and_reconcile;
mod create_user;
mod email_address;
mod enterprise_account;
mod external_account;
mod oauth_access_token;
mod order_by;
mod passkey;
mod password;
mod password_hasher;
mod phone_number;
mod profile_image;
mod queries;
mod replace_metadata;
mod saml_account;
mod strategy;
mod totp;
mod trusted_device;
mod update_metadata;
mod update_user;
mod user;
mod verification;
mod verify;
mod web3_wallet;

pub use self::acknowledgement::{
    DeletedObject, MfaDisabled, PasswordVerification, TotalCount, TotpCodeType, TotpVerification,
};
pub use self::create_user::{CreateUserRequest, IdentificationStatus};
pub use self::email_address::{EmailAddress, IdentificationLink};
pub use self::enterprise_account::{EnterpriseAccount, EnterpriseConnection, EnterpriseProtocol};
pub use self::external_account::ExternalAccount;
pub use self::oauth_access_token::{ListOAuthAccessTokens, OAuthAccessToken};
pub use self::order_by::{Order, OrderBy};
pub use self::passkey::Passkey;
pub use self::password::{RemovePasswordRequest, SetPasswordCompromisedRequest};
pub use self::password_hasher::PasswordHasher;
pub use self::phone_number::PhoneNumber;
pub use self::profile_image::ProfileImage;
pub use self::queries::{CountUsers, ListUsers, UserFilter};
pub use self::replace_metadata::ReplaceUserMetadataRequest;
pub use self::saml_account::{SamlAccount, SamlConnection};
pub use self::strategy::Strategy;
pub use self::totp::Totp;
pub use self::trusted_device::{TrustedDevice, TrustedDevicePlatform, TrustedDeviceStatus};
pub use self::update_metadata::UpdateUserMetadataRequest;
pub use self::update_user::UpdateUserRequest;
pub use self::user::{ScimMetadata, User};
pub use self::verification::{Verification, VerificationStatus};
pub use self::verify::{VerifyPasswordRequest, VerifyTotpRequest};
pub use self::web3_wallet::Web3Wallet;
use crate::api::billing::{AdjustCreditBalanceRequest, BillingSubscription, CreditBalance, CreditLedgerEntry};
use crate::api::organizations::{
    ListOrganizationInvitations, ListOrganizationMemberships, OrganizationInvitation, OrganizationMembership,
};
use crate::call::Call;
use crate::client::Client;
use crate::types::Page;

impl Client {
    /// Returns the Users API.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().find("user_2a").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn users(&self) -> &dyn UsersApi {
        self
    }
}

/// The Users API. Obtain it with [`Client::users`].
///
/// Every method returns a [`Call`], which is sent when it is awaited.
///
/// | Task | Methods |
/// |---|---|
/// | Read | [`find`](Self::find), [`all`](Self::all), [`count`](Self::count) |
/// | Create and change | [`create`](Self::create), [`update`](Self::update), [`update_metadata`](Self::update_metadata), [`replace_metadata`](Self::replace_metadata), [`update_profile_image`](Self::update_profile_image), [`delete_profile_image`](Self::delete_profile_image), [`delete`](Self::delete) |
/// | Moderate | [`ban`](Self::ban), [`unban`](Self::unban), [`ban_many`](Self::ban_many), [`unban_many`](Self::unban_many), [`lock`](Self::lock), [`unlock`](Self::unlock) |
/// | Verify | [`verify_password`](Self::verify_password), [`verify_totp`](Self::verify_totp) |
/// | Passwords | [`remove_password`](Self::remove_password), [`set_password_compromised`](Self::set_password_compromised), [`unset_password_compromised`](Self::unset_password_compromised) |
/// | Multi-factor authentication | [`disable_mfa`](Self::disable_mfa), [`delete_totp`](Self::delete_totp), [`delete_backup_code`](Self::delete_backup_code) |
/// | Identifications | [`delete_external_account`](Self::delete_external_account), [`delete_passkey`](Self::delete_passkey), [`delete_web3_wallet`](Self::delete_web3_wallet) |
/// | Trusted devices | [`trusted_devices`](Self::trusted_devices), [`revoke_trusted_device`](Self::revoke_trusted_device) |
/// | Organizations and tokens | [`organization_memberships`](Self::organization_memberships), [`organization_invitations`](Self::organization_invitations), [`oauth_access_token`](Self::oauth_access_token) |
/// | Billing | [`billing_subscription`](Self::billing_subscription), [`credit_balance`](Self::credit_balance), [`adjust_credit_balance`](Self::adjust_credit_balance) |
/// | Deprecated | [`create_totp`](Self::create_totp) |
///
/// # Errors
/// Each method lists its specific error codes; test for one with [`Error::has_code`](crate::Error::has_code). Every method can also
/// fail with 401 `clerk_key_invalid` (a wrong key) and 429 `too_many_requests` (see
/// [`Error::retry_after`](crate::Error::retry_after)).
///
/// # Rate limits
/// Clerk allows 1000 requests per 10 seconds to a production instance and 100 to a development instance. Methods with a
/// different rate limit state it.
#[clerk_api]
pub trait UsersApi {
    /// Retrieves a user.
    ///
    /// Clerk: [`GetUser`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D)
    ///
    /// # Errors
    /// 404 `resource_not_found`; [`optional`](Call::optional) turns it into `None`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().find("user_2a").await?;
    /// let email = user.primary_email_address();
    /// println!("{:?}", email.map(|email| &email.email_address));
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUser")]
    #[doc(alias = "get_user")]
    #[get("/users/<user_id>")]
    fn find(&self, user_id: &str) -> Call<User>;

    /// Returns one page of users, newest first by default: 10 users, or up to 500 with [`limit`](ListUsers::limit).
    ///
    /// [`Call::stream`] walks all users: `client.users().all(&query).stream()`. The response carries no total: call
    /// [`count`](Self::count) with the same filters. The page is empty if no value of a filter matches.
    ///
    /// Clerk: [`GetUserList`](https://clerk.com/docs/reference/backend-api/tag/users/get/users)
    ///
    /// # Errors
    /// Fails without sending a request if `limit` is outside 1 to 500, or if a filter has an empty value or more than 100
    /// values: Clerk would ignore it. 422 `form_param_value_invalid`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::ListUsers;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let query = ListUsers::new().query("ada").limit(50);
    /// for user in client.users().all(&query).await? {
    ///     println!("{}", user.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUserList")]
    #[doc(alias = "get_user_list")]
    #[doc(alias = "list")]
    #[doc(alias = "pagination")]
    #[get("/users", paginate = cursor(starting_after, max = 500, timeline = "-created_at", count = "/count"))]
    fn all(&self, #[query] query: &ListUsers) -> Call<Vec<User>>;

    /// Counts the users that match a query.
    ///
    /// Clerk: [`GetUsersCount`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/count)
    ///
    /// # Errors
    /// As for [`all`](Self::all).
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::CountUsers;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let query = CountUsers::new().query("ada");
    /// let total = client.users().count(&query).await?.total_count;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUsersCount")]
    #[doc(alias = "getCount")]
    #[get("/users/count")]
    fn count(&self, #[query] query: &CountUsers) -> Call<TotalCount>;

    /// Creates a user. Email addresses and phone numbers are created as verified unless a status is given.
    ///
    /// Clerk has no idempotency keys. If the outcome is unknown ([`Error::may_have_run`](crate::Error::may_have_run)), look the user up by an
    /// identifier before retrying, or use [`Client::create_and_reconcile`](crate::Client::create_and_reconcile).
    ///
    /// Rate limit: 20 requests per 10 seconds on some instances.
    ///
    /// Clerk: [`CreateUser`](https://clerk.com/docs/reference/backend-api/tag/users/post/users)
    ///
    /// # Errors
    /// 422 `form_identifier_exists` (an identifier is taken), `form_data_missing` (the instance requires more),
    /// `form_password_pwned` and other `form_password_…`, `form_param_unknown`, `form_param_exceeds_allowed_size` (metadata over
    /// 8 KB); 402 (the plan's quota is used up); 403 (the instance does not allow it).
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::CreateUserRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let ada = CreateUserRequest::new()
    ///     .email_address("ada@example.com")
    ///     .first_name("Ada")
    ///     .external_id("crm-17");
    /// let user = client.users().create(&ada).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "CreateUser")]
    #[post("/users")]
    fn create(&self, #[body] request: &CreateUserRequest) -> Call<User>;

    /// Updates a user. Fields that are not set are unchanged; [`Patch::Clear`](crate::Patch::Clear) sets a field to null.
    ///
    /// Replaces metadata; [`update_metadata`](Self::update_metadata) merges it. API version 2026-05-12 and later reject metadata here: use
    /// [`replace_metadata`](Self::replace_metadata).
    ///
    /// Rate limit: 10 requests per 10 seconds and user.
    ///
    /// Clerk: [`UpdateUser`](https://clerk.com/docs/reference/backend-api/tag/users/patch/users/%7Buser_id%7D)
    ///
    /// # Errors
    /// 422 `form_identifier_exists`, `form_param_exceeds_allowed_size` (metadata over 8 KB), `form_password_…`;
    /// 409 `user_managed_by_scim`; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::{Patch, UpdateUserRequest};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let changes = UpdateUserRequest::new().first_name("Ada").username(Patch::Clear);
    /// let user = client.users().update("user_2a", &changes).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UpdateUser")]
    #[patch(
        "/users/<user_id>",
        idempotent = unless(
            password,
            password_digest,
            sign_out_of_other_sessions,
            notify_primary_email_address_changed,
            totp_secret,
            backup_codes
        )
    )]
    fn update(&self, user_id: &str, #[body] request: &UpdateUserRequest) -> Call<User>;

    /// Deep-merges metadata into the user's metadata. A null value deletes its key.
    ///
    /// Rate limit: 10 requests per 10 seconds and user.
    ///
    /// Clerk: [`UpdateUserMetadata`](https://clerk.com/docs/reference/backend-api/tag/users/patch/users/%7Buser_id%7D/metadata)
    ///
    /// # Errors
    /// 422 `form_param_exceeds_allowed_size` (over 8 KB after merging); 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::{MetadataPatch, UpdateUserMetadataRequest};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let changes = MetadataPatch::new().set("plan", "pro").remove("trial_ends");
    /// let request = UpdateUserMetadataRequest::new().public_metadata(changes);
    /// let user = client.users().update_metadata("user_2a", &request).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UpdateUserMetadata")]
    #[patch("/users/<user_id>/metadata", idempotent)]
    fn update_metadata(&self, user_id: &str, #[body] request: &UpdateUserMetadataRequest) -> Call<User>;

    /// Replaces a user's metadata. Each of the three kinds that is set is replaced as a whole; the others are unchanged.
    ///
    /// [`update_metadata`](Self::update_metadata) merges instead.
    ///
    /// Rate limit: 10 requests per 10 seconds and user.
    ///
    /// Clerk: [`ReplaceUserMetadata`](https://clerk.com/docs/reference/backend-api/tag/users/put/users/%7Buser_id%7D/metadata)
    ///
    /// # Errors
    /// 422 `form_param_exceeds_allowed_size` (over 8 KB); 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::ReplaceUserMetadataRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let request = ReplaceUserMetadataRequest::new()
    ///     .public_metadata(serde_json::json!({"plan": "pro"}));
    /// let user = client.users().replace_metadata("user_2a", &request).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "ReplaceUserMetadata")]
    #[put("/users/<user_id>/metadata")]
    fn replace_metadata(&self, user_id: &str, #[body] request: &ReplaceUserMetadataRequest) -> Call<User>;

    /// Sets a user's profile image.
    ///
    /// Clerk: [`SetUserProfileImage`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/profile_image)
    ///
    /// # Errors
    /// 413 `image_too_large` (over 10 MB); 400 `request_body_invalid` (not an image format that Clerk accepts);
    /// 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::ProfileImage;
    /// # type Result = std::result::Result<(), Box<dyn std::error::Error>>;
    /// # async fn example(client: clerk_client::Client) -> Result {
    /// let image = ProfileImage::read("ada.png")?;
    /// let user = client.users().update_profile_image("user_2a", image).await?;
    /// println!("{:?}", user.image_url);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "SetUserProfileImage")]
    #[doc(alias = "updateUserProfileImage")]
    #[post("/users/<user_id>/profile_image", idempotent)]
    fn update_profile_image(&self, user_id: &str, #[multipart] image: ProfileImage) -> Call<User>;

    /// Deletes a user's profile image. Clerk shows a generated one instead.
    ///
    /// Clerk: [`DeleteUserProfileImage`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/profile_image)
    ///
    /// # Errors
    /// 404 `resource_not_found`.
    #[doc(alias = "DeleteUserProfileImage")]
    #[delete("/users/<user_id>/profile_image")]
    fn delete_profile_image(&self, user_id: &str) -> Call<User>;

    /// Deletes a user permanently.
    ///
    /// Clerk: [`DeleteUser`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D)
    ///
    /// # Errors
    /// 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let deleted = client.users().delete("user_2a").optional().await?;
    /// println!("{}", if deleted.is_some() { "deleted" } else { "already gone" });
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteUser")]
    #[delete("/users/<user_id>")]
    fn delete(&self, user_id: &str) -> Call<DeletedObject>;

    /// Bans a user and revokes all their sessions. The user cannot sign in until [`unban`](Self::unban) is called.
    ///
    /// Clerk: [`BanUser`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/ban)
    ///
    /// # Errors
    /// 402 `unsupported_subscription_plan_features` (the plan lacks bans); 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().ban("user_2a").await?;
    /// assert!(user.banned);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "BanUser")]
    #[post("/users/<user_id>/ban", idempotent)]
    fn ban(&self, user_id: &str) -> Call<User>;

    /// Lifts the ban of a user.
    ///
    /// Clerk: [`UnbanUser`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/unban)
    ///
    /// # Errors
    /// 402 `unsupported_subscription_plan_features` (the plan lacks bans); 404 `resource_not_found`.
    #[doc(alias = "UnbanUser")]
    #[post("/users/<user_id>/unban", idempotent)]
    fn unban(&self, user_id: &str) -> Call<User>;

    /// Bans up to 50 users and revokes all their sessions.
    ///
    /// Clerk: [`UsersBan`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/ban)
    ///
    /// # Errors
    /// 400 `bulk_size_exceeded` (more than 50 IDs); 402 `unsupported_subscription_plan_features` (the plan lacks bans);
    /// 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client, ids: Vec<&str>) -> clerk_client::Result<()> {
    /// for ids in ids.chunks(50) {
    ///     let banned = client.users().ban_many(ids).await?;
    ///     println!("{} users banned", banned.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UsersBan")]
    #[doc(alias = "bulkBan")]
    #[post("/users/ban", idempotent)]
    fn ban_many(&self, #[body("user_ids")] user_ids: &[&str]) -> Call<Vec<User>>;

    /// Lifts the ban of up to 50 users.
    ///
    /// Clerk: [`UsersUnban`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/unban)
    ///
    /// # Errors
    /// As for [`ban_many`](Self::ban_many).
    #[doc(alias = "UsersUnban")]
    #[doc(alias = "bulkUnban")]
    #[post("/users/unban", idempotent)]
    fn unban_many(&self, #[body("user_ids")] user_ids: &[&str]) -> Call<Vec<User>>;

    /// Locks a user. The user cannot sign in until the instance's lockout period has passed or [`unlock`](Self::unlock) is called.
    ///
    /// Clerk: [`LockUser`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/lock)
    ///
    /// # Errors
    /// 403 (lockout is not enabled on the instance); 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().lock("user_2a").await?;
    /// println!("for {:?} seconds", user.lockout_expires_in_seconds);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "LockUser")]
    #[post("/users/<user_id>/lock", idempotent)]
    fn lock(&self, user_id: &str) -> Call<User>;

    /// Unlocks a user.
    ///
    /// Clerk: [`UnlockUser`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/unlock)
    ///
    /// # Errors
    /// 403 (lockout is not enabled on the instance); 404 `resource_not_found`.
    #[doc(alias = "UnlockUser")]
    #[doc(alias = "unlockUser")]
    #[post("/users/<user_id>/unlock", idempotent)]
    fn unlock(&self, user_id: &str) -> Call<User>;

    /// Verifies a user's password. A wrong password is returned as `Err` with code `incorrect_password`.
    ///
    /// Clerk: [`VerifyPassword`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/verify_password)
    ///
    /// # Errors
    /// 422 `incorrect_password`, which may count towards the user's lockout; 400 `no_password_set`;
    /// 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::{Client, Result, VerifyPasswordRequest};
    /// # async fn example(client: Client, password: String) -> Result<bool> {
    /// let request = VerifyPasswordRequest::new(password);
    /// match client.users().verify_password("user_2a", &request).await {
    ///     Ok(_) => Ok(true),
    ///     Err(error) if error.has_code("incorrect_password") => Ok(false),
    ///     Err(error) => Err(error),
    /// }
    /// # }
    /// ```
    #[doc(alias = "VerifyPassword")]
    #[post("/users/<user_id>/verify_password")]
    fn verify_password(&self, user_id: &str, #[body] request: &VerifyPasswordRequest) -> Call<PasswordVerification>;

    /// Verifies a TOTP code or consumes a backup code. A wrong code is returned as `Err` with code `totp_incorrect_code`.
    ///
    /// Clerk: [`VerifyTOTP`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/verify_totp)
    ///
    /// # Errors
    /// 422 `totp_incorrect_code`, `totp_invalid_length`; 400 `totp_disabled`; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::{TotpCodeType, VerifyTotpRequest};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let request = VerifyTotpRequest::new("123456");
    /// let verified = client.users().verify_totp("user_2a", &request).await?;
    /// if verified.code_type == TotpCodeType::BackupCode {
    ///     println!("one backup code fewer");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "VerifyTOTP")]
    #[post("/users/<user_id>/verify_totp")]
    fn verify_totp(&self, user_id: &str, #[body] request: &VerifyTotpRequest) -> Call<TotpVerification>;

    /// Removes a user's password, even if the user has no other way to sign in. A user without a password is returned unchanged.
    ///
    /// Sessions stay active unless the request says otherwise.
    ///
    /// Clerk: [`RemoveUserPassword`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/remove_password)
    ///
    /// # Errors
    /// 403; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::RemovePasswordRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let request = RemovePasswordRequest::new().sign_out_of_other_sessions(true);
    /// let user = client.users().remove_password("user_2a", &request).await?;
    /// assert!(!user.password_enabled);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "RemoveUserPassword")]
    #[post("/users/<user_id>/remove_password", idempotent = unless(sign_out_of_other_sessions))]
    fn remove_password(&self, user_id: &str, #[body] request: &RemovePasswordRequest) -> Call<User>;

    /// Marks a user's password as compromised: the user has to reset it at the next sign-in.
    ///
    /// Clerk: [`SetUserPasswordCompromised`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/password/set_compromised)
    ///
    /// # Errors
    /// 400 `no_password_set`; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::SetPasswordCompromisedRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let request = SetPasswordCompromisedRequest::new().revoke_all_sessions(true);
    /// client.users().set_password_compromised("user_2a", &request).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "SetUserPasswordCompromised")]
    #[post("/users/<user_id>/password/set_compromised", idempotent = unless(revoke_all_sessions))]
    fn set_password_compromised(&self, user_id: &str, #[body] request: &SetPasswordCompromisedRequest) -> Call<User>;

    /// Withdraws the mark of [`set_password_compromised`](Self::set_password_compromised).
    ///
    /// Clerk: [`UnsetUserPasswordCompromised`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/password/unset_compromised)
    ///
    /// # Errors
    /// 400 `no_password_set`; 404 `resource_not_found`.
    #[doc(alias = "UnsetUserPasswordCompromised")]
    #[post("/users/<user_id>/password/unset_compromised", idempotent)]
    fn unset_password_compromised(&self, user_id: &str) -> Call<User>;

    /// Disables multi-factor authentication: deletes a user's TOTP secrets and backup codes.
    ///
    /// Clerk: [`DisableMFA`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/mfa)
    ///
    /// # Errors
    /// 404 `resource_not_found`.
    #[doc(alias = "DisableMFA")]
    #[doc(alias = "disableUserMFA")]
    #[delete("/users/<user_id>/mfa")]
    fn disable_mfa(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Deletes a user's TOTP (authenticator app) secrets.
    ///
    /// Clerk: [`DeleteTOTP`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/totp)
    ///
    /// # Errors
    /// 404 `resource_not_found`.
    #[doc(alias = "DeleteTOTP")]
    #[delete("/users/<user_id>/totp")]
    fn delete_totp(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Deletes all backup codes of a user.
    ///
    /// Clerk: [`DeleteBackupCode`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/backup_code)
    ///
    /// # Errors
    /// 404 `resource_not_found`.
    #[doc(alias = "DeleteBackupCode")]
    #[delete("/users/<user_id>/backup_code")]
    fn delete_backup_code(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Deletes a user's external account (OAuth connection).
    ///
    /// Pass [`deletable_id`](ExternalAccount::deletable_id): for `google_account` and `facebook_account` objects it differs from `id`.
    ///
    /// Clerk: [`DeleteExternalAccount`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/external_accounts/%7Bexternal_account_id%7D)
    ///
    /// # Errors
    /// 404 `external_account_not_found`; 400 `last_required_identification_deletion_failed`; 403.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().find("user_2a").await?;
    /// for account in &user.external_accounts {
    ///     let id = account.deletable_id();
    ///     client.users().delete_external_account(&user.id, id).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteExternalAccount")]
    #[doc(alias = "deleteUserExternalAccount")]
    #[delete("/users/<user_id>/external_accounts/<external_account_id>")]
    fn delete_external_account(&self, user_id: &str, external_account_id: &str) -> Call<DeletedObject>;

    /// Deletes a user's passkey. Clerk notifies the user by email.
    ///
    /// Clerk: [`UserPasskeyDelete`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/passkeys/%7Bpasskey_identification_id%7D)
    ///
    /// # Errors
    /// 404 `passkey_not_registered`; 400 `last_required_identification_deletion_failed`; 403.
    #[doc(alias = "UserPasskeyDelete")]
    #[doc(alias = "deleteUserPasskey")]
    #[delete("/users/<user_id>/passkeys/<passkey_identification_id>")]
    fn delete_passkey(&self, user_id: &str, passkey_identification_id: &str) -> Call<DeletedObject>;

    /// Deletes a user's Web3 wallet.
    ///
    /// Clerk: [`UserWeb3WalletDelete`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/web3_wallets/%7Bweb3_wallet_identification_id%7D)
    ///
    /// # Errors
    /// 404 `resource_not_found`; 400 `last_required_identification_deletion_failed`; 403.
    #[doc(alias = "UserWeb3WalletDelete")]
    #[doc(alias = "deleteUserWeb3Wallet")]
    #[delete("/users/<user_id>/web3_wallets/<web3_wallet_identification_id>")]
    fn delete_web3_wallet(&self, user_id: &str, web3_wallet_identification_id: &str) -> Call<DeletedObject>;

    /// Returns the active trusted devices of a user, all on one page.
    ///
    /// Clerk: [`ListUserTrustedDevices`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/trusted_devices)
    ///
    /// # Errors
    /// 403; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// for device in client.users().trusted_devices("user_2a").await? {
    ///     client.users().revoke_trusted_device("user_2a", &device.id).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "ListUserTrustedDevices")]
    #[doc(alias = "listTrustedDevices")]
    #[get("/users/<user_id>/trusted_devices")]
    fn trusted_devices(&self, user_id: &str) -> Call<Page<TrustedDevice>>;

    /// Revokes a trusted device of a user.
    ///
    /// Clerk: [`RevokeUserTrustedDevice`](https://clerk.com/docs/reference/backend-api/tag/users/delete/users/%7Buser_id%7D/trusted_devices/%7Btrusted_device_id%7D)
    ///
    /// # Errors
    /// 403; 404 `resource_not_found`.
    #[doc(alias = "RevokeUserTrustedDevice")]
    #[delete("/users/<user_id>/trusted_devices/<trusted_device_id>")]
    fn revoke_trusted_device(&self, user_id: &str, trusted_device_id: &str) -> Call<TrustedDevice>;

    /// Returns one page of a user's organization memberships, each with the user's role: 10, or up to 500 with a limit.
    ///
    /// Clerk: [`UsersGetOrganizationMemberships`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/organization_memberships)
    ///
    /// # Errors
    /// 403; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::ListOrganizationMemberships;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let query = ListOrganizationMemberships::new().limit(100);
    /// let page = client.users().organization_memberships("user_2a", &query).await?;
    /// println!("{} of {:?}", page.len(), page.total_count);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UsersGetOrganizationMemberships")]
    #[doc(alias = "getOrganizationMembershipList")]
    #[get("/users/<user_id>/organization_memberships", paginate = offset(max = 500))]
    fn organization_memberships(
        &self,
        user_id: &str,
        #[query] query: &ListOrganizationMemberships,
    ) -> Call<Page<OrganizationMembership>>;

    /// Returns one page of a user's organization invitations: 10, or up to 500 with a limit.
    ///
    /// Clerk: [`UsersGetOrganizationInvitations`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/organization_invitations)
    ///
    /// # Errors
    /// 403; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::{ListOrganizationInvitations, OrganizationInvitationStatus};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let pending = ListOrganizationInvitations::new()
    ///     .status(OrganizationInvitationStatus::Pending);
    /// let page = client.users().organization_invitations("user_2a", &pending).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UsersGetOrganizationInvitations")]
    #[doc(alias = "getOrganizationInvitationList")]
    #[get("/users/<user_id>/organization_invitations", paginate = offset(max = 500))]
    fn organization_invitations(
        &self,
        user_id: &str,
        #[query] query: &ListOrganizationInvitations,
    ) -> Call<Page<OrganizationInvitation>>;

    /// Retrieves a user's OAuth access tokens for a provider. Clerk refreshes them if it can.
    ///
    /// `provider` begins with `oauth_`: `oauth_google`, or `oauth_custom_<key>` for a custom provider.
    ///
    /// Clerk: [`GetOAuthAccessToken`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/oauth_access_tokens/%7Bprovider%7D)
    ///
    /// # Errors
    /// 400 `oauth_unsupported_provider`; 404 `oauth_token_provider_not_enabled`, `resource_not_found`;
    /// 422 `oauth_missing_refresh_token`.
    ///
    /// # Examples
    /// ```no_run
    /// use clerk_client::{ExposeSecret, ListOAuthAccessTokens};
    ///
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let (users, query) = (client.users(), ListOAuthAccessTokens::new());
    /// let tokens = users.oauth_access_token("user_2a", "oauth_google", &query);
    /// for token in tokens.await? {
    ///     let bearer = token.token.expose_secret();
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetOAuthAccessToken")]
    #[doc(alias = "getUserOauthAccessToken")]
    #[get("/users/<user_id>/oauth_access_tokens/<provider>", paginate = offset(max = 500))]
    fn oauth_access_token(
        &self,
        user_id: &str,
        provider: &str,
        #[query] query: &ListOAuthAccessTokens,
    ) -> Call<Page<OAuthAccessToken>>;

    /// Retrieves a user's billing subscription, with one item for each plan.
    ///
    /// Clerk: [`GetUserBillingSubscription`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/billing/subscription)
    ///
    /// # Errors
    /// 403 `billing_not_enabled`; 404 `resource_not_found`.
    ///
    /// # Examples
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let subscription = client.users().billing_subscription("user_2a").await?;
    /// let items = subscription.subscription_items.iter();
    /// for plan in items.filter_map(|item| item.plan.as_ref()) {
    ///     println!("{}", plan.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUserBillingSubscription")]
    #[get("/users/<user_id>/billing/subscription")]
    fn billing_subscription(&self, user_id: &str) -> Call<BillingSubscription>;

    /// Retrieves a user's credit balance.
    ///
    /// Clerk: [`GetUserBillingCreditBalance`](https://clerk.com/docs/reference/backend-api/tag/users/get/users/%7Buser_id%7D/billing/credits)
    ///
    /// # Errors
    /// 403 `billing_not_enabled`; 404 `resource_not_found`.
    #[doc(alias = "GetUserBillingCreditBalance")]
    #[get("/users/<user_id>/billing/credits")]
    fn credit_balance(&self, user_id: &str) -> Call<CreditBalance>;

    /// Increases or decreases a user's credit balance, once per idempotency key.
    ///
    /// A repeated request with the same key returns the first ledger entry and changes nothing, so the call is retried like a read.
    ///
    /// Clerk: [`AdjustUserBillingCreditBalance`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/billing/credits)
    ///
    /// # Errors
    /// 422 `insufficient_credit_balance` (a decrease by more than the balance), `invalid_credit_amount` (0);
    /// 403 `billing_not_enabled`; 404 `resource_not_found`; 409.
    ///
    /// # Examples
    /// ```no_run
    /// # use clerk_client::AdjustCreditBalanceRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let refund = AdjustCreditBalanceRequest::increase(500, "refund-17");
    /// let entry = client.users().adjust_credit_balance("user_2a", &refund).await?;
    /// println!("{}: {}", entry.id, entry.amount.amount_formatted);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "AdjustUserBillingCreditBalance")]
    #[doc(alias = "adjustBillingCreditBalance")]
    #[post("/users/<user_id>/billing/credits", idempotent)]
    fn adjust_credit_balance(
        &self,
        user_id: &str,
        #[body] request: &AdjustCreditBalanceRequest,
    ) -> Call<CreditLedgerEntry>;

    /// Creates a TOTP secret for a user's authenticator app. Each call creates a new one.
    ///
    /// Clerk has removed this operation. It remains for older API versions and for compatible servers;
    /// [`update`](Self::update) accepts a `totp_secret`.
    ///
    /// Clerk: [`CreateUserTOTP`](https://clerk.com/docs/reference/backend-api/tag/users/post/users/%7Buser_id%7D/totp)
    ///
    /// # Errors
    /// 404, or 410 `operation_deprecated`, from today's API.
    #[doc(alias = "CreateUserTOTP")]
    #[deprecated(note = "Clerk's API no longer has this operation; `update` accepts a `totp_secret`")]
    #[post("/users/<user_id>/totp")]
    fn create_totp(&self, user_id: &str) -> Call<Totp>;
}
