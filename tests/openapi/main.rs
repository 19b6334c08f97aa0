//! Declarations and models against Clerk's OpenAPI documents: models are kept by hand, and this is what holds them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that cannot do its work fails the test that called it")]
#![allow(clippy::print_stderr, reason = "a skipped test says so")]

mod document;
mod sample;

use std::collections::BTreeSet;

use clerk_client::__private::PageQuery;
use clerk_client::transport::{RawResponse, Request, Transport, TransportFuture};
use clerk_client::users::*;
use clerk_client::{AdjustCreditBalanceRequest, Client, ListOrganizationInvitations, ListOrganizationMemberships};
use serde::Serialize;
use serde_json::Value;

/// Operations of other resources, which the documents file under email addresses and phone numbers.
const NOT_DECLARED: [&str; 2] = ["PUT /users/{user_id}/email_address", "PUT /users/{user_id}/phone_number"];

/// Secrets, which are read and never written, and objects that a document leaves open.
const NOT_WRITTEN: [&str; 3] = ["phone_numbers.backup_codes", "enterprise_connection.any", "saml_connection.any"];

#[test]
fn openapi_documents_and_the_trait_name_the_same_operations() {
    let Some(documents) = document::all() else { return };
    let described: BTreeSet<_> = documents
        .iter()
        .flat_map(|document| document.operations_on_users().map(|(verb, path)| format!("{verb} {path}")))
        .collect();
    let declared: BTreeSet<_> =
        <dyn UsersApi>::ENDPOINTS.iter().map(|endpoint| format!("{} {}", endpoint.method, endpoint.path)).collect();
    let invented: Vec<_> = declared.difference(&described).collect();
    assert!(invented.is_empty(), "declared, and in no document: {invented:?}");
    let missing: Vec<_> =
        described.difference(&declared).filter(|operation| !NOT_DECLARED.contains(&operation.as_str())).collect();
    assert!(missing.is_empty(), "neither declared nor listed: {missing:?}");
}

#[test]
fn openapi_documents_and_the_queries_name_the_same_parameters() {
    let Some(documents) = document::all() else { return };
    let newest = documents.last().unwrap();
    for (path, members) in [
        ("/users", <ListUsers as PageQuery>::MEMBERS),
        ("/users/count", <CountUsers as PageQuery>::MEMBERS),
        ("/users/{user_id}/organization_memberships", <ListOrganizationMemberships as PageQuery>::MEMBERS),
        ("/users/{user_id}/organization_invitations", <ListOrganizationInvitations as PageQuery>::MEMBERS),
    ] {
        let mut members: Vec<_> = members.to_vec();
        members.sort_unstable();
        let operation = newest.operation("GET", path).unwrap();
        assert_eq!(members, newest.query(operation), "{path}");
    }
}

/// A member that only an older document has is one that older API versions accept.
#[test]
fn openapi_documents_and_the_requests_name_the_same_members() {
    let Some(documents) = document::all() else { return };
    for (method, path, request) in [
        ("POST", "/users", fields(&CreateUserRequest::new())),
        ("PATCH", "/users/{user_id}", fields(&UpdateUserRequest::new())),
        ("PATCH", "/users/{user_id}/metadata", fields(&UpdateUserMetadataRequest::new())),
        ("POST", "/users/{user_id}/verify_password", fields(&VerifyPasswordRequest::new("p"))),
        ("POST", "/users/{user_id}/verify_totp", fields(&VerifyTotpRequest::new("1"))),
        ("PUT", "/users/{user_id}/metadata", fields(&ReplaceUserMetadataRequest::new())),
        ("POST", "/users/{user_id}/remove_password", fields(&RemovePasswordRequest::new())),
        ("POST", "/users/{user_id}/password/set_compromised", fields(&SetPasswordCompromisedRequest::new())),
        ("POST", "/users/{user_id}/billing/credits", fields(&AdjustCreditBalanceRequest::increase(1, "k"))),
    ] {
        let described: BTreeSet<_> = documents
            .iter()
            .filter_map(|document| Some((document, document.operation(method, path)?)))
            .flat_map(|(document, operation)| document.body(operation))
            .collect();
        assert_eq!(request, described, "{method} {path}");
    }
}

/// The names of a request's fields, which are those on the wire: `Debug` lists all of them.
fn fields(request: &impl std::fmt::Debug) -> BTreeSet<String> {
    let shown = format!("{request:#?}");
    let fields = shown.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": "));
    fields.map(|(name, _)| name.to_owned()).filter(|name| !name.starts_with(' ')).collect()
}

