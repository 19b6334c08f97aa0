//! Every reply of a tour through all operations, held against Clerk's own OpenAPI documents.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use local_clerk::{
    EnterpriseAccount, ExternalAccount, Invitation, Membership, OauthToken, Operation, Organization, Verification,
};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use serde_json::{Map, Value, json};

use crate::support::{Clerk, PNG, UNKNOWN};

/// The folder of the documents, `bapi-<version>*.yml`.
const FOLDER: &str = "CLERK_OPENAPI_DIR";

#[tokio::test]
async fn every_reply_conforms_to_the_newest_document() {
    tour("2026-05-12").await;
}

#[tokio::test]
async fn every_reply_conforms_to_the_document_of_late_2025() {
    tour("2025-11-10").await;
}

#[tokio::test]
async fn every_reply_conforms_to_the_document_of_january_2025() {
    tour("2021-02-05").await;
}

async fn tour(version: &'static str) {
    let Some(document) = document(version) else {
        // Past the test harness, which swallows what passing tests print.
        let _ = writeln!(std::io::stderr(), "SKIPPED: no {version} document; {FOLDER} names the folder of Clerk's");
        return;
    };
    let clerk = Clerk::start().await;
    let mut tour = Tour { clerk, version, document, seen: BTreeSet::new(), faults: Vec::new() };
    tour.walk().await;
    assert!(tour.faults.is_empty(), "{version}: {}", tour.faults.join("\n"));
    let emulated = Operation::ALL.iter().filter(|operation| operation.is_emulated());
    let described = emulated.filter(|operation| tour.describes(**operation));
    let missed: Vec<_> = described.filter(|operation| !tour.seen.contains(operation)).collect();
    assert!(missed.is_empty(), "{version}: not on the tour: {missed:?}");
}

fn document(version: &str) -> Option<Value> {
    let folder = PathBuf::from(std::env::var_os(FOLDER)?);
    let mut files = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let name = format!("bapi-{version}");
    let is = |path: &Path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&name));
    let text = std::fs::read_to_string(files.find(|path| is(path))?).expect("a readable document");
    let mut document = serde_norway::from_str(&text).expect("a YAML document");
    adapt(&mut document, version < "2025");
    Some(document)
}

/// Makes JSON Schema of OpenAPI 3.0, and lets in what is known to differ from the documents.
fn adapt(value: &mut Value, early: bool) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| adapt(item, early)),
        Value::Object(members) => {
            members.values_mut().for_each(|member| adapt(member, early));
            // Patterns of strategies and links forbid ids that Clerk itself has, such as oauth_linkedin_oidc.
            members.remove("pattern");
            members.remove("discriminator");
            if members.contains_key("properties") {
                admit(members, early);
            }
            if early && let Some(variants) = members.remove("oneOf") {
                members.insert("anyOf".to_owned(), variants);
            }
            if members.get("nullable") == Some(&Value::Bool(true)) {
                members.remove("nullable");
                let schema = Value::Object(std::mem::take(members));
                members.insert("anyOf".to_owned(), json!([schema, { "type": "null" }]));
            }
        }
        _ => {}
    }
}

/// Members that real replies have and the document does not, and the other way round.
fn admit(schema: &mut Map<String, Value>, early: bool) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    if properties.contains_key("two_factor_enabled") {
        properties.entry("requires_password_reset").or_insert(json!({ "type": "boolean" }));
    }
    let is_verification = properties.contains_key("strategy") && properties.contains_key("status");
    if early && is_verification {
        // The first document knows few strategies, no tags and no nulls, and demands an address to be redirected to.
        properties.insert("strategy".to_owned(), json!({ "type": "string" }));
        properties.insert("status".to_owned(), json!({ "type": "string" }));
        for name in ["attempts", "expire_at"] {
            properties.insert(name.to_owned(), json!({ "type": ["integer", "null"] }));
        }
        for name in ["object", "channel", "verified_at_client"] {
            properties.insert(name.to_owned(), json!({ "type": ["string", "null"] }));
        }
        let required = schema.get_mut("required").and_then(Value::as_array_mut);
        required.into_iter().for_each(|names| names.retain(|name| name != "external_verification_redirect_url"));
    }
}

