//! Passwords: what Clerk demands of them, and digests of other systems.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

use crate::digest::{self, Digest, Read, bcrypt_fits};
use crate::input::invalid;
use crate::problem::Problem;

const MIN_CHARACTERS: usize = 8;
const MAX_BYTES: usize = 72;
/// Digests that would take minutes or gigabytes to check are refused.
const MAX_ARGON2_KIB: u32 = 64 * 1024;
const MAX_ARGON2_PASSES: u32 = 16;
/// A few of the passwords that every list of leaked ones has.
const LEAKED: [&str; 8] =
    ["password", "password1", "password123", "12345678", "123456789", "qwertyuiop", "iloveyou", "letmein1"];
/// Hashers whose digests are taken, and checked by nobody here.
const UNCHECKED: [&str; 10] = [
    "awscognito",
    "bcrypt_peppered",
    "ldap_ssha",
    "md5_phpass",
    "md5_salted",
    "phpass",
    "scrypt_firebase",
    "scrypt_werkzeug",
    "sha256_salted",
    "sha512_symfony",
];

/// A password's digest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Password {
    Argon2(String),
    Bcrypt(String),
    Imported(Box<Digest>),
    /// A digest of a hasher that is accepted but cannot be checked here.
    Unchecked,
}

/// Refuses passwords that Clerk refuses. Without further checks, only what is no password at all.
pub(crate) fn check_strength(password: &str, skip_checks: bool) -> Result<(), Problem> {
    let refuse = |code, text: &'static str| Err(Problem::param(code, "password", text));
    if password.is_empty() || (!skip_checks && password.chars().count() < MIN_CHARACTERS) {
        return refuse("form_password_length_too_short", "Passwords must be 8 characters or more.");
    }
    if skip_checks {
        return Ok(());
    }
    if password.len() > MAX_BYTES {
        return refuse("form_password_size_in_bytes_exceeded", "Passwords must not exceed 72 bytes.");
    }
    if LEAKED.contains(&password.to_lowercase().as_str()) {
        return refuse("form_password_pwned", "Password has been found in an online data breach.");
    }
    Ok(())
}

impl Password {
    /// Hashes with argon2id. The cost is low on purpose: nothing real is kept here, and tests must not wait.
    pub(crate) fn hash(password: &str, salt: [u8; 16]) -> Result<Self, Problem> {
        let params = Params::new(64, 1, 1, None).map_err(|_| Problem::internal())?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash: PasswordHash =
            argon2.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| Problem::internal())?;
        Ok(Self::Argon2(hash.to_string()))
    }

    /// Takes a digest made elsewhere.
    pub(crate) fn from_digest(hasher: &str, text: &str) -> Result<Self, Problem> {
        let malformed = || {
            let message = format!("The password digest is not valid for {hasher}.");
            Problem::param("form_password_digest_invalid_code", "password_digest", message)
        };
        match hasher {
            _ if text.is_empty() => Err(malformed()),
            "bcrypt" if bcrypt_fits(text) => Ok(Self::Bcrypt(text.to_owned())),
            "argon2i" | "argon2id" if argon2_fits(hasher, text) => Ok(Self::Argon2(text.to_owned())),
            "bcrypt" | "argon2i" | "argon2id" => Err(malformed()),
            _ => match digest::read(hasher, text) {
                Read::Digest(digest) => Ok(Self::Imported(Box::new(digest))),
                Read::Malformed => Err(malformed()),
                Read::Unchecked if UNCHECKED.contains(&hasher) => Ok(Self::Unchecked),
                Read::Unchecked => Err(invalid("password_hasher", "one of the supported hashers")),
            },
        }
    }

    pub(crate) fn matches(&self, password: &str) -> bool {
        match self {
            Self::Argon2(digest) => {
                PasswordVerifier::<str>::verify_password(&Argon2::default(), password.as_bytes(), digest).is_ok()
            }
            Self::Bcrypt(digest) => bcrypt::verify(password, digest).unwrap_or(false),
            Self::Imported(digest) => digest.matches(password),
            Self::Unchecked => false,
        }
    }
}

fn argon2_fits(hasher: &str, digest: &str) -> bool {
    let Ok(hash) = PasswordHash::new(digest) else { return false };
    let params = Params::try_from(&hash);
    hash.algorithm.as_str() == hasher
        && hash.salt.is_some()
        && hash.hash.is_some()
        && params.is_ok_and(|params| params.m_cost() <= MAX_ARGON2_KIB && params.t_cost() <= MAX_ARGON2_PASSES)
}
