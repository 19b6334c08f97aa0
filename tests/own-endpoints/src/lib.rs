//! Endpoints that `clerk-client` does not have (yet), declared by somebody else: the newer operations on users.
//!
//! This crate depends on `clerk-client` under the name `clerk`, which is what `crate = clerk` says.

use clerk::{Call, Page, User, clerk_api};
use serde::{Deserialize, Serialize};

/// Operations that Clerk added to the Users API in 2025 and 2026.
#[clerk_api(prefix = "/users", crate = clerk)]
pub trait NewerUsersApi {
    /// Bans many users at once.
    #[post("/ban")]
    fn ban_all(&self, #[body] users: &UserIds<'_>) -> Call<Vec<User>>;

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
#[derive(Debug, Serialize)]
pub struct UserIds<'a> {
    /// Their ids.
    pub user_ids: &'a [&'a str],
}

/// What [`NewerUsersApi::replace_metadata`] puts in the place of what is there.
#[derive(Debug, Default, Serialize)]
pub struct NewMetadata {
    /// Metadata that everybody may read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_metadata: Option<clerk::Metadata>,
}

/// A device that a user trusts.
#[derive(Debug, Deserialize)]
pub struct TrustedDevice {
    /// Its id.
    pub id: String,
}
