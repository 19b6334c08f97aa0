//! TOTP after RFC 6238 and backup codes.

use totp_rs::{Builder, Secret};

use crate::digest::bcrypt_fits;
use crate::problem::Problem;
use crate::random::Random;
use crate::state::user::{BackupCode, Totp, User};

const ISSUER: &str = "Local Clerk";
const DIGITS: usize = 6;
const BACKUP_CODES: usize = 10;
const BACKUP_CODE_LENGTH: usize = 8;

/// Which kind of code was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeType {
    Totp,
    BackupCode,
}

impl CodeType {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::BackupCode => "backup_code",
        }
    }
}

impl Totp {
    pub(crate) fn generate(random: &Random) -> Self {
        Self { id: random.id("totp"), secret: random.bytes::<20>().to_vec(), verified: false }
    }

    /// Takes a secret in base 32.
    pub(crate) fn import(random: &Random, secret: &str) -> Result<Self, Problem> {
        let text: String = secret.chars().filter(|c| !c.is_whitespace() && *c != '=').collect();
        match Secret::try_from_base32(text.to_uppercase()) {
            Ok(secret) if !secret.as_bytes().is_empty() => {
                Ok(Self { id: random.id("totp"), secret: secret.as_bytes().to_vec(), verified: true })
            }
            _ => {
                let text = "totp_secret must be a secret in base 32.";
                Err(Problem::param("invalid_totp_secret_code", "totp_secret", text))
            }
        }
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

    fn accepts(&self, code: &str, now: i64) -> bool {
        let seconds = u64::try_from(now / 1000).unwrap_or_default();
        let totp = Builder::new().with_secret(self.secret.clone()).build_noncompliant();
        totp.check(code, seconds).is_some()
    }
}

/// Backup codes as sent: plain, or as bcrypt digests.
pub(crate) fn import_backup_codes(codes: Vec<String>) -> Vec<BackupCode> {
    let import = |code: String| if bcrypt_fits(&code) { BackupCode::Bcrypt(code) } else { BackupCode::Plain(code) };
    codes.into_iter().map(import).collect()
}

pub(crate) fn generate_backup_codes(random: &Random) -> Vec<String> {
    (0..BACKUP_CODES).map(|_| random.text(BACKUP_CODE_LENGTH)).collect()
}

/// Checks a code. A right TOTP code switches TOTP on if it waits for that; a right backup code is consumed.
pub(crate) fn verify(user: &mut User, code: &str, now: i64) -> Result<CodeType, Problem> {
    if user.totp.is_none() && !user.backup_code_enabled() {
        return Err(Problem::bad_request("totp_disabled", "The user does not have TOTP enabled."));
    }
    let had_second_factor = user.two_factor_enabled();
    if let Some(totp) = user.totp.as_mut().filter(|totp| totp.accepts(code, now)) {
        totp.verified = true;
        note_change(user, had_second_factor, now);
        return Ok(CodeType::Totp);
    }
    let codes = user.backup_codes.iter_mut().flatten();
    if let Some(place) = codes.map(|known| known.is(code)).position(|is| is) {
        user.backup_codes.iter_mut().for_each(|codes| drop(codes.remove(place)));
        return Ok(CodeType::BackupCode);
    }
    let could_be_backup_code = user.backup_code_enabled() && code.len() == BACKUP_CODE_LENGTH;
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
            Self::Plain(known) => known == code,
            Self::Bcrypt(digest) => bcrypt::verify(code, digest).unwrap_or(false),
        }
    }
}

/// Keeps `mfa_enabled_at` and `mfa_disabled_at` in step with the factors.
pub(crate) fn note_change(user: &mut User, was_enabled: bool, now: i64) {
    match (was_enabled, user.two_factor_enabled()) {
        (false, true) => {
            user.mfa_enabled_at = Some(now);
            user.mfa_disabled_at = None;
        }
        (true, false) => user.mfa_disabled_at = Some(now),
        _ => {}
    }
}
