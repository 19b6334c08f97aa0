//! Setting up what the Backend API cannot create.

mod file;
mod insert;
mod lines;
mod records;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde_json::Value;

pub use file::Seeded;
pub use records::{EnterpriseAccount, ExternalAccount, Invitation, Json, Membership, Organization};

use crate::Verification;
use crate::app::App;
use crate::instance::{Context, Instance};
use crate::operations::NewUser;
use crate::problem::Problem;
use crate::resources::Scim;
use crate::store::{Id, Transaction};

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

impl From<String> for SeedError {
    fn from(reason: String) -> Self {
        Self(reason)
    }
}

type Result<T> = std::result::Result<T, SeedError>;

/// Sets up an emulator directly, without requests: the journal shows no request and no effect of it, and its events only.
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
    context: Context,
    /// No longer than the emulator.
    _emulator: PhantomData<&'a App>,
}

impl<'a> Seeder<'a> {
    pub(crate) fn new(app: &'a App, instance: Arc<Instance>) -> Self {
        let (settings, now, origin) = (instance.settings(), instance.clock.now(), Arc::clone(app.origin()));
        let version = settings.default_api_version;
        Self {
            context: Context { instance, settings, version, now, origin, is_request: false },
            _emulator: PhantomData,
        }
    }

    fn write<T>(&self, change: impl FnOnce(&mut Transaction<'_>) -> std::result::Result<T, Problem>) -> Result<T> {
        Ok(self.context.write(|call| change(call))?)
    }

    fn insert(&self, insert: impl FnOnce(&mut Transaction<'_>) -> std::result::Result<Id, Problem>) -> Result<String> {
        self.write(insert).map(String::from)
    }

    /// Creates a user from the members of a create request, with the same checks, and returns its id. A member `id` chooses it.
    ///
    /// # Errors
    /// What the API would answer.
    pub fn user(&self, members: Value) -> Result<String> {
        let mut members = members;
        let id = members.as_object_mut().and_then(|members| members.remove("id"));
        let mut new = NewUser::read(&self.context, &members.to_string())?;
        new.id = match id {
            None => None,
            Some(Value::String(id)) if !id.is_empty() => Some(id),
            Some(_) => return Err(SeedError("an id is a text".to_owned())),
        };
        self.insert(|transaction| new.insert(transaction))
    }

    /// Creates a number of made-up users: `user0@example.com` and on, created one second apart.
    ///
    /// # Errors
    /// If one of their addresses is taken; then none is created.
    pub fn users(&self, count: usize) -> Result<()> {
        self.write(|transaction| {
            for number in 0..count {
                let created = YEAR_2026.saturating_add(i64::try_from(number).unwrap_or(0).saturating_mul(1000));
                let members = format!(
                    r#"{{"email_address":["user{number}@example.com"],"username":"user_{number}","first_name":"User","last_name":"Number {number}","external_id":"external-{number}","public_metadata":{{"plan":"free","number":{number}}}}}"#
                );
                let mut new = NewUser::read(&self.context, &members)?;
                new.created_at = Some(created);
                new.insert(transaction)?;
            }
            Ok(())
        })
    }

    /// Adds a passkey to a user, and returns the passkey's id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn passkey(&self, user_id: &str, name: &str) -> Result<String> {
        self.insert(|transaction| insert::passkey(transaction, user_id, name))
    }

    /// Adds an account at an OAuth provider to a user, and returns the account's `eac_` id.
    ///
    /// # Errors
    /// If there is no such user, another user has the account, or the metadata is no object within the limit.
    pub fn external_account(&self, user_id: &str, account: ExternalAccount) -> Result<String> {
        self.insert(|transaction| insert::external_account(transaction, user_id, account))
    }

    /// Adds an account at an enterprise connection to a user, and returns its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn enterprise_account(&self, user_id: &str, account: EnterpriseAccount) -> Result<String> {
        self.insert(|transaction| insert::enterprise_account(transaction, user_id, account))
    }

    /// Creates an organization and returns its id.
    ///
    /// # Errors
    /// If the id is taken, or metadata is no object within the limit.
    pub fn organization(&self, new: Organization) -> Result<String> {
        self.insert(|transaction| insert::organization(transaction, new))
    }

    /// Makes a user a member of an organization, and returns the membership's id.
    ///
    /// # Errors
    /// If there is no such user or organization, the user is a member already, the organization is full, or metadata is no
    /// object within the limit.
    pub fn membership(&self, organization_id: &str, user_id: &str, new: Membership) -> Result<String> {
        self.insert(|transaction| insert::membership(transaction, organization_id, user_id, new))
    }

    /// Invites an e-mail address to an organization, and returns the invitation's id.
    ///
    /// # Errors
    /// If there is no such organization or inviter, or metadata is no object within the limit.
    pub fn invitation(&self, organization_id: &str, new: Invitation) -> Result<String> {
        self.insert(|transaction| insert::invitation(transaction, organization_id, new))
    }

    /// Adds an active session to a user, and returns its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn session(&self, user_id: &str) -> Result<String> {
        self.insert(|transaction| insert::session(transaction, user_id))
    }

    /// Sets when a user last signed in and was last active, in milliseconds since 1970.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn activity(&self, user_id: &str, last_sign_in_at: Option<i64>, last_active_at: Option<i64>) -> Result<()> {
        self.write(|transaction| insert::activity(transaction, user_id, last_sign_in_at, last_active_at))
    }

    /// Sets how an e-mail address, phone number, wallet or passkey of a user was verified; `None` for not at all.
    ///
    /// # Errors
    /// If there is no such user, or it has none with this id.
    pub fn verification(&self, user_id: &str, identification_id: &str, to: Option<Verification>) -> Result<()> {
        self.write(|transaction| insert::verification(transaction, user_id, identification_id, to))
    }

    /// Makes a phone number of a user a second factor.
    ///
    /// # Errors
    /// If there is no such user, or it has no phone number with this id.
    pub fn second_factor(&self, user_id: &str, phone_number_id: &str) -> Result<()> {
        self.write(|transaction| insert::second_factor(transaction, user_id, phone_number_id))
    }

    /// Hands a user over to a SCIM directory: updates are 409 from then on.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn scim(&self, user_id: &str, directory_id: &str, external_id: Option<&str>) -> Result<()> {
        let scim = Scim { directory_id: directory_id.to_owned(), external_id: external_id.map(str::to_owned) };
        self.write(|transaction| insert::scim(transaction, user_id, scim))
    }

    /// Enrols a trusted device (`ios` or `android`), and returns its id.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn trusted_device(&self, user_id: &str, platform: &str, name: Option<&str>) -> Result<String> {
        self.insert(|transaction| insert::trusted_device(transaction, user_id, platform, name))
    }
}
