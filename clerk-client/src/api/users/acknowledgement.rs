//! Replies that say little: deleted, counted, turned off, verified.

use serde::{Deserialize, Serialize};

use crate::types::ObjectType;
use crate::types::open_enum::open_enum;
use crate::types::read::{null_is_default, reply};

reply! {
    /// Something that is no longer there.
    #[derive(PartialEq, Eq, Serialize)]
    pub struct DeletedObject {
        /// What kind of thing it was.
        pub object: ObjectType,
        /// Its id.
        pub id: Option<String>,
        /// Its slug, if it had one.
        pub slug: Option<String>,
        /// Whether it was deleted.
        pub deleted: bool,
        /// Your own id for it, if it had one. Added by Clerk after January 2025.
        pub external_id: Option<String>,
    }
}

/// How many there are in all. The number has to be there: without it, none would look like zero.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TotalCount {
    /// `total_count`.
    #[serde(default, deserialize_with = "null_is_default")]
    pub object: ObjectType,
    /// The number.
    pub total_count: u64,
}

reply! {
    /// The user whose second factors, TOTP secret or backup codes were removed.
    #[doc(alias = "DisableMFA200Response")]
    #[derive(PartialEq, Eq, Serialize)]
    pub struct MfaDisabled {
        /// The user's id. Empty in old replies about a TOTP secret, which have the three other members.
        pub user_id: String,
        /// In old replies: `totp`.
        pub object: ObjectType,
        /// In old replies: the id of the TOTP secret.
        pub id: Option<String>,
        /// In old replies: whether it was deleted.
        pub deleted: Option<bool>,
    }
}

reply! {
    /// The password was right: a wrong one is an error (`incorrect_password`).
    #[doc(alias = "VerifyPassword200Response")]
    #[derive(PartialEq, Eq, Serialize)]
    pub struct PasswordVerification {
        /// Always true in a reply that has it.
        pub verified: bool,
    }
}

reply! {
    /// The code was right: a wrong one is an error (`totp_incorrect_code`).
    #[doc(alias = "VerifyTOTP200Response")]
    #[derive(PartialEq, Eq, Serialize)]
    pub struct TotpVerification {
        /// Always true in a reply that has it.
        pub verified: bool,
        /// What the code was.
        pub code_type: TotpCodeType,
    }
}

open_enum! {
    /// The kind of a code that was verified.
    pub enum TotpCodeType {
        /// A code from an authenticator app.
        Totp = "totp",
        /// A backup code, which is used up now.
        BackupCode = "backup_code",
    }
}
