//! [`PasswordHasher`].

crate::types::open_enum::open_enum! {
    /// The algorithm that made a password digest. Clerk rehashes the weaker ones when the user
    /// signs in next.
    pub enum PasswordHasher {
        /// Argon2i.
        Argon2i = "argon2i",
        /// Argon2id.
        Argon2id = "argon2id",
        /// bcrypt.
        Bcrypt = "bcrypt",
        /// SHA-256, then bcrypt, as Django does it.
        BcryptSha256Django = "bcrypt_sha256_django",
        /// Salted SHA-1, as LDAP does it. Added by Clerk after January 2025.
        LdapSsha = "ldap_ssha",
        /// MD5.
        Md5 = "md5",
        /// MD5, then phpass. Added by Clerk after January 2025.
        Md5Phpass = "md5_phpass",
        /// PBKDF2 with SHA-1.
        Pbkdf2Sha1 = "pbkdf2_sha1",
        /// PBKDF2 with SHA-256.
        Pbkdf2Sha256 = "pbkdf2_sha256",
        /// PBKDF2 with SHA-256, as Django does it.
        Pbkdf2Sha256Django = "pbkdf2_sha256_django",
        /// PBKDF2 with SHA-512. Added by Clerk after January 2025.
        Pbkdf2Sha512 = "pbkdf2_sha512",
        /// PBKDF2 with SHA-512, in hexadecimal. Added by Clerk after January 2025.
        Pbkdf2Sha512Hex = "pbkdf2_sha512_hex",
        /// phpass.
        Phpass = "phpass",
        /// scrypt, as Firebase does it.
        ScryptFirebase = "scrypt_firebase",
        /// scrypt, as Werkzeug does it.
        ScryptWerkzeug = "scrypt_werkzeug",
        /// SHA-256.
        Sha256 = "sha256",
        /// SHA-512, as Symfony does it. Added by Clerk after January 2025.
        Sha512Symfony = "sha512_symfony",
    }
}

crate::types::write::plain!(PasswordHasher);
