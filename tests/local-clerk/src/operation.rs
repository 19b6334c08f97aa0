use std::fmt;
use std::str::FromStr;

use axum::http::Method;

macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $method:ident $path:literal;)*) => {
        /// An operation of the API, under the name the 25 have in Clerk's Ruby client and its like.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Operation {
            $($(#[$doc])* #[doc = concat!("`", stringify!($method), " ", $path, "`")] $name,)*
        }

        impl Operation {
            /// Every operation that the local Clerk answers.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in snake case, such as `update_metadata`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The method and the template of the path below the base URL.
            pub fn route(self) -> (Method, &'static str) {
                match self { $(Self::$name => (Method::$method, $path),)* }
            }
        }
    };
}

operations! {
    All = "all", GET "/users";
    Create = "create", POST "/users";
    Count = "count", GET "/users/count";
    Find = "find", GET "/users/{user_id}";
    Update = "update", PATCH "/users/{user_id}";
    Delete = "delete", DELETE "/users/{user_id}";
    Ban = "ban", POST "/users/{user_id}/ban";
    Unban = "unban", POST "/users/{user_id}/unban";
    Lock = "lock", POST "/users/{user_id}/lock";
    Unlock = "unlock", POST "/users/{user_id}/unlock";
    UpdateProfileImage = "update_profile_image", POST "/users/{user_id}/profile_image";
    DeleteProfileImage = "delete_profile_image", DELETE "/users/{user_id}/profile_image";
    UpdateMetadata = "update_metadata", PATCH "/users/{user_id}/metadata";
    OauthAccessToken = "oauth_access_token", GET "/users/{user_id}/oauth_access_tokens/{provider}";
    OrganizationMemberships = "organization_memberships", GET "/users/{user_id}/organization_memberships";
    OrganizationInvitations = "organization_invitations", GET "/users/{user_id}/organization_invitations";
    VerifyPassword = "verify_password", POST "/users/{user_id}/verify_password";
    VerifyTotp = "verify_totp", POST "/users/{user_id}/verify_totp";
    DisableMfa = "disable_mfa", DELETE "/users/{user_id}/mfa";
    DeleteBackupCode = "delete_backup_code", DELETE "/users/{user_id}/backup_code";
    DeletePasskey = "delete_passkey", DELETE "/users/{user_id}/passkeys/{passkey_identification_id}";
    DeleteWeb3Wallet = "delete_web3_wallet", DELETE "/users/{user_id}/web3_wallets/{web3_wallet_identification_id}";
    CreateTotp = "create_totp", POST "/users/{user_id}/totp";
    DeleteTotp = "delete_totp", DELETE "/users/{user_id}/totp";
    DeleteExternalAccount = "delete_external_account", DELETE "/users/{user_id}/external_accounts/{external_account_id}";
    ReplaceMetadata = "replace_metadata", PUT "/users/{user_id}/metadata";
    ReplaceEmailAddress = "replace_email_address", PUT "/users/{user_id}/email_address";
    ReplacePhoneNumber = "replace_phone_number", PUT "/users/{user_id}/phone_number";
    BanMany = "ban_many", POST "/users/ban";
    UnbanMany = "unban_many", POST "/users/unban";
    RemovePassword = "remove_password", POST "/users/{user_id}/remove_password";
    SetPasswordCompromised = "set_password_compromised", POST "/users/{user_id}/password/set_compromised";
    UnsetPasswordCompromised = "unset_password_compromised", POST "/users/{user_id}/password/unset_compromised";
    TrustedDevices = "trusted_devices", GET "/users/{user_id}/trusted_devices";
    RevokeTrustedDevice = "revoke_trusted_device", DELETE "/users/{user_id}/trusted_devices/{trusted_device_id}";
    BillingSubscription = "billing_subscription", GET "/users/{user_id}/billing/subscription";
    CreditBalance = "credit_balance", GET "/users/{user_id}/billing/credits";
    InstanceOrganizationMemberships = "instance_organization_memberships", GET "/organization_memberships";
    AdjustCreditBalance = "adjust_credit_balance", POST "/users/{user_id}/billing/credits";
}

impl Operation {
    /// The operation of a method and a path template below the base URL.
    pub(crate) fn at(method: &Method, path: &str) -> Option<Self> {
        let method = if *method == Method::HEAD { &Method::GET } else { method };
        Self::ALL.iter().copied().find(|operation| {
            let (known, template) = operation.route();
            known == *method && template == path
        })
    }

    /// Whether the 2026 limits count it per user too.
    pub(crate) fn is_limited_per_user(self) -> bool {
        matches!(self, Self::Update | Self::UpdateMetadata | Self::ReplaceMetadata)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is no operation's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownOperation;

impl fmt::Display for UnknownOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no operation of this name")
    }
}

impl std::error::Error for UnknownOperation {}

impl FromStr for Operation {
    type Err = UnknownOperation;

    fn from_str(text: &str) -> Result<Self, UnknownOperation> {
        Self::ALL.iter().copied().find(|operation| operation.name() == text).ok_or(UnknownOperation)
    }
}
