//! Setting up what the Users API cannot create.

mod file;
mod records;

use std::fmt;

use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::app::{App, Call};
use crate::body::Body;
use crate::metadata::Metadata;
use crate::operations::create_user;
use crate::problem::Problem;
use crate::state::user::{self, User};
use crate::state::verification::Verification;
use crate::state::{organization, user as kept};
pub use records::{EnterpriseAccount, ExternalAccount, Invitation, Membership, OauthToken, Organization};

const YEAR_2026: i64 = 1_767_225_600_000;

/// Why something could not be set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError(String);

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SeedError {}

impl From<Problem> for SeedError {
    fn from(problem: Problem) -> Self {
        Self(problem.explanation())
    }
}

type Result<T> = std::result::Result<T, SeedError>;

/// Sets up a local Clerk directly, without requests: the journal shows nothing of it.
///
/// ```
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use local_clerk::{ExternalAccount, LocalClerk, Membership, Organization};
/// use serde_json::json;
///
/// let clerk = LocalClerk::start().await?;
/// let ada = clerk.seed().user(json!({ "email_address": ["ada@example.com"] }))?;
/// let acme = clerk.seed().organization(Organization::new("Acme"))?;
/// clerk.seed().membership(&acme, &ada, Membership::new("org:admin"))?;
/// clerk.seed().external_account(&ada, ExternalAccount::new("oauth_github", "583231"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Seeder<'a> {
    call: Call,
    app: &'a App,
}

impl<'a> Seeder<'a> {
    pub(crate) fn new(app: &'a std::sync::Arc<App>) -> Self {
        let (version, now) = (app.settings.default_version, app.clock.now());
        let call = Call { app: std::sync::Arc::clone(app), version, now, query: std::sync::Arc::default() };
        Self { call, app }
    }

    /// Creates a user from the members of a create request, with the same checks, and gives its id.
    ///
    /// # Errors
    /// What the API would answer.
    pub fn user(&self, members: Value) -> Result<String> {
        let text = members.to_string();
        let body = Body::parse(text.as_bytes())?;
        Ok(create_user(&self.call, &body)?.0)
    }

    /// Creates so many made-up users: `user0@example.com` and on, created one second apart.
    ///
    /// # Errors
    /// If one of their addresses is taken.
    pub fn users(&self, count: usize) -> Result<()> {
        for number in 0..count {
            let created = YEAR_2026.saturating_add(i64::try_from(number).unwrap_or(0).saturating_mul(1000));
            let id = self.user(serde_json::json!({
                "email_address": [format!("user{number}@example.com")],
                "username": format!("user_{number}"),
                "first_name": "User",
                "last_name": format!("Number {number}"),
                "external_id": format!("external-{number}"),
                "public_metadata": { "plan": "free", "number": number },
            }))?;
            self.edit(&id, |user| user.created_at = created)?;
        }
        Ok(())
    }

