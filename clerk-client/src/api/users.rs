//! The Users API: every endpoint, declared.

use clerk_macros::clerk_api;

mod acknowledgement;
mod count_users;
mod create_confirmed;
mod create_user;
mod email_address;
mod enterprise_account;
mod external_account;
mod list_users;
mod oauth_access_token;
mod order_by;
mod passkey;
mod password_hasher;
mod phone_number;
mod profile_image;
mod saml_account;
mod strategy;
mod totp;
mod update_metadata;
mod update_user;
mod user;
mod user_filter;
mod verification;
mod verify;
mod web3_wallet;

pub use self::acknowledgement::{
    DeletedObject, MfaDisabled, PasswordVerification, TotalCount, TotpCodeType, TotpVerification,
};
pub use self::count_users::CountUsers;
pub use self::create_user::{CreateUserRequest, IdentificationStatus};
pub use self::email_address::{EmailAddress, IdentificationLink};
pub use self::enterprise_account::{EnterpriseAccount, EnterpriseConnection, EnterpriseProtocol};
pub use self::external_account::ExternalAccount;
pub use self::list_users::ListUsers;
pub use self::oauth_access_token::OAuthAccessToken;
pub use self::order_by::{Order, OrderBy};
pub use self::passkey::Passkey;
pub use self::password_hasher::PasswordHasher;
pub use self::phone_number::PhoneNumber;
pub use self::profile_image::ProfileImage;
pub use self::saml_account::{SamlAccount, SamlConnection};
pub use self::strategy::Strategy;
pub use self::totp::Totp;
pub use self::update_metadata::UpdateUserMetadataRequest;
pub use self::update_user::UpdateUserRequest;
pub use self::user::{ScimMetadata, User};
pub use self::user_filter::UserFilter;
pub use self::verification::{Verification, VerificationStatus};
pub use self::verify::{VerifyPasswordRequest, VerifyTotpRequest};
pub use self::web3_wallet::Web3Wallet;
use crate::api::organizations::{
    ListOrganizationInvitations, ListOrganizationMemberships, OrganizationInvitation, OrganizationMembership,
};
use crate::call::Call;
use crate::client::Client;
use crate::types::Page;

impl Client {
    /// The Users API.
    #[must_use]
    pub fn users(&self) -> &dyn UsersApi {
        self
    }
}

/// Clerk's users: create, find, change, ban, lock, verify and delete them.
///
/// [`Client::users`](crate::Client::users) gives it. Every method returns a [`Call`], which is sent when it is awaited.
///
/// # Errors
/// Each method lists the codes of its own; look for them with [`Error::has_code`](crate::Error::has_code). Any of them can also
/// fail with 401 `clerk_key_invalid` (a wrong key) and 429 `too_many_requests` (see
/// [`Error::retry_after`](crate::Error::retry_after)), and those that take a user's id with 404 `resource_not_found`.
///
/// # Limits
/// Clerk allows 1000 requests in 10 seconds to a production instance and 100 to a development instance. What differs is said
/// with the method.
#[clerk_api]
pub trait UsersApi {
    /// Bans a user: all their sessions end, and they cannot sign in again.
    ///
    /// Errors: 402 `unsupported_subscription_plan_features` (the plan lacks bans).
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().ban("user_2a").await?;
    /// assert!(user.banned);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "BanUser")]
    #[post("/users/<user_id>/ban", retry = "always")]
    fn ban(&self, user_id: &str) -> Call<User>;