struct Tour {
    clerk: Clerk,
    version: &'static str,
    document: Value,
    seen: BTreeSet<Operation>,
    faults: Vec<String>,
}

impl Tour {
    fn describes(&self, operation: Operation) -> bool {
        let (method, path) = operation.route();
        self.document["paths"][path].get(method.as_str().to_lowercase()).is_some()
    }

    async fn get(&mut self, operation: Operation, path: &str) -> Value {
        let request = self.clerk.request(Method::GET, path);
        self.check(operation, request).await
    }

    async fn send(&mut self, operation: Operation, path: &str, body: Value) -> Value {
        let request = self.clerk.request(operation.route().0, path).json(&body);
        self.check(operation, request).await
    }

    async fn act(&mut self, operation: Operation, path: &str) -> Value {
        let request = self.clerk.request(operation.route().0, path);
        self.check(operation, request).await
    }

    /// Sends a request and holds its reply against the document.
    async fn check(&mut self, operation: Operation, request: RequestBuilder) -> Value {
        let request = request.header("clerk-api-version", self.version);
        let reply = self.clerk.send(request).await;
        let body = reply.json();
        if !self.describes(operation) {
            return body;
        }
        if reply.status == 200 {
            self.seen.insert(operation);
        }
        if let Err(fault) = self.conforms(operation, reply.status, &body) {
            self.faults.push(format!("{operation} {}: {fault}\n{body}", reply.status));
        }
        body
    }

    fn conforms(&self, operation: Operation, status: u16, body: &Value) -> Result<(), String> {
        let pointer = self.schema(operation, status);
        let mut compiler = Compiler::new();
        let url = "https://clerk.test/bapi.json";
        compiler.add_resource(url, self.document.clone()).map_err(|error| error.to_string())?;
        let mut schemas = Schemas::new();
        let schema =
            compiler.compile(&format!("{url}#{pointer}"), &mut schemas).map_err(|error| format!("{error:#}"))?;
        schemas.validate(body, schema).map_err(|error| format!("{error:#}"))
    }

    /// Where the schema of a reply is; that of errors for statuses the document does not list.
    fn schema(&self, operation: Operation, status: u16) -> String {
        let (method, path) = operation.route();
        let path = path.replace('~', "~0").replace('/', "~1");
        let reply = format!("/paths/{path}/{}/responses/{status}", method.as_str().to_lowercase());
        let reply = match self.document.pointer(&format!("{reply}/$ref")) {
            Some(Value::String(target)) => target.trim_start_matches('#').to_owned(),
            _ => reply,
        };
        let schema = format!("{reply}/content/application~1json/schema");
        match self.document.pointer(&schema) {
            Some(_) => schema.replace('{', "%7B").replace('}', "%7D"),
            None => "/components/schemas/ClerkErrors".to_owned(),
        }
    }

    async fn walk(&mut self) {
        let id = self.people().await;
        self.reads(&id).await;
        self.writes(&id).await;
        self.credentials(&id).await;
        self.deletions(&id).await;
    }

