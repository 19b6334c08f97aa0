//! The exact members of every kind of object, in the versions that show the fewest and the most.

use local_clerk::{
    ApiVersion, EnterpriseAccount, ExternalAccount, Invitation, LocalClerk, Membership, OauthToken, Organization,
    Verification,
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::Clerk;

/// What an object has in every version, and what came with 2025-03-12.
struct Members {
    /// Where in the response the object is.
    at: &'static str,
    always: &'static str,
    newer: &'static str,
}

const OF_USER: &[Members] = &[
    Members {
        at: "/email_addresses/0",
        always: "created_at email_address id linked_to object reserved updated_at verification",
        newer: "matches_sso_connection",
    },
    Members { at: "/email_addresses/0/linked_to/0", always: "id type", newer: "" },
    Members { at: "/email_addresses/0/verification", always: "attempts expire_at object status strategy", newer: "" },
    Members {
        at: "/email_addresses/1/verification",
        always: "attempts error expire_at object status strategy",
        newer: "",
    },
    Members { at: "/email_addresses/1/verification/error", always: "code long_message message", newer: "" },
    Members {
        at: "/phone_numbers/0",
        always: "backup_codes created_at default_second_factor id linked_to object phone_number reserved reserved_for_second_factor updated_at verification",
        newer: "",
    },
    Members {
        at: "/phone_numbers/0/verification",
        always: "attempts channel expire_at object status strategy",
        newer: "",
    },
    Members { at: "/web3_wallets/0", always: "created_at id object updated_at verification web3_wallet", newer: "" },
    Members {
        at: "/web3_wallets/0/verification",
        always: "attempts expire_at object status strategy verified_at_client",
        newer: "",
    },
    Members { at: "/passkeys/0", always: "id last_used_at name object verification", newer: "" },
    Members {
        at: "/external_accounts/0",
        always: "approved_scopes avatar_url created_at email_address external_account_id first_name id identification_id image_url label last_name object provider provider_user_id public_metadata updated_at username verification",
        newer: "email_address_verified phone_number",
    },
    Members {
        at: "/external_accounts/1",
        always: "approved_scopes created_at email_address family_name given_name google_id id label object picture public_metadata updated_at username verification",
        newer: "avatar_url email_address_verified external_account_id first_name identification_id image_url last_name phone_number provider provider_user_id",
    },
    Members {
        at: "/external_accounts/2",
        always: "approved_scopes created_at email_address facebook_id family_name given_name id label object picture public_metadata updated_at username verification",
        newer: "avatar_url email_address_verified external_account_id first_name identification_id image_url last_name phone_number provider provider_user_id",
    },
    Members {
        at: "/saml_accounts/0",
        always: "active email_address first_name id last_name object provider provider_user_id public_metadata saml_connection verification",
        newer: "last_authenticated_at",
    },
    Members { at: "/saml_accounts/0/verification", always: "attempts expire_at object status strategy", newer: "" },
    Members {
        at: "/saml_accounts/0/saml_connection",
        always: "active allow_idp_initiated allow_subdomains created_at disable_additional_identifications domain id name provider sync_user_attributes updated_at",
        newer: "domains",
    },
];

/// What only newer versions have at all.
const OF_NEWER_USER: &[(&str, &str)] = &[
    (
        "/enterprise_accounts/0",
        "active email_address enterprise_connection enterprise_connection_id first_name id last_authenticated_at last_name object protocol provider provider_user_id public_metadata verification",
    ),
    (
        "/enterprise_accounts/0/enterprise_connection",
        "active allow_idp_initiated allow_subdomains created_at disable_additional_identifications domain domains id logo_public_url name protocol provider sync_user_attributes updated_at",
    ),
    ("/scim", "directory_enabled directory_id external_id"),
];

const OF_MEMBERSHIPS: &[Members] = &[
    Members { at: "", always: "data total_count", newer: "" },
    Members {
        at: "/data/0",
        always: "created_at id object organization permissions private_metadata public_metadata public_user_data role role_name updated_at",
        newer: "",
    },
    Members {
        at: "/data/0/organization",
        always: "admin_delete_enabled created_at created_by has_image id image_url max_allowed_memberships members_count name object private_metadata public_metadata slug updated_at",
        newer: "missing_member_with_elevated_permissions pending_invitations_count role_set_key",
    },
    Members {
        at: "/data/0/public_user_data",
        always: "first_name has_image identifier image_url last_name profile_image_url user_id",
        newer: "banned deprovisioned username",
    },
];

const OF_ORGANIZATIONS: &[Members] = &[Members {
    at: "/data/0",
    always: "admin_delete_enabled created_at created_by has_image id image_url max_allowed_memberships members_count name object private_metadata public_metadata slug updated_at",
    newer: "missing_member_with_elevated_permissions pending_invitations_count role_set_key",
}];

const OF_INVITATIONS: &[Members] = &[
    Members {
        at: "/data/0",
        always: "created_at email_address id object organization_id private_metadata public_metadata public_organization_data role role_name status updated_at",
        newer: "expires_at inviter_id public_inviter_data url",
    },
    Members { at: "/data/0/public_organization_data", always: "has_image id image_url name slug", newer: "" },
];

const OF_ORGANIZATIONS_INVITATIONS: &[Members] = &[Members {
    at: "/data/0",
    always: "created_at email_address id object organization_id private_metadata public_metadata role role_name status updated_at",
    newer: "expires_at inviter_id public_inviter_data url",
}];

const OF_DOMAINS: &[Members] = &[
    Members {
        at: "/data/0",
        always: "affiliation_email_address created_at enrollment_mode id name object organization_id public_organization_data total_pending_invitations total_pending_suggestions updated_at verification",
        newer: "affiliation_verification ownership_verification",
    },
    Members { at: "/data/0/verification", always: "attempts expire_at status strategy verified_at", newer: "" },
];

/// What is the same in all versions, by the list that it stands first in.
const OF_INSTANCE: [(&str, &str, &str); 9] = [
    (
        "/invitations",
        "/0",
        "created_at email_address expires_at id object public_metadata revoked status updated_at url",
    ),
    (
        "/allowlist_identifiers",
        "/0",
        "created_at id identifier identifier_type instance_id invitation_id object updated_at",
    ),
    ("/blocklist_identifiers", "/data/0", "created_at id identifier identifier_type instance_id object updated_at"),
    ("/waitlist_entries", "/data/0", "created_at email_address id invitation is_locked object status updated_at"),
    (
        "/jwt_templates",
        "/0",
        "allowed_clock_skew claims created_at custom_signing_key id lifetime name object signing_algorithm updated_at",
    ),
    ("/redirect_urls", "/0", "created_at id object updated_at url"),
    ("/organization_permissions", "/data/0", "created_at description id key name object type updated_at"),
    (
        "/organization_roles",
        "/data/0",
        "created_at description id is_creator_eligible key name object permissions updated_at",
    ),
    ("/machines", "/data/0", "created_at default_token_ttl id instance_id name object scoped_machines updated_at"),
];

const OF_DEVICES: &[Members] = &[Members {
    at: "/data/0",
    always: "algorithm app_identifier created_at id last_used_at name object platform revoked_at status updated_at",
    newer: "",
}];

const OF_TOKENS: &[Members] = &[Members {
    at: "/0",
    always: "external_account_id label object provider provider_user_id public_metadata scopes token token_secret",
    newer: "expires_at id_token",
}];

const OF_SUBSCRIPTION: &[Members] = &[Members {
    at: "",
    always: "active_at created_at eligible_for_free_trial id instance_id object past_due_at payer_id status subscription_items updated_at",
    newer: "",
}];

const OF_BALANCE: &[Members] = &[
    Members { at: "", always: "balance object", newer: "" },
    Members { at: "/balance", always: "amount amount_formatted currency currency_symbol", newer: "" },
];

/// A user with one of everything.
async fn furnished() -> (Clerk, String) {
    let clerk = Clerk::with(LocalClerk::builder()).await;
    let id = clerk
        .user(json!({
            "email_address": ["ada@example.com", "b@example.com"], "phone_number": ["+15555550100"],
            "web3_wallet": ["0x52908400098527886E0F7030069857D2E4169EE7"],
        }))
        .await;
    let (seed, user) = (clerk.local.seed(), clerk.get(&format!("/users/{id}")).await.ok());
    let part = |list: &str, place: usize| user[list][place]["id"].as_str().unwrap().to_owned();
    let failed = Verification::otp("email_code").status("failed").error("code", "message");
    seed.verification(&id, &part("email_addresses", 1), Some(failed)).unwrap();
    seed.verification(&id, &part("phone_numbers", 0), Some(Verification::otp("phone_code"))).unwrap();
    seed.verification(&id, &part("web3_wallets", 0), Some(Verification::email_link())).unwrap();
    seed.passkey(&id, "Laptop").unwrap();
    let token = OauthToken { token_secret: Some("s".into()), id_token: Some("i".into()), ..OauthToken::new("t") };
    for provider in ["oauth_github", "oauth_google", "oauth_facebook"] {
        let email_address = if provider == "oauth_github" { "ada@example.com".into() } else { String::new() };
        let account =
            ExternalAccount { email_address, token: Some(token.clone()), ..ExternalAccount::new(provider, "1") };
        seed.external_account(&id, account).unwrap();
    }
    seed.enterprise_account(&id, EnterpriseAccount::saml("saml_okta", "a@b.example")).unwrap();
    seed.scim(&id, "dir_1", None).unwrap();
    seed.trusted_device(&id, "ios", None).unwrap();
    let acme = seed.organization(Organization { created_by: Some(id.clone()), ..Organization::new("Acme") }).unwrap();
    seed.membership(&acme, &id, Membership::default()).unwrap();
    seed.invitation(&acme, Invitation::new("ada@example.com")).unwrap();
    let credit = json!({ "amount": 5, "action": "increase", "idempotency_key": "k" });
    clerk.post(&format!("/users/{id}/billing/credits"), credit).await.ok();
    (clerk, id)
}

fn names(object: &Value) -> Vec<&str> {
    let mut names: Vec<_> = object.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names
}

fn words<'a>(texts: &[&'a str]) -> Vec<&'a str> {
    let mut words: Vec<_> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    words.sort_unstable();
    words
}

