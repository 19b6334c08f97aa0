//! TOTP after RFC 6238 and backup codes.

use totp_rs::{Builder, Secret};

use crate::digest::bcrypt_cost;
use crate::problem::Problem;
use crate::resources::{BackupCode, Totp, User};
use crate::store::{Id, Transaction};

const ISSUER: &str = "Local Clerk";
const DIGITS: usize = 6;
const BACKUP_CODES: usize = 10;
const BACKUP_CODE_LENGTH: usize = 8;
/// All digests of a user are tried against a wrong code, so that each must be cheap.
const MAX_CODE_COST: u32 = 12;

/// Which code was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    Totp { step: u64 },
    BackupCode { place: usize },
}

impl Match {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Totp { .. } => "totp",
            Self::BackupCode { .. } => "backup_code",
        }
    }
}

impl Totp {
    pub(crate) fn generate(transaction: &mut Transaction<'_>) -> Self {
        let secret = transaction.ids().bytes::<20>().to_vec();
        Self { id: totp_id(transaction), secret, verified: false, last_step: None }
    }

    /// One whose secret is known elsewhere already.
    pub(crate) fn import(transaction: &mut Transaction<'_>, secret: Vec<u8>) -> Self {
        Self { id: totp_id(transaction), secret, verified: true, last_step: None }
    }

    pub(crate) fn secret_text(&self) -> String {
        Secret::from(self.secret.clone()).to_base32()
    }

    /// The address that authenticator apps read.
    pub(crate) fn uri(&self, account: &str) -> Option<String> {
        let account = account.replace(':', "");
        let secret = self.secret.clone();
        let builder = Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER));
        builder.build_noncompliant().to_url().ok()
    }

    /// The step whose code this is, unless that step or a later one was used already.
    fn accepts(&self, code: &str, now: i64) -> Option<u64> {
        let seconds = u64::try_from(now / 1000).unwrap_or_default();
        let step = Builder::new().with_secret(self.secret.clone()).build_noncompliant().check(code, seconds)?;
        self.last_step.is_none_or(|last| step > last).then_some(step)
    }
}

fn totp_id(transaction: &mut Transaction<'_>) -> Id {
    transaction.ids().id("totp")
}

/// Reads a secret in base 32.
pub(crate) fn read_secret(name: &str, text: &str) -> Result<Vec<u8>, Problem> {
    let letters: String = text.chars().filter(|c| !c.is_whitespace() && *c != '=').collect();
    match Secret::try_from_base32(letters.to_uppercase()) {
        Ok(secret) if !secret.as_bytes().is_empty() => Ok(secret.as_bytes().to_vec()),
        _ => Err(Problem::param("invalid_totp_secret_code", name, format!("{name} must be a secret in base 32."))),
    }
}

/// Backup codes as sent: plain, or as bcrypt digests.
pub(crate) fn import_backup_codes(codes: impl IntoIterator<Item = Box<str>>) -> Box<[BackupCode]> {
    let is_digest = |code: &str| bcrypt_cost(code).is_some_and(|cost| cost <= MAX_CODE_COST);
    let import = |code: Box<str>| if is_digest(&code) { BackupCode::Bcrypt(code) } else { BackupCode::Plain(code) };
    codes.into_iter().map(import).collect()
}

pub(crate) fn generate_backup_codes(transaction: &mut Transaction<'_>) -> Vec<String> {
    (0..BACKUP_CODES).map(|_| transaction.ids().text(BACKUP_CODE_LENGTH)).collect()
}

/// Checks a code, which may take its time.
pub(crate) fn check(user: &User, code: &str, now: i64) -> Result<Match, Problem> {
    if user.totp.is_none() && user.backup_codes.is_none() {
        return Err(Problem::bad_request("totp_disabled", "The user does not have TOTP enabled."));
    }
    if let Some(step) = user.totp.as_ref().and_then(|totp| totp.accepts(code, now)) {
        return Ok(Match::Totp { step });
    }
    let codes = user.backup_codes.as_deref().unwrap_or_default();
    if let Some(place) = codes.iter().position(|known| known.is(code)) {
        return Ok(Match::BackupCode { place });
    }
    let could_be_backup_code = user.backup_codes.is_some() && code.len() == BACKUP_CODE_LENGTH;
    Err(refusal(code, could_be_backup_code))
}

fn refusal(code: &str, could_be_backup_code: bool) -> Problem {
    if code.len() == DIGITS || could_be_backup_code {
        return Problem::param("totp_incorrect_code", "code", "Incorrect TOTP code.");
    }
    Problem::param("totp_invalid_length", "code", "The TOTP code must have 6 digits.")
}

impl BackupCode {
    fn is(&self, code: &str) -> bool {
        match self {
            Self::Plain(known) => **known == *code,
            Self::Bcrypt(digest) => bcrypt::verify(code, digest).unwrap_or(false),
        }
    }
}

/// Does something that may switch second factors on or off, and keeps `mfa_enabled_at` and `mfa_disabled_at` in step.
pub(crate) fn watch<T>(
    transaction: &mut Transaction<'_>,
    user_id: &str,
    change: impl FnOnce(&mut Transaction<'_>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let enabled = |transaction: &Transaction<'_>| {
        transaction.find::<User>(user_id).is_some_and(|user| user.two_factor_enabled(transaction))
    };
    let before = enabled(transaction);
    let result = change(transaction)?;
    let (after, now) = (enabled(transaction), transaction.now());
    if before != after {
        transaction.set::<User>(user_id, |user| {
            if after {
                (user.mfa_enabled_at, user.mfa_disabled_at) = (Some(now), None);
            } else {
                user.mfa_disabled_at = Some(now);
            }
        })?;
    }
    Ok(result)
}