    /// A user with everything there is, and another in the lists beside it.
    async fn people(&mut self) -> String {
        let ada = json!({
            "email_address": ["ada@example.com", "b@example.com"], "phone_number": ["+15555550100"],
            "web3_wallet": ["0x52908400098527886E0F7030069857D2E4169EE7"], "username": "ada_l", "password": "correct horse",
            "first_name": "Ada", "external_id": "ext-1", "totp_secret": "GEZDGNBVGY3TQOJQ", "backup_codes": ["backup01"],
            "public_metadata": { "any": ["thing"] }, "legal_accepted_at": "2026-01-01T00:00:00Z",
        });
        let ada = self.send(Operation::Create, "/users", ada).await;
        self.send(Operation::Create, "/users", json!({ "username": "grace" })).await;
        self.send(Operation::Create, "/users", json!({ "username": "ada_l" })).await;
        self.send(Operation::Create, "/users", json!({})).await;
        let id = ada["id"].as_str().expect("an id").to_owned();
        let seed = self.clerk.local.seed();
        let email = ada["email_addresses"][1]["id"].as_str().expect("an id");
        seed.verification(&id, email, Some(Verification::from_oauth("oauth_google").status("unverified"))).unwrap();
        let phone = ada["phone_numbers"][0]["id"].as_str().expect("an id");
        seed.verification(&id, phone, Some(Verification::otp("phone_code").expire_at(1))).unwrap();
        seed.passkey(&id, "Laptop").unwrap();
        for provider in ["oauth_google", "oauth_github", "oauth_facebook"] {
            let token = Some(OauthToken::new("token"));
            let account = ExternalAccount { token, ..ExternalAccount::new(provider, "1") };
            seed.external_account(&id, account).unwrap();
        }
        seed.enterprise_account(&id, EnterpriseAccount::saml("saml_okta", "a@b.example")).unwrap();
        seed.enterprise_account(&id, EnterpriseAccount::oauth("oauth_custom_acme", "a@b.example")).unwrap();
        seed.trusted_device(&id, "android", None).unwrap();
        seed.scim(&id, "dir_1", None).unwrap();
        seed.session(&id).unwrap();
        let organization = seed.organization(Organization::new("Acme")).unwrap();
        seed.membership(&organization, &id, Membership::new("org:admin")).unwrap();
        let invitation = Invitation { inviter_id: Some(id.clone()), ..Invitation::new("ada@example.com") };
        seed.invitation(&organization, invitation).unwrap();
        id
    }

    async fn reads(&mut self, id: &str) {
        for path in ["/users", "/users?limit=500&order_by=username", "/users?limit=5.0", "/users?provider=oauth_x"] {
            self.get(Operation::All, path).await;
        }
        self.get(Operation::Count, "/users/count?query=ada").await;
        self.get(Operation::Count, "/users/count?banned=maybe").await;
        self.get(Operation::Find, &format!("/users/{id}")).await;
        self.get(Operation::Find, &format!("/users/{UNKNOWN}")).await;
        for provider in ["oauth_google", "oauth_tiktok", "google"] {
            self.get(Operation::OauthAccessToken, &format!("/users/{id}/oauth_access_tokens/{provider}")).await;
        }
        let lists = [
            (Operation::OrganizationMemberships, "organization_memberships"),
            (Operation::OrganizationInvitations, "organization_invitations"),
            (Operation::TrustedDevices, "trusted_devices"),
            (Operation::BillingSubscription, "billing/subscription"),
            (Operation::CreditBalance, "billing/credits"),
        ];
        for (operation, tail) in lists {
            self.get(operation, &format!("/users/{id}/{tail}")).await;
            self.get(operation, &format!("/users/{UNKNOWN}/{tail}")).await;
        }
        self.get(Operation::InstanceOrganizationMemberships, "/organization_memberships").await;
        self.identifications(id).await;
        self.organizations(id).await;
        self.instance().await;
        self.tokens(id).await;
        let session = self.send(Operation::CreateSession, "/sessions", json!({ "user_id": id })).await;
        self.send(Operation::CreateSession, "/sessions", json!({ "user_id": UNKNOWN })).await;
        let listed = self.get(Operation::GetSessionList, &format!("/sessions?user_id={id}")).await;
        let path = format!("/sessions/{}", listed[0]["id"].as_str().unwrap_or_default());
        assert!(session["id"].is_null() || session["id"] == listed[0]["id"], "the newest comes first");
        self.get(Operation::GetSession, &path).await;
        self.get(Operation::GetSession, "/sessions/sess_none").await;
        self.act(Operation::RevokeSession, &format!("{path}/revoke")).await;
    }

    async fn identifications(&mut self, id: &str) {
        use Operation as O;
        for (list, new, operations) in [
            (
                "email_addresses",
                json!({ "email_address": "new@example.com" }),
                [O::CreateEmailAddress, O::GetEmailAddress, O::UpdateEmailAddress, O::DeleteEmailAddress],
            ),
            (
                "phone_numbers",
                json!({ "phone_number": "+15555550177" }),
                [O::CreatePhoneNumber, O::GetPhoneNumber, O::UpdatePhoneNumber, O::DeletePhoneNumber],
            ),
        ] {
            let [create, get, update, delete] = operations;
            let mut body = new.clone();
            body["user_id"] = json!(id);
            let made = self.send(create, &format!("/{list}"), body).await;
            self.send(create, &format!("/{list}"), json!({})).await;
            let path = format!("/{list}/{}", made["id"].as_str().unwrap_or_default());
            self.get(get, &path).await;
            self.send(update, &path, json!({ "verified": true })).await;
            for _ in 0..2 {
                self.act(delete, &path).await;
            }
            self.get(get, &path).await;
        }
    }

