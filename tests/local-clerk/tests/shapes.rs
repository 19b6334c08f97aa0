use local_clerk::{ExternalAccount, Verification};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::Clerk;

fn names(value: &Value) -> Vec<&str> {
    let mut names: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

const SEED: [&str; 39] = [
    "backup_code_enabled",
    "banned",
    "create_organization_enabled",
    "create_organizations_limit",
    "created_at",
    "delete_self_enabled",
    "email_addresses",
    "external_accounts",
    "external_id",
    "first_name",
    "has_image",
    "id",
    "image_url",
    "last_active_at",
    "last_name",
    "last_sign_in_at",
    "legal_accepted_at",
    "locked",
    "lockout_expires_in_seconds",
    "mfa_disabled_at",
    "mfa_enabled_at",
    "object",
    "passkeys",
    "password_enabled",
    "phone_numbers",
    "primary_email_address_id",
    "primary_phone_number_id",
    "primary_web3_wallet_id",
    "private_metadata",
    "profile_image_url",
    "public_metadata",
    "saml_accounts",
    "totp_enabled",
    "two_factor_enabled",
    "unsafe_metadata",
    "updated_at",
    "username",
    "verification_attempts_remaining",
    "web3_wallets",
];
const NEWER: [&str; 8] = [
    "bypass_client_trust",
    "deprovisioned",
    "enterprise_accounts",
    "locale",
    "organization_memberships",
    "password_last_updated_at",
    "requires_password_reset",
    "scim",
];

#[tokio::test]
async fn a_user_has_all_members_of_the_version_asked_for() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let mut newest: Vec<_> = SEED.into_iter().chain(NEWER).collect();
    newest.sort_unstable();
    for (date, expected) in [("2021-02-05", SEED.to_vec()), ("2025-11-10", newest.clone()), ("2026-05-12", newest)] {
        let request = clerk.request(Method::GET, &format!("/users/{id}")).header("clerk-api-version", date);
        assert_eq!(names(&clerk.send(request).await.ok()), expected, "{date}");
    }
}

#[tokio::test]
async fn timestamps_are_milliseconds() {
    let clock = local_clerk::Clock::standing_at(1_767_225_600_123);
    let clerk = Clerk::with(local_clerk::LocalClerk::builder().clock(clock)).await;
    let id = clerk.ada().await;
    let user = clerk.get(&format!("/users/{id}")).await.ok();
    for value in [&user["created_at"], &user["updated_at"], &user["email_addresses"][0]["created_at"]] {
        assert_eq!(value, 1_767_225_600_123_i64);
    }
}

#[tokio::test]
async fn verification_objects_are_tagged_and_absent_ones_null() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let path = format!("/users/{id}");
    let email = clerk.get(&path).await.ok()["email_addresses"][0]["id"].as_str().unwrap().to_owned();
    let cases = [
        (Some(Verification::admin()), json!(["verification_admin", "verified", "admin", null])),
        (
            Some(Verification::otp("email_code").status("unverified").attempts(2)),
            json!(["verification_otp", "unverified", "email_code", 2]),
        ),
        (
            Some(Verification::from_oauth("oauth_linkedin_oidc")),
            json!(["verification_from_oauth", "verified", "from_oauth_linkedin_oidc", null]),
        ),
        (Some(Verification::ticket()), json!(["verification_ticket", "verified", "ticket", null])),
        (Some(Verification::saml()), json!(["verification_saml", "verified", "saml", null])),
        (Some(Verification::email_link()), json!(["verification_email_link", "verified", "email_link", null])),
        (Some(Verification::scim()), json!(["verification_scim", "verified", "scim", null])),
        (None, json!([null, null, null, null])),
    ];
    for (verification, expected) in cases {
        clerk.local.seed().verification(&id, &email, verification).unwrap();
        let shown = clerk.get(&path).await.ok()["email_addresses"][0]["verification"].clone();
        let actual = json!([shown["object"], shown["status"], shown["strategy"], shown["attempts"]]);
        assert_eq!(actual, expected);
    }
}

#[tokio::test]
async fn accounts_of_google_have_a_type_and_ids_of_their_own() {
    let clerk = Clerk::start().await;
    let id = clerk.ada().await;
    let github = clerk.local.seed().external_account(&id, ExternalAccount::new("oauth_github", "1")).unwrap();
    let google = clerk.local.seed().external_account(&id, ExternalAccount::new("oauth_google", "2")).unwrap();
    let accounts = clerk.get(&format!("/users/{id}")).await.ok()["external_accounts"].clone();
    assert_eq!(accounts[0]["object"], "external_account");
    assert_eq!(accounts[0]["id"], github);
    assert_eq!(accounts[1]["object"], "google_account");
    assert_eq!(accounts[1]["external_account_id"], google);
    assert_eq!(accounts[1]["google_id"], "2");
    assert!(accounts[1]["id"].as_str().unwrap().starts_with("idn_"));
    let old = clerk.request(Method::GET, &format!("/users/{id}")).header("clerk-api-version", "2021-02-05");
    let old = clerk.send(old).await.ok()["external_accounts"][1].clone();
    assert!(["provider", "identification_id", "first_name"].iter().all(|name| old.get(name).is_none()));
}
