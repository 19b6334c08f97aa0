//! Passwords: what Clerk demands of them, and digests of other systems.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::problem::Problem;

const MIN_CHARACTERS: usize = 8;
const MAX_BYTES: usize = 72;
/// Digests that would take minutes to check are refused.
const MAX_BCRYPT_COST: u32 = 15;
const MAX_ARGON2_KIB: u32 = 256 * 1024;
/// A few of the passwords that every list of leaked ones has.
const LEAKED: [&str; 8] =
    ["password", "password1", "password123", "12345678", "123456789", "qwertyuiop", "iloveyou", "letmein1"];
const HASHERS: [&str; 18] = [
    "argon2i",
    "argon2id",
    "awscognito",
    "bcrypt",
    "bcrypt_sha256_django",
    "ldap_ssha",
    "md5",
    "md5_phpass",
    "pbkdf2_sha1",
    "pbkdf2_sha256",
    "pbkdf2_sha256_django",
    "pbkdf2_sha512",
    "pbkdf2_sha512_hex",
    "phpass",
    "scrypt_firebase",
    "scrypt_werkzeug",
    "sha256",
    "sha512_symfony",
];

/// A password's digest.
#[derive(Clone, Debug)]
pub(crate) enum Password {
    Argon2(String),
    Bcrypt(String),
    /// A digest of a hasher that is accepted but cannot be checked here.
    Other,
}

/// Refuses passwords that Clerk refuses.
pub(crate) fn check_strength(password: &str) -> Result<(), Problem> {
    let refuse = |code, text: &'static str| Err(Problem::param(code, "password", text));
    if password.chars().count() < MIN_CHARACTERS {
        return refuse("form_password_length_too_short", "Passwords must be 8 characters or more.");
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
    pub(crate) fn from_digest(hasher: &str, digest: &str) -> Result<Self, Problem> {
        if !HASHERS.contains(&hasher) {
            return Err(crate::query::invalid("password_hasher", "one of the supported hashers"));
        }
        let digest_fits = match hasher {
            "bcrypt" => bcrypt_fits(digest),
            "argon2i" | "argon2id" => argon2_fits(hasher, digest),
            _ => !digest.is_empty(),
        };
        if !digest_fits {
            let text = format!("The password digest is not valid for {hasher}.");
            return Err(Problem::param("form_password_digest_invalid_code", "password_digest", text));
        }
        Ok(match hasher {
            "bcrypt" => Self::Bcrypt(digest.to_owned()),
            "argon2i" | "argon2id" => Self::Argon2(digest.to_owned()),
            _ => Self::Other,
        })
    }

    pub(crate) fn matches(&self, password: &str) -> bool {
        match self {
            Self::Argon2(digest) => {
                PasswordVerifier::<str>::verify_password(&Argon2::default(), password.as_bytes(), digest).is_ok()
            }
            Self::Bcrypt(digest) => bcrypt::verify(password, digest).unwrap_or(false),
            Self::Other => false,
        }
    }
}

pub(crate) fn bcrypt_fits(digest: &str) -> bool {
    let cost = digest.parse::<bcrypt::HashParts>().map(|parts| parts.get_cost());
    cost.is_ok_and(|cost| cost <= MAX_BCRYPT_COST)
}

fn argon2_fits(hasher: &str, digest: &str) -> bool {
    let Ok(hash) = PasswordHash::new(digest) else { return false };
    let params = Params::try_from(&hash);
    hash.algorithm.as_str() == hasher
        && hash.salt.is_some()
        && hash.hash.is_some()
        && params.is_ok_and(|params| params.m_cost() <= MAX_ARGON2_KIB && params.t_cost() <= 64)
}