    async fn organizations(&mut self, id: &str) {
        let new = json!({ "name": "Globex", "created_by": id, "public_metadata": { "a": 1 } });
        let made = self.send(Operation::CreateOrganization, "/organizations", new).await;
        self.send(Operation::CreateOrganization, "/organizations", json!({ "slug": "No Slug" })).await;
        self.get(Operation::ListOrganizations, "/organizations?query=glob&order_by=name").await;
        self.get(Operation::ListOrganizations, "/organizations?order_by=color").await;
        let path = format!("/organizations/{}", made["id"].as_str().unwrap_or_default());
        self.get(Operation::GetOrganization, &path).await;
        self.send(Operation::UpdateOrganization, &path, json!({ "name": "Globex Corporation" })).await;
        let metadata = json!({ "private_metadata": { "b": 2 } });
        self.send(Operation::MergeOrganizationMetadata, &format!("{path}/metadata"), metadata.clone()).await;
        self.send(Operation::ReplaceOrganizationMetadata, &format!("{path}/metadata"), metadata).await;
        self.members(&path, id).await;
        self.invitations(&path, id).await;
        self.domains(&path).await;
        for _ in 0..2 {
            self.act(Operation::DeleteOrganization, &path).await;
        }
    }

    async fn members(&mut self, organization: &str, id: &str) {
        let path = format!("{organization}/memberships");
        let grace = self.get(Operation::All, "/users?username=grace").await[0]["id"].as_str().unwrap().to_owned();
        for user in [&grace, &grace, id, UNKNOWN] {
            let member = json!({ "user_id": user, "role": "org:member", "public_metadata": { "seat": 1 } });
            self.send(Operation::CreateOrganizationMembership, &path, member).await;
        }
        self.get(Operation::ListOrganizationMemberships, &path).await;
        self.get(Operation::ListOrganizationMemberships, &format!("{path}?limit=0")).await;
        let member = format!("{path}/{grace}");
        for role in ["org:admin", "admin"] {
            self.send(Operation::UpdateOrganizationMembership, &member, json!({ "role": role })).await;
        }
        let metadata = json!({ "private_metadata": { "b": 2 } });
        let merge = Operation::UpdateOrganizationMembershipMetadata;
        self.send(merge, &format!("{member}/metadata"), metadata).await;
        for _ in 0..2 {
            self.act(Operation::DeleteOrganizationMembership, &member).await;
        }
    }

    async fn invitations(&mut self, organization: &str, id: &str) {
        let path = format!("{organization}/invitations");
        let new = |email: &str| json!({ "email_address": email, "role": "org:member", "inviter_user_id": id });
        let made = self.send(Operation::CreateOrganizationInvitation, &path, new("new@example.com")).await;
        self.send(Operation::CreateOrganizationInvitation, &path, new("new@example.com")).await;
        let many = json!([new("one@example.com"), new("two@example.com")]);
        self.send(Operation::CreateOrganizationInvitationBulk, &format!("{path}/bulk"), many).await;
        self.get(Operation::ListOrganizationInvitations, &format!("{path}?status=pending")).await;
        self.get(Operation::ListPendingOrganizationInvitations, &format!("{path}/pending")).await;
        self.get(Operation::ListInstanceOrganizationInvitations, "/organization_invitations?query=new").await;
        let invitation = format!("{path}/{}", made["id"].as_str().unwrap_or_default());
        self.get(Operation::GetOrganizationInvitation, &invitation).await;
        for _ in 0..2 {
            let revoke = json!({ "requesting_user_id": id });
            self.send(Operation::RevokeOrganizationInvitation, &format!("{invitation}/revoke"), revoke).await;
        }
        self.get(Operation::ListInstanceOrganizationInvitations, "/organization_invitations?status=lost").await;
    }

