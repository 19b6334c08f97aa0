//! The replies that all sides decode: one full user of about 5 KB, and a page of 500.

use serde_json::{Value, json};

/// A user with every member that today's API sends.
pub fn user(n: usize) -> Value {
    let created_at = 1_754_000_000_000_u64 + n as u64;
    json!({
        "id": format!("user_2xAbCdEfGhIjKlMnOpQrStUv{n:04}"),
        "object": "user",
        "username": format!("ada{n}"),
        "first_name": "Ada",
        "last_name": "Lovelace",
        "locale": "en-GB",
        "image_url": "https://img.clerk.com/eyJ0eXBlIjoiZGVmYXVsdCIsImlpZCI6Imluc18yeCIsInJpZCI6InVzZXJfMngifQ",
        "has_image": false,
        "primary_email_address_id": format!("idn_2xEmailAddressOfTheUser{n:04}"),
        "primary_phone_number_id": format!("idn_2xPhoneNumberOfTheUser{n:04}"),
        "primary_web3_wallet_id": null,
        "password_enabled": true,
        "two_factor_enabled": true,
        "totp_enabled": true,
        "backup_code_enabled": true,
        "email_addresses": [email(n, created_at), email(n + 1, created_at)],
        "phone_numbers": [{
            "id": format!("idn_2xPhoneNumberOfTheUser{n:04}"),
            "object": "phone_number",
            "phone_number": format!("+1555555{n:04}"),
            "reserved_for_second_factor": false,
            "default_second_factor": false,
            "reserved": false,
            "verification": {
                "object": "verification_otp", "status": "verified", "strategy": "phone_code", "attempts": 1,
                "expire_at": created_at, "channel": "sms", "verified_at_client": null
            },
            "linked_to": [],
            "backup_codes": null,
            "created_at": created_at,
            "updated_at": created_at
        }],
        "web3_wallets": [{
            "id": "idn_2xWallet", "object": "web3_wallet", "web3_wallet": "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1",
            "verification": {
                "object": "verification_web3", "status": "verified", "strategy": "web3_metamask_signature",
                "nonce": "d8a2f9", "message": null, "attempts": 1, "expire_at": created_at
            },
            "created_at": created_at, "updated_at": created_at
        }],
        "passkeys": [{
            "id": "idn_2xPasskey", "object": "passkey", "name": "Ada's laptop", "last_used_at": created_at,
            "verification": {
                "object": "verification_passkey", "status": "verified", "strategy": "passkey", "nonce": "nonce",
                "attempts": 1, "expire_at": created_at
            }
        }],
        "external_accounts": [{
            "object": "external_account",
            "id": "eac_2xGoogle", "provider": "oauth_google", "identification_id": "idn_2xGoogle",
            "provider_user_id": "110169484474386276334",
            "approved_scopes": "email https://www.googleapis.com/auth/userinfo.email openid profile",
            "email_address": format!("ada{n}@example.com"), "email_address_verified": true,
            "first_name": "Ada", "last_name": "Lovelace",
            "avatar_url": "https://lh3.googleusercontent.com/a/ACg8ocJ0", "image_url": "https://img.clerk.com/eyJ0eXBlIjoicHJveHkifQ",
            "username": null, "phone_number": null, "public_metadata": {}, "label": null,
            "created_at": created_at, "updated_at": created_at,
            "verification": {
                "object": "verification_oauth", "status": "verified", "strategy": "oauth_google", "attempts": null,
                "expire_at": created_at, "error": null, "verified_at_client": null
            }
        }],
        "saml_accounts": [],
        "enterprise_accounts": [],
        "public_metadata": { "plan": "pro", "seats": 12, "features": ["sso", "audit"], "limits": { "projects": 40, "storage_gb": 250 } },
        "private_metadata": { "stripe_customer": "cus_PxQ2", "crm": { "id": 90071992547u64, "owner": "grace@example.com" } },
        "unsafe_metadata": { "theme": "dark", "onboarding": { "step": 4, "done": false } },
        "external_id": format!("crm-{n}"),
        "last_sign_in_at": created_at,
        "banned": false,
        "locked": false,
        "deprovisioned": false,
        "lockout_expires_in_seconds": null,
        "verification_attempts_remaining": 100,
        "created_at": created_at,
        "updated_at": created_at,
        "delete_self_enabled": true,
        "create_organization_enabled": true,
        "create_organizations_limit": null,
        "last_active_at": created_at,
        "mfa_enabled_at": created_at,
        "mfa_disabled_at": null,
        "password_last_updated_at": created_at,
        "legal_accepted_at": null,
        "bypass_client_trust": false,
        "profile_image_url": "https://www.gravatar.com/avatar?d=mp"
    })
}

fn email(n: usize, created_at: u64) -> Value {
    json!({
        "id": format!("idn_2xEmailAddressOfTheUser{n:04}"),
        "object": "email_address",
        "email_address": format!("ada{n}@example.com"),
        "reserved": false,
        "verification": {
            "object": "verification_from_oauth", "status": "verified", "strategy": "from_oauth_google", "attempts": null,
            "expire_at": null, "error": null, "verified_at_client": null
        },
        "linked_to": [{ "type": "oauth_google", "id": "idn_2xGoogle" }],
        "matches_sso_connection": false,
        "created_at": created_at,
        "updated_at": created_at
    })
}

pub fn one() -> String {
    user(1).to_string()
}

pub fn page() -> String {
    Value::Array((0..500).map(user).collect()).to_string()
}