    /// Creates a user. Their e-mail addresses and phone numbers count as verified.
    ///
    /// There is no idempotency key: when the outcome is unknown ([`Error::may_have_run`](crate::Error::may_have_run)), look for the
    /// user by an identifier or `external_id` before trying again; [`Client::create_confirmed`](crate::Client::create_confirmed) does.
    ///
    /// Errors: 422 `form_identifier_exists` (an identifier is taken), `form_data_missing` (the instance requires more),
    /// `form_password_pwned` and other `form_password_…` (a bad password), `form_param_unknown`,
    /// `form_param_exceeds_allowed_size` (metadata over 8 KB); 403 where the instance does not allow it.
    ///
    /// Limit: some instances allow 20 in 10 seconds.
    ///
    /// ```no_run
    /// # use clerk_client::CreateUserRequest;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let ada = CreateUserRequest::new().email_address("ada@example.com").first_name("Ada").external_id("crm-17");
    /// let user = client.users().create(&ada).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "CreateUser")]
    #[post("/users", retry = "never")]
    fn create(&self, #[body] request: &CreateUserRequest) -> Call<User>;

    /// Creates a TOTP secret for a user's authenticator app. Each call makes a new one.
    ///
    /// Clerk has since removed this operation: expect 404, or 410 `operation_deprecated`, from today's API. It is here
    /// for older API versions and for compatible servers. [`update`](Self::update) takes a `totp_secret`.
    ///
    /// ```no_run
    /// use clerk_client::ExposeSecret;
    ///
    /// # #[allow(deprecated)]
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let totp = client.users().create_totp("user_2a").await?;
    /// let uri = totp.uri.as_ref().map(|uri| uri.expose_secret()); // for a QR code
    /// # Ok(())
    /// # }
    /// ```
    #[deprecated(note = "Clerk's API no longer has this operation; `update` takes a `totp_secret`")]
    #[doc(alias = "CreateUserTOTP")]
    #[post("/users/<user_id>/totp", retry = "never")]
    fn create_totp(&self, user_id: &str) -> Call<Totp>;

    /// Takes all backup codes from a user.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// assert_eq!(client.users().delete_backup_code("user_2a").await?.user_id, "user_2a");
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteBackupCode")]
    #[delete("/users/<user_id>/backup_code", retry = "always")]
    fn delete_backup_code(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Takes an external account (a sign-in through an OAuth provider) from a user.
    ///
    /// The id is [`ExternalAccount::deletable_id`](crate::ExternalAccount::deletable_id), which for Google and Facebook is not
    /// the account's `id`.
    ///
    /// Errors: 404 `external_account_not_found`; 400 `last_required_identification_deletion_failed`.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().find("user_2a").await?;
    /// for account in &user.external_accounts {
    ///     client.users().delete_external_account(&user.id, account.deletable_id()).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteExternalAccount")]
    #[delete("/users/<user_id>/external_accounts/<external_account_id>", retry = "always")]
    fn delete_external_account(&self, user_id: &str, external_account_id: &str) -> Call<DeletedObject>;

    /// Takes all authenticator apps from a user.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// client.users().delete_totp("user_2a").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteTOTP")]
    #[delete("/users/<user_id>/totp", retry = "always")]
    fn delete_totp(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Deletes a user for good.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// match client.users().delete("user_2a").await {
    ///     Err(error) if error.is_not_found() => println!("already gone"),
    ///     outcome => assert!(outcome?.deleted),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteUser")]
    #[delete("/users/<user_id>", retry = "always")]
    fn delete(&self, user_id: &str) -> Call<DeletedObject>;

    /// Removes a user's profile image; a generated one takes its place.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().delete_profile_image("user_2a").await?;
    /// assert!(!user.has_image);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DeleteUserProfileImage")]
    #[delete("/users/<user_id>/profile_image", retry = "always")]
    fn delete_profile_image(&self, user_id: &str) -> Call<User>;

    /// Turns off multi-factor authentication: takes the authenticator apps and the backup codes from a user.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// client.users().disable_mfa("user_2a").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "DisableMFA")]
    #[delete("/users/<user_id>/mfa", retry = "always")]
    fn disable_mfa(&self, user_id: &str) -> Call<MfaDisabled>;

    /// Gets a user's access tokens for an OAuth provider, refreshed where Clerk can.
    ///
    /// `provider` begins with `oauth_`: `oauth_google`, or `oauth_custom_<key>` for one of your own.
    ///
    /// Errors: 400 `oauth_unsupported_provider`; 404 `oauth_token_provider_not_enabled`; 422 `oauth_missing_refresh_token`.
    ///
    /// ```no_run
    /// use clerk_client::ExposeSecret;
    ///
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// for token in client.users().oauth_access_token("user_2a", "oauth_google").await? {
    ///     let bearer = token.token.expose_secret();
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetOAuthAccessToken")]
    #[get("/users/<user_id>/oauth_access_tokens/<provider>", retry = "always")]
    fn oauth_access_token(&self, user_id: &str, provider: &str) -> Call<Page<OAuthAccessToken>>;

    /// Gets one user.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().find("user_2a").await?;
    /// println!("{:?}", user.primary_email_address().map(|email| &email.email_address));
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUser")]
    #[get("/users/<user_id>", retry = "always")]
    fn find(&self, user_id: &str) -> Call<User>;

    /// Lists users, the newest first unless the query orders them otherwise.
    ///
    /// The reply has no total; [`count`](Self::count) with the same filters gives it. A filter with values that match nobody
    /// gives nobody.
    ///
    /// Errors: before anything is sent, a limit that is not in 1 to 500 (Clerk would answer with 10 rows) and more than 100 values in
    /// a filter; 422 `form_param_value_invalid`.
    ///
    /// ```no_run
    /// # use clerk_client::ListUsers;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let query = ListUsers::new().email_address("ada@example.com").limit(50);
    /// for user in client.users().all(&query).await? {
    ///     println!("{}", user.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUserList")]
    #[get("/users", retry = "always")]
    fn all(&self, #[query] query: &ListUsers) -> Call<Vec<User>>;

    /// Counts the users that match.
    ///
    /// Errors: as [`all`](Self::all).
    ///
    /// ```no_run
    /// # use clerk_client::CountUsers;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let total = client.users().count(&CountUsers::new().query("ada")).await?.total_count;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "GetUsersCount")]
    #[get("/users/count", retry = "always")]
    fn count(&self, #[query] query: &CountUsers) -> Call<TotalCount>;

    /// Locks a user: they cannot sign in until the instance's lockout time is over or [`unlock`](Self::unlock) is called.
    ///
    /// Errors: 403 (the instance has no lockout).
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().lock("user_2a").await?;
    /// println!("for {:?} seconds", user.lockout_expires_in_seconds);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "LockUser")]
    #[post("/users/<user_id>/lock", retry = "always")]
    fn lock(&self, user_id: &str) -> Call<User>;

    /// Sets a user's profile image.
    ///
    /// Errors: 413 `image_too_large` (over 10 MB); 400 `request_body_invalid` (not an image that Clerk takes).
    ///
    /// ```no_run
    /// # use clerk_client::ProfileImage;
    /// # async fn example(client: clerk_client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user = client.users().update_profile_image("user_2a", ProfileImage::read("ada.png")?).await?;
    /// println!("{:?}", user.image_url);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "SetUserProfileImage")]
    #[post("/users/<user_id>/profile_image", retry = "always")]
    fn update_profile_image(&self, user_id: &str, #[multipart] image: ProfileImage) -> Call<User>;

    /// Lifts a ban.
    ///
    /// Errors: 402 `unsupported_subscription_plan_features` (the plan lacks bans).
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().unban("user_2a").await?;
    /// assert!(!user.banned);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UnbanUser")]
    #[post("/users/<user_id>/unban", retry = "always")]
    fn unban(&self, user_id: &str) -> Call<User>;

    /// Unlocks a user.
    ///
    /// Errors: 403 (the instance has no lockout).
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let user = client.users().unlock("user_2a").await?;
    /// assert!(!user.locked);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UnlockUser")]
    #[post("/users/<user_id>/unlock", retry = "always")]
    fn unlock(&self, user_id: &str) -> Call<User>;

    /// Changes a user. Members that the request does not set stay as they are; [`Patch::Clear`](crate::Patch::Clear) removes one.
    ///
    /// Metadata given here replaces what is there; [`update_metadata`](Self::update_metadata) merges. From API version 2026-05-12
    /// on this method takes no metadata.
    ///
    /// Errors: 422 `form_identifier_exists`, `form_param_exceeds_allowed_size` (metadata over 8 KB), `form_password_…`;
    /// 409 `user_managed_by_scim`.
    ///
    /// Limit: 10 in 10 seconds for one user.
    ///
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
        retry = "unless(password, password_digest, sign_out_of_other_sessions, notify_primary_email_address_changed, \
                 totp_secret, backup_codes)"
    )]
    fn update(&self, user_id: &str, #[body] request: &UpdateUserRequest) -> Call<User>;

    /// Merges metadata into a user's, at any depth; a null removes its key.
    ///
    /// Errors: 422 `form_param_exceeds_allowed_size` (over 8 KB after merging).
    ///
    /// Limit: 10 in 10 seconds for one user.
    ///
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
    #[patch("/users/<user_id>/metadata", retry = "always")]
    fn update_metadata(&self, user_id: &str, #[body] request: &UpdateUserMetadataRequest) -> Call<User>;

    /// Takes a passkey from a user, who is told by e-mail.
    ///
    /// Errors: 404 `passkey_not_registered`; 400 `last_required_identification_deletion_failed`.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// client.users().delete_passkey("user_2a", "idn_2b").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UserPasskeyDelete")]
    #[delete("/users/<user_id>/passkeys/<passkey_identification_id>", retry = "always")]
    fn delete_passkey(&self, user_id: &str, passkey_identification_id: &str) -> Call<DeletedObject>;

    /// Takes a web3 wallet from a user.
    ///
    /// Errors: 404 `resource_not_found`; 400 `last_required_identification_deletion_failed`.
    ///
    /// ```no_run
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// client.users().delete_web3_wallet("user_2a", "idn_2b").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UserWeb3WalletDelete")]
    #[delete("/users/<user_id>/web3_wallets/<web3_wallet_identification_id>", retry = "always")]
    fn delete_web3_wallet(&self, user_id: &str, web3_wallet_identification_id: &str) -> Call<DeletedObject>;

    /// Lists the invitations to organizations that a user has.
    ///
    /// ```no_run
    /// # use clerk_client::{ListOrganizationInvitations, OrganizationInvitationStatus};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let pending = ListOrganizationInvitations::new().status(OrganizationInvitationStatus::Pending);
    /// for invitation in client.users().organization_invitations("user_2a", &pending).await? {
    ///     println!("{}", invitation.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UsersGetOrganizationInvitations")]
    #[get("/users/<user_id>/organization_invitations", retry = "always")]
    fn organization_invitations(
        &self,
        user_id: &str,
        #[query] query: &ListOrganizationInvitations,
    ) -> Call<Page<OrganizationInvitation>>;

    /// Lists the organizations that a user is a member of, with the role in each.
    ///
    /// ```no_run
    /// # use clerk_client::ListOrganizationMemberships;
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let page = client.users().organization_memberships("user_2a", &ListOrganizationMemberships::new().limit(100)).await?;
    /// println!("{} of {:?}", page.len(), page.total_count);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "UsersGetOrganizationMemberships")]
    #[get("/users/<user_id>/organization_memberships", retry = "always")]
    fn organization_memberships(
        &self,
        user_id: &str,
        #[query] query: &ListOrganizationMemberships,
    ) -> Call<Page<OrganizationMembership>>;

    /// Checks a user's password. A wrong one is an error, not `false`.
    ///
    /// Errors: 422 `incorrect_password` (which may count towards the user's lockout); 400 `no_password_set`.
    ///
    /// ```no_run
    /// # use clerk_client::VerifyPasswordRequest;
    /// # async fn example(client: clerk_client::Client, password: String) -> clerk_client::Result<bool> {
    /// match client.users().verify_password("user_2a", &VerifyPasswordRequest::new(password)).await {
    ///     Ok(_) => Ok(true),
    ///     Err(error) if error.has_code("incorrect_password") => Ok(false),
    ///     Err(error) => Err(error),
    /// }
    /// # }
    /// ```
    #[doc(alias = "VerifyPassword")]
    #[post("/users/<user_id>/verify_password", retry = "never")]
    fn verify_password(&self, user_id: &str, #[body] request: &VerifyPasswordRequest) -> Call<PasswordVerification>;

    /// Checks a code of a user's authenticator app, or uses up one of their backup codes. A wrong one is an error, not `false`.
    ///
    /// Errors: 422 `totp_incorrect_code`, `totp_invalid_length`; 400 `totp_disabled`.
    ///
    /// ```no_run
    /// # use clerk_client::{TotpCodeType, VerifyTotpRequest};
    /// # async fn example(client: clerk_client::Client) -> clerk_client::Result<()> {
    /// let verified = client.users().verify_totp("user_2a", &VerifyTotpRequest::new("123456")).await?;
    /// if verified.code_type == TotpCodeType::BackupCode {
    ///     println!("one backup code fewer");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "VerifyTOTP")]
    #[post("/users/<user_id>/verify_totp", retry = "never")]
    fn verify_totp(&self, user_id: &str, #[body] request: &VerifyTotpRequest) -> Call<TotpVerification>;
}