    async fn domains(&mut self, organization: &str) {
        let path = format!("{organization}/domains");
        for name in ["globex.example", "globex.example", "gmail.com"] {
            let domain = json!({ "name": name, "enrollment_mode": "automatic_invitation" });
            self.send(Operation::CreateOrganizationDomain, &path, domain).await;
        }
        let listed = self.get(Operation::ListOrganizationDomains, &path).await;
        self.get(Operation::ListAllOrganizationDomains, "/organization_domains?verified=true&query=globex").await;
        let domain = format!("{path}/{}", listed["data"][0]["id"].as_str().unwrap_or_default());
        self.send(Operation::UpdateOrganizationDomain, &domain, json!({ "verified": false })).await;
        self.act(Operation::VerifyOrganizationDomainOwnership, &format!("{domain}/verify_ownership")).await;
        for _ in 0..2 {
            self.act(Operation::DeleteOrganizationDomain, &domain).await;
        }
    }

    /// What belongs to the instance: its invitations and lists of who may come, templates and addresses.
    async fn instance(&mut self) {
        let new = |email: &str| json!({ "email_address": email, "public_metadata": { "a": 1 } });
        let made = self.send(Operation::CreateInvitation, "/invitations", new("new@example.com")).await;
        self.send(Operation::CreateInvitation, "/invitations", new("new@example.com")).await;
        self.send(Operation::CreateBulkInvitations, "/invitations/bulk", json!([new("a@example.com")])).await;
        self.get(Operation::ListInvitations, "/invitations?order_by=-expires_at").await;
        for _ in 0..2 {
            let path = format!("/invitations/{}/revoke", made["id"].as_str().unwrap_or_default());
            self.act(Operation::RevokeInvitation, &path).await;
        }
        self.waitlist().await;
        for (path, body) in [
            ("/jwt_templates", json!({ "name": "supabase", "claims": { "aud": "authenticated" }, "lifetime": 60 })),
            ("/redirect_urls", json!({ "url": "https://example.com/back" })),
            ("/allowlist_identifiers", json!({ "identifier": "ada@example.com", "notify": true })),
            ("/blocklist_identifiers", json!({ "identifier": "*@example.com" })),
            ("/organization_permissions", json!({ "name": "Sell", "key": "org:seats:sell", "description": "d" })),
            ("/organization_roles", json!({ "name": "Seller", "key": "org:seller", "description": null })),
            ("/machines", json!({ "name": "worker", "default_token_ttl": 60 })),
        ] {
            self.simple(path, body).await;
        }
        self.roles().await;
        self.machines().await;
    }

    async fn roles(&mut self) {
        let permission = json!({ "name": "Sell", "key": "org:seats:sell" });
        let made =
            self.send(Operation::CreateOrganizationPermission, "/organization_permissions", permission).await["id"]
                .clone();
        let role = json!({ "name": "Seller", "key": "org:seller", "permissions": [made] });
        let role = self.send(Operation::CreateOrganizationRole, "/organization_roles", role).await["id"].clone();
        let text = |id: &Value| id.as_str().unwrap_or("none").to_owned();
        let path = format!("/organization_roles/{}/permissions/{}", text(&role), text(&made));
        for _ in 0..2 {
            self.act(Operation::RemovePermissionFromOrganizationRole, &path).await;
        }
        for _ in 0..2 {
            self.act(Operation::AssignPermissionToOrganizationRole, &path).await;
        }
    }

    async fn machines(&mut self) {
        let to = self.send(Operation::CreateMachine, "/machines", json!({ "name": "to" })).await["id"].clone();
        let from = json!({ "name": "from", "scoped_machines": [to] });
        let from = self.send(Operation::CreateMachine, "/machines", from).await["id"].clone();
        let path = format!("/machines/{}", from.as_str().unwrap_or("none"));
        self.get(Operation::GetMachine, &path).await;
        self.get(Operation::GetMachineSecretKey, &format!("{path}/secret_key")).await;
        let rotate = json!({ "previous_token_ttl": 0 });
        self.send(Operation::RotateMachineSecretKey, &format!("{path}/secret_key/rotate"), rotate).await;
        let scope = format!("{path}/scopes/{}", to.as_str().unwrap_or("none"));
        for _ in 0..2 {
            self.act(Operation::DeleteMachineScope, &scope).await;
        }
        for _ in 0..2 {
            let to = json!({ "to_machine_id": to });
            self.send(Operation::CreateMachineScope, &format!("{path}/scopes"), to).await;
        }
    }