#[tokio::test]
async fn no_member_of_an_openapi_response_is_lost() {
    let Some(documents) = document::all() else { return };
    let mut lost = BTreeSet::new();
    let mut read = 0;
    for document in &documents {
        for endpoint in <dyn UsersApi>::ENDPOINTS {
            let Some(operation) = document.operation(endpoint.method.as_str(), endpoint.path) else { continue };
            let Some(schema) = document.response(operation) else { continue };
            for variant in 0..4 {
                let sample = sample::of(document, schema, variant);
                let Some(value) = decoded(endpoint.name, &sample).await else { continue };
                read += 1;
                lost.extend(sample::lost(&sample, &value, endpoint.name));
            }
        }
    }
    lost.retain(|path| !NOT_WRITTEN.iter().any(|known| path.ends_with(known)));
    assert!(read > 100, "only {read} responses were read");
    assert!(lost.is_empty(), "{lost:#?}");
}

/// What the method of this name reads from a response, written again. `None` for types that are not written, as they hold secrets.
#[allow(deprecated, reason = "all are read")]
async fn decoded(method: &str, sample: &Value) -> Option<Value> {
    let client = Client::builder("sk_test_1").transport(Answer(sample.to_string())).build().unwrap();
    let users = client.users();
    Some(match method {
        "find" => json(users.find("u").await),
        "all" => json(users.all(&ListUsers::new()).await),
        "count" => json(users.count(&CountUsers::new()).await),
        "create" => json(users.create(&CreateUserRequest::new()).await),
        "update" => json(users.update("u", &UpdateUserRequest::new()).await),
        "update_metadata" => json(users.update_metadata("u", &UpdateUserMetadataRequest::new()).await),
        "update_profile_image" => json(users.update_profile_image("u", ProfileImage::new("a.png", "x")).await),
        "delete_profile_image" => json(users.delete_profile_image("u").await),
        "delete" => json(users.delete("u").await),
        "ban" => json(users.ban("u").await),
        "unban" => json(users.unban("u").await),
        "lock" => json(users.lock("u").await),
        "unlock" => json(users.unlock("u").await),
        "verify_password" => json(users.verify_password("u", &VerifyPasswordRequest::new("p")).await),
        "verify_totp" => json(users.verify_totp("u", &VerifyTotpRequest::new("1")).await),
        "disable_mfa" => json(users.disable_mfa("u").await),
        "delete_totp" => json(users.delete_totp("u").await),
        "delete_backup_code" => json(users.delete_backup_code("u").await),
        "delete_external_account" => json(users.delete_external_account("u", "e").await),
        "delete_passkey" => json(users.delete_passkey("u", "p").await),
        "delete_web3_wallet" => json(users.delete_web3_wallet("u", "w").await),
        "organization_memberships" => {
            json(users.organization_memberships("u", &ListOrganizationMemberships::new()).await)
        }
        "organization_invitations" => {
            json(users.organization_invitations("u", &ListOrganizationInvitations::new()).await)
        }
        "ban_many" => json(users.ban_many(&["u"]).await),
        "unban_many" => json(users.unban_many(&["u"]).await),
        "replace_metadata" => json(users.replace_metadata("u", &ReplaceUserMetadataRequest::new()).await),
        "remove_password" => json(users.remove_password("u", &RemovePasswordRequest::new()).await),
        "set_password_compromised" => {
            json(users.set_password_compromised("u", &SetPasswordCompromisedRequest::new()).await)
        }
        "unset_password_compromised" => json(users.unset_password_compromised("u").await),
        "trusted_devices" => json(users.trusted_devices("u").await),
        "revoke_trusted_device" => json(users.revoke_trusted_device("u", "d").await),
        "billing_subscription" => json(users.billing_subscription("u").await),
        "credit_balance" => json(users.credit_balance("u").await),
        "adjust_credit_balance" => {
            json(users.adjust_credit_balance("u", &AdjustCreditBalanceRequest::increase(1, "key")).await)
        }
        "oauth_access_token" | "create_totp" => return None,
        other => panic!("{other} is not read here yet"),
    })
}

fn json<T: Serialize>(response: clerk_client::Result<T>) -> Value {
    serde_json::to_value(response.unwrap()).unwrap()
}

/// Responds to everything with 200 and this body.
struct Answer(String);

impl Transport for Answer {
    fn send(&self, _: Request) -> TransportFuture<'_> {
        Box::pin(async { Ok(RawResponse::new(200, self.0.clone())) })
    }
}