#[tokio::test]
async fn every_object_has_the_members_of_its_version_and_no_others() {
    let (clerk, id) = furnished().await;
    let acme = clerk.get("/organizations").await.ok()["data"][0]["id"].as_str().unwrap().to_owned();
    let acme = format!("/organizations/{acme}");
    clerk.post(&format!("{acme}/domains"), json!({ "name": "acme.example" })).await.ok();
    for version in ApiVersion::all() {
        let is_newer = version > ApiVersion::V2024_10_01;
        for (path, table) in [
            (format!("/users/{id}"), OF_USER),
            (format!("/users/{id}/organization_memberships"), OF_MEMBERSHIPS),
            ("/organization_memberships".to_owned(), OF_MEMBERSHIPS),
            (format!("{acme}/memberships"), OF_MEMBERSHIPS),
            ("/organization_invitations".to_owned(), OF_INVITATIONS),
            (format!("{acme}/invitations"), OF_ORGANIZATIONS_INVITATIONS),
            (format!("{acme}/domains"), OF_DOMAINS),
            ("/organization_domains".to_owned(), OF_DOMAINS),
            (format!("/users/{id}/organization_invitations"), OF_INVITATIONS),
            ("/organizations".to_owned(), OF_ORGANIZATIONS),
            (format!("/users/{id}/trusted_devices"), OF_DEVICES),
            (format!("/users/{id}/oauth_access_tokens/oauth_github"), OF_TOKENS),
            (format!("/users/{id}/billing/subscription"), OF_SUBSCRIPTION),
            (format!("/users/{id}/billing/credits"), OF_BALANCE),
        ] {
            let request = clerk.request(Method::GET, &path).header("clerk-api-version", version.date());
            let shown = clerk.send(request).await.ok();
            for Members { at, always, newer } in table {
                let object = shown.pointer(at).unwrap_or_else(|| panic!("{path}{at}: {shown}"));
                let expected = words(&[always, if is_newer { newer } else { "" }]);
                assert_eq!(names(object), expected, "{} {path}{at}", version.date());
            }
            for (at, members) in OF_NEWER_USER.iter().filter(|_| path == format!("/users/{id}")) {
                let expected = if is_newer { words(&[members]) } else { Vec::new() };
                assert_eq!(names(shown.pointer(at).unwrap_or(&Value::Null)), expected, "{} {at}", version.date());
            }
        }
    }
}

