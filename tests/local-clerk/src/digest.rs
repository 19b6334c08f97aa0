//! Password digests of other systems, in the formats that Clerk imports.

use bcrypt::HashParts;
use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};
use md5::Md5;
use pbkdf2::pbkdf2_hmac;
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};

/// Digests that would take minutes to check are refused.
const MAX_ITERATIONS: u32 = 2_000_000;
const MAX_BCRYPT_COST: u32 = 15;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Digest {
    Md5(Vec<u8>),
    Sha256(Vec<u8>),
    BcryptSha256(String),
    Pbkdf2 { hash: Hash, iterations: u32, salt: Vec<u8>, key: Vec<u8> },
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Hash {
    Sha1,
    Sha256,
    Sha512,
}

/// What a digest of a hasher turned out to be.
pub(crate) enum Read {
    Digest(Digest),
    Malformed,
    /// A hasher whose digests are not checked here.
    Unchecked,
}

pub(crate) fn read(hasher: &str, text: &str) -> Read {
    let digest = match hasher {
        "md5" => hex(text, 16).map(Digest::Md5),
        "sha256" => hex(text, 32).map(Digest::Sha256),
        "bcrypt_sha256_django" => django_bcrypt(text),
        "pbkdf2_sha1" => pbkdf2(text, hasher, Hash::Sha1, |salt| Some(raw(salt)), lower_hex),
        "pbkdf2_sha256" => pbkdf2(text, hasher, Hash::Sha256, base64, base64),
        "pbkdf2_sha256_django" => pbkdf2(text, "pbkdf2_sha256", Hash::Sha256, |salt| Some(raw(salt)), base64),
        "pbkdf2_sha512" => pbkdf2(text, hasher, Hash::Sha512, |salt| Some(raw(salt)), lower_hex),
        "pbkdf2_sha512_hex" => pbkdf2(text, hasher, Hash::Sha512, lower_hex, lower_hex),
        _ => return Read::Unchecked,
    };
    digest.map_or(Read::Malformed, Read::Digest)
}

pub(crate) fn bcrypt_fits(digest: &str) -> bool {
    bcrypt_cost(digest).is_some_and(|cost| cost <= MAX_BCRYPT_COST)
}

/// The cost of a bcrypt digest; `None` for any other text.
pub(crate) fn bcrypt_cost(digest: &str) -> Option<u32> {
    digest.parse::<HashParts>().map(|parts| parts.get_cost()).ok()
}

impl Digest {
    pub(crate) fn matches(&self, password: &str) -> bool {
        match self {
            Self::Md5(hash) => Md5::digest(password).as_slice() == hash,
            Self::Sha256(hash) => Sha256::digest(password).as_slice() == hash,
            Self::BcryptSha256(digest) => {
                let hashed = HEXLOWER.encode(&Sha256::digest(password));
                bcrypt::verify(hashed, digest).unwrap_or(false)
            }
            Self::Pbkdf2 { hash, iterations, salt, key } => {
                let mut derived = vec![0; key.len()];
                hash.derive(password.as_bytes(), salt, *iterations, &mut derived);
                derived == *key
            }
        }
    }
}

impl Hash {
    fn derive(self, password: &[u8], salt: &[u8], iterations: u32, into: &mut [u8]) {
        match self {
            Self::Sha1 => pbkdf2_hmac::<Sha1>(password, salt, iterations, into),
            Self::Sha256 => pbkdf2_hmac::<Sha256>(password, salt, iterations, into),
            Self::Sha512 => pbkdf2_hmac::<Sha512>(password, salt, iterations, into),
        }
    }
}

type Decode = fn(&str) -> Option<Vec<u8>>;

/// `<prefix>$<iterations>$<salt>$<key>`.
fn pbkdf2(text: &str, prefix: &str, hash: Hash, salt: Decode, key: Decode) -> Option<Digest> {
    let mut parts = text.strip_prefix(prefix)?.strip_prefix('$')?.split('$');
    let iterations = parts.next()?.parse().ok().filter(|count| (1..=MAX_ITERATIONS).contains(count))?;
    let (salt, key) = (salt(parts.next()?)?, key(parts.next()?)?);
    let fits = (1..=64).contains(&key.len());
    fits.then_some(Digest::Pbkdf2 { hash, iterations, salt, key })
}

/// `bcrypt_sha256$` and a bcrypt digest, of the password's SHA-256 in hex.
fn django_bcrypt(text: &str) -> Option<Digest> {
    let digest = text.strip_prefix("bcrypt_sha256$")?;
    bcrypt_fits(digest).then(|| Digest::BcryptSha256(digest.to_owned()))
}

fn raw(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn lower_hex(text: &str) -> Option<Vec<u8>> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()
}

fn hex(text: &str, length: usize) -> Option<Vec<u8>> {
    lower_hex(text).filter(|bytes| bytes.len() == length)
}

fn base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text.as_bytes()).ok()
}
