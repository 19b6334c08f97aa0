//! The members that creating and updating a user have in common.

use serde_json::value::RawValue;

use super::prelude::*;
use crate::mfa::{import_backup_codes, read_secret};
use crate::password::{Password, check_strength};

input! {
    struct Attributes {
        external_id: Field<Blankable>,
        first_name: Field<Short>,
        last_name: Field<Short>,
        locale: Field<Short>,
        username: Field<UsernameText>,
        password: Option<String>,
        password_digest: Option<String>,
        password_hasher: Option<String>,
        skip_password_checks: Option<bool>,
        totp_secret: Option<Secret>,
        backup_codes: Option<Shorts>,
        delete_self_enabled: Option<bool>,
        create_organization_enabled: Option<bool>,
        create_organizations_limit: Field<Natural>,
        legal_accepted_at: Field<Time>,
        created_at: Option<Time>,
        bypass_client_trust: Option<bool>,
    }
    checked {
        skip_legal_checks: Option<bool>,
    }
}

/// A TOTP secret, sent in base 32. Null says nothing here: switching TOTP off has an operation of its own.
#[derive(Clone, Debug)]
pub(crate) struct Secret(Vec<u8>);

impl Value for Secret {
    const BLANK_IS_NULL: bool = true;

    fn read(name: &str, raw: &RawValue) -> Result<Self, Problem> {
        read_secret(name, &String::read(name, raw)?).map(Self)
    }
}

/// Attributes, ready to be written: slow work is done.
#[derive(Debug)]
pub(crate) struct Changes {
    attributes: Attributes,
    password: Option<Password>,
    backup_codes: Option<Box<[BackupCode]>>,
    pub(crate) metadata: [Option<Metadata>; 3],
}

impl Attributes {
    pub(crate) fn has_password(&self) -> bool {
        self.password.is_some() || self.password_digest.is_some()
    }

    pub(crate) fn prepare(mut self, context: &Context, metadata: [Option<Metadata>; 3]) -> Result<Changes, Problem> {
        let password = self.read_password(context)?;
        let backup_codes = self.backup_codes.take().map(|codes| import_backup_codes(codes.0));
        Ok(Changes { attributes: self, password, backup_codes, metadata })
    }

    fn read_password(&self, context: &Context) -> Result<Option<Password>, Problem> {
        let missing = |name: &str, other: &str| {
            let text = format!("{name} must be included together with {other}.");
            Err(Problem::param("form_conditional_param_missing", name, text))
        };
        match (&self.password, &self.password_digest, &self.password_hasher) {
            (Some(_), Some(_), _) => {
                let text = "password and password_digest cannot be used together.";
                Err(Problem::param("form_param_value_conflict", "password_digest", text))
            }
            (Some(plain), None, _) => {
                check_strength(plain, self.skip_password_checks == Some(true))?;
                Password::hash(plain, context.instance.random.salt()).map(Some)
            }
            (None, Some(digest), Some(hasher)) => Password::from_digest(hasher, digest).map(Some),
            (None, Some(_), None) => missing("password_hasher", "password_digest"),
            (None, None, Some(_)) => missing("password_digest", "password_hasher"),
            (None, None, None) => Ok(None),
        }
    }
}

impl Changes {
    /// Writes everything onto the user. Whether second factors changed is for the caller to watch.
    pub(crate) fn write(self, transaction: &mut Transaction<'_>, user: &mut User) {
        let (attributes, now) = (self.attributes, transaction.now());
        attributes.external_id.write(&mut user.external_id);
        attributes.username.write(&mut user.username);
        attributes.first_name.write(&mut user.first_name);
        attributes.last_name.write(&mut user.last_name);
        attributes.locale.write(&mut user.locale);
        attributes.create_organizations_limit.write(&mut user.create_organizations_limit);
        attributes.legal_accepted_at.write(&mut user.legal_accepted_at);
        attributes.delete_self_enabled.write(&mut user.delete_self_enabled);
        attributes.create_organization_enabled.write(&mut user.create_organization_enabled);
        attributes.bypass_client_trust.write(&mut user.bypass_client_trust);
        attributes.created_at.write(&mut user.created_at);
        let [public, private, unsafe_metadata] = self.metadata;
        public.write(&mut user.public_metadata);
        private.write(&mut user.private_metadata);
        unsafe_metadata.write(&mut user.unsafe_metadata);
        if let Some(password) = self.password {
            user.password = Some(Box::new(password));
            user.password_last_updated_at = Some(now);
            user.password_compromised = false;
        }
        if let Some(secret) = attributes.totp_secret {
            user.totp = Some(Box::new(Totp::import(transaction, secret.0)));
        }
        if let Some(codes) = self.backup_codes {
            user.backup_codes = Some(codes);
        }
    }
}
