//! Plain structs, as one writes them down from Clerk's reference.

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoded to be compared, not to be read")]
pub(super) struct Counted<T> {
    pub(super) data: Vec<T>,
    total_count: i64,
}

macro_rules! plain {
    ($(struct $name:ident { $($field:ident: $type:ty,)+ })+) => {$(
        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded to be compared, not to be read")]
        pub(super) struct $name { $(pub(super) $field: $type,)+ }
    )+};
}

plain! {
    struct User {
        id: String,
        object: String,
        external_id: Option<String>,
        primary_email_address_id: Option<String>,
        primary_phone_number_id: Option<String>,
        primary_web3_wallet_id: Option<String>,
        username: Option<String>,
        first_name: Option<String>,
        last_name: Option<String>,
        locale: Option<String>,
        profile_image_url: Option<String>,
        image_url: Option<String>,
        has_image: bool,
        public_metadata: Value,
        private_metadata: Option<Value>,
        unsafe_metadata: Option<Value>,
        email_addresses: Vec<EmailAddress>,
        phone_numbers: Vec<PhoneNumber>,
        web3_wallets: Vec<Web3Wallet>,
        passkeys: Vec<Passkey>,
        password_enabled: bool,
        two_factor_enabled: bool,
        totp_enabled: bool,
        backup_code_enabled: bool,
        mfa_enabled_at: Option<i64>,
        mfa_disabled_at: Option<i64>,
        password_last_updated_at: Option<i64>,
        requires_password_reset: Option<bool>,
        external_accounts: Vec<ExternalAccount>,
        saml_accounts: Vec<Value>,
        enterprise_accounts: Vec<Value>,
        organization_memberships: Option<Vec<Value>>,
        last_sign_in_at: Option<i64>,
        banned: bool,
        locked: bool,
        deprovisioned: Option<bool>,
        lockout_expires_in_seconds: Option<i64>,
        verification_attempts_remaining: Option<i64>,
        updated_at: i64,
        created_at: i64,
        delete_self_enabled: bool,
        create_organization_enabled: bool,
        create_organizations_limit: Option<i64>,
        last_active_at: Option<i64>,
        legal_accepted_at: Option<i64>,
        bypass_client_trust: Option<bool>,
        scim: Option<Value>,
    }

    struct EmailAddress {
        id: String,
        object: String,
        email_address: String,
        reserved: bool,
        verification: Option<Verification>,
        linked_to: Vec<Link>,
        matches_sso_connection: Option<bool>,
        created_at: i64,
        updated_at: i64,
    }

    struct PhoneNumber {
        id: String,
        object: String,
        phone_number: String,
        reserved_for_second_factor: Option<bool>,
        default_second_factor: Option<bool>,
        reserved: bool,
        verification: Option<Verification>,
        linked_to: Vec<Link>,
        backup_codes: Option<Vec<String>>,
        created_at: i64,
        updated_at: i64,
    }

    struct Web3Wallet {
        id: String,
        object: String,
        web3_wallet: String,
        verification: Option<Verification>,
        created_at: i64,
        updated_at: i64,
    }

    struct Passkey {
        id: String,
        object: String,
        name: String,
        last_used_at: i64,
        verification: Option<Verification>,
    }

    struct ExternalAccount {
        object: String,
        id: String,
        provider: Option<String>,
        identification_id: Option<String>,
        provider_user_id: Option<String>,
        approved_scopes: Option<String>,
        email_address: Option<String>,
        email_address_verified: Option<bool>,
        first_name: Option<String>,
        last_name: Option<String>,
        avatar_url: Option<String>,
        image_url: Option<String>,
        username: Option<String>,
        phone_number: Option<String>,
        public_metadata: Value,
        label: Option<String>,
        created_at: Option<i64>,
        updated_at: Option<i64>,
        verification: Option<Verification>,
    }

    struct Verification {
        object: Option<String>,
        status: String,
        strategy: String,
        attempts: Option<i64>,
        expire_at: Option<i64>,
        channel: Option<String>,
        verified_at_client: Option<String>,
        nonce: Option<String>,
        message: Option<String>,
        external_verification_redirect_url: Option<String>,
        error: Option<Value>,
    }

    struct Link {
        r#type: String,
        id: String,
    }

    struct Membership {
        id: String,
        object: String,
        role: String,
        role_name: Option<String>,
        permissions: Vec<String>,
        public_metadata: Value,
        private_metadata: Option<Value>,
        organization: Organization,
        public_user_data: Option<PublicUserData>,
        created_at: i64,
        updated_at: i64,
    }

    struct Organization {
        object: String,
        id: String,
        name: String,
        slug: String,
        image_url: Option<String>,
        has_image: bool,
        members_count: Option<i64>,
        missing_member_with_elevated_permissions: Option<bool>,
        pending_invitations_count: Option<i64>,
        max_allowed_memberships: i64,
        admin_delete_enabled: bool,
        public_metadata: Value,
        private_metadata: Option<Value>,
        created_by: Option<String>,
        created_at: i64,
        updated_at: i64,
        last_active_at: Option<i64>,
        role_set_key: Option<String>,
    }

    struct PublicUserData {
        user_id: String,
        first_name: Option<String>,
        last_name: Option<String>,
        profile_image_url: Option<String>,
        image_url: String,
        has_image: bool,
        identifier: Option<String>,
        username: Option<String>,
        banned: Option<bool>,
        deprovisioned: Option<bool>,
    }
}