    /// Tokens by which somebody signs in, and by which somebody acts as somebody else.
    async fn tokens(&mut self, id: &str) {
        for (create, revoke, path) in [
            (Operation::CreateSignInToken, Operation::RevokeSignInToken, "/sign_in_tokens"),
            (Operation::CreateActorToken, Operation::RevokeActorToken, "/actor_tokens"),
        ] {
            let body = |user: &str| match create {
                Operation::CreateActorToken => json!({ "user_id": user, "actor": { "sub": "user_1" } }),
                _ => json!({ "user_id": user }),
            };
            let made = self.send(create, path, body(id)).await;
            self.send(create, path, body(UNKNOWN)).await;
            for _ in 0..2 {
                self.act(revoke, &format!("{path}/{}/revoke", made["id"].as_str().unwrap_or("none"))).await;
            }
        }
    }

    /// Creates, lists, shows, changes and deletes something; each of them twice, for a refusal where there is one.
    async fn simple(&mut self, path: &str, body: Value) {
        let at = |method: &Method, is_item: bool| {
            let fits = move |route: &str| route == path || (is_item && route.starts_with(&format!("{path}/{{")));
            let all = Operation::ALL.iter().copied().filter(|operation| operation.is_emulated());
            let mut all = all.filter(|operation| operation.route().0 == *method && fits(operation.route().1));
            all.find(|operation| operation.route().1.contains('{') == is_item)
        };
        let create = at(&Method::POST, false).expect("something to create it by");
        let made = self.send(create, path, body.clone()).await;
        self.send(create, path, body.clone()).await;
        self.get(at(&Method::GET, false).expect("a list"), path).await;
        let item = format!("{path}/{}", made["id"].as_str().unwrap_or_default());
        for method in [Method::GET, Method::PATCH, Method::DELETE] {
            for path in [&item, &item, &format!("{path}/unknown")] {
                let Some(operation) = at(&method, true) else { continue };
                let request = self.clerk.request(method.clone(), path);
                let has_body = method == Method::PATCH;
                self.check(operation, if has_body { request.json(&body) } else { request }).await;
            }
        }
    }

    async fn waitlist(&mut self) {
        let new = |email: &str| json!({ "email_address": email, "notify": false });
        let mut ids = Vec::new();
        for email in ["a@wait.example", "b@wait.example", "c@wait.example", "no address"] {
            let entry = self.send(Operation::CreateWaitlistEntry, "/waitlist_entries", new(email)).await;
            ids.push(entry["id"].as_str().unwrap_or("none").to_owned());
        }
        let many = json!([new("d@wait.example")]);
        self.send(Operation::CreateBulkWaitlistEntries, "/waitlist_entries/bulk", many).await;
        for id in [&ids[0], &ids[0], &ids[3]] {
            let path = format!("/waitlist_entries/{id}/invite");
            self.send(Operation::InviteWaitlistEntry, &path, json!({ "ignore_existing": false })).await;
        }
        for id in [&ids[1], &ids[1], &ids[3]] {
            self.act(Operation::RejectWaitlistEntry, &format!("/waitlist_entries/{id}/reject")).await;
        }
        self.get(Operation::ListWaitlistEntries, "/waitlist_entries?order_by=-invited_at").await;
        for id in [&ids[2], &ids[2], &ids[0]] {
            self.act(Operation::DeleteWaitlistEntry, &format!("/waitlist_entries/{id}")).await;
        }
    }

