//! Endpoints that `clerk-client` does not have (yet), declared by somebody else: the newer operations on users.
//!
//! This crate depends on `clerk-client` under the name `clerk`, which is what `crate = clerk` says.

use clerk::{Call, ClerkRequest, ClerkResponse, Metadata, Page, Timestamp, User, clerk_api};

/// Operations that Clerk added to the Users API in 2025 and 2026.
#[clerk_api(prefix = "/users", crate = clerk)]
pub trait NewerUsersApi {
    /// Bans many users at once.
    #[post("/ban")]
    fn ban_all(&self, #[body] users: &UserIds) -> Call<Vec<User>>;

    /// Replaces a user's metadata.
    #[put("/<user_id>/metadata")]
    fn replace_metadata(&self, user_id: &str, #[body] metadata: &NewMetadata) -> Call<User>;

    /// Lists a user's trusted devices.
    #[get("/<user_id>/trusted_devices")]
    fn trusted_devices(&self, user_id: &str, #[query("limit")] limit: Option<u32>) -> Call<Page<TrustedDevice>>;

    /// Forgets a trusted device.
    #[delete("/<user_id>/trusted_devices/<device_id>")]
    fn delete_trusted_device(&self, user_id: &str, device_id: &str) -> Call<()>;
}

/// The users that [`NewerUsersApi::ban_all`] bans.
#[derive(Debug, ClerkRequest)]
#[clerk(crate = clerk)]
pub struct UserIds {
    /// Their IDs.
    pub user_ids: Vec<String>,
}

/// What [`NewerUsersApi::replace_metadata`] replaces the current metadata with.
#[derive(Debug, ClerkRequest)]
#[clerk(crate = clerk)]
pub struct NewMetadata {
    /// Metadata that the frontend can read.
    pub public_metadata: Option<Metadata>,
}

/// A device that a user trusts.
#[derive(Debug, Default, ClerkResponse)]
#[clerk(crate = clerk)]
pub struct TrustedDevice {
    /// The ID.
    #[clerk(required)]
    pub id: String,
    /// When the user last signed in on it.
    pub last_active_at: Option<Timestamp>,
}
