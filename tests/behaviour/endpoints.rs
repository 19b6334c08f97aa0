//! The declared endpoints: all of them, with verb and path.

use clerk_client::UsersApi;

const DECLARED: [(&str, &str, &str); 36] = [
    ("find", "GET", "/users/{user_id}"),
    ("all", "GET", "/users"),
    ("count", "GET", "/users/count"),
    ("create", "POST", "/users"),
    ("update", "PATCH", "/users/{user_id}"),
    ("update_metadata", "PATCH", "/users/{user_id}/metadata"),
    ("replace_metadata", "PUT", "/users/{user_id}/metadata"),
    ("update_profile_image", "POST", "/users/{user_id}/profile_image"),
    ("delete_profile_image", "DELETE", "/users/{user_id}/profile_image"),
    ("delete", "DELETE", "/users/{user_id}"),
    ("ban", "POST", "/users/{user_id}/ban"),
    ("unban", "POST", "/users/{user_id}/unban"),
    ("ban_many", "POST", "/users/ban"),
    ("unban_many", "POST", "/users/unban"),
    ("lock", "POST", "/users/{user_id}/lock"),
    ("unlock", "POST", "/users/{user_id}/unlock"),
    ("verify_password", "POST", "/users/{user_id}/verify_password"),
    ("verify_totp", "POST", "/users/{user_id}/verify_totp"),
    ("remove_password", "POST", "/users/{user_id}/remove_password"),
    ("set_password_compromised", "POST", "/users/{user_id}/password/set_compromised"),
    ("unset_password_compromised", "POST", "/users/{user_id}/password/unset_compromised"),
    ("disable_mfa", "DELETE", "/users/{user_id}/mfa"),
    ("delete_totp", "DELETE", "/users/{user_id}/totp"),
    ("delete_backup_code", "DELETE", "/users/{user_id}/backup_code"),
    ("delete_external_account", "DELETE", "/users/{user_id}/external_accounts/{external_account_id}"),
    ("delete_passkey", "DELETE", "/users/{user_id}/passkeys/{passkey_identification_id}"),
    ("delete_web3_wallet", "DELETE", "/users/{user_id}/web3_wallets/{web3_wallet_identification_id}"),
    ("trusted_devices", "GET", "/users/{user_id}/trusted_devices"),
    ("revoke_trusted_device", "DELETE", "/users/{user_id}/trusted_devices/{trusted_device_id}"),
    ("organization_memberships", "GET", "/users/{user_id}/organization_memberships"),
    ("organization_invitations", "GET", "/users/{user_id}/organization_invitations"),
    ("oauth_access_token", "GET", "/users/{user_id}/oauth_access_tokens/{provider}"),
    ("billing_subscription", "GET", "/users/{user_id}/billing/subscription"),
    ("credit_balance", "GET", "/users/{user_id}/billing/credits"),
    ("adjust_credit_balance", "POST", "/users/{user_id}/billing/credits"),
    ("create_totp", "POST", "/users/{user_id}/totp"),
];

#[test]
fn all_operations_are_declared_in_the_order_of_tasks() {
    let declared: Vec<_> = <dyn UsersApi>::ENDPOINTS
        .iter()
        .map(|endpoint| (endpoint.name, endpoint.method.as_str(), endpoint.path))
        .collect();
    assert_eq!(declared, DECLARED);
    assert!(<dyn UsersApi>::ENDPOINTS.iter().all(|endpoint| endpoint.api == "UsersApi"));
}

#[test]
fn an_endpoint_knows_the_paths_that_lie_within_its_own() {
    for endpoint in <dyn UsersApi>::ENDPOINTS {
        let within: &[&str] = if endpoint.name == "find" { &["/users/count"] } else { &[] };
        assert_eq!(endpoint.more_specific_paths, within, "{endpoint}");
    }
}

/// Clerk's page of an operation is named by its verb and path.
#[test]
fn the_docs_of_each_method_link_to_the_page_of_its_operation() {
    let source = include_str!("../../clerk-client/src/api/users.rs");
    for endpoint in <dyn UsersApi>::ENDPOINTS {
        let (docs, _) = source.split_once(&format!("    fn {}(", endpoint.name)).expect("declared");
        let (_, docs) = docs.rsplit_once("\n\n").expect("methods are separated by a line");
        let (verb, path) = (endpoint.method.as_str().to_lowercase(), endpoint.path);
        let page = format!("tag/users/{verb}{path})").replace('{', "%7B").replace('}', "%7D");
        assert!(docs.contains(&page), "{endpoint}: no link to {page}");
    }
}