    async fn writes(&mut self, id: &str) {
        let user = format!("/users/{id}");
        let grace = self.get(Operation::All, "/users?username=grace").await[0]["id"].as_str().unwrap().to_owned();
        self.send(Operation::Update, &user, json!({ "first_name": "Augusta" })).await;
        self.send(Operation::Update, &format!("/users/{grace}"), json!({ "first_name": "Grace" })).await;
        self.send(Operation::Update, &format!("/users/{grace}"), json!({ "nickname": "Amazing" })).await;
        for operation in [Operation::UpdateMetadata, Operation::ReplaceMetadata] {
            self.send(operation, &format!("{user}/metadata"), json!({ "private_metadata": { "a": { "b": 1 } } })).await;
            self.send(operation, &format!("{user}/metadata"), json!({ "private_metadata": [] })).await;
        }
        for (operation, tail) in [
            (Operation::Ban, "ban"),
            (Operation::Unban, "unban"),
            (Operation::Lock, "lock"),
            (Operation::Unlock, "unlock"),
        ] {
            self.act(operation, &format!("{user}/{tail}")).await;
            self.act(operation, &format!("/users/{UNKNOWN}/{tail}")).await;
        }
        self.send(Operation::BanMany, "/users/ban", json!({ "user_ids": [grace] })).await;
        self.send(Operation::UnbanMany, "/users/unban", json!({ "user_ids": [grace] })).await;
        let email = json!({ "email_address": "hopper@example.com" });
        self.send(Operation::ReplaceEmailAddress, &format!("/users/{grace}/email_address"), email).await;
        let phone = json!({ "phone_number": "+15555550199", "identification_status": "unverified" });
        self.send(Operation::ReplacePhoneNumber, &format!("/users/{grace}/phone_number"), phone).await;
        let credit = json!({ "amount": 5, "action": "increase", "idempotency_key": "k" });
        self.send(Operation::AdjustCreditBalance, &format!("{user}/billing/credits"), credit).await;
        self.get(Operation::CreditBalance, &format!("{user}/billing/credits")).await;
        for bytes in [PNG.to_vec(), b"no image".to_vec()] {
            let form = Form::new().part("file", Part::bytes(bytes).file_name("image.png"));
            let request = self.clerk.request(Method::POST, &format!("{user}/profile_image")).multipart(form);
            self.check(Operation::UpdateProfileImage, request).await;
        }
        for _ in 0..2 {
            self.act(Operation::DeleteProfileImage, &format!("{user}/profile_image")).await;
        }
    }

    async fn credentials(&mut self, id: &str) {
        let user = format!("/users/{id}");
        for password in ["correct horse", "wrong"] {
            let body = json!({ "password": password });
            self.send(Operation::VerifyPassword, &format!("{user}/verify_password"), body).await;
        }
        for code in ["backup01", "backup01", "000000"] {
            self.send(Operation::VerifyTotp, &format!("{user}/verify_totp"), json!({ "code": code })).await;
        }
        for (operation, tail) in [
            (Operation::SetPasswordCompromised, "password/set_compromised"),
            (Operation::UnsetPasswordCompromised, "password/unset_compromised"),
            (Operation::RemovePassword, "remove_password"),
            (Operation::CreateTotp, "totp"),
            (Operation::DeleteBackupCode, "backup_code"),
            (Operation::DeleteTotp, "totp"),
            (Operation::DisableMfa, "mfa"),
        ] {
            self.act(operation, &format!("{user}/{tail}")).await;
            self.act(operation, &format!("/users/{UNKNOWN}/{tail}")).await;
        }
    }

    async fn deletions(&mut self, id: &str) {
        let path = format!("/users/{id}");
        let user = self.get(Operation::Find, &path).await;
        let device = self.get(Operation::TrustedDevices, &format!("{path}/trusted_devices")).await;
        let text = |value: &Value| value.as_str().unwrap_or("none").to_owned();
        for (operation, list, item) in [
            (Operation::DeletePasskey, "passkeys", text(&user["passkeys"][0]["id"])),
            (Operation::DeleteWeb3Wallet, "web3_wallets", text(&user["web3_wallets"][0]["id"])),
            (Operation::DeleteExternalAccount, "external_accounts", text(&user["external_accounts"][1]["id"])),
            (Operation::RevokeTrustedDevice, "trusted_devices", text(&device["data"][0]["id"])),
        ] {
            for _ in 0..2 {
                self.act(operation, &format!("{path}/{list}/{item}")).await;
            }
        }
        for _ in 0..2 {
            self.act(Operation::Delete, &path).await;
        }
    }
}
