//! The members that creating and updating a user have in common.

use crate::app::Call;
use crate::body::{Body, Field};
use crate::identifiers::{timestamp, username};
use crate::journal::What;
use crate::metadata::Metadata;
use crate::mfa;
use crate::password::{Password, check_strength};
use crate::problem::Problem;
use crate::state::user::{BackupCode, Totp, User};

/// Members shared by both request bodies.
pub(super) const COMMON: [&str; 18] = [
    "external_id",
    "first_name",
    "last_name",
    "locale",
    "username",
    "password",
    "password_digest",
    "password_hasher",
    "skip_password_checks",
    "totp_secret",
    "backup_codes",
    "delete_self_enabled",
    "create_organization_enabled",
    "create_organizations_limit",
    "legal_accepted_at",
    "skip_legal_checks",
    "created_at",
    "bypass_client_trust",
];

pub(super) const METADATA: [&str; 3] = ["public_metadata", "private_metadata", "unsafe_metadata"];

/// What a body says about a user, checked as far as it can be without the state.
pub(super) struct Attributes {
    pub(super) external_id: Field<String>,
    pub(super) username: Field<String>,
    first_name: Field<String>,
    last_name: Field<String>,
    locale: Field<String>,
    pub(super) password: Option<Password>,
    totp: Field<Totp>,
    backup_codes: Option<Vec<BackupCode>>,
    metadata: [Option<Metadata>; 3],
    delete_self_enabled: Option<bool>,
    create_organization_enabled: Option<bool>,
    create_organizations_limit: Field<i64>,
    legal_accepted_at: Field<i64>,
    created_at: Option<i64>,
    bypass_client_trust: Option<bool>,
}

impl Attributes {
    pub(super) fn read(call: &Call, body: &Body) -> Result<Self, Problem> {
        body.boolean("skip_legal_checks")?;
        Ok(Self {
            external_id: body.string("external_id")?.blank_is_null(),
            username: username_of(body)?,
            first_name: body.string("first_name")?,
            last_name: body.string("last_name")?,
            locale: body.string("locale")?,
            password: password_of(call, body)?,
            totp: totp_of(call, body)?,
            backup_codes: body.strings("backup_codes")?.set().map(mfa::import_backup_codes),
            metadata: metadata_of(body)?,
            delete_self_enabled: body.boolean("delete_self_enabled")?.set(),
            create_organization_enabled: body.boolean("create_organization_enabled")?.set(),
            create_organizations_limit: limit_of(body)?,
            legal_accepted_at: time_of(body, "legal_accepted_at")?,
            created_at: time_of(body, "created_at")?.set(),
            bypass_client_trust: body.boolean("bypass_client_trust")?.set(),
        })
    }

    /// Writes everything onto the user.
    pub(super) fn write(self, user: &mut User, effects: &mut Vec<What>, now: i64) {
        let had_second_factor = user.two_factor_enabled();
        self.external_id.write(&mut user.external_id);
        self.username.write(&mut user.username);
        self.first_name.write(&mut user.first_name);
        self.last_name.write(&mut user.last_name);
        self.locale.write(&mut user.locale);
        self.create_organizations_limit.write(&mut user.create_organizations_limit);
        self.legal_accepted_at.write(&mut user.legal_accepted_at);
        user.delete_self_enabled = self.delete_self_enabled.unwrap_or(user.delete_self_enabled);
        user.create_organization_enabled = self.create_organization_enabled.unwrap_or(user.create_organization_enabled);
        user.bypass_client_trust = self.bypass_client_trust.unwrap_or(user.bypass_client_trust);
        user.created_at = self.created_at.unwrap_or(user.created_at);
        let [public, private, unsafe_metadata] = self.metadata;
        replace(&mut user.public_metadata, public);
        replace(&mut user.private_metadata, private);
        replace(&mut user.unsafe_metadata, unsafe_metadata);
        if let Some(password) = self.password {
            set_password(user, password, effects, now);
        }
        if !self.totp.is_absent() {
            let created = matches!(self.totp, Field::Set(_));
            self.totp.write(&mut user.totp);
            effects.push(if created { What::TotpCreated } else { What::TotpDeleted });
        }
        if let Some(codes) = self.backup_codes {
            user.backup_codes = Some(codes);
            effects.push(What::BackupCodesCreated);
        }
        mfa::note_change(user, had_second_factor, now);
    }
}

fn replace<T>(to: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *to = value;
    }
}

fn set_password(user: &mut User, password: Password, effects: &mut Vec<What>, now: i64) {
    user.password = Some(password);
    user.password_last_updated_at = Some(now);
    user.password_compromised = false;
    effects.push(What::PasswordSet);
}

fn username_of(body: &Body) -> Result<Field<String>, Problem> {
    match body.string("username")?.blank_is_null() {
        Field::Set(text) => username(&text).map(Field::Set),
        other => Ok(other),
    }
}

fn password_of(call: &Call, body: &Body) -> Result<Option<Password>, Problem> {
    let skip_checks = body.boolean("skip_password_checks")?.set().unwrap_or(false);
    let plain = body.string("password")?.blank_is_null().set();
    let digest = body.string("password_digest")?.blank_is_null().set();
    let hasher = body.string("password_hasher")?.blank_is_null().set();
    let missing = |name: &str, other: &str| {
        let text = format!("{name} must be included together with {other}.");
        Err(Problem::param("form_conditional_param_missing", name, text))
    };
    match (plain, digest, hasher) {
        (Some(_), Some(_), _) => {
            let text = "password and password_digest cannot be used together.";
            Err(Problem::param("form_param_value_conflict", "password_digest", text))
        }
        (Some(plain), None, _) => {
            if !skip_checks {
                check_strength(&plain)?;
            }
            Password::hash(&plain, call.app.random.bytes()).map(Some)
        }
        (None, Some(digest), Some(hasher)) => Password::from_digest(&hasher, &digest).map(Some),
        (None, Some(_), None) => missing("password_hasher", "password_digest"),
        (None, None, Some(_)) => missing("password_digest", "password_hasher"),
        (None, None, None) => Ok(None),
    }
}

fn totp_of(call: &Call, body: &Body) -> Result<Field<Totp>, Problem> {
    match body.string("totp_secret")?.blank_is_null() {
        Field::Set(secret) => Totp::import(&call.app.random, &secret).map(Field::Set),
        // Null says nothing here: switching TOTP off has an operation of its own.
        Field::Absent | Field::Null => Ok(Field::Absent),
    }
}

fn metadata_of(body: &Body) -> Result<[Option<Metadata>; 3], Problem> {
    let read = |name| match body.object(name)? {
        Field::Set(raw) => Metadata::new(name, raw).map(Some),
        Field::Absent | Field::Null => Ok(None),
    };
    let [public, private, unsafe_metadata] = METADATA;
    Ok([read(public)?, read(private)?, read(unsafe_metadata)?])
}

fn limit_of(body: &Body) -> Result<Field<i64>, Problem> {
    match body.integer("create_organizations_limit")? {
        Field::Set(limit) if limit < 0 => Err(crate::query::invalid("create_organizations_limit", "at least 0")),
        limit => Ok(limit),
    }
}

fn time_of(body: &Body, name: &str) -> Result<Field<i64>, Problem> {
    match body.string(name)?.blank_is_null() {
        Field::Set(text) => timestamp(name, &text).map(Field::Set),
        Field::Null => Ok(Field::Null),
        Field::Absent => Ok(Field::Absent),
    }
}