#[tokio::test]
async fn what_an_instance_has_shows_the_same_members_in_every_version() {
    let clerk = Clerk::start().await;
    let email = json!({ "email_address": "a@x.example" });
    for (path, body) in [
        ("/invitations", email.clone()),
        ("/allowlist_identifiers", json!({ "identifier": "b@x.example", "notify": true })),
        ("/blocklist_identifiers", json!({ "identifier": "*@y.example" })),
        ("/waitlist_entries", email),
        ("/jwt_templates", json!({ "name": "t", "claims": { "a": 1 }, "signing_key": "hidden" })),
        ("/redirect_urls", json!({ "url": "app://x" })),
        ("/organization_permissions", json!({ "name": "Sell", "key": "org:seats:sell" })),
        ("/organization_roles", json!({ "name": "Seller", "key": "org:seller" })),
        ("/machines", json!({ "name": "worker" })),
    ] {
        clerk.post(path, body).await.ok();
    }
    for version in ApiVersion::all() {
        for (path, at, members) in OF_INSTANCE {
            let request = clerk.request(Method::GET, path).header("clerk-api-version", version.date());
            let shown = clerk.send(request).await.ok();
            assert_eq!(names(shown.pointer(at).unwrap()), words(&[members]), "{} {path}", version.date());
        }
    }
}

