//! [`PasswordHasher`].

use clerk_macros::ClerkEnum;

/// The algorithm that made a password digest. Clerk rehashes the weaker ones when the user signs in next.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PasswordHasher {
    /// Argon2i.
    Argon2i,
    /// Argon2id.
    Argon2id,
    /// bcrypt.
    Bcrypt,
    /// SHA-256, then bcrypt, as Django does it.
    BcryptSha256Django,
    /// Salted SHA-1, as LDAP does it.
    LdapSsha,
    /// MD5.
    Md5,
    /// MD5, then phpass.
    Md5Phpass,
    /// PBKDF2 with SHA-1.
    Pbkdf2Sha1,
    /// PBKDF2 with SHA-256.
    Pbkdf2Sha256,
    /// PBKDF2 with SHA-256, as Django does it.
    Pbkdf2Sha256Django,
    /// PBKDF2 with SHA-512.
    Pbkdf2Sha512,
    /// PBKDF2 with SHA-512, in hexadecimal.
    Pbkdf2Sha512Hex,
    /// phpass.
    Phpass,
    /// scrypt, as Firebase does it.
    ScryptFirebase,
    /// scrypt, as Werkzeug does it.
    ScryptWerkzeug,
    /// SHA-256.
    Sha256,
    /// SHA-512, as Symfony does it.
    Sha512Symfony,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}