    /// Gives a user a passkey, and gives the passkey's id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn passkey(&self, user_id: &str, name: &str) -> Result<String> {
        let id = self.app.random.id("idn");
        let verification = Some(Verification::passkey());
        let passkey =
            kept::Passkey { id: id.clone(), name: name.to_owned(), last_used_at: self.call.now, verification };
        self.edit(user_id, |user| user.passkeys.push(passkey))?;
        Ok(id)
    }

    /// Gives a user an account at an OAuth provider, and gives the account's `eac_` id.
    ///
    /// # Errors
    /// If there is no such user, or the metadata is no object within the limit.
    pub fn external_account(&self, user_id: &str, account: ExternalAccount) -> Result<String> {
        let (id, identification_id, now) = (self.app.random.id("eac"), self.app.random.id("idn"), self.call.now);
        let verification = account.verification.unwrap_or_else(|| Verification::oauth(&account.provider));
        let kept = kept::ExternalAccount {
            id: id.clone(),
            identification_id: identification_id.clone(),
            provider_user_id: account.provider_user_id,
            approved_scopes: account.approved_scopes,
            email_address: account.email_address,
            first_name: account.first_name,
            last_name: account.last_name,
            image_url: account.image_url,
            username: account.username,
            public_metadata: metadata("public_metadata", account.public_metadata)?,
            label: account.label,
            verification: Some(verification),
            token: account.token.map(OauthToken::keep),
            provider: account.provider,
            created_at: now,
            updated_at: now,
        };
        self.edit(user_id, |user| {
            let linked = user.email_addresses.iter_mut().filter(|email| email.email_address == kept.email_address);
            for email in linked {
                email.linked_to.push(user::Link { kind: kept.provider.clone(), id: identification_id.clone() });
            }
            user.external_accounts.push(kept);
        })?;
        Ok(id)
    }

    /// Gives a user an account at an enterprise connection, and gives its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn enterprise_account(&self, user_id: &str, account: EnterpriseAccount) -> Result<String> {
        let (id, now) = (self.app.random.id("entacc"), self.call.now);
        let (verification, saml_id) = if account.saml {
            (Verification::saml().expire_at(now), Some(self.app.random.id("samlacc")))
        } else {
            (Verification::oauth(&account.provider), None)
        };
        let kept = kept::EnterpriseAccount {
            id: id.clone(),
            saml_id,
            active: true,
            provider: account.provider,
            email_address: account.email_address,
            first_name: account.first_name,
            last_name: account.last_name,
            provider_user_id: account.provider_user_id,
            last_authenticated_at: account.last_authenticated_at,
            public_metadata: Metadata::default(),
            verification: Some(verification),
            connection_id: self.app.random.id("entconn"),
            connection_name: account.connection_name,
            domain: account.domain,
            created_at: now,
            updated_at: now,
        };
        self.edit(user_id, |user| user.enterprise_accounts.push(kept))?;
        Ok(id)
    }

    /// Creates an organization and gives its id.
    ///
    /// # Errors
    /// If metadata is no object within the limit.
    pub fn organization(&self, new: Organization) -> Result<String> {
        let id = self.app.random.id("org");
        let slug = if new.slug.is_empty() { new.name.to_lowercase().replace(' ', "-") } else { new.slug };
        let kept = organization::Organization {
            id: id.clone(),
            slug,
            name: new.name,
            max_allowed_memberships: new.max_allowed_memberships.unwrap_or(5),
            public_metadata: metadata("public_metadata", new.public_metadata)?,
            private_metadata: metadata("private_metadata", new.private_metadata)?,
            created_by: new.created_by,
            members_count: 0,
            created_at: self.call.now,
            updated_at: self.call.now,
        };
        self.app.state.write().organizations.insert(id.clone(), kept);
        Ok(id)
    }

    /// Makes a user a member of an organization, and gives the membership's id.
    ///
    /// # Errors
    /// If there is no such user or organization, or metadata is no object within the limit.
    pub fn membership(&self, organization_id: &str, user_id: &str, new: Membership) -> Result<String> {
        let id = self.app.random.id("orgmem");
        let membership = kept::Membership {
            id: id.clone(),
            organization_id: organization_id.to_owned(),
            role_name: role_name(&new.role),
            role: new.role,
            permissions: new.permissions,
            public_metadata: metadata("public_metadata", new.public_metadata)?,
            private_metadata: metadata("private_metadata", new.private_metadata)?,
            created_at: self.call.now,
            updated_at: self.call.now,
        };
        let mut state = self.app.state.write();
        if !state.organizations.contains_key(organization_id) {
            return Err(no_organization(organization_id));
        }
        state.change(user_id, |user| {
            user.memberships.push(membership);
            Ok(())
        })?;
        let organization = state.organizations.get_mut(organization_id);
        organization.into_iter().for_each(|organization| organization.members_count += 1);
        Ok(id)
    }

    /// Invites an e-mail address to an organization, and gives the invitation's id.
    ///
    /// # Errors
    /// If there is no such organization, or metadata is no object within the limit.
    pub fn invitation(&self, organization_id: &str, new: Invitation) -> Result<String> {
        let id = self.app.random.id("orginv");
        let email_address = new.email_address.to_lowercase();
        let invitation = organization::Invitation {
            id: id.clone(),
            organization_id: organization_id.to_owned(),
            email_address: email_address.clone(),
            role_name: role_name(&new.role),
            role: new.role,
            url: (new.status == "pending").then(|| format!("{}/v1/tickets/accept?ticket={id}", self.app.origin)),
            status: new.status,
            inviter_id: new.inviter_id,
            public_metadata: metadata("public_metadata", new.public_metadata)?,
            private_metadata: Metadata::default(),
            expires_at: new.expires_at,
            created_at: self.call.now,
            updated_at: self.call.now,
        };
        let mut state = self.app.state.write();
        if !state.organizations.contains_key(organization_id) {
            return Err(no_organization(organization_id));
        }
        state.invitations.entry(email_address).or_default().push(invitation);
        Ok(id)
    }

    /// Gives a user an active session, and gives its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn session(&self, user_id: &str) -> Result<String> {
        let (id, now) = (self.app.random.id("sess"), self.call.now);
        self.edit(user_id, |user| {
            user.sessions.push(id.clone());
            user.last_sign_in_at = Some(now);
            user.last_active_at = Some(now);
        })?;
        Ok(id)
    }

    /// Sets when a user last signed in and was last active, in milliseconds since 1970.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn activity(&self, user_id: &str, last_sign_in_at: Option<i64>, last_active_at: Option<i64>) -> Result<()> {
        self.edit(user_id, |user| {
            user.last_sign_in_at = last_sign_in_at;
            user.last_active_at = last_active_at;
        })
    }

    /// Sets how an e-mail address, phone number, wallet or passkey was verified; `None` for not at all.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn verification(&self, user_id: &str, identification_id: &str, to: Option<Verification>) -> Result<()> {
        self.edit(user_id, |user| {
            let emails = user.email_addresses.iter_mut().map(|x| (&x.id, &mut x.verification));
            let phones = user.phone_numbers.iter_mut().map(|x| (&x.id, &mut x.verification));
            let wallets = user.web3_wallets.iter_mut().map(|x| (&x.id, &mut x.verification));
            let passkeys = user.passkeys.iter_mut().map(|x| (&x.id, &mut x.verification));
            let all = emails.chain(phones).chain(wallets).chain(passkeys);
            all.filter(|(id, _)| *id == identification_id).for_each(|(_, verification)| *verification = to.clone());
        })
    }

    /// Makes a phone number a second factor.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn second_factor(&self, user_id: &str, phone_number_id: &str) -> Result<()> {
        self.edit(user_id, |user| {
            let phones = user.phone_numbers.iter_mut();
            for phone in phones.filter(|phone| phone.id == phone_number_id) {
                phone.reserved_for_second_factor = true;
                phone.default_second_factor = true;
            }
            user.mfa_enabled_at = user.mfa_enabled_at.or(Some(self.call.now));
        })
    }

    /// Hands a user over to a SCIM directory: updates are answered with 409 from then on.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn scim(&self, user_id: &str, directory_id: &str, external_id: Option<&str>) -> Result<()> {
        let (directory_id, external_id) = (directory_id.to_owned(), external_id.map(str::to_owned));
        self.edit(user_id, |user| user.scim = Some(Box::new(kept::Scim { directory_id, external_id })))
    }

    /// Enrols a trusted device (`ios` or `android`), and gives its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn trusted_device(&self, user_id: &str, platform: &str, name: Option<&str>) -> Result<String> {
        let (id, now) = (self.app.random.id("td"), self.call.now);
        let device = kept::TrustedDevice {
            id: id.clone(),
            platform: platform.to_owned(),
            name: name.map(str::to_owned),
            created_at: now,
            updated_at: now,
            revoked_at: None,
        };
        self.edit(user_id, |user| user.trusted_devices.push(device))?;
        Ok(id)
    }

    fn edit(&self, user_id: &str, edit: impl FnOnce(&mut User)) -> Result<()> {
        let mut state = self.app.state.write();
        Ok(state.change(user_id, |user| {
            edit(user);
            Ok(())
        })?)
    }
}

impl OauthToken {
    fn keep(self) -> kept::Token {
        kept::Token {
            token: self.token,
            secret: self.token_secret,
            id_token: self.id_token,
            expires_at: self.expires_at,
            can_refresh: self.can_refresh,
        }
    }
}

fn no_organization(id: &str) -> SeedError {
    SeedError(format!("no organization was found with id {id}"))
}

/// `org:billing_admin` is called "Billing admin".
fn role_name(role: &str) -> String {
    let key = role.strip_prefix("org:").unwrap_or(role).replace('_', " ");
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn metadata(name: &str, value: Option<Value>) -> Result<Metadata> {
    let Some(value) = value else { return Ok(Metadata::default()) };
    if !value.is_object() {
        return Err(SeedError(format!("{name} must be an object")));
    }
    let raw: Box<RawValue> = to_raw_value(&value).map_err(|error| SeedError(error.to_string()))?;
    Ok(Metadata::new(name, &raw)?)
}