#[tokio::test]
async fn what_changes_shows_the_members_of_its_kind() {
    let (clerk, id) = furnished().await;
    let path = format!("/users/{id}");
    let entry = json!({ "amount": 1, "action": "increase", "idempotency_key": "l", "note": "n" });
    let entry = clerk.post(&format!("{path}/billing/credits"), entry).await.ok();
    assert_eq!(names(&entry), words(&["amount created_at id note object payer_id source_id source_type"]));
    assert_eq!(names(&entry["amount"]), words(&["amount amount_formatted currency currency_symbol"]));
    let device = clerk.get(&format!("{path}/trusted_devices")).await.ok()["data"][0]["id"].as_str().unwrap().to_owned();
    let revoked = clerk.delete(&format!("{path}/trusted_devices/{device}")).await.ok();
    assert_eq!((names(&revoked), revoked["revoked_at"].is_i64()), (words(&[OF_DEVICES[0].always]), true));
    let totp = clerk.request(Method::POST, &format!("{path}/totp")).header("clerk-api-version", "2025-11-10");
    assert_eq!(names(&clerk.send(totp).await.ok()), words(&["backup_codes id object secret uri verified"]));
}

#[tokio::test]
async fn a_verification_shows_what_its_kind_has() {
    let (clerk, id) = furnished().await;
    let email = clerk.get(&format!("/users/{id}")).await.ok()["email_addresses"][0]["id"].as_str().unwrap().to_owned();
    let always = "attempts expire_at object status strategy";
    for (verification, more) in [
        (Verification::saml(), ""),
        (Verification::saml().status("unverified"), "external_verification_redirect_url"),
        (Verification::email_link(), "verified_at_client"),
        (Verification::otp("phone_code"), "channel"),
        (Verification::otp("email_code").expire_at(7), ""),
    ] {
        clerk.local.seed().verification(&id, &email, Some(verification)).unwrap();
        let shown = clerk.get(&format!("/users/{id}")).await.ok()["email_addresses"][0]["verification"].clone();
        assert_eq!(names(&shown), words(&[always, more]));
        assert!(shown["expire_at"] == 7 || shown["strategy"] != "email_code");
    }
}
