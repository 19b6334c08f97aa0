//! [`TrustedDevice`].

use clerk_macros::{ClerkEnum, ClerkResponse};
use serde::Serialize;

use crate::types::{ObjectType, Timestamp};

/// A device of a user from which a sign-in is trusted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ClerkResponse)]
#[non_exhaustive]
pub struct TrustedDevice {
    /// The type of the object: `trusted_device`.
    pub object: ObjectType,
    /// The ID.
    pub id: String,
    /// The operating system.
    pub platform: TrustedDevicePlatform,
    /// The identifier of the app that enrolled the device.
    pub app_identifier: String,
    /// The name that the user gave the device.
    pub name: Option<String>,
    /// The algorithm of the device's key, such as `ES256`.
    pub algorithm: String,
    /// The status.
    pub status: TrustedDeviceStatus,
    /// When the device was enrolled.
    pub created_at: Option<Timestamp>,
    /// When the device was last updated.
    pub updated_at: Option<Timestamp>,
    /// When the device was last used.
    pub last_used_at: Option<Timestamp>,
    /// When the device was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// The operating system of a trusted device.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TrustedDevicePlatform {
    /// iOS.
    Ios,
    /// Android.
    Android,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}

/// The status of a trusted device.
#[derive(Debug, Clone, ClerkEnum)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TrustedDeviceStatus {
    /// Trusted.
    Active,
    /// No longer trusted.
    Revoked,
    /// Any other text; the empty text if Clerk sent none.
    #[clerk(other)]
    Other(Box<str>),
}
