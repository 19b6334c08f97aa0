//! Seed files: users and organizations as JSON, for the program and for tests that share them.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::lines::Lines;
use super::records::{EnterpriseAccount, ExternalAccount, Invitation, Membership, Organization};
use super::{Result, SeedError, Seeder, insert};
use crate::Verification;
use crate::operations::NewUser;
use crate::problem::Problem;
use crate::resources::Scim;
use crate::store::{Id, Transaction};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(borrow, default)]
    users: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    organizations: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserEntry {
    /// A name for the user within the file.
    key: Option<String>,
    /// An id of one's choice.
    id: Option<String>,
    /// The members of a create request.
    create: Box<RawValue>,
    #[serde(default)]
    sessions: usize,
    last_sign_in_at: Option<i64>,
    last_active_at: Option<i64>,
    #[serde(default)]
    verifications: Vec<VerificationEntry>,
    /// Phone numbers that are second factors.
    #[serde(default)]
    second_factors: Vec<String>,
    #[serde(default)]
    passkeys: Vec<String>,
    #[serde(default)]
    external_accounts: Vec<ExternalAccount>,
    #[serde(default)]
    enterprise_accounts: Vec<EnterpriseAccount>,
    #[serde(default)]
    trusted_devices: Vec<TrustedDeviceEntry>,
    scim: Option<Scim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerificationEntry {
    /// The e-mail address, phone number or wallet.
    of: String,
    /// Null for not verified at all.
    verification: Option<Verification>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TrustedDeviceEntry {
    platform: String,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganizationEntry {
    organization: Organization,
    #[serde(default)]
    members: Vec<MemberEntry>,
    #[serde(default)]
    invitations: Vec<Invitation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberEntry {
    /// The key of a user of this file.
    user: String,
    #[serde(default)]
    membership: Membership,
}

/// What a seed file made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Seeded {
    /// The ids of its users, in its order.
    pub users: Vec<String>,
    /// The ids of the users that have a key, by key.
    pub keys: HashMap<String, String>,
    /// The ids of its organizations, in its order.
    pub organizations: Vec<String>,
}

impl Seeder<'_> {
    /// Loads a seed file: a JSON object with `users` and `organizations`. All of it is taken, or nothing. Returns the ids of
    /// what it made.
    ///
    /// Each user has a `create` member, which is what a create request has, and beside it what such a request cannot say: `id`,
    /// `verifications`, `second_factors`, `passkeys`, `external_accounts`, `enterprise_accounts`, `trusted_devices`, `sessions`,
    /// `last_sign_in_at`, `last_active_at`, `scim`, and a `key` to name it by in `organizations[].members[].user`.
    ///
    /// # Errors
    /// The line and the reason.
    pub fn file(&self, text: &str) -> Result<Seeded> {
        if !text.trim_start().starts_with('{') {
            return Err(at(1, "a seed file is a JSON object"));
        }
        let file: File<'_> = serde_json::from_str(text).map_err(|error| syntax(0, &error))?;
        let mut line_of = lines(text);
        // Users are prepared before anything is locked: passwords take their time.
        let mut users = Vec::with_capacity(file.users.len());
        for raw in file.users {
            let line = line_of(raw);
            let entry: UserEntry = read(raw, line)?;
            let mut new =
                NewUser::read(&self.context, entry.create.get()).map_err(|problem| at_problem(line, &problem))?;
            new.id.clone_from(&entry.id);
            users.push((line, entry, new));
        }
        let mut line_of = lines(text);
        let organizations = file.organizations.into_iter().map(|raw| {
            let line = line_of(raw);
            Ok((line, read::<OrganizationEntry>(raw, line)?))
        });
        let organizations = organizations.collect::<Result<Vec<_>>>()?;
        self.context.change(|transaction| load(transaction, users, organizations))
    }
}

fn load(
    transaction: &mut Transaction<'_>,
    users: Vec<(usize, UserEntry, NewUser)>,
    organizations: Vec<(usize, OrganizationEntry)>,
) -> Result<Seeded> {
    let mut seeded = Seeded::default();
    for (line, entry, new) in users {
        let key = entry.key.clone();
        let id = load_user(transaction, entry, new).map_err(|problem| at_problem(line, &problem))?;
        if let Some(taken) = key.and_then(|key| seeded.keys.insert(key.clone(), id.to_string()).map(|_| key)) {
            return Err(at(line, &format!("the key {taken} is used twice")));
        }
        seeded.users.push(id.into());
    }
    for (line, entry) in organizations {
        let id = load_organization(transaction, entry, &seeded.keys).map_err(|problem| at_problem(line, &problem))?;
        seeded.organizations.push(id.into());
    }
    Ok(seeded)
}

fn load_user(transaction: &mut Transaction<'_>, entry: UserEntry, new: NewUser) -> std::result::Result<Id, Problem> {
    let id = new.insert(transaction)?;
    for verification in entry.verifications {
        let identification = insert::identification(transaction, &id, &verification.of)?;
        insert::verification(transaction, &id, &identification, verification.verification)?;
    }
    for phone in entry.second_factors {
        let phone = insert::identification(transaction, &id, &phone)?;
        insert::second_factor(transaction, &id, &phone)?;
    }
    for _ in 0..entry.sessions {
        insert::session(transaction, &id)?;
    }
    if entry.last_sign_in_at.is_some() || entry.last_active_at.is_some() {
        insert::activity(transaction, &id, entry.last_sign_in_at, entry.last_active_at)?;
    }
    for name in &entry.passkeys {
        insert::passkey(transaction, &id, name)?;
    }
    for account in entry.external_accounts {
        insert::external_account(transaction, &id, account)?;
    }
    for account in entry.enterprise_accounts {
        insert::enterprise_account(transaction, &id, account)?;
    }
    for device in entry.trusted_devices {
        insert::trusted_device(transaction, &id, &device.platform, device.name.as_deref())?;
    }
    entry.scim.map_or(Ok(()), |scim| insert::scim(transaction, &id, scim))?;
    Ok(id)
}

fn load_organization(
    transaction: &mut Transaction<'_>,
    entry: OrganizationEntry,
    keys: &HashMap<String, String>,
) -> std::result::Result<Id, Problem> {
    let id = insert::organization(transaction, entry.organization)?;
    for member in entry.members {
        let unknown = || Problem::not_found(format!("no user of this file has the key {}", member.user));
        let user = keys.get(&member.user).ok_or_else(unknown)?;
        insert::membership(transaction, &id, user, member.membership)?;
    }
    for invitation in entry.invitations {
        insert::invitation(transaction, &id, invitation)?;
    }
    Ok(id)
}

fn read<T: DeserializeOwned>(raw: &RawValue, first_line: usize) -> Result<T> {
    serde_json::from_str(raw.get()).map_err(|error| syntax(first_line - 1, &error))
}

/// Says on which line each of the values lies that come one after another in a text.
fn lines(text: &str) -> impl FnMut(&RawValue) -> usize {
    let start = text.as_ptr() as usize;
    let mut lines = Lines::new(memchr::memchr_iter(b'\n', text.as_bytes()));
    move |raw| lines.at((raw.get().as_ptr() as usize).saturating_sub(start))
}

fn syntax(lines_before: usize, error: &serde_json::Error) -> SeedError {
    let text = error.to_string();
    // The parser's own position counts from the value's first line.
    let reason = text.split(" at line ").next().unwrap_or(&text);
    at(lines_before + error.line(), reason)
}

fn at_problem(line: usize, problem: &Problem) -> SeedError {
    at(line, &problem.explanation())
}

fn at(line: usize, reason: &str) -> SeedError {
    SeedError(format!("line {line}: {reason}"))
}
