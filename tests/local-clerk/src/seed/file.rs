//! Seed files: users and organizations as JSON, for the program and for tests that share them.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::records::{EnterpriseAccount, ExternalAccount, Invitation, Membership, Organization};
use super::{Result, SeedError, Seeder};

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
    /// The members of a create request.
    create: Value,
    #[serde(default)]
    sessions: usize,
    last_sign_in_at: Option<i64>,
    last_active_at: Option<i64>,
    #[serde(default)]
    passkeys: Vec<String>,
    #[serde(default)]
    external_accounts: Vec<ExternalAccount>,
    #[serde(default)]
    enterprise_accounts: Vec<EnterpriseAccount>,
    #[serde(default)]
    trusted_devices: Vec<TrustedDeviceEntry>,
    scim: Option<ScimEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TrustedDeviceEntry {
    platform: String,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScimEntry {
    directory_id: String,
    external_id: Option<String>,
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

/// What a file has set up so far, to be taken back if the rest of it fails.
#[derive(Default)]
struct Created {
    users: Vec<String>,
    organizations: Vec<String>,
}

impl Seeder<'_> {
    /// Loads a seed file: a JSON object with `users` and `organizations`. All of it is taken, or nothing.
    ///
    /// Each user has a `create` member, which is what a create request has, and what such a request cannot say beside it:
    /// `passkeys`, `external_accounts`, `enterprise_accounts`, `trusted_devices`, `sessions`, `last_sign_in_at`,
    /// `last_active_at`, `scim`, and a `key` to name it by in `organizations[].members[].user`.
    ///
    /// # Errors
    /// The line and the reason.
    pub fn file(&self, text: &str) -> Result<()> {
        let mut created = Created::default();
        let loaded = self.load(text, &mut created);
        if loaded.is_err() {
            self.take_back(created);
        }
        loaded
    }

    fn take_back(&self, created: Created) {
        let mut state = self.app.state.write();
        for id in &created.users {
            drop(state.remove(id));
        }
        state.organizations.retain(|id, _| !created.organizations.contains(id));
        for invitations in state.invitations.values_mut() {
            invitations.retain(|invitation| !created.organizations.contains(&invitation.organization_id));
        }
    }

    fn load(&self, text: &str, created: &mut Created) -> Result<()> {
        if !text.trim_start().starts_with('{') {
            return Err(at(1, "a seed file is a JSON object"));
        }
        let file: File<'_> = serde_json::from_str(text).map_err(|error| syntax(0, &error))?;
        let mut keys = HashMap::new();
        for raw in file.users {
            let line = line_of(text, raw);
            let entry: UserEntry = read(raw, line)?;
            let key = entry.key.clone();
            let id = self.load_user(entry, created).map_err(|error| at(line, &error.0))?;
            if let Some(taken) = key.and_then(|key| keys.insert(key.clone(), id).map(|_| key)) {
                return Err(at(line, &format!("the key {taken} is used twice")));
            }
        }
        for raw in file.organizations {
            let line = line_of(text, raw);
            let entry: OrganizationEntry = read(raw, line)?;
            self.load_organization(entry, &keys, created).map_err(|error| at(line, &error.0))?;
        }
        Ok(())
    }

    fn load_user(&self, entry: UserEntry, created: &mut Created) -> Result<String> {
        let id = self.user(entry.create)?;
        created.users.push(id.clone());
        for _ in 0..entry.sessions {
            self.session(&id)?;
        }
        if entry.last_sign_in_at.is_some() || entry.last_active_at.is_some() {
            self.activity(&id, entry.last_sign_in_at, entry.last_active_at)?;
        }
        for name in &entry.passkeys {
            self.passkey(&id, name)?;
        }
        for account in entry.external_accounts {
            self.external_account(&id, account)?;
        }
        for account in entry.enterprise_accounts {
            self.enterprise_account(&id, account)?;
        }
        for device in entry.trusted_devices {
            self.trusted_device(&id, &device.platform, device.name.as_deref())?;
        }
        if let Some(scim) = entry.scim {
            self.scim(&id, &scim.directory_id, scim.external_id.as_deref())?;
        }
        Ok(id)
    }

    fn load_organization(
        &self,
        entry: OrganizationEntry,
        keys: &HashMap<String, String>,
        created: &mut Created,
    ) -> Result<()> {
        let id = self.organization(entry.organization)?;
        created.organizations.push(id.clone());
        for member in entry.members {
            let unknown = || SeedError(format!("no user of this file has the key {}", member.user));
            let user_id = keys.get(&member.user).ok_or_else(unknown)?;
            self.membership(&id, user_id, member.membership)?;
        }
        for invitation in entry.invitations {
            self.invitation(&id, invitation)?;
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(raw: &RawValue, first_line: usize) -> Result<T> {
    serde_json::from_str(raw.get()).map_err(|error| syntax(first_line - 1, &error))
}

/// The line, counted from 1, that a value of the file begins on.
fn line_of(text: &str, raw: &RawValue) -> usize {
    let offset = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn syntax(lines_before: usize, error: &serde_json::Error) -> SeedError {
    let text = error.to_string();
    // The parser's own position counts from the value's first line.
    let reason = text.split(" at line ").next().unwrap_or(&text);
    at(lines_before + error.line(), reason)
}

fn at(line: usize, reason: &str) -> SeedError {
    SeedError(format!("line {line}: {reason}"))
}
