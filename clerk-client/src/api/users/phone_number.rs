//! [`PhoneNumber`].

use clerk_macros::ClerkResponse;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use super::{IdentificationLink, Verification};
use crate::types::{ObjectType, Timestamp};

/// A phone number of a user.
///
/// See [Clerk's reference](https://clerk.com/docs/reference/backend/types/backend-phone-number).
#[derive(Debug, Clone, Default, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The ID, which starts with `idn_`.
    pub id: String,
    /// The type of the object: `phone_number`.
    pub object: ObjectType,
    /// The number in E.164 notation, such as `+15555550100`.
    pub phone_number: String,
    /// Whether it may be used as a second factor.
    pub reserved_for_second_factor: Option<bool>,
    /// Whether it is the default second factor.
    pub default_second_factor: Option<bool>,
    /// Whether it is reserved: unverified, but not available to other users.
    pub reserved: bool,
    /// Its verification; `None` if none was started.
    pub verification: Option<Verification>,
    /// Identifications that it is linked to.
    pub linked_to: Vec<IdentificationLink>,
    /// Backup codes for when the phone is lost. Secret: redacted by `Debug`, and left out when this is serialized.
    #[serde(skip_serializing)]
    pub backup_codes: Vec<SecretString>,
    /// When it was added.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
}

impl PhoneNumber {
    /// Whether it is verified.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.verification.as_ref().is_some_and(Verification::is_verified)
    }
}

// By hand because secrets cannot be compared as they are.
impl PartialEq for PhoneNumber {
    fn eq(&self, other: &Self) -> bool {
        let codes =
            |number: &Self| number.backup_codes.iter().map(|code| code.expose_secret().to_owned()).collect::<Vec<_>>();
        self.id == other.id
            && self.object == other.object
            && self.phone_number == other.phone_number
            && self.reserved_for_second_factor == other.reserved_for_second_factor
            && self.default_second_factor == other.default_second_factor
            && self.reserved == other.reserved
            && self.verification == other.verification
            && self.linked_to == other.linked_to
            && codes(self) == codes(other)
            && self.created_at == other.created_at
            && self.updated_at == other.updated_at
    }
}

impl Eq for PhoneNumber {}
